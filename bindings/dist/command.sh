#!/usr/bin/env bash
# Builds the command for all platforms into target/dist, and tries each one: every command draws the demo, and verifies the draws of all
# others. `command.sh --again` builds command and libraries of this machine again instead, from a copy of the sources in another folder,
# and compares the bytes.
. "$(dirname "$0")/common.sh"

build() {
    local folder file
    for platform in "${platforms[@]}"; do
        folder=$(compiled "$platform")
        file=$(command_of "$platform")
        install "$folder/suiji$(exe "$platform")" "$file"
        fits "$platform" "$file"
    done
}

try() {
    cd "$scratch"
    for platform in "${platforms[@]}"; do quiet on "$platform" "$(command_of "$platform")" demo "demo-$platform"; done
    for platform in "${platforms[@]}"; do
        for drawn in "${platforms[@]}"; do
            quiet on "$platform" "$(command_of "$platform")" verify "demo-$drawn/record.json" --case "demo-$drawn"
        done
    done
    echo "each draws the demo, and verifies the draws of all with all inputs"
}

again() {
    local copy=$scratch/copy
    mkdir "$copy"
    git ls-files -z | tar --null -c -T - | tar -C "$copy" -x
    local first second file
    first=$(compiled "$here")
    second=$(cd "$copy" && target=$scratch/target && export CARGO_TARGET_DIR=$target && compiled "$here")
    for file in suiji libsuiji_c.so libsuiji_jvm.so; do
        cmp "$first/$file" "$second/$file"
        sha256sum "$second/$file"
    done
    cmp "$first/suiji" "$(command_of "$here")"
    echo "the same bytes, built twice in two folders"
}

case ${1:-} in
    --again)
        say "command and libraries, built again in another folder"
        again
        ;;
    *)
        say "the command"
        build
        try
        ;;
esac
