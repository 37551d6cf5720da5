#!/usr/bin/env bash
# Unpacks the bundles into folders with Chinese names and uses them as an office does: the demo, lists with Chinese names, a verification, a
# draw that is killed, and the guide at a terminal. The bundle for Windows is used under Wine, on a Windows with code page 936 (GBK) and on an English one. 开始.bat
# changes the code page to UTF-8. All must write the same plan and lists. It needs wine, locales and qemu-user.
. "$(dirname "$0")/common.sh"

office=crates/suiji-cli/demo
written=(plan.json registry.csv roster.csv history.csv)

# unpacked PLATFORM: unpacks a bundle, copies the files of the office into it, and prints its folder.
unpacked() {
    local into="$scratch/$1/桌面 文件/随机抽查"
    mkdir -p "$into"
    case $1 in
        windows-*) python3 -m zipfile -e "$dist/suiji-bundle-$version-$1.zip" "$into" ;;
        *) tar -xzf "$dist/suiji-bundle-$version-$1.tar.gz" -C "$into" ;;
    esac
    into+=/suiji-$version-$1
    [ "$(find "$into" -maxdepth 1 -type f | wc -l)" = 4 ]
    for file in suiji-verify.html 使用说明.html 许可证/LICENSE-MIT 许可证/LICENSE-APACHE 许可证/THIRD-PARTY.txt; do [ -s "$into/$file" ]; done
    cp $office/work-plan.docx "$into/工作计划.docx"
    cp $office/registry.xlsx "$into/检查对象.xlsx"
    cp $office/roster.xlsx "$into/检查人员.xlsx"
    cp $office/history.xlsx "$into/检查历史.xlsx"
    cp $office/answers.json "$scratch/答复.json"
    cp $office/answers.json "$into/答复.json"
    echo "$into"
}

# used PLATFORM: what an office does, in the current folder. The case is removed first, so that it can be used again.
used() {
    local suiji=./suiji
    [[ $1 != windows-* ]] || suiji=./suiji.exe
    rm -rf 演示 案件
    quiet on "$1" $suiji demo 演示
    quiet on "$1" $suiji verify 演示/record.json --case 演示 --page 核验报告.html
    quiet on "$1" $suiji new 案件
    quiet on "$1" $suiji import 案件 工作计划.docx --as plan --map 答复.json
    quiet on "$1" $suiji import 案件 检查对象.xlsx 检查人员.xlsx 检查历史.xlsx
    [ -s 核验报告.html ]
    local file
    for file in "${written[@]}"; do
        [ -e "$scratch/$file" ] || cp "案件/$file" "$scratch/$file"
        cmp "$scratch/$file" "案件/$file"
    done
}

# interrupted PLATFORM: while a draw waits for the dice, another process cannot seal the case again. The draw is killed, and done again.
interrupted() {
    local suiji drawing
    suiji=./suiji$(exe "$1")
    rm -rf 中断 dice
    quiet on "$1" "$suiji" new 中断
    quiet on "$1" "$suiji" seal 中断
    mkfifo dice
    : >waiting
    (
        trap - ERR
        on "$1" "$suiji" draw 中断 --yes
    ) <dice >waiting 2>&1 &
    drawing=$!
    exec 7>dice
    for _ in {1..120}; do
        if grep -q 骰子 waiting; then break; fi
        sleep 0.5
    done
    if on "$1" "$suiji" seal 中断 --supersede 试验 --approved-by 试验 >busy 2>&1 || ! grep -qF '[case.busy]' busy; then
        cat waiting busy >&2
        return 1
    fi
    kill -9 "$(pgrep -P "$drawing")"
    exec 7>&-
    wait "$drawing" || true
    [ ! -e 中断/record.json ]
    printf '35214662315416325164\ny\n' | quiet on "$1" "$suiji" draw 中断 --yes
    quiet on "$1" "$suiji" verify 中断/record.json --case 中断
}

# guided PROGRAM…: makes a case with the guide at a terminal, and leaves it.
guided() {
    rm -rf 试用案件
    quiet python3 "$root/bindings/dist/terminal.py" "$@" <<'END'
（q 离开）|试用案件
办哪一步|11
这一步要等第 6 步
办哪一步|q
已离开|
END
    [ -s 试用案件/plan.json ]
}

linux() {
    local folder
    folder=$(unpacked "$1")
    cd "$folder"
    used "$1"
    if [ "$1" = "$here" ]; then
        interrupted "$1"
        guided ./开始.sh
    fi
    cd "$root"
    echo "$1: demo, import, verify in a folder with a Chinese name$([ "$1" != "$here" ] || echo ", lock and kill, guide by 开始.sh")"
}

# windows PAGE [CULTURE]: the bundle on a Windows of a culture, where the console has that code page.
windows() {
    local page=$1 culture=${2:-} folder run shown
    folder=$(unpacked windows-x86_64)
    cd "$folder"
    run=$("$root/bindings/dist/wine.sh" ${culture:+"$culture"})
    shown=$(python3 "$root/bindings/dist/terminal.py" --raw "$run" cmd /c chcp </dev/null | tr -cd 0-9)
    [ "$shown" = "$page" ] || { echo "try-bundle: the code page is $shown, not $page" >&2; exit 1; }
    used windows-x86_64
    if [ "$page" = 936 ]; then
        # A batch file with Chinese names, in the code page of the system.
        printf 'suiji.exe verify 演示\\record.json --case 演示 >核验.txt\r\nif errorlevel 1 exit 1\r\nexit 0\r\n' | iconv -t GBK >核验.bat
        quiet "$run" cmd /c 核验.bat
        grep -q 结论 核验.txt
    fi
    interrupted windows-x86_64
    guided --raw "$run" cmd /c 开始.bat
    rm -rf "$scratch/windows-x86_64"
    cd "$root"
    echo "windows-x86_64, code page $page: demo, import, verify in a folder with a Chinese name, lock and kill, guide by 开始.bat"
}

say "the bundles, unpacked and used"
linux "$here"
for platform in linux-x86_64 linux-aarch64; do [ "$platform" = "$here" ] || linux "$platform"; done
windows 936 zh_CN
windows 437
