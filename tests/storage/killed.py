"""Children that are killed at any moment, and what they said before.

They are forked from one Python that has everything imported: to start a new one for each kill would
take ten times as long as what is tested. Where there is no forking, each is started anew.
"""

import multiprocessing
import time
from collections.abc import Callable
from typing import Any

METHODS = multiprocessing.get_all_start_methods()
CONTEXT: Any = multiprocessing.get_context("forkserver" if "forkserver" in METHODS else "spawn")
CONTEXT.set_forkserver_preload(
    ["tests.session.test_drafts"]
    + [f"tests.storage.{name}" for name in ("test_ballot_stops", "test_drafts", "test_kills")]
)

Say = Callable[[object], None]


def killed_after(seconds: float, write: Callable[..., None], *given: object) -> list[Any]:
    """Let a child `write(say, *given)`, and kill it so many seconds after its first word; all its words."""
    ear, mouth = CONTEXT.Pipe(duplex=False)
    child = CONTEXT.Process(target=write, args=(mouth.send, *given), daemon=True)
    child.start()
    mouth.close()
    said = [ear.recv()]  # it is writing now
    time.sleep(seconds)
    child.kill()
    child.join()
    with ear:
        while True:
            try:
                said.append(ear.recv())
            except EOFError:
                return said
