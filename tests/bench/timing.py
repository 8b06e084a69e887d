"""One figure of a benchmark: median, p95 and maximum of an act, and the memory Python took for it."""

import statistics
import time
import tracemalloc
from collections.abc import Callable, Sequence

REPEATS = 30


def measure(what: str, size: int, act: Callable[[], object], repeats: int = REPEATS) -> dict[str, object]:
    """The row of an act: it is done `repeats` times for its milliseconds, and once more for its MiB."""
    times = [_milliseconds(act) for _ in range(repeats)]
    return {"what": what, "notes": size, "size": "", **figures_of(times), "peak_mib": round(_peak(act), 2)}


def figures_of(milliseconds: Sequence[float]) -> dict[str, object]:
    """Median, p95, p99, maximum, how many a second, and of how many repeats."""
    times = sorted(milliseconds)
    median = statistics.median(times)
    return {
        "median_ms": round(median, 3),
        "p95_ms": round(times[int(0.95 * (len(times) - 1))], 3),
        "p99_ms": round(times[int(0.99 * (len(times) - 1))], 3),
        "max_ms": round(times[-1], 3),
        "per_second": round(1000 / median, 1),
        "n": len(times),
    }


def _milliseconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def _peak(act: Callable[[], object]) -> float:
    """Measured apart from the time, because measuring it is slow."""
    tracemalloc.start()
    act()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20
