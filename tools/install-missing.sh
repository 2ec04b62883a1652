#!/bin/sh
# Brings node_modules to what package-lock.json says; does nothing when it is there already.
set -eu
cd "$(dirname "$0")/.."
stamp=node_modules/.installed-lock
if [ ! -f "$stamp" ] || ! cmp -s package-lock.json "$stamp"; then
  echo "Installing what is missing ..." >&2
  npm ci --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json "$stamp"
fi
