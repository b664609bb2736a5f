#!/bin/bash
# Runs the tests of base, instrument and scoring on a build that counts lines, and prints the line coverage of each; less than 95 % in one of them is an error.
# Only their own tests count: what a folder above happens to reach is not tested by that. COVERAGE_MIN=95
set -eu
cd "$(dirname "$0")/.."
folders="base instrument scoring"
tools/configure.sh coverage
cmake -B build/coverage -DPRIMA_FOLDERS="instrument;scoring" >/dev/null
find build/coverage -name '*.gcda' -delete
python3 tools/run_tests.py --preset coverage --only programs && bad=0 || bad=1
for folder in $folders; do
  report=build/coverage/$folder.txt
  gcovr --root . --object-directory build/coverage build/coverage --exclude-throw-branches \
    --filter "$PWD/src/$folder/" --exclude '.*_test(_support)?\.(cpp|h)$' \
    --fail-under-line "${COVERAGE_MIN:-95}" --output "$report" || bad=1
  cat "$report"
  echo "$folder: $(sed -n 's/^TOTAL *\([0-9]*\) *\([0-9]*\).*/\2 of \1 lines/p' "$report")"
done
exit $bad
