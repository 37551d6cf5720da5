#!/usr/bin/env bash
# Checks the Maven artefact: the build with Javadoc, the tests on the default JDK and on the newest installed one, and
# the examples in the way in which a user builds them, also on PostgreSQL. Then the quickstart in Rust, Python, C, Java
# and Kotlin, a service on Spring Boot 3, and a short run of the benchmark. It needs cargo, gcc, maven, a JDK 17 or
# later, the PostgreSQL server, and python3 with venv.
set -euo pipefail
cd "$(dirname "$0")/../.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
say() { printf '\n== jvm: %s\n' "$*"; }
maven() { mvn --batch-mode --quiet --no-transfer-progress "$@"; }

# passed: prints how many tests of the last run passed, failed and were skipped.
passed() {
    python3 - bindings/jvm/target/surefire-reports/TEST-*.xml <<'EOF'
import sys, xml.etree.ElementTree as tree
suites = [tree.parse(path).getroot() for path in sys.argv[1:]]
tests, failed, skipped = (sum(int(suite.get(name)) for suite in suites) for name in ("tests", "failures", "skipped"))
failed += sum(int(suite.get("errors")) for suite in suites)
assert tests - failed - skipped > 200, f"expected more than 200 tests, found {tests}"
print(f"{tests - failed - skipped} passed, {failed} failed, {skipped} skipped")
EOF
}

cargo build --quiet --workspace --all-targets --locked
mkdir -p target/checked
for library in libsuiji_jvm.so libsuiji_uniffi.so; do strip -o "target/checked/$library" "target/debug/$library"; done

say "the artefact, its Javadoc and its tests"
rm -rf bindings/jvm/target/surefire-reports
maven -P checked -f bindings/jvm/pom.xml install
passed

say "the artefact for Kotlin"
maven -P checked -f bindings/kotlin/pom.xml install

# release JAVA: prints its version, such as 17.
release() { "$1" -XshowSettings:properties -version 2>&1 | sed -nE 's/ *java.specification.version = (1\.)?//p'; }
newest=java
for java in /usr/lib/jvm/*/bin/java; do
    if [ -x "$java" ] && [ "$(release "$java")" -gt "$(release "$newest")" ]; then newest=$java; fi
done
if [ "$newest" != java ]; then
    say "its tests on Java $(release "$newest")"
    rm -rf bindings/jvm/target/surefire-reports
    maven -P checked -f bindings/jvm/pom.xml surefire:test@default-test surefire:test@little-memory -Djvm="$newest"
    passed
fi

say "the examples"
case=tests/vectors/cases/01
# example NAME FOLDER ARGUMENTS…: runs an example and shows its output if it fails.
example() {
    maven -f "examples/$2/pom.xml" test-compile exec:java "${@:3}" >"$scratch/$1" || { cat "$scratch/$1"; exit 1; }
}
example java java -Dexec.args="$PWD/$case"
example kotlin kotlin -Dexec.args="$PWD/$case"
# tables NAME ARGUMENTS…: runs FromTables, counts the selected entities and expects an amendment.
tables() {
    example "$1" java -Dexec.mainClass=example.FromTables "${@:2}"
    [ "$(grep -c '^selected 911405' "$scratch/$1") $(grep -c '^amended' "$scratch/$1")" = "5 1" ] || { cat "$scratch/$1"; exit 1; }
}
tables h2
# shellcheck disable=SC2016 # postgres.sh sets these variables
export -f maven example tables
scratch=$scratch examples/sql/postgres.sh bash -euc \
    'tables postgresql -Dexec.args="jdbc:postgresql://$PGHOST:$PGPORT/$PGDATABASE?user=$PGUSER&password=$PGPASSWORD"'

say "the service on Spring Boot 3"
examples/spring/check.sh 3

say "the quickstart gives the same digest in every language"
target/debug/examples/one_call "$case" >"$scratch/record.json"
target/debug/suiji canon "$scratch/record.json" | sha256sum | cut -d ' ' -f 1 >"$scratch/rust"
bindings/python/install.sh "$scratch"
target/venv/bin/python bindings/jvm/quickstart.py "$case" >"$scratch/python"
PROFILE=dev bindings/c/install.sh "$scratch/installed"
# shellcheck disable=SC2046 # options are words
gcc -std=c99 bindings/c/examples/quickstart.c -o "$scratch/quickstart" -Wl,-rpath,"$scratch/installed/lib" \
    $(PKG_CONFIG_PATH=$scratch/installed/lib/pkgconfig pkg-config --cflags --libs suiji)
"$scratch/quickstart" "$case" "$(sed -nE '1s/.*"id": ?"([^"]*)".*/\1/p' "$case/registry.jsonl")" | sed -n 's/^record //p' >"$scratch/c"
for language in python c java kotlin; do
    # Maven prints colour codes even if there is no terminal.
    grep -xE '[0-9a-f]{64}' <(sed 's/\x1b\[[0-9;]*m//g' "$scratch/$language") | diff "$scratch/rust" -
done
echo "Rust, Python, C, Java, Kotlin: $(cat "$scratch/rust")"

say "a short run of the benchmark"
# This only shows that the benchmark runs. The times of two small draws mean nothing.
PROFILE=dev bindings/jvm/benches/figures.sh 2 1000 >"$scratch/figures" || { cat "$scratch/figures"; exit 1; }
grep -q '| *1000 |' "$scratch/figures" && echo "Java and Rust give the same records"
