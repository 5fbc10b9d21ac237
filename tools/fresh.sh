#!/bin/sh
# Runs `make test` as a newcomer would: a clone of HEAD in an empty Debian 12 that has git, make and Python and nothing else.
# usage: tools/fresh.sh FOLDER [COMMAND…]     as root, on Debian with mmdebstrap; COMMAND instead of `make test`.
# FOLDER becomes the root file system, some 6 GB; it is used again where it stands. No network but the package sources.
set -eu
cd "$(dirname "$0")/.."
[ $# -ge 1 ] || { sed -n '3,4s/^# //p' "$0"; exit 2; }
root=$1
shift
[ $# -gt 0 ] || set -- make test

# How this machine reaches its package sources goes along, and nothing else of it.
if [ ! -d "$root/afterglow" ]; then
  sources=$(ls /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1)
  mmdebstrap --variant=apt --include=ca-certificates,git,make,python3 bookworm "$root" "$sources"
  for file in /etc/resolv.conf /etc/pip.conf /etc/ssl/certs/ca-certificates.crt "$HOME/.npmrc"; do
    [ ! -e "$file" ] || cp -L "$file" "$root$file"
  done
  git clone -q . "$root/afterglow"
fi
git -C "$root/afterglow" fetch -q "$PWD" HEAD
git -C "$root/afterglow" reset -q --hard FETCH_HEAD

# No variable of this machine but the certificates' place, no file readable for others, no locale and no zone.
umask 077
exec unshare --mount --pid --fork --kill-child sh -eu -c '
  root=$1
  shift
  mount -t proc proc "$root/proc"
  mount --rbind /dev "$root/dev"
  mount -t tmpfs tmpfs "$root/tmp"
  exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root CI=true \
    NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
    sh -c "cd /afterglow && exec \"\$@\"" sh "$@"
' sh "$root" "$@"
