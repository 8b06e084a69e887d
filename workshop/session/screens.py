"""Pictures of the screens: the program's own windows play the practice day in a child process.

The core knows no Qt, so it starts the program as anybody would: `python -m ui --pictures FOLDER`.
"""

import subprocess
import sys
from pathlib import Path

from workshop.errors import PrintingError

LONGEST_S = 600


def make_pictures(folder: Path) -> tuple[Path, ...]:
    """Pictures of all screens in `folder`, in the order of the day; PrintingError when there are none."""
    command = [sys.executable, "-m", "ui", "--pictures", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=LONGEST_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PrintingError(_SORRY) from error
    pictures = tuple(sorted(folder.glob("*.png"))) if folder.is_dir() else ()
    if done.returncode or not pictures:
        raise PrintingError(_SORRY)
    return pictures


_SORRY = (
    "The pictures of the screens could not be made. The packs and the exports are there. "
    "Please try again without --screens."
)
