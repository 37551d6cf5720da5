#!/usr/bin/env bash
# Runs the `sh` blocks of a page of this folder, one after the other, and stops at the first command that fails.
#
#   postgres.sh page.sh README.md
set -euo pipefail
cd "$(dirname "$0")"
# The blocks' own names are left to them: nothing but the page's name is set here.
source <(sed -n '/^```sh$/,/^```$/{/^```/!p}' "$1")
echo "$1: all blocks ran"
