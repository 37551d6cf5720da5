#!/usr/bin/env bash
# Builds npm/suiji.wasm and suiji-verify.html. The same sources and tools give the same files.
#
# It needs Rust by rustup, clang, and Node 18 or later. It installs Rust 1.95 with its standard library for WebAssembly,
# and the tools of package.json, if they are missing.
set -euo pipefail
cd "$(dirname "$0")/../.."

# Another version of Rust gives another module, and so another digest of the page.
rust=1.95.0
# Only what is missing is installed. An existing toolchain is shared with other work, and installing it again would rewrite it.
rustc "+$rust" --version >/dev/null 2>&1 || rustup toolchain install "$rust" --profile minimal
if [ ! -d "$(rustc "+$rust" --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    rustup target add --toolchain "$rust" wasm32-unknown-unknown
fi
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
# No path of this machine goes into the module.
export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=$PWD=suiji --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
cargo "+$rust" build --quiet --locked --profile web --target wasm32-unknown-unknown -p suiji-web
cp "$target/wasm32-unknown-unknown/web/suiji_web.wasm" bindings/web/npm/suiji.wasm
(cd bindings/web && npm ci --silent --no-audit --no-fund)
node bindings/web/page/build.mjs
