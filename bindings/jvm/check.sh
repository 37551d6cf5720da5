#!/usr/bin/env bash
# Proves the Maven artefact: its build with Javadoc, its tests on the JDK in use and on the newest there is, the examples as a user
# builds them, and the quickstart in Rust, Java and Kotlin. It needs cargo, maven, a JDK of 17 or later and python3.
set -euo pipefail
cd "$(dirname "$0")/../.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
say() { printf '\n== jvm: %s\n' "$*"; }
maven() { mvn --batch-mode --quiet --no-transfer-progress "$@"; }

# passed: the line that counts the tests of the last run.
passed() {
    python3 - bindings/jvm/target/surefire-reports/TEST-*.xml <<'EOF'
import sys, xml.etree.ElementTree as tree
suites = [tree.parse(path).getroot() for path in sys.argv[1:]]
tests, failed, skipped = (sum(int(suite.get(name)) for suite in suites) for name in ("tests", "failures", "skipped"))
failed += sum(int(suite.get("errors")) for suite in suites)
assert tests - failed - skipped > 200, f"{tests} tests are too few"
print(f"{tests - failed - skipped} passed, {failed} failed, {skipped} skipped")
EOF
}

say "the artefact, its Javadoc and its tests"
rm -rf bindings/jvm/target/surefire-reports
maven -f bindings/jvm/pom.xml install
passed

newest=$(ls -d /usr/lib/jvm/*/bin/java 2>/dev/null | sort -V | tail -n 1)
for java in $(ls /usr/lib/jvm/*/bin/java 2>/dev/null); do
    version() { "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p'; }
    if [ "$(version "$java" | sed 's/^1\.//')" -gt "$(version "$newest" | sed 's/^1\.//')" ]; then newest=$java; fi
done
if [ -n "$newest" ]; then
    say "its tests on $("$newest" -version 2>&1 | head -n 1)"
    rm -rf bindings/jvm/target/surefire-reports
    maven -f bindings/jvm/pom.xml surefire:test@default-test -Djvm="$newest"
    passed
fi

say "the examples"
case=tests/vectors/cases/01
# example NAME FOLDER ARGUMENTS…: Maven writes its errors where the example writes, so what failed is shown.
example() {
    maven -f "examples/$2/pom.xml" compile exec:java "${@:3}" >"$scratch/$1" || { cat "$scratch/$1"; exit 1; }
}
example java java -Dexec.args="$PWD/$case"
example kotlin kotlin -Dexec.args="$PWD/$case"
example tables java -Dexec.mainClass=example.FromTables
[ "$(grep -c '^drawn 911405' "$scratch/tables")" = 5 ] || { cat "$scratch/tables"; exit 1; }

say "the quickstart gives one digest in every language"
cargo run --quiet --locked -p suiji-examples --example one_call -- "$case" >"$scratch/record.json"
cargo run --quiet --locked -p suiji-cli -- canon "$scratch/record.json" | sha256sum | cut -d ' ' -f 1 >"$scratch/rust"
for language in java kotlin; do
    # Maven resets the terminal's colours even where there is none.
    grep -xE '[0-9a-f]{64}' <(sed 's/\x1b\[[0-9;]*m//g' "$scratch/$language") | diff "$scratch/rust" -
done
echo "Rust, Java, Kotlin: $(cat "$scratch/rust")"
