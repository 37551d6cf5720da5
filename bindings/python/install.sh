#!/usr/bin/env bash
# Builds the wheel, for systems from glibc 2.17 on, and installs it into the virtual environment of all checks, target/venv.
#
#   bindings/python/install.sh FOLDER    leaves the wheel in FOLDER
#
# Cargo knows whether the installed maturin is older than its source: if nothing has changed, this takes seconds.
set -euo pipefail
out=$(realpath "$1")
cd "$(dirname "$0")/../.."

here=bindings/python
venv=$PWD/target/venv
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
export PATH="$venv/bin:$PATH" PIP_QUIET=1 PIP_DISABLE_PIP_VERSION_CHECK=1

pip install -c "$here/requirements.txt" maturin ziglang
maturin build --quiet --zig --compatibility manylinux2014 --manifest-path "$here/Cargo.toml" --out "$out"
pip install --force-reinstall --no-deps "$out"/suiji-*.whl
