#!/usr/bin/env bash
# Checks the package for JavaScript and the page that verifies: types, all vectors in Node, each flow in a browser without a network.
set -euo pipefail
cd "$(dirname "$0")/../.."
say() { printf '\n== web: %s\n' "$*"; }

say "the module and the page"
bindings/web/build.sh
say "types"
npm --prefix bindings/web run --silent types
say "all vectors, in Node"
node --test bindings/web/npm/test/
say "the same page again"
node bindings/web/page/build.mjs --out "${TMPDIR:-/tmp}/suiji-verify-again.html"
cmp bindings/web/suiji-verify.html "${TMPDIR:-/tmp}/suiji-verify-again.html"
rm "${TMPDIR:-/tmp}/suiji-verify-again.html"
say "the page, in Chromium"
node --test --test-concurrency=1 bindings/web/page/test/
