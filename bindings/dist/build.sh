#!/usr/bin/env bash
# Builds everything that is distributed into target/dist, for all platforms, and tries it. `./check dist` installs what it needs and calls it.
#
# Each script can be run alone: command.sh, library.sh, wheels.sh, jar.sh, csharp.sh, npm.sh, sbom.sh, bundle.sh and packages.sh build,
# try-bundle.sh and try-packages.sh try what offices install, and sums.sh lists what is there.
. "$(dirname "$0")/common.sh"

rm -rf "$dist"
for part in command library wheels jar csharp npm sbom bundle packages try-bundle try-packages; do "bindings/dist/$part.sh"; done
bindings/dist/command.sh --again
bindings/dist/sums.sh
