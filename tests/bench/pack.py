"""How fast the people's pack is made, and how much memory it takes, from 100 notes to 20,000.

Each number of notes is made in a process of its own, so that its peak memory is its own. One note in
seven is in another script, as on a real wall.
"""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.bench.timing import figures_of
from tests.printing.given import THE_DAY
from workshop.domain.facts import Facts, GroupFacts, NoteFacts
from workshop.domain.kinds import NoteKind
from workshop.printing.making import make

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 20
IN_A_GROUP = 20
ENGLISH = (
    "Tell me the date. Then stick to it.",
    "They said ten in the morning. I left at seven in the evening, and nobody told my sister.",
    "One page. My words, not yours, in large letters and with the number of somebody I can ring.",
    "The night nurse drew it for us on the back of the menu. Then I understood what the tablets are for.",
    "Nobody asked if I could cope. I said yes because there was a taxi waiting, and I have a job, two "
    "children, and a father who does not sleep. Please ask me before you fix the date.",
    "Who do I ask if the plan changes?",
)
OTHER_SCRIPTS = (
    "مجھے میری زبان میں بتائیں",
    "ਮੇਰੀ ਧੀ ਨੂੰ ਵੀ ਦੱਸੋ",
    "દવા વિશે ફરીથી કહો",
    "আমাকে সহজ করে বলুন",
    "என் மகளிடம் பேசுங்கள்",
    "请告诉我什么时候可以回家",
    "أريد أن أعرف متى أعود إلى البيت",
    "Chcę wiedzieć, kiedy wrócę do domu.",
)


def facts_with(size: int) -> Facts:
    """A day of `size` notes in groups of 20."""
    notes = [NoteFacts(n + 1, _text(n), list(NoteKind)[n % 6]) for n in range(size)]
    groups = [
        GroupFacts(f"Group {first // IN_A_GROUP + 1}", tuple(notes[first : first + IN_A_GROUP]))
        for first in range(0, size, IN_A_GROUP)
    ]
    return replace(THE_DAY, groups=tuple(groups), loose=(), notes_written=size)


def _text(n: int) -> str:
    return OTHER_SCRIPTS[n // 7 % 8] if n % 7 == 0 else f"{ENGLISH[n % 6]} ({n})"


def rows(sizes: Sequence[int]) -> list[dict[str, object]]:
    """One row a number of notes; `per_second` are pages."""
    return [_in_a_process(size) for size in sizes]


def _in_a_process(size: int) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.bench.pack", str(size)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    pages, peak, *times = (float(word) for word in done.stdout.split())
    return {
        "what": "pack: people's, all documents with twins",
        "notes": size,
        "size": f"{pages:.0f} pages",
        **figures_of(times),
        "per_second": round(pages / statistics.median(times) * 1000, 1),
        "peak_mib": round(peak, 1),
    }


def measure(size: int) -> None:
    """Print pages, peak MiB of the process, and the milliseconds of each repeat."""
    facts = facts_with(size)
    pages, times = 0, []
    for _ in range(REPEATS):
        start = time.perf_counter()
        pages = sum(printed.pages for printed in make(facts))
        times.append((time.perf_counter() - start) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(pages, peak, *times)


if __name__ == "__main__":
    measure(int(sys.argv[1]))
