#!/usr/bin/env bash
# Races `posture classify` against DuckDB's bare GROUP BY over the same file, whole processes in turns, and compares the answers.
# usage: compare-ingest.sh [rounds] [items] [lines an item]
set -euo pipefail
rounds=${1:-5}
items=${2:-100000}
lines=${3:-100}
here=$(cd "$(dirname "$0")" && pwd)
home=$(dirname "$here")
work=$here/target/ingest
duckdb=2.0.0.1
mkdir -p "$work"
(cd "$home" && mvn -B -q -DskipTests package -pl posture-benchmarks,posture-cli -am >&2)
(cd "$work" && mvn -B -q dependency:copy -Dartifact="org.duckdb:duckdb_jdbc:$duckdb" -DoutputDirectory="$work/lib" >&2)
"$home/posture" --version >/dev/null 2>&1

make() { java -Xmx4g -cp "$here/target/classes" io.posture.benchmarks.DemandFile "$@"; }
file() { printf '%s/%s-%s-%s-%s.csv' "$work" "$items" "$1" "$2" "$3"; }
[ -f "$(file "$lines" date plain)" ] || make "$items" "$lines" date plain "$(file "$lines" date plain)"
[ -f "$(file "$lines" item plain)" ] || make "$items" "$lines" item plain "$(file "$lines" item plain)"
[ -f "$(file "$lines" date quoted)" ] || make "$items" "$lines" date quoted "$(file "$lines" date quoted)"
[ -f "$(file $((lines * 3)) date plain)" ] || make "$items" $((lines * 3)) date plain "$(file $((lines * 3)) date plain)"

duck() { java -cp "$here/target/classes:$work/lib/*" io.posture.benchmarks.DuckDbScan "$@"; }
posture() { "$home/posture" classify "demand=$1" --out "$work/classes.csv" --quiet; }

timed() { # label, then the command
    local label=$1
    shift
    command time -f "$label %e %U %S %M" -a -o "$work/times" bash -c "$(declare -f duck posture); here='$here' home='$home' work='$work'; $*" >/dev/null
}

: >"$work/times"
for ((round = 0; round < rounds; round++)); do
    timed duckdb "duck scan '$(file "$lines" date plain)'"
    timed posture "posture '$(file "$lines" date plain)'"
    timed posture-by-item "posture '$(file "$lines" item plain)'"
    timed posture-quoted "posture '$(file "$lines" date quoted)'"
    timed posture-3x-rows "posture '$(file $((lines * 3)) date plain)'"
done

awk -v base=duckdb -f "$here/medians.awk" "$work/times" | sort

posture "$(file "$lines" date plain)"
duck items "$(file "$lines" date plain)" >"$work/duck.csv"
tail -n +2 "$work/classes.csv" | awk -F, '{ print $1 "," $5 "," $4 }' | cmp - "$work/duck.csv" &&
    echo "pieces and weeks with demand are the same for every item"
