#!/usr/bin/env bash
# Pin every package with its hashes; the files name no registry.
set -euo pipefail
uv=$1
options=(--quiet --generate-hashes --no-header --no-annotate --no-emit-index-url --python-version "$(cat .python-version)")
"$uv" pip compile "${options[@]}" pyproject.toml -o requirements.txt "${@:2}"
"$uv" pip compile "${options[@]}" pyproject.toml --extra dev -c requirements.txt -o requirements-dev.txt "${@:2}"
