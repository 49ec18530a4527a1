#!/usr/bin/env bash
# Races 10,000 Monte Carlo trials against a program in C with the same arguments (kind items trials threads), in turns.
# usage: [CFLAGS="-O3 -march=native"] compare-with-c.sh montecarlo.c [items] [rounds]   after mvn -B -DskipTests package -pl posture-benchmarks -am
set -euo pipefail
source=${1:?name the C program}
items=${2:-1000}
rounds=${3:-5}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gcc ${CFLAGS:--O2} -pthread -o "$work/montecarlo" "$source" -lm

# the best of a process, so that neither pays for its start
best() { sed -n 's/.* \([0-9.]*\) us\/item.*/\1/p' | sort -n | head -n 1; }
median() { sort -n | sed -n "$(((rounds + 1) / 2))p"; }

for kind in normal boot; do
    : >"$work/c"
    : >"$work/java"
    for ((round = 0; round < rounds; round++)); do
        "$work/montecarlo" "$kind" "$items" 10000 1 | best >>"$work/c"
        java -cp "$here/target/classes:$here/target/lib/*" io.posture.benchmarks.TrialsRace "$kind" "$items" 10000 |
            best >>"$work/java"
    done
    c=$(median <"$work/c")
    java=$(median <"$work/java")
    printf '%-7s C %s us/item, Java %s us/item, ratio %s (median of %s, one thread)\n' "$kind" "$c" "$java" \
        "$(awk -v a="$java" -v b="$c" 'BEGIN { printf "%.2f", a / b }')" "$rounds"
done
