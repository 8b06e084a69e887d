"""A very small screen reader: writes what AT-SPI tells of the app as JSON, and presses buttons.

    python3 heard_reader.py APP BUTTON [PRESSED…]

Waits until the app shows BUTTON, reads, then presses. What changes later is read by a second one: the
bindings remember what they were told. Runs under the Python of the system, which has these bindings;
imports nothing of the project.
"""

import json
import sys
import time
import warnings
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  # the version has to be said first

PATIENCE_S = 20


def app_with(name: str, button: str) -> Any:
    """The app with this name, when the page with this button is shown; waits for it."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        for app in below(Atspi.get_desktop(0)):
            if app.get_name() == name and find(app, button) is not None:
                return app
        time.sleep(0.1)
    sys.exit(f"no “{button}” was found in {name}")


def below(part: Any) -> list[Any]:
    """The parts of a part."""
    found = (part.get_child_at_index(i) for i in range(part.get_child_count()))
    return [child for child in found if child is not None]


def told(part: Any) -> dict[str, Any]:
    """A part and all below it: role, name, description, place on the screen, what can be done with it."""
    place, action = part.get_extents(Atspi.CoordType.SCREEN), part.get_action_iface()
    states = part.get_state_set()
    return {
        "role": part.get_role_name(),
        "name": part.get_name(),
        "description": part.get_description(),
        "place": [place.x, place.y, place.width, place.height],
        "actions": [action.get_action_name(i) for i in range(action.get_n_actions())] if action else [],
        "showing": states.contains(Atspi.StateType.SHOWING),
        "below": [told(child) for child in below(part)],
    }


def find(part: Any, name: str) -> Any:
    """The button with this name in a part, or None."""
    if part.get_name() == name and part.get_action_iface() is not None:
        return part
    return next((found for child in below(part) if (found := find(child, name)) is not None), None)


def main() -> None:
    """Read, and press as the user of a screen reader would."""
    name, button, *pressed = sys.argv[1:]
    app = app_with(name, button)
    print(json.dumps(told(app)))
    for other in pressed:
        find(app, other).get_action_iface().do_action(0)
        time.sleep(0.5)


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # the bindings call their own ways old-fashioned
    main()
