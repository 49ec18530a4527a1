# Medians of timed commands, and how many times the median of the one named by -v base= each of them takes.
# Reads lines 'label wall user system kilobytes'.
{ wall[$1] = wall[$1] " " $2; cpu[$1] = cpu[$1] " " $3 + $4; if ($5 > rss[$1]) rss[$1] = $5 }
function median(list, parts, n, i, j, t) {
    n = split(list, parts, " ")
    for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (parts[j] + 0 < parts[i] + 0) { t = parts[i]; parts[i] = parts[j]; parts[j] = t }
    return parts[int((n + 1) / 2)]
}
END {
    printf "%-16s %8s %8s %8s %6s\n", "", "wall s", "cpu s", "MB", "ratio"
    for (k in wall) printf "%-16s %8.2f %8.2f %8d %6.2f\n", k, median(wall[k]), median(cpu[k]), rss[k] / 1024, median(wall[k]) / median(wall[base])
}
