#!/usr/bin/env bash
# Checks the assembly for C#: `bindings/csharp/check.sh PREFIX`, where bindings/c/install.sh has installed the C library. It needs Mono
# (mono-mcs, mono-runtime), python3, unzip, binutils and jq. The package is left in target/csharp.
set -euo pipefail
prefix=$(realpath "${1:?usage: check.sh PREFIX}")
cd "$(dirname "$0")/../.."
root=$PWD

out=${CARGO_TARGET_DIR:-target}/csharp
mkdir -p "$out"
out=$(realpath "$out")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
say() { printf '\n== csharp: %s\n' "$*"; }
# compile OPTIONS…: no warning is allowed, so every public member has documentation.
compile() { mcs -langversion:7.2 -warn:4 -warnaserror "$@"; }

say "generated types and P/Invoke layer, names"
python3 bindings/values csharp --check
python3 bindings/values/compare.py csharp

say "the assembly and its documentation"
compile -target:library -out:"$out/Suiji.dll" -doc:"$out/Suiji.xml" bindings/csharp/src/*.cs

say "all vectors and tests"
compile -out:"$out/Suiji.Tests.exe" -r:"$out/Suiji.dll" bindings/csharp/tests/*.cs
LD_LIBRARY_PATH=$prefix/lib mono "$out/Suiji.Tests.exe"

say "the package"
machine=$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
strip --strip-debug -o "$scratch/libsuiji_c.so" "$prefix/lib/libsuiji_c.so"
package=$(python3 bindings/csharp/pack.py "$out" "$out/Suiji.dll" "$out/Suiji.xml" "linux-$machine=$scratch/libsuiji_c.so")
unzip -l "$package" | awk 'NR > 3 && NF == 4 { print $4, $1 }'

say "the program of the README, in an empty folder, with the package alone"
case=$root/tests/vectors/cases/01
expected=$(jq -cjS . "$case/expected/record.json" | sha256sum | cut -d ' ' -f 1)
unzip -q "$package" -d "$scratch/package"
python3 - "$scratch/package" <<'END'
import sys, xml.etree.ElementTree as tree
from pathlib import Path
package = Path(sys.argv[1])
parts = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
types = tree.parse(package / "[Content_Types].xml").getroot()
extensions = {one.get("Extension") for one in types if one.get("Extension")}
names = {one.get("PartName")[1:] for one in types if one.get("PartName")}
unknown = [part for part in parts if part != "[Content_Types].xml" and part not in names and part.rsplit(".", 1)[-1] not in extensions]
assert not unknown, f"parts without a type: {unknown}"
nuspec = tree.parse(package / "Suiji.nuspec").getroot()
name = nuspec.tag.replace("package", "")
found = {one.tag.replace(name, ""): one.text for one in nuspec.find(name + "metadata")}
assert found["id"] == "Suiji" and found["readme"] in parts, found
END
mkdir "$scratch/program"
cp "$case"/*.json "$case"/*.jsonl "$scratch/program"
cp "$scratch/package/lib/netstandard2.0/Suiji.dll" "$scratch/package/runtimes/linux-$machine/native/libsuiji_c.so" "$scratch/program"
awk '/^```csharp$/ { inside = 1; next } /^```$/ { if (inside) exit } inside' bindings/csharp/README.md >"$scratch/program/Program.cs"
cd "$scratch/program"
compile -r:Suiji.dll Program.cs
mono Program.exe | tee out.txt | grep -qx "record $expected" || { cat out.txt >&2; exit 1; }
jq -cjS . record.json | sha256sum | grep -q "^$expected"
echo "record $expected, as in every other language"
