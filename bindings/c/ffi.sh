#!/usr/bin/env bash
# Runs the programs in PHP and Pascal that call the C library: `bindings/c/ffi.sh PREFIX`. install.sh must have
# installed it in PREFIX. It needs php-cli with FFI, fpc and jq.
set -euo pipefail
prefix=$(realpath "${1:?usage: ffi.sh PREFIX}")
cd "$(dirname "$0")/../.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
case=tests/vectors/cases/01
expected=$(jq -cjS . "$case/expected/record.json" | sha256sum | cut -d ' ' -f 1)
# prints NAME COMMAND…: the command prints the digest of the record, and nothing else.
prints() {
    [ "$("${@:2}")" = "$expected" ] || { echo "$1 does not print $expected" >&2; exit 1; }
    echo "$1: $expected"
}

prints PHP php -d ffi.enable=1 examples/php/quickstart.php "$prefix/lib/libsuiji_c.so" "$prefix/include/suiji.h" "$case"
fpc -Mdelphi -v0 -Fl"$prefix/lib" -FE"$scratch" -o"$scratch/quickstart" examples/delphi/quickstart.dpr >"$scratch/log" || { cat "$scratch/log" >&2; exit 1; }
LD_LIBRARY_PATH=$prefix/lib prints "Free Pascal" "$scratch/quickstart" "$case"
# A refused input must give an error with its text, not a crash.
mkdir "$scratch/refused"
cp "$case"/*.json "$case"/*.jsonl "$scratch/refused"
echo '{}' >"$scratch/refused/plan.json"
# refuses NAME TEXT COMMAND…: the command fails and prints the text.
refuses() {
    if "${@:3}" >"$scratch/text" 2>&1 || ! grep -q "$2" "$scratch/text"; then cat "$scratch/text" >&2; exit 1; fi
    echo "$1: refuses a plan without content"
}
refuses PHP 'json.missing-field: 抽查计划' \
    php -d ffi.enable=1 examples/php/quickstart.php "$prefix/lib/libsuiji_c.so" "$prefix/include/suiji.h" "$scratch/refused"
LD_LIBRARY_PATH=$prefix/lib refuses "Free Pascal" json.missing-field "$scratch/quickstart" "$scratch/refused"
