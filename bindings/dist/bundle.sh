#!/usr/bin/env bash
# Builds the bundles for offices into target/dist: the command, the page that verifies, a guide in Chinese, a file that starts the command
# by a double click, and the licences. A zip for Windows; archives for Kylin, UOS and other Linux.
. "$(dirname "$0")/common.sh"

bundle_of() { echo "$dist/suiji-bundle-$version-$1$2"; }

# collect PLATFORM: the folder of a bundle.
collect() {
    local into="$scratch/suiji-$version-$1"
    mkdir -p "$into/许可证"
    install "$(command_of "$1")" "$into/suiji$(exe "$1")"
    case $1 in
        windows-*) sed 's/$/\r/' bindings/dist/bundle/start.bat >"$into/开始.bat" ;;
        *) install bindings/dist/bundle/start.sh "$into/开始.sh" ;;
    esac
    cp "$dist/suiji-verify.html" "$into"
    python3 bindings/dist/guide.py "$1" >"$into/使用说明.html"
    # In a folder of their own: the guide offers the text files of the current folder as lists.
    cp LICENSE-* "$into/许可证"
    python3 bindings/dist/licences.py suiji-cli "$(triple "$1")" >"$into/许可证/THIRD-PARTY.txt"
}

say "the bundles for offices"
has_commands
has_page
for platform in linux-x86_64 linux-aarch64 windows-x86_64; do
    collect "$platform"
    ending=.tar.gz
    [[ $platform != windows-* ]] || ending=.zip
    packed "$(bundle_of "$platform" "$ending")" "$scratch/suiji-$version-$platform"
    stat -c '%s %n' "$(bundle_of "$platform" "$ending")"
done
