#!/usr/bin/env bash
# Builds the C library and installs it: `install.sh PREFIX`. PREFIX gets lib/libsuiji_c.so, lib/libsuiji_c.a, include/suiji.h and
# lib/pkgconfig/suiji.pc. PROFILE is the Cargo profile (default: wheel, which is small).
set -euo pipefail
prefix=$(realpath -m "${1:?usage: install.sh PREFIX}")
cd "$(dirname "$0")/../.."

profile=${PROFILE:-wheel}
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
folder=$profile
[ "$profile" = dev ] && folder=debug

# The libraries for a static link, as listed by rustc.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
cargo rustc --quiet --locked --profile "$profile" -p suiji-c --lib --crate-type staticlib -- --print native-static-libs 2>"$log" ||
    { cat "$log" >&2; exit 1; }
private=$(sed -n 's/^note: native-static-libs: //p' "$log")
[ -n "$private" ] || { cat "$log" >&2; echo "install: rustc did not name the libraries of a static link" >&2; exit 1; }
cargo build --quiet --locked --profile "$profile" -p suiji-c

version=$(sed -nE 's/^version = "(.*)"/\1/p' Cargo.toml)
install -D -m 644 "$target/$folder/libsuiji_c.a" "$prefix/lib/libsuiji_c.a"
for library in libsuiji_c.so libsuiji_c.dylib; do
    [ ! -e "$target/$folder/$library" ] || install -D -m 755 "$target/$folder/$library" "$prefix/lib/$library"
done
install -D -m 644 bindings/c/include/suiji.h "$prefix/include/suiji.h"
mkdir -p "$prefix/lib/pkgconfig"
sed -e "s|@prefix@|$prefix|" -e "s|@version@|$version|" -e "s|@private@|$private|" bindings/c/suiji.pc.in >"$prefix/lib/pkgconfig/suiji.pc"
