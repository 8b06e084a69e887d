#!/bin/sh
# Proves the two commands on a bare Debian: a new machine (a chroot) that has git and python3 and nothing
# else, a clone of this project, ./run, ./run test, a second start; and ./run as somebody who may install
# nothing. Prints minutes and megabytes. Needs root and debootstrap; takes a few minutes and about 2 GB.
#
# The mirror, and how pip reaches its packages, are taken from this machine's own settings while it runs.
# BASE_TAR=FILE keeps the bare system there, for a quicker second time. KEEP=1 keeps the machine.
set -eu
project=$(dirname "$(dirname "$(readlink -f "$0")")")
suite=${SUITE:-bookworm}
machine=$(mktemp -d "${TMPDIR:-/var/tmp}/fresh-XXXXXX")
inside=/srv/same-table

say() { printf '\n== %s\n' "$*"; }
megabytes() { du -sxm "$1" 2>/dev/null | cut -f1; }
now() { date +%s.%N; }
since() { echo "$(now) $1" | awk '{printf "%.2f", $1 - $2}'; }

in_machine() {
    # shellcheck disable=SC2086
    chroot "$machine" /usr/bin/env -i HOME="$1" PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 $pip_settings \
        sh -c "$2"
}

clean_up() {
    for place in proc dev/pts dev sys; do umount -l "$machine/$place" 2>/dev/null || true; done
    [ -n "${KEEP-}" ] || rm -rf "$machine"
}
trap clean_up EXIT

[ "$(id -u)" = 0 ] || { echo "This makes a new machine in a folder, so it needs root." >&2; exit 1; }
command -v debootstrap >/dev/null || apt-get install -y -q debootstrap >/dev/null

chmod 755 "$machine"
say "A bare Debian $suite with git and python3"
mirror=$(sed -n 's/^\(deb\|URIs:\)[^h]*\(http[^ ]*\).*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -1)
if [ -n "${BASE_TAR-}" ] && [ -s "$BASE_TAR" ]; then
    tar -xf "$BASE_TAR" -C "$machine"
else
    debootstrap --variant=minbase --include=git,python3,ca-certificates "$suite" "$machine" "$mirror" >"$machine.log" 2>&1 ||
        { tail -5 "$machine.log"; exit 1; }
    rm -f "$machine.log"
    [ -z "${BASE_TAR-}" ] || tar -cf "$BASE_TAR" -C "$machine" .
fi
for place in proc dev dev/pts sys; do mount --bind "/$place" "$machine/$place"; done
cp /etc/resolv.conf "$machine/etc/resolv.conf" 2>/dev/null || true
cp -rL /etc/ssl/certs/. "$machine/etc/ssl/certs/" 2>/dev/null || true
cp -r /etc/apt/apt.conf.d/. "$machine/etc/apt/apt.conf.d/" 2>/dev/null || true
[ ! -f /etc/pip.conf ] || cp /etc/pip.conf "$machine/etc/pip.conf"
[ ! -d /etc/xdg/pip ] || { mkdir -p "$machine/etc/xdg" && cp -r /etc/xdg/pip "$machine/etc/xdg/"; }
[ ! -f "$HOME/.config/pip/pip.conf" ] || cp "$HOME/.config/pip/pip.conf" "$machine/etc/pip.conf"
# Package settings of this machine, without those that point into its own file system.
pip_settings=$(env | grep -E '^(PIP_(INDEX_URL|EXTRA_INDEX_URL|TRUSTED_HOST|DEFAULT_TIMEOUT|CERT)|https?_proxy|HTTPS?_PROXY|no_proxy|NO_PROXY|SSL_CERT_FILE)=' | tr '\n' ' ')

for tool in pip pip3; do ! in_machine /root "command -v $tool" >/dev/null || { echo "not bare: $tool is there" >&2; exit 1; }; done
bare=$(megabytes "$machine")

say "A clone of the project"
git clone -q "$project" "$machine$inside"
[ ! -d "$project/../shared" ] || { mkdir -p "$machine/srv/shared" && cp -r "$project/../shared/data" "$machine/srv/shared/data"; }
cloned=$(megabytes "$machine")

say "As somebody who may install nothing: one line to run, and exit status 1"
user=somebody
in_machine /root "useradd --create-home $user && git clone -q $inside /home/$user/table && chown -R $user /home/$user"
if refusal=$(in_machine /root "su - $user -c 'table/run --version'" 2>&1); then echo "it should have refused" >&2; exit 1; fi
echo "$refusal"
case $refusal in *"sudo sh -c 'apt-get update"*) ;; *) echo "it did not say the line to run" >&2; exit 1 ;; esac
rm -rf "${machine:?}/home/$user"

say "./run, the first time"
start=$(now)
in_machine /root "cd $inside && ./run"
first=$(since "$start")

say "The second start"
program=$(in_machine /root "cd $inside && start=\$(date +%s%N) && PYTHONPATH=. .venv/bin/python -m workshop.cli --version >/dev/null && echo \$(( (\$(date +%s%N) - start) / 1000000 ))")
second=$(in_machine /root "cd $inside && start=\$(date +%s%N) && ./run --version >/dev/null && echo \$(( (\$(date +%s%N) - start) / 1000000 ))")

say "./run test"
start=$(now)
in_machine /root "cd $inside && ./run test -q -n 2"
tests=$(since "$start")

say "Measured"
echo "bare machine:                 $bare MB"
echo "with the project:             $cloned MB"
echo "set up and tested:            $(megabytes "$machine") MB, of which the private environment $(megabytes "$machine$inside/.venv") MB"
echo "first ./run, all set-up:      $first s"
echo "./run test, with its set-up:  $tests s"
echo "a later start:                $second ms, the program itself $program ms"
