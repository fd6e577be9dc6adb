#!/usr/bin/env bash
# The project's own environment: Python 3.10 and the pinned packages, wismo itself editable.
set -euo pipefail
uv=$1
version=$(cat .python-version)
if ! .venv/bin/python -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$version')" 2>/dev/null; then
  "$uv" venv --quiet --clear --python "$version" .venv
fi
"$uv" pip sync --quiet --compile-bytecode --python .venv/bin/python --require-hashes requirements-dev.txt
"$uv" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
