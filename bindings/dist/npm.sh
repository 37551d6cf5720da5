#!/usr/bin/env bash
# Builds the package for npm and the page that verifies into target/dist. `./check web` tests both.
. "$(dirname "$0")/common.sh"

say "the page that verifies, and the package for npm"
bindings/web/build.sh
cp bindings/web/suiji-verify.html "$dist"
cp -r bindings/web/npm "$scratch/package"
rm -rf "$scratch/package/test"
cp bindings/web/README.md LICENSE-* "$scratch/package"
(cd "$scratch/package" && npm pack --silent --pack-destination "$scratch")
mv "$scratch/suiji-$version.tgz" "$dist/suiji-npm-$version.tgz"
tar -tzf "$dist/suiji-npm-$version.tgz"
