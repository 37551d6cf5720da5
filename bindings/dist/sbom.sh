#!/usr/bin/env bash
# Writes the lists of components (SBOM, CycloneDX) into target/dist: for the command, the C library (also in the package for NuGet), the
# library of the jar, the Python wheels, and the module of the page and the package for npm. It needs cargo-cyclonedx.
. "$(dirname "$0")/common.sh"

# The tool writes its files beside the manifests, so it works on a copy of the sources.
say "the lists of components"
git ls-files -z -- '*.rs' '*.toml' Cargo.lock crates | tar --null -c -T - | tar -C "$scratch" -x
for package in crates/suiji-cli bindings/c bindings/jvm/native bindings/python bindings/web; do
    name=$(sed -nE '0,/^name/s/^name = "(.*)"/\1/p' "$package/Cargo.toml")
    (cd "$scratch" && quiet cargo cyclonedx --quiet --manifest-path "$package/Cargo.toml" --format json --spec-version 1.5 --target all \
        --no-build-deps --override-filename "$name.cdx")
    python3 bindings/dist/sbom.py "$scratch/$package/$name.cdx.json" "$scratch" "$dist/$name-$version.cdx.json"
done
