#!/bin/bash
# Configures one preset of CMakePresets.json into build/PRESET (or the folder given), whatever stood there before.
#
#   tools/configure.sh release [build/release]
#
# A build folder that was made for another source folder (a copied tree, a moved clone) is of no use to CMake and is made anew.
set -eu
cd "$(dirname "$0")/.."
preset=$1
folder=${2:-build/$preset}

mkdir -p build 2>/dev/null || true
if [ ! -w build ] || { [ -e "$folder" ] && [ ! -w "$folder" ]; }; then
  cat >&2 <<MESSAGE
Folder $folder milik pengguna lain dan tidak dapat ditulisi. Hapus folder build/ sebagai pengguna itu, lalu ulangi.
The folder $folder belongs to another user and cannot be written. Remove build/ as that user, then try again.
MESSAGE
  exit 2
fi
if [ -f "$folder/CMakeCache.txt" ]; then
  made_for=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$folder/CMakeCache.txt")
  [ "$made_for" = "$PWD" ] || rm -rf "$folder"
fi
mkdir -p "$folder"
cmake --preset "$preset" -B "$folder" --log-level=WARNING >"$folder/configure.log" 2>&1 || { cat "$folder/configure.log" >&2; exit 1; }
