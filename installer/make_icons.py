"""Make resources/icons from the npm package lucide-static. For developers; not part of the product.

    npm pack lucide-static@1.62.0 && tar -xzf lucide-static-1.62.0.tgz
    python installer/make_icons.py package

The folder then holds exactly the icons of NAMES, as the package has them, their list and their licence.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ICONS = ROOT / "resources" / "icons"
LICENCE = ROOT / "installer" / "licences" / "icons" / "lucide.txt"
PACKAGE, VERSION = "lucide-static", "1.62.0"

NAMES = """
    accessibility archive armchair arrow-big-up arrow-left arrow-right badge-check ban battery-medium
    battery-warning book-open bookmark brush bus calendar camera captions car check check-check
    chevron-down chevron-left chevron-right chevron-up circle circle-check circle-dashed circle-dot
    circle-help clock coffee concierge-bell contrast copy corner-down-left delete door-open download
    ear ellipsis equal eraser eye eye-off file-text file-warning flag folder-open globe graduation-cap
    grip-vertical group hand-coins hand-helping heart-handshake history hourglass house image info
    key-round keyboard languages laptop layers-2 layout-grid lightbulb list list-checks lock mail map
    map-pin megaphone merge message-circle-question minus monitor move pause pen-line pencil-line phone
    play plug plus pointer pound-sterling power-off presentation printer quote rotate-ccw rotate-cw save
    scale scissors search shield-check signature speech split square-pen star stethoscope sticky-note
    tablet-smartphone text-quote thumbs-up timer toilet trash-2 type undo-2 usb user user-plus user-round
    users utensils volume-2 vote wifi-off x zoom-in zoom-out
""".split()


def main(package: Path) -> None:
    """Make the folder, its list and the licence text from the unpacked package."""
    _check(package)
    icons = {name: (package / "icons" / f"{name}.svg").read_bytes() for name in NAMES}
    ICONS.mkdir(parents=True, exist_ok=True)
    for old in ICONS.glob("*.svg"):
        old.unlink()
    for name, drawing in icons.items():
        (ICONS / f"{name}.svg").write_bytes(drawing)
    LICENCE.parent.mkdir(parents=True, exist_ok=True)
    LICENCE.write_bytes((package / "LICENSE").read_bytes())
    (ICONS / "README.md").write_text("\n".join(_list(icons)), encoding="utf-8")


def _check(package: Path) -> None:
    """Stop before anything is changed when this is another package, another version, or lacks an icon."""
    try:
        about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        sys.exit(f"“{package}” is no unpacked npm package. Nothing was changed.")
    if (about["name"], about["version"]) != (PACKAGE, VERSION):
        sys.exit(f"This is {about['name']} {about['version']}, not {PACKAGE} {VERSION}. Nothing was changed.")
    missing = [name for name in NAMES if not (package / "icons" / f"{name}.svg").is_file()]
    if missing:
        sys.exit(f"The package has no icon named {', '.join(missing)}. Nothing was changed.")


def _list(icons: dict[str, bytes]) -> Iterable[str]:
    yield "# Icons"
    yield ""
    yield f"{len(icons)} icons of Lucide, unchanged, from npm {PACKAGE} {VERSION}, made by"
    yield "`installer/make_icons.py`; do not edit. They are under the ISC licence (those that come from"
    yield "Feather under the MIT licence); both texts are in `installer/licences/icons/lucide.txt`."
    yield ""
    yield "| File | Bytes |"
    yield "|---|---:|"
    yield from (f"| {name}.svg | {len(drawing)} |" for name, drawing in icons.items())
    yield ""


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
