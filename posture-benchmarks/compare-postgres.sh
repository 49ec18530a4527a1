#!/usr/bin/env bash
# Races `posture classify` on a table of PostgreSQL against `psql \copy` of the same table, whole processes in turns.
# usage: PGUSER=.. PGPASSWORD=.. compare-postgres.sh jdbc:postgresql://HOST:PORT/DATABASE [rounds] [items] [lines an item]
# A table speed_demand is made there, and dropped at the end.
set -euo pipefail
url=${1:?jdbc:postgresql://HOST:PORT/DATABASE, a database in which a table may be made}
rounds=${2:-5}
items=${3:-100000}
lines=${4:-100}
here=$(cd "$(dirname "$0")" && pwd)
home=$(dirname "$here")
work=$here/target/postgres
file=$work/$items-$lines.csv
mkdir -p "$work"
(cd "$home" && mvn -B -q -DskipTests package -pl posture-benchmarks,posture-cli -am >&2)
"$home/posture" --version >/dev/null 2>&1
[ -f "$file" ] || java -Xmx4g -cp "$here/target/classes" io.posture.benchmarks.DemandFile "$items" "$lines" date plain "$file"

sql() { psql -q "${url#jdbc:}" -v ON_ERROR_STOP=1 "$@"; }
sql -c 'CREATE TABLE speed_demand (item_id text, date date, quantity numeric)'
trap 'sql -c "DROP TABLE speed_demand"' EXIT
sql -c "\\copy speed_demand FROM '$file' CSV HEADER"
sql -c 'VACUUM ANALYZE speed_demand'

copy() { psql "${url#jdbc:}" -c '\copy (SELECT * FROM speed_demand) TO STDOUT CSV HEADER' | wc -l; }
posture() { "$home/posture" classify "demand=$url[speed_demand]" --out "$work/classes.csv" --quiet; }

timed() { # label, then the command
    local label=$1
    shift
    command time -f "$label %e %U %S %M" -a -o "$work/times" bash -c "$(declare -f copy posture); url='$url' home='$home' work='$work'; $*" >/dev/null
}

: >"$work/times"
for ((round = 0; round < rounds; round++)); do
    timed psql copy
    timed posture posture
done
awk -v base=psql -f "$here/medians.awk" "$work/times" | sort

posture
"$home/posture" classify "demand=$file" --out "$work/classes-of-file.csv" --quiet
cmp "$work/classes.csv" "$work/classes-of-file.csv" && echo "the classes are those of the file, byte for byte"
