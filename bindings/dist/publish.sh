#!/usr/bin/env bash
# Tries everything that a publication does, without publishing: `./check publish` calls it, after `./check dist`. It needs cargo, mvn, npm,
# twine and maturin.
. "$(dirname "$0")/common.sh"

[ -e "$dist/SHA256SUMS" ] || { echo "publish: run ./check dist first" >&2; exit 2; }

# crates: makes the crates, compiles each of them from its archive, and stops before the upload.
crates() {
    say "the crates"
    cargo publish --workspace --dry-run --locked
    find "$target/package" -name "suiji*-$version.crate" -printf '%s %f\n'
}

python() {
    say "the Python package: metadata, and a build from the source archive"
    twine check --strict "$dist"/*.whl "$dist/suiji-$version.tar.gz"
    python3 -m venv "$scratch/venv"
    # Without optimisation: this only shows that everything is in the archive.
    CARGO_TARGET_DIR=$target MATURIN_PEP517_ARGS="--profile dev" \
        "$scratch/venv/bin/pip" install --quiet --disable-pip-version-check "$dist/suiji-$version.tar.gz"
    "$scratch/venv/bin/python" examples/python/quickstart.py
}

# jar: what Maven Central asks of an artefact, and signatures with a key of a minute.
jar() {
    say "the artefact for Maven: sources, Javadoc, signatures"
    export GNUPGHOME=$scratch/keys
    mkdir -m 700 "$GNUPGHOME"
    quiet gpg --batch --passphrase '' --quick-generate-key 'A key for this test <test@example.org>' ed25519 sign 1d
    mvn --batch-mode --quiet --no-transfer-progress -f bindings/jvm/pom.xml -Pdist,release "-Dproject.build.outputTimestamp=$SOURCE_DATE_EPOCH" \
        -DskipTests verify
    local kind
    for kind in .jar -sources.jar -javadoc.jar .pom; do quiet gpg --batch --verify "bindings/jvm/target/dist/suiji-$version$kind.asc"; done
    gpgconf --kill all
    python3 - bindings/jvm/pom.xml <<'END'
import sys, xml.etree.ElementTree as tree
project = tree.parse(sys.argv[1]).getroot()
asked = ["name", "description", "url", "licenses", "developers", "scm"]
missing = [name for name in asked if project.find("{*}" + name) is None]
print("signed; to be written before the upload:", ", ".join(missing) or "nothing")
END
}

# nuget: what is in the package; the .NET SDK is not needed to upload it.
nuget() {
    say "the package for NuGet"
    python3 -m zipfile -l "$dist/Suiji.$version.nupkg"
    for native in linux-x64/native/libsuiji_c.so linux-arm64/native/libsuiji_c.so win-x64/native/suiji_c.dll; do
        python3 -m zipfile -l "$dist/Suiji.$version.nupkg" | grep "runtimes/$native" >/dev/null
    done
}

npm_package() {
    say "the package for npm"
    npm publish --dry-run "$dist/suiji-npm-$version.tgz"
    mkdir "$scratch/node"
    (cd "$scratch/node" && npm install --silent --no-audit --no-fund "$dist/suiji-npm-$version.tgz" &&
        node --input-type=module -e 'import { load } from "suiji"; const suiji = await load(); console.log(suiji.codes().length > 0)' | grep true >/dev/null)
}

crates
python
jar
nuget
npm_package
say "cargo-semver-checks compares with the last release: there is none before 0.1.0"
