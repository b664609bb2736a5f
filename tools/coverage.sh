#!/bin/bash
# Runs every test program on a build that counts lines, and prints the line coverage of base, instrument and scoring; less than 95 % is an error.
# The tests of the folders above count too: what they reach is tested. COVERAGE_MIN=95
set -eu
cd "$(dirname "$0")/.."
find build/coverage -name '*.gcda' -delete 2>/dev/null || true
python3 tools/run_tests.py --preset coverage --only programs && tests=0 || tests=1
report=build/coverage/coverage.txt
gcovr --root . --object-directory build/coverage --exclude-throw-branches \
  --filter 'src/(base|instrument|scoring)/' --exclude '.*_test(_support)?\.(cpp|h)$' \
  --fail-under-line "${COVERAGE_MIN:-95}" --output "$report" --print-summary && code=0 || code=$?
cat "$report"
exit $((tests + code > 0))
