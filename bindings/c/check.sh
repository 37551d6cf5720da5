#!/usr/bin/env bash
# Checks the C library with sanitizers and valgrind: the header, the exported names, all vectors and cases, wrong calls, columns, threads
# and ten thousand draws. Then builds programs that link it in each way. It needs cargo, gcc, g++, pkg-config, valgrind, libjansson.
#
#   bindings/c/check.sh [DRAWS]
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
draws=${1:-10000}

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
say() { printf '\n== c: %s\n' "$*"; }

say "the library, also with a function that panics"
cargo build --quiet --locked --workspace --all-targets --features suiji-c/panic
mkdir "$scratch/tested"
cp "$target/debug/libsuiji_c.so" "$scratch/tested"
PROFILE=dev bindings/c/install.sh "$scratch/installed"

say "the exported names are those of the header"
nm -D --defined-only "$scratch/installed/lib/libsuiji_c.so" | awk '{ print $3 }' | sort >"$scratch/exported"
grep -oE '\bsuiji_[a-z_]+\(' bindings/c/include/suiji.h | tr -d '(' | sort -u >"$scratch/declared"
diff "$scratch/declared" "$scratch/exported"
echo "$(wc -l <"$scratch/exported") functions, and nothing else"

say "the header alone, as C99, C17 and C++"
for language in "gcc -x c -std=c99" "gcc -x c -std=c17" "g++ -x c++ -std=c++11"; do
    $language -Wall -Wextra -Wpedantic -Werror -fsyntax-only bindings/c/include/suiji.h
done

warnings=(-std=c99 -D_POSIX_C_SOURCE=200809L -DSUIJI_PANIC_FOR_TESTS -Wall -Wextra -Wpedantic -Werror -g -Ibindings/c/include)
sanitizers=(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
# compile FOLDER OPTIONS…: the tests, into that folder.
compile() {
    mkdir -p "$1"
    local test
    for test in vectors cases interface arrow threads; do
        gcc "${warnings[@]}" "${@:2}" "bindings/c/tests/$test.c" bindings/c/tests/support.c bindings/c/tests/documents.c \
            -o "$1/$test" -L"$scratch/tested" -lsuiji_c -ljansson -pthread -Wl,-rpath,"$scratch/tested"
    done
}
compile "$scratch/sanitized" "${sanitizers[@]}"
compile "$scratch/plain"
vectors=tests/vectors

say "all vectors and cases, with address and undefined-behaviour sanitizers"
"$scratch/sanitized/vectors" $vectors
"$scratch/sanitized/cases" $vectors
"$scratch/sanitized/interface" $vectors/cases/01 2>"$scratch/stderr" || { cat "$scratch/stderr" >&2; exit 1; }
grep -q 'a panic for the tests' "$scratch/stderr"
"$scratch/sanitized/arrow" $vectors/cases/01
"$scratch/sanitized/threads" $vectors/cases/01 50

say "$draws draws"
"$scratch/plain/threads" $vectors/cases/01 "$draws"

say "valgrind"
# Definite and indirect leaks are errors. Memory that a thread-local or a static keeps until the end is not a leak.
memcheck=(valgrind --quiet --error-exitcode=9 --leak-check=full --show-leak-kinds=definite,indirect --errors-for-leak-kinds=definite,indirect)
"${memcheck[@]}" "$scratch/plain/interface" $vectors/cases/01 2>"$scratch/stderr" || { cat "$scratch/stderr" >&2; exit 1; }
"${memcheck[@]}" "$scratch/plain/arrow" $vectors/cases/01
for kind in receipts amendments; do "${memcheck[@]}" "$scratch/plain/vectors" $vectors $kind; done

say "programs that link it: pkg-config, shared and static"
export PKG_CONFIG_PATH=$scratch/installed/lib/pkgconfig
# shellcheck disable=SC2046 # options are words
gcc -std=c99 -Wall -Wextra -Werror bindings/c/examples/quickstart.c -o "$scratch/shared" $(pkg-config --cflags --libs suiji) -Wl,-rpath,"$scratch/installed/lib"
rm "$scratch/installed/lib/libsuiji_c.so"
# shellcheck disable=SC2046
gcc -std=c99 -Wall -Wextra -Werror bindings/c/examples/quickstart.c -o "$scratch/static" $(pkg-config --static --cflags --libs suiji)
ldd "$scratch/static" | grep -q suiji && { echo "the static program needs the shared library" >&2; exit 1; }
entity=$(sed -nE '1s/.*"id": ?"([^"]*)".*/\1/p' $vectors/cases/01/registry.jsonl)
cp "$target/debug/libsuiji_c.so" "$scratch/installed/lib"
for program in shared static; do "$scratch/$program" "$root/$vectors/cases/01" "$entity" >"$scratch/$program.txt"; done
diff "$scratch/shared.txt" "$scratch/static.txt"
head -n 1 "$scratch/shared.txt"
