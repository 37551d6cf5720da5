#!/usr/bin/env bash
# Builds the Python wheels for all platforms, and the source archive, into target/dist. One wheel of a platform serves Python 3.9 and later.
# The wheel of this machine is installed and run; the libraries of the others are examined only.
. "$(dirname "$0")/common.sh"

# wheel PLATFORM
wheel() {
    local options=()
    [[ $1 != linux-* ]] || options=(--zig --compatibility manylinux2014)
    cargo_settings
    maturin build --quiet "${options[@]}" --target "$(triple "$1")" --manifest-path bindings/python/Cargo.toml --out "$scratch/wheel-$1"
    python3 -m zipfile -e "$scratch/wheel-$1"/*.whl "$scratch/unpacked-$1"
    fits "$1" "$(find "$scratch/unpacked-$1/suiji" -name '_native*' ! -name '*.pyi')"
    cp "$scratch/wheel-$1"/*.whl "$dist"
}

say "the wheels"
rm -f "$dist"/*.whl "$dist/suiji-$version.tar.gz"
for platform in "${library_platforms[@]}"; do wheel "$platform"; done
python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet --disable-pip-version-check "$scratch/wheel-$here"/*.whl
"$scratch/venv/bin/python" examples/python/quickstart.py

say "the source archive for Python"
maturin sdist --quiet --manifest-path bindings/python/Cargo.toml --out "$dist"
ls -1 "$dist"/*.whl "$dist/suiji-$version.tar.gz"
