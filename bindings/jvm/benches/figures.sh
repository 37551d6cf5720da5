#!/usr/bin/env bash
# Compares the time of a draw in Java and in Rust: `figures.sh [PAIRS [ROWS…]]`. README.md explains the table.
#
# The artefact must be in the local repository (`mvn -f bindings/jvm/pom.xml install`, or `./check jvm`).
set -euo pipefail
cd "$(dirname "$0")/../../.."

pairs=${1:-15}
rows=("${@:2}")
[ ${#rows[@]} -gt 0 ] || rows=(100000 1000000)
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
cargo build --quiet --release --locked -p suiji-jvm-benches
mvn --batch-mode --quiet --no-transfer-progress -f bindings/jvm/benches/pom.xml compile exec:exec -Dexec.executable=java \
    -Dexec.args="-classpath %classpath org.suiji.benches.Figures $target/release/suiji-jvm-yardstick $pairs ${rows[*]}"
