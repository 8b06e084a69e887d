"""A very small screen reader: writes what AT-SPI tells of the app as JSON, and presses what it found.

    python3 heard_reader.py APP PART…

For each PART: waits until the app shows it, reads, and presses it, but not the last one. What it once
heard it remembers, as a screen reader does, until the app tells that it is different. Runs under the
Python of the system, which has these bindings; imports nothing of the project.
"""

import json
import sys
import time
import warnings
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # the version has to be said first

PATIENCE_S = 20
LISTENING_S = 0.4


def listen() -> tuple[list[str], list[str]]:
    """Hear from now on of what is new: the lists fill with what is announced, and with parts that came."""
    said: list[str] = []
    came: list[str] = []
    Atspi.EventListener.new(lambda event: said.append(event.any_data)).register("object:announcement")
    for kind in ("children-changed:add", "property-change:accessible-name"):
        Atspi.EventListener.new(lambda event: came.append(_name(event))).register(f"object:{kind}")
    return said, came


def _name(event: Any) -> str:
    """The name of a part that came, or the new name of one that was there."""
    return str(event.any_data.get_name() if event.type.startswith("object:children") else event.any_data)


def wait(seconds: float, something: list[str] | None = None) -> None:
    """Take in what the app tells meanwhile; no longer than until there is `something`."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not something:
        GLib.MainContext.default().iteration(False)
        time.sleep(0.005)


def app_with(name: str, part: str) -> Any:
    """The app with this name, when it shows this part; waits for it."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        for app in below(Atspi.get_desktop(0)):
            if app.get_name() == name and find(app, part) is not None:
                return app
        wait(0.1)
    sys.exit(f"nothing called “{part}” was found in {name}")


def below(part: Any) -> list[Any]:
    """The parts of a part."""
    found = (part.get_child_at_index(i) for i in range(part.get_child_count()))
    return [child for child in found if child is not None]


def told(part: Any) -> dict[str, Any]:
    """A part and all below it: role, name, words, place on the screen, what can be done with it."""
    place, action = part.get_extents(Atspi.CoordType.SCREEN), part.get_action_iface()
    states = part.get_state_set()
    text = part.get_text_iface()
    return {
        "role": part.get_role_name(),
        "name": part.get_name(),
        "description": part.get_description(),
        "language": part.get_object_locale(),
        "place": [place.x, place.y, place.width, place.height],
        "text": text.get_text(0, text.get_character_count()) if text else "",
        "actions": [action.get_action_name(i) for i in range(action.get_n_actions())] if action else [],
        "showing": states.contains(Atspi.StateType.SHOWING),
        "below": [told(child) for child in below(part)],
    }


def find(part: Any, name: str) -> Any:
    """The part with this name, of those that can be pressed, or None."""
    if part.get_name() == name and part.get_action_iface() is not None:
        return part
    return next((found for child in below(part) if (found := find(child, name)) is not None), None)


def main() -> None:
    """Read, and press."""
    name, *wanted = sys.argv[1:]
    said, came = listen()
    for part in wanted:
        app = app_with(name, part)
        heard = told(app)
        if part is not wanted[-1]:
            said.clear()
            came.clear()
            find(app, part).get_action_iface().do_action(0)
            wait(4 * LISTENING_S, came)
            wait(LISTENING_S)
        print(json.dumps(heard | {"announced": said, "came": came}))


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # the bindings call their own ways old-fashioned
    main()
