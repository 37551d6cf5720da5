#!/usr/bin/env bash
# Checks the package for JavaScript and the page that verifies: types, all vectors in Node, each flow in a browser without a network.
# With SUIJI_ROWS=1000000 the largest registry of the tests has that many rows. With SUIJI_TWICE=1 everything is built a second time, in
# another folder.
set -euo pipefail
cd "$(dirname "$0")/../.."
say() { printf '\n== web: %s\n' "$*"; }

say "the module and the page"
bindings/web/build.sh
say "the same page again"
again=$(mktemp -d)
trap 'rm -r "$again"' EXIT
node bindings/web/page/build.mjs --out "$again/suiji-verify.html"
cmp bindings/web/suiji-verify.html "$again/suiji-verify.html"
if [ -n "${SUIJI_TWICE:-}" ]; then
    say "the same module and page from another folder"
    mkdir "$again/suiji"
    git ls-files -z | tar --null --create --files-from - | tar --extract --directory "$again/suiji"
    CARGO_TARGET_DIR="$again/target" "$again/suiji/bindings/web/build.sh"
    for file in npm/suiji.wasm suiji-verify.html; do cmp "bindings/web/$file" "$again/suiji/bindings/web/$file"; done
fi
say "the digest in the README and in suiji verify-page"
node bindings/web/page/digest.mjs
say "types"
npm --prefix bindings/web run --silent types
say "all vectors, in Node"
node --test bindings/web/npm/test/
say "the page, in Chromium"
node --test --test-concurrency=1 bindings/web/page/test/
