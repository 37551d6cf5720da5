#!/usr/bin/env bash
# Checks the Python package: the wheel, its types, tests and examples. Its pages are part of the site (`./check docs`).
#
#   bindings/python/check.sh
#
# It needs Rust, git, Python 3.11 or later with venv (the package runs on 3.9, but its test tools do not), and Noto Sans
# CJK for the labels of pictures (without it, the labels are boxes, but nothing fails). Everything else is installed
# into a virtual environment, target/venv, by pip.
set -euo pipefail
cd "$(dirname "$0")/../.."

say() { printf '\n== %s\n' "$*"; }

here=bindings/python
target=${CARGO_TARGET_DIR:-target}
venv=$PWD/target/venv
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
export PATH="$venv/bin:$PATH"

say "style"
ruff check --quiet --config "$here/pyproject.toml" "$here" examples/python docs/site
ruff format --quiet --check --config "$here/pyproject.toml" "$here" examples/python docs/site

say "the wheel, for systems from glibc 2.17 on"
"$here/install.sh" "$scratch"
wheel=$(echo "$scratch"/*.whl)
size=$(stat -c %s "$wheel")
echo "$(basename "$wheel"): $size bytes"
[ "$size" -lt 7000000 ] || { echo "check: the wheel has 7 MB or more" >&2; exit 1; }

say "types"
python "$here/docstrings.py" --check
# Run in each folder separately, so that the installed package is tested.
(cd "$here/tests" && mypy --config-file ../pyproject.toml .)
mypy --config-file "$here/pyproject.toml" examples/python "$here"/*.py "$here/benches/frame.py"
(cd "$scratch" && mypy --strict -p suiji && python -m mypy.stubtest suiji._native)

say "tests"
cargo build --quiet --workspace --all-targets --locked
SUIJI_BINARY=$(realpath "$target/debug/suiji") pytest -n 2 "$here/tests"

say "the notebooks"
python "$here/notebook.py" 2>"$scratch/notebook.txt" || { cat "$scratch/notebook.txt" >&2; exit 1; }

say "a new virtual environment without Rust"
python3 -m venv "$scratch/fresh"
"$scratch/fresh/bin/pip" install --quiet --disable-pip-version-check "$wheel[estimate]" pytest pytest-xdist hypothesis duckdb openpyxl pandas polars pyarrow tqdm
# The simulation takes long, and would give the same result again.
env -i PATH=/usr/bin:/bin LANG=C.UTF-8 HOME="$scratch" "$scratch/fresh/bin/python" -m pytest -n 2 "$here/tests" \
    --ignore "$here/tests/test_estimate_simulation.py"

say "pip install from a clone"
git clone --quiet . "$scratch/clone"
python3 -m venv "$scratch/built"
# Without optimisation, because this only tests the clone.
CARGO_TARGET_DIR=$(realpath "$target") MATURIN_PEP517_ARGS="--profile dev" "$scratch/built/bin/pip" install --quiet --disable-pip-version-check "$scratch/clone/bindings/python"
env -i PATH=/usr/bin:/bin LANG=C.UTF-8 "$scratch/built/bin/python" examples/python/quickstart.py
