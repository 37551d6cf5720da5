#!/usr/bin/env bash
# Builds the library for each kind of machine that can be built for here, against an old glibc, and a jar that holds them all.
#
# Zig links them: install `ziglang` and `cargo-zigbuild` from PyPI, and the targets by rustup. That for aarch64 is tried under
# Debian's qemu-user with libc6-arm64-cross: it is loaded and called, and the Rust quickstart draws there. Libraries for Windows and
# macOS are built on such machines by `mvn package`, and put into target/native before the jar is made:
#
#   bindings/jvm/target/native/win32-x86-64/suiji_uniffi.dll
#   bindings/jvm/target/native/darwin-aarch64/libsuiji_uniffi.dylib
#   bindings/jvm/target/native/darwin-x86-64/libsuiji_uniffi.dylib
set -euo pipefail
cd "$(dirname "$0")/../.."

glibc=2.17 # CentOS 7, Kylin V10, UOS
native=$PWD/bindings/jvm/target/native
target=${CARGO_TARGET_DIR:-$PWD/target}

# library TARGET FOLDER: builds one and looks at what it demands.
library() {
    cargo-zigbuild rustc --quiet --release --locked -p suiji-uniffi --lib --crate-type cdylib --target "$1.$glibc" \
        -- -C strip=symbols
    mkdir -p "$native/$2"
    local file=$native/$2/libsuiji_uniffi.so
    cp "$target/$1/release/libsuiji_uniffi.so" "$file"
    local newest
    newest=$(grep -aoE 'GLIBC_[0-9.]+' "$file" | sort -uV | tail -n 1)
    echo "$2: $(wc -c <"$file") bytes, up to $newest"
    [ "$(printf '%s\n' "GLIBC_$glibc" "$newest" | sort -V | tail -n 1)" = "GLIBC_$glibc" ]
}

library x86_64-unknown-linux-gnu linux-x86-64
library aarch64-unknown-linux-gnu linux-aarch64

smoke() { python3 -m ziglang cc -target "$1-linux-gnu.$glibc" -o "$target/smoke-$1" bindings/jvm/smoke.c -ldl; }
smoke x86_64
smoke aarch64
"$target/smoke-x86_64" "$native/linux-x86-64/libsuiji_uniffi.so" >"$target/smoke"
qemu-aarch64 -L /usr/aarch64-linux-gnu "$target/smoke-aarch64" "$native/linux-aarch64/libsuiji_uniffi.so" |
    diff "$target/smoke" -

case=tests/vectors/cases/01
cargo zigbuild --quiet --release --locked -p suiji-examples --example one_call --target "aarch64-unknown-linux-gnu.$glibc"
qemu-aarch64 -L /usr/aarch64-linux-gnu "$target/aarch64-unknown-linux-gnu/release/examples/one_call" "$case" |
    diff - <(cargo run --quiet --locked -p suiji-examples --example one_call -- "$case")
echo "aarch64: loaded, called, and draws the same"

rm -rf bindings/jvm/target/classes # with the library of this machine alone
mvn --batch-mode --quiet --no-transfer-progress -f bindings/jvm/pom.xml -Pdist -DskipTests package
python3 -m zipfile -l bindings/jvm/target/suiji-0.1.0.jar | grep suiji_uniffi
