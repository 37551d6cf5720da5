#!/usr/bin/env bash
# Builds npm/suiji.wasm and suiji-verify.html. The same sources and tools give the same files.
#
# It needs Rust by rustup and Node 18 or later, and installs the standard library of Rust for WebAssembly and the tools of package.json.
set -euo pipefail
cd "$(dirname "$0")/../.."

rustup target add wasm32-unknown-unknown 2>/dev/null
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
# No path of this machine goes into the module.
export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=$PWD=suiji --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
cargo build --quiet --locked --profile web --target wasm32-unknown-unknown -p suiji-web
cp "$target/wasm32-unknown-unknown/web/suiji_web.wasm" bindings/web/npm/suiji.wasm
(cd bindings/web && npm ci --silent --no-audit --no-fund)
node bindings/web/page/build.mjs
