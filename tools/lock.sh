#!/bin/sh
# Pins the newest Python packages that fit pyproject.toml, with the hashes of every system's files: `make requirements`.
set -eu
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
.venv/bin/python -m venv "$tools"
"$tools/bin/python" -m pip install -q uv

lock() {
  "$tools/bin/uv" pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate pyproject.toml --group build "$@"
}

lock -o requirements/run.txt
lock --group test -c requirements/run.txt -o requirements/test.txt
