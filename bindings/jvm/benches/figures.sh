#!/usr/bin/env bash
# Compares the time of a draw in Java and in Rust: `figures.sh [PAIRS [ROWS…]]`. README.md explains the table.
#
# The artefact must be in the local repository: `mvn -f bindings/jvm/pom.xml install`. The artefact of `./check jvm` is
# hardly optimised, and neither is the Rust part with PROFILE=dev.
set -euo pipefail
cd "$(dirname "$0")/../../.."

pairs=${1:-15}
rows=("${@:2}")
[ ${#rows[@]} -gt 0 ] || rows=(100000 1000000)
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
profile=${PROFILE:-release}
folder=$profile
packages=(-p suiji-jvm-benches)
[ "$profile" = dev ] && { folder=debug; packages=(--workspace --all-targets); }
cargo build --quiet --profile "$profile" --locked "${packages[@]}"
mvn --batch-mode --quiet --no-transfer-progress -f bindings/jvm/benches/pom.xml compile exec:exec -Dexec.executable=java \
    -Dexec.args="-classpath %classpath org.suiji.benches.Figures $target/$folder/suiji-jvm-yardstick $pairs ${rows[*]}"
