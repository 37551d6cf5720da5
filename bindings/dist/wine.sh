#!/usr/bin/env bash
# Prepares a Windows environment of Wine in target/wine, unless it is there, and prints its folder, for WINEPREFIX.
#
#   bindings/dist/wine.sh [CULTURE]    CULTURE zh_CN gives a Chinese Windows: its code page is 936 (GBK)
#
# It needs wine and gcc-mingw-w64-x86-64, and for a CULTURE the Debian package locales. A culture has its own environment; programs in it
# are run with LOCPATH=target/locale and LC_ALL=zh_CN.UTF-8.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
export WINEPREFIX=$target/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml="
if [ -n "${1:-}" ]; then
    WINEPREFIX+=-$1
    export LOCPATH=$target/locale LC_ALL=$1.UTF-8
    if [ ! -d "$LOCPATH/$LC_ALL" ]; then
        mkdir -p "$LOCPATH"
        localedef -i "$1" -f UTF-8 "$LOCPATH/$LC_ALL"
    fi
fi

if [ ! -e "$WINEPREFIX/ready" ]; then
    mkdir -p "$WINEPREFIX"
    wine cmd /c ver >&2
    # Rust takes random numbers from a library that Wine before version 9 lacks.
    library=$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll
    [ -e "$library" ] || x86_64-w64-mingw32-gcc -shared -o "$library" -x c - -ladvapi32 <<'END'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length) { return SystemFunction036(bytes, (ULONG)length); }
END
    # The server ends some seconds after the last program, and then everything is saved.
    wineserver --wait
    touch "$WINEPREFIX/ready"
fi
echo "$WINEPREFIX"
