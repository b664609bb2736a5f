#!/usr/bin/env bash
# Promise: a rendered page of about 8 KB under 64 keep-alive connections reaches at least 0.6 of what nginx reaches when
# it serves the same bytes as a file on the same cores, with a 99th percentile below 10 ms.
#
# Two pages: one that Prima renders for every request (results that a search found), and one that it renders when first
# asked for and then keeps (a government's page). The load generator shares the two cores with the server, for each of them alike. nginx has two workers, fastify two processes; wrk asks for no compression. The servers are measured in turn, three times.
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

# Of the paths on standard input the one whose page is nearest to 8 KB.
nearest() {
  while read -r path; do echo "$(curl -fsS "$base$path" | wc -c) $path"; done |
    awk '{ d = $1 - 8192; if (d < 0) d = -d; print d, $0 }' | sort -g | head -1 | cut -d' ' -f3
}

governments=$(curl -fsS "$base/hasil" | grep -o 'href="/pemerintah/[^"]*"' | sed 's/href="//; s/"//; s/[?#].*//' | sort -u | head -60)
kept=$(nearest <<<"$governments")
anew=$(sed 's|.*/|/hasil?q=|; s|-|+|g' <<<"$governments" | nearest)
mkdir -p "$work/root"
curl -fsS "$base$kept" >"$work/root/kept.html"
curl -fsS "$base$anew" >"$work/root/anew.html"

servers=("prima")
declare -A address=([prima-kept]="$base$kept" [prima-anew]="$base$anew")
if command -v nginx >/dev/null; then
  port=$(free_port)
  sed "s|@WORK@|$work|g; s|@PORT@|$port|g" "$root/bench/nginx.conf.in" >"$work/nginx.conf"
  chmod 755 "$work"
  nginx -c "$work/nginx.conf" -e "$work/nginx.err" &
  started+=($!)
  servers+=("nginx")
  for page in kept anew; do address[nginx-$page]="http://127.0.0.1:$port/$page.html"; done
fi
if have_npm fastify; then
  port=$(free_port)
  node "$root/bench/fastify.mjs" "$port" "$work/root/kept.html" "$work/root/anew.html" &
  started+=($!)
  servers+=("fastify")
  for page in kept anew; do address[fastify-$page]="http://127.0.0.1:$port/$page.html"; done
fi

# All must serve the same bytes before anything is measured.
for page in kept anew; do
  for server in "${servers[@]}"; do
    wait_for "${address[$server-$page]}"
    curl -fsS "${address[$server-$page]}" | cmp - "$work/root/$page.html" || { echo "bench: $server serves other bytes" >&2; exit 1; }
  done
done

# Loads one server once and writes down requests per second and the 99th percentile in milliseconds.
load() {
  local name=$1 length=$2
  wrk -t2 -c64 -d"${length}s" --latency "${address[$name]}" >"$work/wrk"
  grep -E 'Non-2xx|Socket errors' "$work/wrk" | sed "s/^/bench: $name:/" >&2 || true
  awk '/Requests\/sec/ { print $2 }' "$work/wrk" >>"$work/$name.rate"
  awk '$1 == "99%" { v = $2; f = v ~ /us$/ ? 0.001 : v ~ /ms$/ ? 1 : 1000; sub(/[a-z]+$/, "", v); print v * f }' \
    "$work/wrk" >>"$work/$name.p99"
}

for page in anew kept; do
  for server in "${servers[@]}"; do # warm up
    load "$server-$page" 1
    rm "$work/$server-$page.rate" "$work/$server-$page.p99"
  done
  for ((round = 0; round < rounds; round++)); do
    for server in "${servers[@]}"; do load "$server-$page" "$seconds"; done
  done
done

declare -A label=([nginx]="nginx, same bytes as a file, 2 workers" [fastify]="fastify, renders the same bytes, 2 processes")
declare -A kind=([anew]="kept by its query" [kept]="rendered once and kept")
for page in anew kept; do
  what="Page of $(stat -c %s "$work/root/$page.html") bytes, ${kind[$page]}, 64 connections"
  rate=$(median <"$work/prima-$page.rate")
  for server in "${servers[@]:1}"; do
    other=$(median <"$work/$server-$page.rate")
    promise="none"
    [[ $server != nginx ]] || promise="at least 0.6"
    row "$what" "${rate%.*} requests/s" "${label[$server]}: ${other%.*} requests/s, p99 $(median <"$work/$server-$page.p99") ms" \
      "$(ratio "$rate" "$other")" "$promise"
  done
  row "The same, 99th percentile" "$(median <"$work/prima-$page.p99") ms" "none" "" "below 10 ms"
done
