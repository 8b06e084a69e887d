#!/bin/sh
# Proves the two commands on a bare Debian: a new machine (a chroot) that has git and python3 and nothing
# else, and a clone of this project's last commit. ./run as somebody who may install nothing, ./run without
# a network, ./run, a set-up cut off in the middle, later starts (without a network too), ./run test.
# Prints minutes and megabytes. Needs root; takes a few minutes and about 2 GB.
#
# The mirror, and how pip reaches its packages, are taken from this machine's own settings while it runs.
# BASE_TAR=FILE keeps the bare system there, for a quicker second time. KEEP=1 keeps the machine.
set -eu
project=$(dirname "$(dirname "$(readlink -f "$0")")")
suite=${SUITE:-bookworm}
machine=$(mktemp -d "${TMPDIR:-/var/tmp}/fresh-XXXXXX")
inside="/srv/same table"

say() { printf '\n== %s\n' "$*"; }
fail() { echo "NOT PROVEN: $*" >&2; exit 1; }
megabytes() { du -sxm "$1" | cut -f1; }
now() { date +%s%N; }
milliseconds() { echo $((($(now) - $1) / 1000000)); }

clean_up() {
    for place in proc dev/pts dev sys; do umount -l "$machine/$place" 2>/dev/null || true; done
    if [ -n "${KEEP-}" ]; then echo "The machine is in $machine"; else rm -rf "$machine"; fi
}
trap clean_up EXIT
trap 'exit 1' INT TERM

[ "$(id -u)" = 0 ] || fail "this makes a new machine in a folder, so it needs root"
command -v debootstrap >/dev/null || apt-get install -y -q debootstrap >/dev/null

# The first mirror that this machine's own apt asks.
mirror() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
        awk '$1 == "deb" || $1 == "URIs:" { for (i = 2; i <= NF; i++) if ($i ~ /^https?:/) { print $i; exit } }'
}

# A bare system with nothing but git and python3 (and the certificates that any network needs).
make_bare_machine() {
    if [ -s "${BASE_TAR-}" ]; then
        tar -xf "$BASE_TAR" -C "$machine"
    else
        debootstrap --variant=minbase --include=git,python3,ca-certificates "$suite" "$machine" "$(mirror)" \
            >"$machine.log" 2>&1 || { tail -5 "$machine.log"; fail "debootstrap did not finish"; }
        rm -f "$machine.log"
        [ -z "${BASE_TAR-}" ] || tar -cf "$BASE_TAR" -C "$machine" .
    fi
    chmod 755 "$machine"
}

# How this machine reaches its packages, without what points into its own file system.
copy_network_settings() {
    cp /etc/resolv.conf "$machine/etc/resolv.conf" 2>/dev/null || true
    cp -rL /etc/ssl/certs/. "$machine/etc/ssl/certs/" 2>/dev/null || true
    cp -r /etc/apt/apt.conf.d/. "$machine/etc/apt/apt.conf.d/" 2>/dev/null || true
    {
        echo "[global]"
        python3 -m pip config list 2>/dev/null | sed -n "s/^global\.\([a-z-]*\)='\(.*\)'$/\1 = \2/p" |
            grep -vE '^(constraint|find-links|cache-dir|log) |file:' || true
    } >"$machine/etc/pip.conf"
}

settings=$(env | grep -E '^(PIP_(INDEX_URL|EXTRA_INDEX_URL|TRUSTED_HOST|DEFAULT_TIMEOUT|CERT)|https?_proxy|HTTPS?_PROXY|no_proxy|NO_PROXY|SSL_CERT_FILE)=' | grep -v '=file:' || true)

# Run a line of shell on the new machine, in the clone. ONLINE=no takes every network away.
in_machine() {
    if [ "${ONLINE-}" = no ]; then apart="unshare -n"; else apart=; fi
    # shellcheck disable=SC2086  # settings, one word each
    $apart chroot "$machine" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 $settings \
        sh -c "cd '$inside' 2>/dev/null; $1"
}

# The quickest of five, in milliseconds.
quickest() {
    for _ in 1 2 3 4 5; do
        start=$(now)
        in_machine "$1 >/dev/null"
        milliseconds "$start"
    done | sort -n | head -1
}

# The command has to end with status 1 and say this.
has_to_refuse() {
    if said=$(in_machine "$1" 2>&1); then fail "it should have refused"; fi
    echo "$said"
    case $said in *"$2"*) ;; *) fail "it did not say “$2”" ;; esac
    case $said in *Traceback*) fail "people do not read tracebacks" ;; esac
}

say "A bare Debian $suite with git and python3"
make_bare_machine
bare=$(megabytes "$machine")
for place in proc dev dev/pts sys; do mount --bind "/$place" "$machine/$place"; done
copy_network_settings
for tool in pip pip3 pytest pdftotext; do ! in_machine "command -v $tool" >/dev/null || fail "$tool is there already"; done
! in_machine "python3 -m ensurepip --version" >/dev/null 2>&1 || fail "Python's venv module is there already"

say "A clone of the project"
git clone -q "$project" "$machine$inside"
[ ! -d "$project/../shared/data" ] || { mkdir -p "$machine/srv/shared" && cp -r "$project/../shared/data" "$machine/srv/shared/"; }
cloned=$(megabytes "$machine")

say "As somebody who may install nothing: one line to run, and exit status 1"
in_machine "useradd --create-home somebody && git clone -q . ~somebody/table && chown -R somebody ~somebody"
has_to_refuse "su - somebody -c table/run" "sudo sh -c 'apt-get update; apt-get install -y"
in_machine "userdel --remove somebody 2>/dev/null"

say "Without a network: a sentence, and exit status 1"
ONLINE=no has_to_refuse ./run "needs internet, and there is none"

say "./run, the first time"
start=$(now)
in_machine ./run
first=$(milliseconds "$start")

say "Set up anew, and cut off after the first five seconds; then started again without a word"
in_machine "rm .venv/installed.lock; timeout --signal=KILL 5 ./run --version" && fail "it was not cut off in time"
in_machine "./run --version"

say "Later starts, without a network"
second=$(ONLINE=no quickest "./run --version")
program=$(ONLINE=no quickest ".venv/bin/python -m workshop --version")

say "./run test"
start=$(now)
if in_machine "./run test"; then result=passed; else result=FAILED; fi
tests=$(milliseconds "$start")

say "Measured"
seconds() { awk "BEGIN { printf \"%.1f s\", $1 / 1000 }"; }
echo "bare machine:                 $bare MB"
echo "with the project:             $cloned MB"
echo "set up and tested:            $(megabytes "$machine") MB, of which the private environment $(megabytes "$machine$inside/.venv") MB"
echo "first ./run, all set-up:      $(seconds "$first")"
echo "./run test, with its set-up:  $(seconds "$tests"), $result"
echo "a later start:                $second ms, the program itself $program ms"
[ "$result" = passed ] || fail "the tests did not pass on the new machine"
