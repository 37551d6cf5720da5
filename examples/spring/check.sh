#!/usr/bin/env bash
# Runs the service through a day: `check.sh [2.7|3]`, with that version of Spring Boot (default: 3). It needs the artefact of
# bindings/jvm in the local Maven repository, a JDK 17 or later, Maven, and the PostgreSQL server.
set -euo pipefail
cd "$(dirname "$0")"
boot=${1:-3}
[ "$boot" = 2.7 ] || [ "$boot" = 3 ] || { echo "usage: check.sh [2.7|3]" >&2; exit 2; }

../sql/postgres.sh mvn --batch-mode --quiet --no-transfer-progress -P "boot-$boot" clean verify
python3 - target/failsafe-reports/TEST-*.xml <<'END'
import sys, xml.etree.ElementTree as tree
suites = [tree.parse(path).getroot() for path in sys.argv[1:]]
tests = sum(int(suite.get("tests")) for suite in suites)
assert tests >= 13, f"expected at least 13 tests, found {tests}"
print(f"{tests} tests passed")
END
