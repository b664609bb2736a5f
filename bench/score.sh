#!/usr/bin/env bash
# Promise: `prima score` of the national sample (read CSV, score, classify, write JSON) takes at most half the time
# that DuckDB needs to read the same file and compute the same weighted averages.
#
# All times are wall times with the file in the page cache. Each round runs every command once, in turn. DuckDB reads
# with two threads and is told the columns, so it need not guess; "query alone" leaves out the start of node and of
# DuckDB, which Prima's time includes for itself. Both write what they found to a file, and the scores must agree.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

prima=$(find_prima)
runs=${RUNS:-11}
instrument=ombudsman/kepatuhan/2024
"$prima" sample-data national --seed 1 --out "$work/national" >/dev/null
answers=$work/national/ANSWERS.csv
"$prima" instrument show "$instrument" --json >"$work/instrument.json"
bytes=$(stat -c %s "$answers")
rows=$(($(wc -l <"$answers") - 1))

duckdb=0
have_npm @duckdb/node-api && duckdb=1

score() { milliseconds "$prima" score "$instrument" "$answers" --json; }
for ((i = 0; i <= runs; i++)); do
  times=$(score)
  cp "$work/out" "$work/prima.json"
  read_time=$(milliseconds cat "$answers")
  if [[ $duckdb == 1 ]]; then
    duck_time=$(milliseconds node "$root/bench/duckdb.mjs" "$answers" "$work/instrument.json" "$work/duckdb.json" 1)
    duck_query=$(cat "$work/out")
  fi
  [[ $i -gt 0 ]] || continue # the first round warms up
  echo "$times" >>"$work/prima"
  echo "$read_time" >>"$work/read"
  if [[ $duckdb == 1 ]]; then
    echo "$duck_time" >>"$work/duck"
    echo "$duck_query" >>"$work/query"
  fi
done

prima_ms=$(median <"$work/prima")
read_ms=$(median <"$work/read")
what="\`prima score\`, national sample ($rows rows, $((bytes / 1000000)) MB), whole process"
if [[ $duckdb == 1 ]]; then
  node "$root/bench/agree.mjs" "$work/prima.json" "$work/duckdb.json" >&2
  warm_ms=$(node "$root/bench/duckdb.mjs" "$answers" "$work/instrument.json" "$work/duckdb.json" "$runs")
  query_ms=$(median <"$work/query")
  duck_ms=$(median <"$work/duck")
  row "$what" "$prima_ms ms" "DuckDB, query alone, first in its process: $query_ms ms" "$(ratio "$prima_ms" "$query_ms")" "at most 0.5"
  row "$what" "$prima_ms ms" "DuckDB, query alone, repeated in one process: $warm_ms ms" "$(ratio "$prima_ms" "$warm_ms")" "none"
  row "$what" "$prima_ms ms" "DuckDB, whole process with node: $duck_ms ms" "$(ratio "$prima_ms" "$duck_ms")" "none"
fi
row "$what" "$prima_ms ms" "reading the bytes and writing them to a file (\`cat\`): $read_ms ms" "$(ratio "$prima_ms" "$read_ms")" "none"
