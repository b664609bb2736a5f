#!/bin/bash
# Builds and runs every fuzz target (tests/fuzz/NAME_fuzz.cpp -> NAME_fuzz), each for the given number of seconds, two at a time (FUZZ_AT_ONCE).
#
#   tools/fuzz.sh 600 [NAME_fuzz...]
#
# Seeds are read from tests/fuzz/corpus/NAME/; what the run finds worth keeping goes to build/fuzz/corpus/NAME, and an input that fails to
# build/fuzz/findings/NAME-*. Exit code 1 when a target failed. One line for each target says how many inputs it tried.
# FUZZ_BUILD names another build folder than build/fuzz.
set -eu
cd "$(dirname "$0")/.."
export build=${FUZZ_BUILD:-build/fuzz}
seconds=$1
shift
cmake --build "$build" --target fuzz_targets
mapfile -t targets < <(find "$build" -type f -name '*_fuzz' -perm -u+x | sort)
if [ $# -gt 0 ]; then
  mapfile -t targets < <(printf '%s\n' "${targets[@]}" | grep -E "/($(IFS='|'; echo "$*"))$")
fi
if [ ${#targets[@]} -eq 0 ]; then
  echo "Tidak ada sasaran fuzz. / There is no fuzz target." >&2
  exit 1
fi
mkdir -p "$build/findings" "$build/logs"
ASAN_SYMBOLIZER_PATH=$(command -v llvm-symbolizer-19 || true)
export ASAN_SYMBOLIZER_PATH

run_target() {  # PROGRAM SECONDS
  local name log seeds=()
  name=$(basename "$1" _fuzz)
  log=$build/logs/$name.log
  mkdir -p "$build/corpus/$name"
  [ ! -d "tests/fuzz/corpus/$name" ] || seeds=("tests/fuzz/corpus/$name")
  if "$1" -max_total_time="$2" -timeout=25 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$build/findings/$name-" \
    "$build/corpus/$name" "${seeds[@]}" >"$log" 2>&1; then
    echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs in $2 s, no finding"
  else
    echo "$name: FAILED, see $log"
    tail -n 30 "$log"
    return 1
  fi
}
export -f run_target
printf '%s\n' "${targets[@]}" | xargs -P "${FUZZ_AT_ONCE:-2}" -I{} bash -c 'run_target "$1" "$2"' _ {} "$seconds"
