#!/usr/bin/env bash
# Builds the distribution into target/dist: the jar, the Python wheels and the command, for x86-64 and aarch64 with an old glibc.
# `./check dist` installs what it needs and calls it.
#
# Zig is the linker. The builds for aarch64 are tested with qemu-user: the library is loaded and called; the command draws, and
# verifies a draw of the other machine. For Windows and macOS, run `mvn package` on such a machine and copy the library here before
# the jar is built:
#
#   bindings/jvm/target/dist/native/windows-x86_64/suiji_jvm.dll
#   bindings/jvm/target/dist/native/macos-aarch64/libsuiji_jvm.dylib
#   bindings/jvm/target/dist/native/macos-x86_64/libsuiji_jvm.dylib
set -euo pipefail
cd "$(dirname "$0")/../.."

glibc=2.17 # CentOS 7, Kylin V10, UOS
machines=(x86_64 aarch64)
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
dist=$target/dist
native=$PWD/bindings/jvm/target/dist/native
version=$(sed -nE 's/^version = "(.*)"/\1/p' Cargo.toml)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

say() { printf '\n== dist: %s\n' "$*"; }

# old_enough FILE MACHINE: prints the size and the glibc that the file needs. Fails if this glibc is too new.
old_enough() {
    local newest
    newest=$(grep -aoE 'GLIBC_[0-9.]+' "$1" | sort -uV | tail -n 1)
    echo "$(basename "$1"), $2: $(wc -c <"$1") bytes, needs $newest"
    [ "$(printf '%s\n' "GLIBC_$glibc" "$newest" | sort -V | tail -n 1)" = "GLIBC_$glibc" ]
}

# on MACHINE PROGRAM ARGUMENTS…: runs a program that was built for that machine.
on() {
    if [ "$1" = "$(uname -m)" ]; then
        "${@:2}"
    else
        "qemu-$1" -L "/usr/$1-linux-gnu" "${@:2}"
    fi
}

# zigbuild SUBCOMMAND MACHINE ARGUMENTS…
zigbuild() { cargo-zigbuild "$1" --quiet --profile wheel --locked --target "$2-unknown-linux-gnu.$glibc" "${@:3}"; }

library() {
    zigbuild rustc "$1" -p suiji-jvm --lib -- -C strip=symbols
    local file
    file=$native/linux-$1/libsuiji_jvm.so
    install -D "$target/$1-unknown-linux-gnu/wheel/libsuiji_jvm.so" "$file"
    old_enough "$file" "$1"
    python3 -m ziglang cc -target "$1-linux-gnu.$glibc" -o "$scratch/smoke" bindings/dist/smoke.c -ldl
    on "$1" "$scratch/smoke" "$file" >"$scratch/loaded-$1"
}

command_of() {
    zigbuild rustc "$1" -p suiji-cli --bin suiji -- -C strip=symbols
    local file
    file=$dist/suiji-$version-linux-$1
    install "$target/$1-unknown-linux-gnu/wheel/suiji" "$file"
    old_enough "$file" "$1"
    on "$1" "$file" demo "$scratch/demo-$1" >"$scratch/output-$1" || { cat "$scratch/output-$1"; exit 1; }
}

# verified MACHINE CASE: verifies the record of a case with the command of that machine.
verified() {
    on "$1" "$dist/suiji-$version-linux-$1" verify "$2/record.json" --case "$2" >"$scratch/output-$1" ||
        { cat "$scratch/output-$1"; exit 1; }
}

wheel() {
    maturin build --quiet --zig --compatibility manylinux2014 --target "$1-unknown-linux-gnu" \
        --manifest-path bindings/python/Cargo.toml --out "$dist"
    python3 -m zipfile -e "$dist"/*_"$1".whl "$scratch/wheel-$1"
    old_enough "$scratch/wheel-$1"/suiji/_native*.so "$1"
}

# This keeps the libraries that were copied from other machines.
rm -rf "$dist"
mkdir -p "$dist"

say "the libraries of the jar"
for machine in "${machines[@]}"; do library "$machine"; done
for machine in "${machines[@]}"; do diff "$scratch/loaded-${machines[0]}" "$scratch/loaded-$machine"; done
echo "all loaded and called"

say "the command"
for machine in "${machines[@]}"; do command_of "$machine"; done
for machine in "${machines[@]}"; do
    for drawn in "${machines[@]}"; do verified "$machine" "$scratch/demo-$drawn"; done
done
echo "each draws the demo and verifies all draws with all inputs"

say "the wheels"
for machine in "${machines[@]}"; do wheel "$machine"; done
python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet --disable-pip-version-check "$dist"/*_"$(uname -m)".whl
"$scratch/venv/bin/python" examples/python/quickstart.py

say "the jar, and its tests with the library of this machine"
mvn --batch-mode --quiet --no-transfer-progress -f bindings/jvm/pom.xml -Pdist verify
cp bindings/jvm/target/dist/suiji-"$version"*.jar "$dist"
python3 -m zipfile -l "$dist/suiji-$version.jar" | grep suiji_jvm

say "$dist"
cd "$dist"
sha256sum -- * >"$scratch/sums"
mv "$scratch/sums" SHA256SUMS
ls -l --time-style=+ | awk 'NF > 5 { print $5, $6 }'
cat SHA256SUMS
