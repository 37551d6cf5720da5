#!/usr/bin/env bash
# Builds the jar with the libraries of all platforms into target/dist, with its sources and its Javadoc. The tests run with the library of
# this machine; those of the others are loaded and called.
#
# For macOS, run `mvn package` there, and copy the library here before the jar is built:
#
#   bindings/jvm/target/dist/native/macos-aarch64/libsuiji_jvm.dylib
#   bindings/jvm/target/dist/native/macos-x86_64/libsuiji_jvm.dylib
. "$(dirname "$0")/common.sh"

native=$root/bindings/jvm/target/dist/native

# library PLATFORM: puts it into the folder from which Maven takes it.
library() {
    local name=libsuiji_jvm.so folder
    folder=$(compiled "$1")
    [[ $1 != windows-* ]] || name=suiji_jvm.dll
    install -D "$folder/$name" "$native/$1/$name"
    fits "$1" "$native/$1/$name"
    mkdir "$scratch/$1"
    cd "$scratch/$1"
    cp "$native/$1/$name" .
    case $1 in
        windows-*) x86_64-w64-mingw32-gcc "$root/bindings/dist/smoke.c" -o smoke.exe ;;
        *) python3 -m ziglang cc -target "${1#linux-}-linux-gnu.$glibc" "$root/bindings/dist/smoke.c" -o smoke -ldl ;;
    esac
    on "$1" "./smoke$(exe "$1")" "./$name" | tr -d '\r' >"$scratch/loaded-$1"
    cd "$root"
    diff "$scratch/loaded-${library_platforms[0]}" "$scratch/loaded-$1"
}

say "the libraries of the jar"
for platform in "${library_platforms[@]}"; do library "$platform"; done
echo "all loaded and called"

say "the jar, and its tests with the library of this machine"
mvn --batch-mode --quiet --no-transfer-progress -f bindings/jvm/pom.xml -Pdist "-Dproject.build.outputTimestamp=$SOURCE_DATE_EPOCH" verify
for kind in "" -sources -javadoc; do cp "bindings/jvm/target/dist/suiji-$version$kind.jar" "$dist"; done
python3 -m zipfile -l "$dist/suiji-$version.jar" | grep suiji_jvm
