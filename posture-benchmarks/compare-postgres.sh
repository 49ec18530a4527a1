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
awk '{ wall[$1] = wall[$1] " " $2; cpu[$1] = cpu[$1] " " $3 + $4; if ($5 > rss[$1]) rss[$1] = $5 }
    function median(list, parts, n, i, j, t) {
        n = split(list, parts, " ")
        for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (parts[j] + 0 < parts[i] + 0) { t = parts[i]; parts[i] = parts[j]; parts[j] = t }
        return parts[int((n + 1) / 2)]
    }
    END {
        printf "%-16s %8s %8s %8s %6s\n", "", "wall s", "cpu s", "MB", "ratio"
        for (k in wall) printf "%-16s %8.2f %8.2f %8d %6.2f\n", k, median(wall[k]), median(cpu[k]), rss[k] / 1024, median(wall[k]) / median(wall["psql"])
    }' "$work/times" | sort

posture
"$home/posture" classify "demand=$file" --out "$work/classes-of-file.csv" --quiet
cmp "$work/classes.csv" "$work/classes-of-file.csv" && echo "the classes are those of the file, byte for byte"
