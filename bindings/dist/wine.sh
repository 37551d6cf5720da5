#!/usr/bin/env bash
# Prepares a Windows of Wine in target/wine, unless it is there, and prints the name of a script that runs a program on it.
#
#   bindings/dist/wine.sh [CULTURE]    CULTURE zh_CN gives a Chinese Windows: its code page is 936 (GBK)
#
# It needs wine and gcc-mingw-w64-x86-64, and for a CULTURE the Debian package locales.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
folder=$target/wine${1:+-$1}
run=$folder/run
if [ ! -x "$run" ]; then
    settings=(WINEDEBUG=-all "WINEPREFIX=$folder" "WINEDLLOVERRIDES='mscoree=;mshtml='" LC_ALL=C.UTF-8)
    if [ -n "${1:-}" ]; then
        mkdir -p "$target/locale"
        localedef -i "$1" -f UTF-8 "$target/locale/$1.UTF-8" || [ -d "$target/locale/$1.UTF-8" ]
        settings+=("LOCPATH=$target/locale" "LC_ALL=$1.UTF-8")
    fi
    mkdir -p "$folder"
    printf '#!/bin/sh\nexec env %s wine "$@"\n' "${settings[*]}" >"$run.new"
    sh "$run.new" cmd /c ver >&2
    # Rust takes random numbers from a library that Wine before version 9 lacks.
    library=$folder/drive_c/windows/system32/bcryptprimitives.dll
    [ -e "$library" ] || x86_64-w64-mingw32-gcc -shared -o "$library" -x c - -ladvapi32 <<'END'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length) { return SystemFunction036(bytes, (ULONG)length); }
END
    # The server ends some seconds after the last program. Then everything is saved.
    WINEPREFIX=$folder wineserver --wait
    chmod +x "$run.new"
    mv "$run.new" "$run"
fi
echo "$run"
