#!/usr/bin/env bash
# Builds the C library for all platforms that have shared libraries, as archives in target/dist: header, shared and static library,
# pkg-config, licences. Then a program that is linked with each of them draws a case.
. "$(dirname "$0")/common.sh"

name_of() { echo "suiji-c-$version-$1"; }

# exports FILE: what a .def file for the linker of Visual Studio contains.
exports() {
    echo "LIBRARY suiji_c.dll"
    echo "EXPORTS"
    grep -oE '\bsuiji_[a-z_]+\(' bindings/c/include/suiji.h | tr -d '(' | sort -u | sed 's/^/    /'
}

# pkg_config PLATFORM: the file for pkg-config. It finds its folder itself, so that the archive can be unpacked anywhere.
pkg_config() {
    local private
    # What a static link needs beside the library: what rustc names for any library, because no dependency adds one.
    private=$(rustc --target "$(triple "$1")" --crate-type staticlib --crate-name none --print native-static-libs --out-dir "$scratch" - \
        </dev/null 2>&1 | sed -n 's/^note: native-static-libs: //p')
    # shellcheck disable=SC2016 # a variable of pkg-config
    sed -e 's|@prefix@|${pcfiledir}/../..|' -e "s|@version@|$version|" -e "s|@private@|$private|" bindings/c/suiji.pc.in
}

collect() {
    local folder into
    folder=$(compiled "$1")
    into=$scratch/$(name_of "$1")
    mkdir -p "$into/lib/pkgconfig" "$into/include" "$into/examples"
    case $1 in
        windows-*)
            install -D "$folder/suiji_c.dll" "$into/bin/suiji_c.dll"
            cp "$folder/libsuiji_c.dll.a" "$folder/libsuiji_c.a" "$into/lib"
            exports >"$into/lib/suiji_c.def"
            fits "$1" "$into/bin/suiji_c.dll"
            ;;
        *)
            install "$folder/libsuiji_c.so" "$into/lib"
            cp "$folder/libsuiji_c.a" "$into/lib"
            fits "$1" "$into/lib/libsuiji_c.so"
            ;;
    esac
    chmod 644 "$into"/lib/*.a
    pkg_config "$1" >"$into/lib/pkgconfig/suiji.pc"
    cp bindings/c/include/suiji.h "$into/include"
    cp bindings/c/examples/quickstart.c "$into/examples"
    cp bindings/c/README.md LICENSE-* "$into"
    python3 bindings/dist/licences.py suiji-c "$(triple "$1")" >"$into/THIRD-PARTY.txt"
}

# quickstart PLATFORM: the program, linked with the shared library, in $scratch/PLATFORM.
quickstart() {
    local library program options
    library=$scratch/$(name_of "$1")
    program=$scratch/$1/quickstart$(exe "$1")
    options=(-std=c99 -I"$library/include" bindings/c/examples/quickstart.c -o "$program" -L"$library/lib")
    mkdir "$scratch/$1"
    case $1 in
        windows-*)
            x86_64-w64-mingw32-gcc "${options[@]}" -l:libsuiji_c.dll.a
            cp "$library/bin/suiji_c.dll" "$scratch/$1"
            ;;
        *)
            # shellcheck disable=SC2016 # $ORIGIN is for the loader
            python3 -m ziglang cc -target "${1#linux-}-linux-gnu.$glibc" "${options[@]}" -lsuiji_c -Wl,-rpath,'$ORIGIN'
            cp "$library/lib/libsuiji_c.so" "$scratch/$1"
            ;;
    esac
}

# static_too: the same program for this machine, linked with the static library by pkg-config.
static_too() {
    local library
    library=$scratch/$(name_of "$here")
    mkdir "$scratch/static"
    cp -r "$library" "$scratch/static/library"
    rm "$scratch/static/library/lib/libsuiji_c.so"
    # shellcheck disable=SC2046 # options are words
    gcc -std=c99 bindings/c/examples/quickstart.c -o "$scratch/static/quickstart" \
        $(PKG_CONFIG_PATH=$scratch/static/library/lib/pkgconfig pkg-config --static --cflags --libs suiji)
}

try() {
    local case entity
    case=tests/vectors/cases/01
    entity=$(sed -nE '1s/.*"id": ?"([^"]*)".*/\1/p' $case/registry.jsonl)
    static_too
    cp -r "$case" "$scratch/case"
    cd "$scratch"
    static/quickstart case "$entity" >drawn
    for platform in "${library_platforms[@]}"; do
        (cd "$root" && quickstart "$platform")
        on "$platform" "$platform/quickstart$(exe "$platform")" case "$entity" | tr -d '\r' | diff drawn -
    done
    grep '^record ' drawn
    cd "$root"
}

say "the C library"
for platform in "${library_platforms[@]}"; do collect "$platform"; done
try
for platform in "${library_platforms[@]}"; do
    ending=.tar.gz
    [[ $platform != windows-* ]] || ending=.zip
    packed "$dist/$(name_of "$platform")$ending" "$scratch/$(name_of "$platform")"
done
ls -1 "$dist"/suiji-c-*
