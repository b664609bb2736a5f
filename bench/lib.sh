# What the scripts of bench/ share. Source it after `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
started=()

# Servers are stopped by their own process ids, whatever ends the script.
finish() {
  local pid
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

# The program to measure: $PRIMA, or what `make bench` or `make build` built.
find_prima() {
  local candidate
  for candidate in "${PRIMA:-}" "$root/build/bench/src/app/prima" "$root/build/prima" "$root/build/release/src/app/prima"; do
    if [[ -n $candidate && -x $candidate ]]; then
      echo "$candidate"
      return
    fi
  done
  echo "bench: there is no program to measure; run make build, or name one: PRIMA=path bench/run" >&2
  return 2
}

# The median of the numbers on standard input, one on each line.
median() {
  sort -g | awk '{ v[NR] = $1 } END { if (NR == 0) exit 1; m = (NR + 1) / 2; print NR % 2 ? v[m] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# Wall time of a command in milliseconds. Its standard output goes to the file $work/out.
milliseconds() {
  local before=$EPOCHREALTIME after
  "$@" >"$work/out" 2>"$work/err" || { echo "bench: failed: $*" >&2; head -5 "$work/err" >&2; return 1; }
  after=$EPOCHREALTIME
  awk -v a="${before/,/.}" -v b="${after/,/.}" 'BEGIN { printf "%.3f\n", (b - a) * 1000 }'
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

# One row of the table: what, figure, yardstick and its figure, ratio, promise.
row() { printf '| %s | %s | %s | %s | %s |\n' "$@"; }

# Whether npm's yardsticks are there; says how to get them when not.
have_npm() {
  [[ -d $root/bench/node_modules/$1 ]] && return
  echo "bench: $1 is left out; get it with: cd bench && npm ci --ignore-scripts" >&2
  return 1
}

# A port of the loopback interface that is free now.
free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Waits until something answers at the address, at most five seconds.
wait_for() {
  local i
  for ((i = 0; i < 100; i++)); do
    curl -fsS -o /dev/null "$1" 2>/dev/null && return
    sleep 0.05
  done
  echo "bench: nothing answers at $1" >&2
  return 1
}
