"""A picture of every screen, made by playing the invented day through the windows.

`python -m ui --pictures OUT` and `./run demo OUT --screens` leave them in OUT/screens. Each is what the
window showed at that moment of the day; none is drawn for the purpose. The last one shows the parts of
all screens in their states.
"""

import os
import tempfile
from pathlib import Path

from ui.playing.pictures import Album, play
from ui.playing.table import Table, steady_hands

HOME = "SAME_TABLE_HOME"


def make(out: Path) -> list[Path]:
    """Play the day and leave the pictures in `out`; where they are, in the order of the day."""
    from ui.app import make_application

    application = make_application()
    out.mkdir(parents=True, exist_ok=True)
    album = Album(out)
    before = os.environ.get(HOME)
    # The workshops of this computer are never touched: the day has a library of its own.
    with tempfile.TemporaryDirectory(prefix="same-table-") as library, steady_hands():
        os.environ[HOME] = library
        try:
            table = Table()
            play(table, album, Path(library))
            table.close()
        finally:
            os.environ.pop(HOME)
            if before is not None:
                os.environ[HOME] = before
    application.processEvents()
    return album.pictures
