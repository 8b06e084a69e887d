# Sourced by run and setup.sh, with $here set: is the private environment whole, and of this version?
# It holds a copy of the very list it was made from, written last, so one that was stopped half-way has
# none; and the name of the Python it was made with, because an upgrade of the system may replace that.
is_ready() {
    cmp -s "$here/installer/requirements.lock" "$here/.venv/installed.lock" &&
        read -r made_with <"$here/.venv/installed.python" &&
        [ "$made_with" = "$(readlink -f "$here/.venv/bin/python")" ] && [ -x "$made_with" ]
}
