#!/usr/bin/env bash
# Promise: from start to first answer under 100 ms; under 64 MB resident with the registry loaded.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

prima=$(find_prima)
read -r health page resident peak pages < <(node "$root/bench/start.mjs" "$prima" 10)
row "Start to first answer of \`/healthz\`" "$health ms" "none" "" "under 100 ms"
row "Start to first page \`/\`" "$page ms" "none" "" "under 100 ms"
row "Resident memory after $pages pages of the registry" "$resident MB (peak $peak MB)" "none" "" "under 64 MB"
