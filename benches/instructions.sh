#!/usr/bin/env bash
# Counts the instructions of the kernels of suiji-hash with callgrind, and compares them with instructions.txt.
#
#   benches/instructions.sh            fails if a kernel needs over 5 % more instructions than in instructions.txt
#   benches/instructions.sh --write    writes instructions.txt
#
# Unlike times, counts hardly depend on the machine and its load. They depend on the compiler, so they are compared only with the
# version of Rust below, on x86_64; otherwise they are only printed. The portable path of sha2 is compiled in, and vectors are
# counted if the processor has AVX2.
set -euo pipefail
cd "$(dirname "$0")/.."

rust=1.95.0
table=benches/instructions.txt
program=target/instructions/release/suiji-instructions

write=
case "${1:-}" in
    '') ;;
    --write) write=1 ;;
    *)
        echo "usage: benches/instructions.sh [--write]" >&2
        exit 2
        ;;
esac
command -v valgrind >/dev/null || { echo "instructions.sh: valgrind is missing" >&2; exit 2; }

toolchain=()
rustc "+$rust" --version >/dev/null 2>&1 && toolchain=("+$rust")
found=$(rustc "${toolchain[@]}" --version | cut -d ' ' -f 2)
comparable=
[ "$found $(uname -sm)" = "$rust Linux x86_64" ] && comparable=1
if [ -n "$write" ] && [ -z "$comparable" ]; then
    echo "instructions.sh: the counts of $table are for Rust $rust on Linux and x86_64; this is Rust $found on $(uname -sm)" >&2
    exit 2
fi

RUSTFLAGS='--cfg sha2_256_backend="soft"' cargo "${toolchain[@]}" build --quiet --release --locked \
    -p suiji-instructions --target-dir target/instructions

# counted KERNEL: all instructions of the program.
counted() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$1" 2>&1 </dev/null |
        grep -o '^==[0-9]*== Collected : [0-9]*' | grep -o '[0-9]*$'
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# valgrind shows the program another processor, so the list is printed under it.
valgrind --quiet --tool=none "$program" >"$scratch/kernels.txt"
around=$(counted none)
while read -r kernel messages; do
    count=$(counted "$kernel")
    echo "$kernel $(((count - around) / messages))"
done <"$scratch/kernels.txt" >"$scratch/counts.txt"
[ -s "$scratch/counts.txt" ] || { echo "instructions.sh: nothing was counted" >&2; exit 1; }

if [ -n "$write" ]; then
    # A kernel that this processor lacks keeps its count.
    {
        echo "# Instructions for each message, by Rust $rust on x86_64. benches/instructions.sh --write writes this file."
        awk 'NR == FNR { count[$1] = $2; next } /^[^#]/ && !($1 in count) { count[$1] = $2 }
            END { for (kernel in count) print kernel, count[kernel] }' "$scratch/counts.txt" "$table" | LC_ALL=C sort
    } >"$scratch/table.txt"
    cp "$scratch/table.txt" "$table"
    cat "$table"
    exit
fi

awk -v compare="$comparable" '
    NR == FNR { if (/^[^#]/) known[$1] = $2; next }
    {
        printf "%-26s %6d instructions", $1, $2
        if (!($1 in known)) { print ", not in the table"; missing = 1; next }
        printf ", in the table %6d", known[$1]
        if ($2 * 100 > known[$1] * 105) { printf ": over 5 %% more"; rose = 1 }
        if ($2 * 105 < known[$1] * 100) printf ": fewer"
        print ""
        seen[$1] = 1
    }
    END {
        for (kernel in known) if (!(kernel in seen)) print kernel ": not on this processor"
        if (compare != "" && (rose || missing)) exit 1
    }' "$table" "$scratch/counts.txt" || {
    echo "instructions.sh: if this is intended, run benches/instructions.sh --write" >&2
    exit 1
}
[ -n "$comparable" ] || echo "not compared: the table is for Rust $rust on Linux and x86_64; this is Rust $found on $(uname -sm)"
