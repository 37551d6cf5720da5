#!/usr/bin/env bash
# Writes SHA256SUMS in target/dist, and TOOLS.txt with the versions of the tools with which the same commit gives the same bytes.
. "$(dirname "$0")/common.sh"

say "$dist"
{
    echo "commit $(git rev-parse HEAD)"
    echo "SOURCE_DATE_EPOCH $SOURCE_DATE_EPOCH"
    rustc --version
    cargo-zigbuild --version
    echo "zig $(python3 -m ziglang version)"
    x86_64-w64-mingw32-gcc --version | sed -n 1p
    maturin --version
    java -version 2>&1 | sed -n 1p
    mvn --version | sed -n '1s/\x1b\[[0-9;]*m//gp'
    mcs --version
    echo "node $(node --version)"
} >"$dist/TOOLS.txt"
cd "$dist"
find . -type f ! -name SHA256SUMS -printf '%P\n' | sort | xargs -d '\n' sha256sum -- >"$scratch/sums"
mv "$scratch/sums" SHA256SUMS
find . -type f -printf '%s %P\n' | sort -k 2
cat SHA256SUMS
