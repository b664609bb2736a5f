#!/bin/bash
# Installs the Debian packages of the given groups of tools/packages.txt that are missing, and nothing else.
#
#   tools/install_packages.sh build test
#
# Exit codes: 0 everything is there; 1 apt-get failed; 2 something is missing and only root may install it, or the group is unknown.
# PRIMA_PACKAGES names another list; the tests of tools/ use it.
set -eu
list=${PRIMA_PACKAGES:-$(dirname "$0")/packages.txt}

if ! command -v dpkg-query >/dev/null; then
  echo "Bukan Debian: pasang sendiri paket yang tercantum di $list. / Not Debian: install what $list names yourself." >&2
  exit 0
fi

packages_of() {  # GROUP: its lines without comments
  awk -v group="[$1]" '/^\[/ { inside = ($0 == group); next } inside && NF && $1 !~ /^#/ { print $1, $2 }' "$list"
}

is_installed() {  # PACKAGE
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=()
for group in "$@"; do
  if ! grep -qx "\[$group\]" "$list"; then
    echo "$list tidak memuat kelompok [$group]. / $list has no group [$group]." >&2
    exit 2
  fi
  while read -r package command; do
    if [ -n "$command" ] && command -v "$command" >/dev/null; then continue; fi
    is_installed "$package" || missing+=("$package")
  done < <(packages_of "$group")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
  cat >&2 <<MESSAGE
Paket Debian berikut belum terpasang, dan hanya root yang dapat memasangnya. Jalankan perintah ini, lalu ulangi:
These Debian packages are missing, and only root can install them. Run this command, then try again:

  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}

MESSAGE
  exit 2
fi

export DEBIAN_FRONTEND=noninteractive
echo "Memasang / installing: ${missing[*]}" >&2
install_missing() { apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2; }
# A fresh machine has no package lists, or old ones that name files which are gone.
if apt-cache show "${missing[@]}" >/dev/null 2>&1 && install_missing; then exit 0; fi
apt-get update -qq >&2 || true
install_missing || {
  echo "apt-get tidak berhasil; pesannya ada di atas. / apt-get did not succeed; its message stands above." >&2
  exit 1
}
