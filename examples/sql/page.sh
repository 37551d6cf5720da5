#!/usr/bin/env bash
# Runs the `sh` blocks of a page of this folder in order, and stops at the first command that fails.
#
#   postgres.sh page.sh README.md
set -euo pipefail
cd "$(dirname "$0")"
# No variables are set here, so that the blocks can use any names.
source <(sed -n '/^```sh$/,/^```$/{/^```/!p}' "$1")
echo "$1: all blocks ran"
