#!/bin/sh
# Writes requirements.lock anew from pyproject.toml: names, versions and hashes, and no address of any index.
# What is locked stays where it still fits; ./installer/lock.sh --upgrade takes the newest of everything.
set -eu
here=$(dirname "$(dirname "$(readlink -f "$0")")")
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
python3 -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv
cd "$here"
"$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra dev \
    --output-file installer/requirements.lock "$@" pyproject.toml
