#!/usr/bin/env bash
# Runs what this module measures: run.sh benchmarks [JMH options] | speed | network | catalogue | closed-loop [items days] | stress [items]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=$(dirname "$here")
what=${1:?benchmarks, speed, network, catalogue, closed-loop or stress}
shift
(cd "$home" && mvn -B -q -DskipTests package -pl posture-benchmarks -am >&2)
classpath="$here/target/classes:$here/target/lib/*"
case $what in
    benchmarks) exec java -cp "$classpath" org.openjdk.jmh.Main "$@" ;;
    speed) exec java -cp "$classpath" io.posture.benchmarks.Speed ;;
    network) exec java -cp "$classpath" io.posture.benchmarks.network.NetworkSpeed ;;
    catalogue) exec java -cp "$classpath" io.posture.benchmarks.catalogue.CatalogueSense ;;
    closed-loop) exec java -cp "$classpath" io.posture.benchmarks.closedloop.ClosedLoop "$@" ;;
    stress) exec java -cp "$classpath" io.posture.benchmarks.stress.StressSpeed "$@" ;;
    *)
        echo "no measurement '$what'. There are: benchmarks, speed, network, catalogue, closed-loop, stress" >&2
        exit 2
        ;;
esac
