#!/bin/sh
# Sets up Same Table on this computer: system packages through apt, then a private Python environment
# with exactly the packages of requirements.lock. --for-tests adds the tools that the tests read with.
# Says in a sentence what is missing when it may not install it. Nothing outside .venv and apt is touched.
set -eu
here=$(dirname "$(dirname "$(readlink -f "$0")")")
venv=$here/.venv
before=$here/.venv.before # the last whole environment, until the new one is whole
. "$here/installer/ready.sh"

app_packages="python3-venv libgl1 libegl1 libfontconfig1 libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0
    libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
test_packages="git poppler-utils unicode-data xvfb dbus at-spi2-core gir1.2-atspi-2.0 python3-gi"
wished_packages="espeak-ng" # reads pages aloud; everything else works without it

said=$(mktemp) # what apt and pip say is shown only when it helps
trap 'rm -f "$said"' EXIT

say() { echo "$*" >&2; }

no_connection='name ?resolution|could not resolve|failure resolving|network is unreachable|cannot connect|NewConnectionError'

# Without a connection, say only that; for any other reason show what was said last.
stop_fetching() {
    if grep -qiE "$no_connection" "$said"; then
        say "The first time needs internet, and there is none. $* Please connect and try again."
    else
        tail -n 5 "$said" >&2
        say "The lines above say why this could not be installed. $*"
    fi
    exit 1
}

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

# The words before a command that only root may do, or failure where somebody would have to be asked.
as_root() {
    { [ "$(id -u)" = 0 ] || { command -v sudo && sudo -n true; }; } >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] || printf 'sudo '
    echo "env DEBIAN_FRONTEND=noninteractive"
}

# Install what is missing, or print the one line that does.
install() {
    command -v dpkg-query >/dev/null || return 0 # no apt here: whether Qt starts will tell
    needed=$(missing "$@")
    needed=${needed% }
    [ -n "$needed" ] || return 0
    root=$(as_root) || {
        say "Some system packages are missing, and only an administrator may install them. Nothing was changed."
        say "Please run this line once, then ./run again:"
        say "  sudo sh -c 'apt-get update; apt-get install -y --no-install-recommends $needed'"
        exit 1
    }
    say "Installing: $needed"
    {
        # An installation that was cut off earlier is ended first. A source that does not answer matters
        # only if a package was to come from it.
        $root dpkg --configure -a
        $root apt-get update -q
        # shellcheck disable=SC2086  # a list of package names, on purpose
        $root apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=120 $needed
    } >"$said" 2>&1 || stop_fetching "Nothing else was changed."
}

# Install what is only wished for. Whatever happens here, the set-up is whole without it.
install_wished() {
    { command -v dpkg-query && command -v apt-get; } >/dev/null || return 0
    [ -n "$(missing "$@")" ] || return 0
    root=$(as_root) || {
        say "Pages can also be read aloud. For that, an administrator can install: $*"
        return 0
    }
    wished="$root apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=20
        -o Acquire::Retries=0 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 $*"
    # apt's lists are brought up to date only when they are too old for this.
    { $wished || { $root apt-get update -q && $wished; }; } >"$said" 2>&1 ||
        say "What reads pages aloud could not be installed: $*. Everything else works."
}

# Back to the environment from before, if there was one.
keep_the_old() {
    rm -rf "$venv"
    [ ! -d "$before" ] || mv "$before" "$venv"
}

make_environment() {
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
        say "Same Table needs Python 3.11 or newer. Nothing was changed."
        exit 1
    }
    [ -w "$here" ] || {
        say "This folder belongs to somebody else, so nothing can be set up in it. Nothing was changed."
        say "Please ask them to start ./run once, or use a copy of your own."
        exit 1
    }
    say "Setting up a private Python environment. This takes a minute or two, this once."
    # Only a whole environment is worth keeping, and what was put aside earlier was whole.
    [ ! -f "$venv/installed.lock" ] || { rm -rf "$before" && mv "$venv" "$before"; }
    rm -rf "$venv"
    python3 -m venv "$venv" >"$said" 2>&1 || {
        keep_the_old
        tail -n 5 "$said" >&2
        say "A private Python environment could not be made in “$venv”. Is Python's venv module there, and room on the disk?"
        exit 1
    }
    echo '*' >"$venv/.gitignore"
    "$venv/bin/python" -m pip install --disable-pip-version-check --no-compile --require-hashes -r "$lock" >"$said" 2>&1 || {
        keep_the_old
        stop_fetching "No package was changed."
    }
    "$venv/bin/python" -c 'import PySide6.QtWidgets' 2>"$said" || {
        tail -n 1 "$said" >&2
        say "Qt needs a system library that is not here; the line above names it. Please install it, then run this again."
        exit 1
    }
    "$venv/bin/python" -m compileall -q "$venv/lib" >/dev/null 2>&1 || true # only makes later starts quicker
    readlink -f "$venv/bin/python" >"$venv/installed.python"
    cp "$lock" "$venv/installed.lock.part"
    mv "$venv/installed.lock.part" "$venv/installed.lock"
    rm -rf "$before"
}

# Somebody may start it twice while the first one is still at work: the second one waits.
take_turns() {
    command -v flock >/dev/null || return 0
    exec 9<"$here/installer/setup.sh"
    flock 9
}

lock=$here/installer/requirements.lock
take_turns
# shellcheck disable=SC2086  # lists of package names, on purpose
if [ "${1-}" = --for-tests ]; then
    install $test_packages
    : >"$venv/test-tools"
elif ! is_ready; then
    install $app_packages "$(glib)"
    make_environment
    # shellcheck disable=SC2086  # a list of package names, on purpose
    install_wished $wished_packages
fi
