#!/usr/bin/env bash
# Checks the package for Go: `bindings/go/check.sh PREFIX`, where bindings/c/install.sh has installed the C library. It needs Go 1.24 or
# later, gcc, pkg-config, python3 and jq.
set -euo pipefail
prefix=$(realpath "${1:?usage: check.sh PREFIX}")
cd "$(dirname "$0")/../.."
root=$PWD

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
say() { printf '\n== go: %s\n' "$*"; }
export PKG_CONFIG_PATH=$prefix/lib/pkgconfig LD_LIBRARY_PATH=$prefix/lib CGO_ENABLED=1 GOFLAGS=-mod=mod GOTOOLCHAIN=local

say "generated types, names, format, vet"
python3 bindings/values go --check
python3 bindings/values/compare.py go
cd bindings/go
unformatted=$(gofmt -l .)
[ -z "$unformatted" ] || { echo "not formatted: $unformatted" >&2; exit 1; }
go vet ./...

say "all vectors, tests and examples"
go test ./...

say "with the race detector and the strict checks of cgo"
GOEXPERIMENT=cgocheck2 go test -race -short ./...

say "the program of the README, in an empty folder"
case=$root/tests/vectors/cases/01
# The document has sorted keys and no fractions, so jq writes the same canonical JSON.
expected=$(jq -cjS . "$case/expected/record.json" | sha256sum | cut -d ' ' -f 1)
mkdir "$scratch/program"
cp "$case"/*.json "$case"/*.jsonl "$scratch/program"
awk '/^```go$/ { inside = 1; next } /^```$/ { if (inside) exit } inside' README.md >"$scratch/program/main.go"
cd "$scratch/program"
go mod init example 2>/dev/null
go mod edit -replace "suiji.org/suiji=$root/bindings/go"
go mod tidy 2>/dev/null
# drawn PROGRAM: runs it, and compares the digest of its record.
drawn() { "$1" | tee "$scratch/out" | grep -qx "record $expected" || { cat "$scratch/out" >&2; exit 1; }; }
go build -o shared .
drawn ./shared
jq -cjS . record.json | sha256sum | grep -q "^$expected"

say "the same program, linked statically"
# Go does not notice that the library has changed. But it rebuilds a module that is in another folder.
cp -r "$root/bindings/go" "$scratch/module"
go mod edit -replace "suiji.org/suiji=$scratch/module"
cp -r "$prefix" "$scratch/archive"
rm "$scratch/archive"/lib/*.so
sed -i "s|^prefix=.*|prefix=$scratch/archive|" "$scratch/archive/lib/pkgconfig/suiji.pc"
PKG_CONFIG_PATH=$scratch/archive/lib/pkgconfig go build -tags suiji_static -o static .
ldd static | grep -q suiji && { echo "the static program needs the shared library" >&2; exit 1; }
LD_LIBRARY_PATH='' drawn ./static
echo "record $expected, as in every other language"
