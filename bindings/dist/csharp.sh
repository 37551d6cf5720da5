#!/usr/bin/env bash
# Builds the package for NuGet into target/dist: the assembly, and the C library of all platforms. `./check csharp` tests the assembly.
. "$(dirname "$0")/common.sh"

# runtime PLATFORM: the identifier that NuGet uses.
runtime() { sed 's/^windows/win/; s/x86_64/x64/; s/aarch64/arm64/' <<<"$1"; }

say "the package for NuGet"
natives=()
for platform in "${library_platforms[@]}"; do
    name=libsuiji_c.so
    [[ $platform != windows-* ]] || name=suiji_c.dll
    folder=$(compiled "$platform")
    natives+=("$(runtime "$platform")=$folder/$name")
done
mcs -langversion:7.2 -warn:4 -warnaserror -target:library -out:"$scratch/Suiji.dll" -doc:"$scratch/Suiji.xml" bindings/csharp/src/*.cs
package=$(python3 bindings/csharp/pack.py "$dist" "$scratch/Suiji.dll" "$scratch/Suiji.xml" "${natives[@]}")
python3 -m zipfile -l "$package" | awk '{ print $1, $NF }'
