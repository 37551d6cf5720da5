# What the scripts of this folder share. Each of them begins with: . "$(dirname "$0")/common.sh"
# shellcheck shell=bash
set -Eeuo pipefail
shopt -s inherit_errexit
trap 'echo "dist: failed: ${BASH_SOURCE[0]:-}, line $LINENO: $BASH_COMMAND" >&2' ERR
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
root=$PWD

# The names of the platforms, as in the names of the files.
# shellcheck disable=SC2034 # for the scripts
platforms=(linux-x86_64 linux-aarch64 linux-x86_64-musl linux-aarch64-musl windows-x86_64)
# Those that have libraries: a static musl target makes no shared ones.
# shellcheck disable=SC2034
library_platforms=(linux-x86_64 linux-aarch64 windows-x86_64)
glibc=2.17 # CentOS 7, Kylin V10, UOS

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
dist=$target/dist
version=$(sed -nE 's/^version = "(.*)"/\1/p' Cargo.toml)
here=linux-$(uname -m)
mkdir -p "$dist"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Archives have the date of the commit, so that the same commit gives the same bytes.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC

say() { printf '\n== dist: %s (%d s)\n' "$*" "$SECONDS"; }

# quiet COMMAND ARGUMENTS…: shows the output only if the command fails.
quiet() { "$@" >"$scratch/quiet" 2>&1 || { cat "$scratch/quiet" >&2; return 1; }; }

# triple PLATFORM: the Rust target.
triple() {
    case $1 in
        linux-*-musl) echo "${1:6:-5}-unknown-linux-musl" ;;
        linux-*) echo "${1#linux-}-unknown-linux-gnu" ;;
        windows-*) echo "${1#windows-}-pc-windows-gnu" ;;
    esac
}

# no_paths: the options with which rustc writes no path of this machine into a file.
no_paths() {
    local library commit
    library=$(rustc --print sysroot)/lib/rustlib/src/rust
    commit=$(rustc -vV | sed -n 's/^commit-hash: //p')
    echo "--remap-path-prefix=$PWD=suiji --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$library=/rustc/$commit"
}

# cargo_settings: the settings of cargo for all builds. MinGW is the linker for Windows.
cargo_settings() {
    RUSTFLAGS=$(no_paths) CARGO_PROFILE_WHEEL_STRIP=symbols
    export RUSTFLAGS CARGO_PROFILE_WHEEL_STRIP CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
}

# cargo_build PLATFORM ARGUMENTS…: cargo build in the profile wheel. Zig is the linker for Linux.
cargo_build() {
    local options=("${@:2}" --quiet --locked --profile wheel)
    cargo_settings
    case $1 in
        linux-*-musl) cargo-zigbuild build "${options[@]}" --target "$(triple "$1")" ;;
        linux-*) cargo-zigbuild build "${options[@]}" --target "$(triple "$1").$glibc" ;;
        windows-*) cargo build "${options[@]}" --target "$(triple "$1")" ;;
    esac
}

# compiled PLATFORM: compiles command and libraries, and prints the folder. They are compiled together, because alone each would
# have dependencies with other features, and most of them would be compiled again.
compiled() {
    local packages=(-p suiji-cli -p suiji-c -p suiji-jvm)
    [[ $1 != *-musl ]] || packages=(-p suiji-cli)
    cargo_build "$1" "${packages[@]}" >&2
    echo "$target/$(triple "$1")/wheel"
}

# fits PLATFORM FILE: prints the size of a program or library, and what it needs of the system. Fails if that is too new, or is not
# a part of every such system, or if a path of this machine is in the file.
fits() {
    local needs newest
    case $1 in
        *-musl)
            needs="nothing"
            ! readelf -l "$2" | grep INTERP >/dev/null || { echo "dist: $2 is not static" >&2; return 1; }
            ;;
        linux-*)
            newest=$(readelf -V "$2" | grep -oE 'GLIBC_[0-9.]+' | sort -uV | tail -n 1)
            needs="$newest, $(readelf -d "$2" | sed -nE 's/.*\(NEEDED\).*\[(.*)\]/\1/p' | paste -sd ' ')"
            printf '%s\n' "$newest" "GLIBC_$glibc" | sort -VC || { echo "dist: $2 needs $newest" >&2; return 1; }
            ;;
        windows-*)
            needs=$(x86_64-w64-mingw32-objdump -p "$2" | sed -nE 's/.*DLL Name: (.*)/\L\1/p' | sort -u | paste -sd ' ')
            # Other libraries of MinGW, such as libgcc_s_seh-1.dll, are not on the machines of users.
            ! grep -qE '\blib' <<<"$needs" || { echo "dist: $2 needs $needs" >&2; return 1; }
            ;;
    esac
    if grep -aoE "($root|${CARGO_HOME:-$HOME/.cargo})/[[:print:]]*" "$2" >"$scratch/paths"; then
        echo "dist: $2 contains paths of this machine: $(sort -u "$scratch/paths" | sed 5q)" >&2
        return 1
    fi
    echo "$(basename "$2"), $1: $(stat -c %s "$2") bytes, needs $needs"
}

# on PLATFORM PROGRAM ARGUMENTS…: runs a program that was built for that platform. Paths are relative to the folder, because Wine has
# others. $culture is that of Windows.
on() {
    case $1 in
        "$here"*) "${@:2}" ;;
        linux-*-musl) "qemu-${1:6:-5}" "${@:2}" ;;
        linux-*) "qemu-${1#linux-}" -L "/usr/${1#linux-}-linux-gnu" "${@:2}" ;;
        windows-*) "$("$root/bindings/dist/wine.sh" ${culture:+"$culture"})" "${@:2}" ;;
    esac
}

# exe PLATFORM: the ending of programs.
exe() { [[ $1 != windows-* ]] || echo .exe; }

# command_of PLATFORM: the file of the command.
command_of() { echo "$dist/suiji-$version-$1$(exe "$1")"; }

# has_commands, has_page: builds them, unless that was done before.
has_commands() { [ -x "$(command_of "$here")" ] || bindings/dist/command.sh; }
has_page() { [ -e "$dist/suiji-verify.html" ] || bindings/dist/npm.sh; }

# packed ARCHIVE FOLDER: makes a .tar.gz or .zip of FOLDER. The same content gives the same bytes.
packed() {
    local parent name
    parent=$(dirname "$2") name=$(basename "$2")
    find "$2" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    rm -f "$1"
    case $1 in
        *.tar.gz) tar -C "$parent" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -c "$name" | gzip -9n >"$1" ;;
        *.zip) python3 "$root/bindings/dist/zip.py" "$1" "$2" ;;
    esac
}
