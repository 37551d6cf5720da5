#!/usr/bin/env bash
# Builds the .deb and the .rpm with the command into target/dist, for x86-64 and aarch64: with man pages, completions of shells, the page
# that verifies, and a guide. It needs nfpm.
. "$(dirname "$0")/common.sh"

# printed NAME WORDS…: what the command of this machine prints, as a file.
printed() { "$(command_of "$here")" "${@:2}" >"$scratch/$1"; }

# common_files: those that are the same on all machines.
common_files() {
    printed suiji.1 manual --lang en
    printed suiji.zh_CN.1 manual
    gzip -9n "$scratch/suiji.1" "$scratch/suiji.zh_CN.1"
    local shell
    for shell in bash fish zsh; do printed "suiji.$shell" completion "$shell"; done
    cp bindings/dist/bundle/start.sh "$scratch"
    cp bindings/dist/bundle/start.desktop "$scratch/suiji.desktop"
    mkdir -p "$scratch/doc"
    cp "$dist/suiji-verify.html" docs/*.md "$scratch/doc"
    python3 bindings/dist/guide.py package >"$scratch/doc/使用说明.html"
}

# package PLATFORM ARCHITECTURE: both packages. The architecture is as Go names it.
package() {
    cp "$(command_of "$1")" "$scratch/suiji"
    {
        echo "suiji: MIT OR Apache-2.0"
        cat LICENSE-MIT LICENSE-APACHE
        python3 bindings/dist/licences.py suiji-cli "$(triple "$1")"
    } >"$scratch/doc/copyright"
    local kind
    for kind in deb rpm; do
        VERSION=$version ARCH=$2 FILES=$scratch \
            quiet nfpm package --config bindings/dist/bundle/packages.yaml --packager "$kind" --target "$dist"
    done
}

say "the packages for Debian, UOS, Kylin, openEuler"
has_commands
has_page
rm -f "$dist"/*.deb "$dist"/*.rpm
common_files
package linux-x86_64 amd64
package linux-aarch64 arm64
stat -c '%s %n' "$dist"/*.deb "$dist"/*.rpm
