#!/bin/sh
# Writes requirements.lock anew from pyproject.toml: names, versions and hashes, and no address of any index.
set -eu
here=$(dirname "$(dirname "$(readlink -f "$0")")")
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
python3 -m venv "$tools"
"$tools/bin/pip" install --quiet uv
cd "$here"
"$tools/bin/uv" pip compile --quiet --universal --generate-hashes --no-header --extra dev pyproject.toml \
    -o installer/requirements.lock
