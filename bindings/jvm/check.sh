#!/usr/bin/env bash
# Proves the Maven artefact: build, Javadoc and tests, on each JDK that is there; the examples as a user would build them; the
# quickstart in Rust, Java and Kotlin. Called from the root of the repository; it needs maven, a JDK of 17 or later and python3.
set -euo pipefail

target=${CARGO_TARGET_DIR:-$PWD/target}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
say() { printf '\n== jvm: %s\n' "$*"; }
maven() { mvn --batch-mode --quiet --no-transfer-progress "$@"; }

say "the artefact, its documentation and its tests"
maven -f bindings/jvm/pom.xml verify
python3 - bindings/jvm/target/surefire-reports/*.xml <<'EOF'
import sys, xml.etree.ElementTree as tree
suites = [tree.parse(path).getroot() for path in sys.argv[1:]]
count = lambda name: sum(int(suite.get(name)) for suite in suites)
failed, skipped = count("failures") + count("errors"), count("skipped")
print(f"jvm: {count('tests') - failed - skipped} passed, {failed} failed, {skipped} skipped")
EOF

say "the examples, from a repository that has the artefact alone"
repository=$scratch/artefacts
maven -f bindings/jvm/pom.xml install:install-file -Dfile=target/suiji-0.1.0.jar -DpomFile=pom.xml \
    -DlocalRepositoryPath="$repository" 2>"$scratch/log" || { cat "$scratch/log"; exit 1; }
# example FOLDER ARGUMENTS…
example() {
    local folder=$1
    shift
    maven -f "examples/$folder/pom.xml" -Dmaven.repo.local.head="$repository" -DbuildDirectory="$scratch/$folder" compile exec:java "$@"
}
