#!/usr/bin/env bash
# Installs the .deb and the .rpm of each machine into an empty folder, and tries them: files, dependencies, the command, its man page and its
# completions. It needs dpkg, rpm, man and qemu-user.
. "$(dirname "$0")/common.sh"

# package_of PLATFORM KIND: the file. Each kind has its own names of processors.
package_of() {
    case $2 in
        deb) echo "$dist/suiji_${version}_$(sed 's/linux-//; s/x86_64/amd64/; s/aarch64/arm64/' <<<"$1").deb" ;;
        rpm) echo "$dist/suiji-$version-1.${1#linux-}.rpm" ;;
    esac
}

# installed KIND FILE: installs a package into an empty system, and prints its folder. What it depends on is not there.
installed() {
    local into
    into=$scratch/$(basename "$2")
    case $1 in
        deb)
            mkdir -p "$into/var/lib/dpkg/info" "$into/var/lib/dpkg/updates"
            touch "$into/var/lib/dpkg/status"
            quiet dpkg --root="$into" --force-depends --force-architecture --force-not-root --install "$2"
            dpkg --root="$into" --status suiji | grep '^Status: install ok installed' >/dev/null # dpkg reports no fault otherwise
            ;;
        rpm)
            mkdir "$into"
            quiet rpm --root "$into" --initdb
            quiet rpm --root "$into" --nodeps --ignorearch --install "$2"
            quiet rpm --root "$into" --nodeps --verify suiji
            ;;
    esac
    echo "$into"
}

# tried PLATFORM FOLDER: the command draws and verifies; man page and completions are those of the command.
tried() {
    local platform=$1 usr=$2/usr work file
    work=$(mktemp -d -p "$scratch")
    cd "$work"
    quiet on "$platform" "$usr/bin/suiji" demo 演示
    quiet on "$platform" "$usr/bin/suiji" verify 演示/record.json --case 演示
    quiet man --warnings --local-file "$usr/share/man/man1/suiji.1.gz"
    quiet man --local-file "$usr/share/man/zh_CN/man1/suiji.1.gz"
    (
        # shellcheck disable=SC1091,SC2034 # made by the command
        . "$usr/share/bash-completion/completions/suiji"
        COMP_WORDS=(suiji ver) COMP_CWORD=1
        _suiji
        [[ " ${COMPREPLY[*]} " == *" verify "* ]]
    )
    [ -x "$usr/share/suiji/start.sh" ]
    for file in suiji-verify.html 使用说明.html copyright command.zh-CN.md; do [ -s "$usr/share/doc/suiji/$file" ]; done
    [ "$platform" != "$here" ] || PATH=$usr/bin:$PATH "$usr/share/suiji/start.sh" --version >/dev/null
    cd "$root"
}

say "the packages, installed into empty folders"
for platform in linux-x86_64 linux-aarch64; do
    for kind in deb rpm; do
        file=$(package_of "$platform" "$kind")
        folder=$(installed "$kind" "$file")
        tried "$platform" "$folder"
        echo "$(basename "$file"): $(find "$folder/usr" -type f | wc -l) files, draws and verifies"
    done
done
for file in "$dist"/*.deb; do dpkg-deb --info "$file" | grep -E '^ (Package|Version|Architecture|Depends|Installed-Size)'; done
for file in "$dist"/*.rpm; do rpm -qp --qf '%{NAME} %{VERSION}-%{RELEASE} %{ARCH} %{LICENSE}\n[requires %{REQUIRES} %{REQUIREVERSION}\n]' "$file"; done
