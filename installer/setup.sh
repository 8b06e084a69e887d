#!/bin/sh
# Sets up Same Table on this computer: system packages through apt, then a private Python environment
# with exactly the packages of requirements.lock. --for-tests adds the two tools that tests read with.
# Says in a sentence what is missing when it may not install it. Nothing outside .venv and apt is touched.
set -eu
here=$(dirname "$(dirname "$(readlink -f "$0")")")
venv=$here/.venv
lock=$here/installer/requirements.lock

app_packages="python3-venv libgl1 libegl1 libfontconfig1 libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0
    libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
test_packages="poppler-utils unicode-data"

said=$(mktemp) # what apt says is only shown when it fails
trap 'rm -f "$said"' EXIT

say() { echo "$*" >&2; }

# What of these packages is not installed yet.
missing() {
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || printf '%s ' "$package"
    done
}

# The library's name changed in 2024; either serves.
glib() {
    if dpkg-query -W libglib2.0-0t64 >/dev/null 2>&1 || apt-cache show libglib2.0-0t64 >/dev/null 2>&1; then
        echo libglib2.0-0t64
    else
        echo libglib2.0-0
    fi
}

# Install what is missing, or print the one line that does.
install() {
    command -v dpkg-query >/dev/null || {
        say "This system has no apt. Please install Python's venv module and Qt's system libraries its own way."
        return 0
    }
    # shellcheck disable=SC2046,SC2086  # a list of package names, on purpose
    needed=$(missing "$@")
    [ -n "$needed" ] || return 0
    line="apt-get update && apt-get install -y --no-install-recommends $needed"
    say "Installing: $needed"
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        say "Some system packages are missing, and only an administrator may install them. Nothing was changed."
        say "Please run this line once, then ./run again:"
        say "  sudo sh -c '$line'"
        exit 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    { $as_root apt-get update -q && $as_root apt-get install -y -q --no-install-recommends $needed; } >"$said" 2>&1 || {
        tail -n 5 "$said" >&2
        say "The system packages could not be installed. Is there internet for this first time? Nothing else was changed."
        exit 1
    }
}

make_environment() {
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
        say "Same Table needs Python 3.11 or newer. Nothing was changed."
        exit 1
    }
    rm -rf "$venv"
    python3 -m venv "$venv" >&2 || {
        say "Python's private environment could not be made in “$venv”. Is the disk full or locked?"
        exit 1
    }
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r "$lock" >&2 || {
        rm -rf "$venv"
        say "The packages could not be fetched. The first time needs internet; later starts do not. Please try again."
        exit 1
    }
    "$venv/bin/python" -m compileall -q "$venv/lib" >/dev/null 2>&1 || true
    cp "$lock" "$venv/installed.lock.part"
    mv "$venv/installed.lock.part" "$venv/installed.lock"
}

if [ "${1-}" = --for-tests ]; then
    # shellcheck disable=SC2086
    install $test_packages
    : >"$venv/test-tools"
else
    # shellcheck disable=SC2086
    install $app_packages "$(glib)"
    make_environment
fi
