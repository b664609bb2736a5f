#!/usr/bin/env bash
# Promise: a rendered page of about 8 KB under 64 keep-alive connections reaches at least 0.6 of what nginx reaches when
# it serves the same bytes as a file on the same cores, with a 99th percentile below 10 ms.
#
# The load generator shares the two cores with the server, for each of them alike. nginx has two workers, fastify two
# processes; wrk asks for no compression. The servers are measured in turn, three times.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

prima=$(find_prima)
rounds=${ROUNDS:-3}
seconds=${SECONDS_EACH:-5}

"$prima" serve --listen 127.0.0.1:0 >"$work/prima.out" 2>/dev/null &
started+=($!)
for ((i = 0; i < 100; i++)); do
  grep -q '^listening on ' "$work/prima.out" && break
  sleep 0.05
done
base=$(sed -n 's/^listening on //p' "$work/prima.out")
wait_for "$base/healthz"

# The government page whose size is nearest to 8 KB.
page=$(curl -fsS "$base/hasil" | grep -o 'href="/pemerintah/[^"]*"' | sed 's/href="//; s/"//; s/[?#].*//' | sort -u | head -100 |
  while read -r path; do echo "$(curl -fsS "$base$path" | wc -c) $path"; done |
  awk '{ d = $1 - 8192; if (d < 0) d = -d; print d, $0 }' | sort -g | head -1 | cut -d' ' -f3)
mkdir -p "$work/root"
curl -fsS "$base$page" >"$work/root/page.html"
size=$(stat -c %s "$work/root/page.html")

servers=("prima $base$page")
if command -v nginx >/dev/null; then
  port=$(free_port)
  sed "s|@WORK@|$work|g; s|@PORT@|$port|g" "$root/bench/nginx.conf.in" >"$work/nginx.conf"
  chmod 755 "$work"
  nginx -c "$work/nginx.conf" -e "$work/nginx.err" &
  started+=($!)
  servers+=("nginx http://127.0.0.1:$port/page.html")
fi
if have_npm fastify; then
  port=$(free_port)
  node "$root/bench/fastify.mjs" "$port" "$work/root/page.html" &
  started+=($!)
  servers+=("fastify http://127.0.0.1:$port/page.html")
fi

# All must serve the same bytes before anything is measured.
for server in "${servers[@]}"; do
  wait_for "${server#* }"
  curl -fsS "${server#* }" | cmp - "$work/root/page.html" || { echo "bench: ${server%% *} serves other bytes" >&2; exit 1; }
done

for ((round = 0; round <= rounds; round++)); do
  for server in "${servers[@]}"; do
    name=${server%% *}
    length=$seconds
    [[ $round -gt 0 ]] || length=1 # the first round warms up
    wrk -t2 -c64 -d"${length}s" --latency "${server#* }" >"$work/wrk"
    [[ $round -gt 0 ]] || continue
    if grep -qE 'Non-2xx|Socket errors' "$work/wrk"; then grep -E 'Non-2xx|Socket errors' "$work/wrk" | sed "s/^/bench: $name:/" >&2; fi
    awk '/Requests\/sec/ { print $2 }' "$work/wrk" >>"$work/$name.rate"
    awk '$1 == "99%" { v = $2; if (v ~ /us$/) f = 0.001; else if (v ~ /ms$/) f = 1; else f = 1000; sub(/[a-z]+$/, "", v); print v * f }' \
      "$work/wrk" >>"$work/$name.p99"
  done
done

prima_rate=$(median <"$work/prima.rate")
p99=$(median <"$work/prima.p99")
what="Page of $size bytes, 64 connections"
for server in "${servers[@]:1}"; do
  name=${server%% *}
  rate=$(median <"$work/$name.rate")
  promise="none"
  label="fastify renders the same bytes, 2 processes"
  if [[ $name == nginx ]]; then
    promise="at least 0.6"
    label="nginx serves the same bytes as a file, 2 workers"
  fi
  row "$what" "$prima_rate requests/s" "$label: $rate requests/s, p99 $(median <"$work/$name.p99") ms" "$(ratio "$prima_rate" "$rate")" "$promise"
done
row "$what, 99th percentile" "$p99 ms" "none" "" "below 10 ms"
