"""Cyclic garbage collection, put off while a report is worked on.

A report becomes hundreds of thousands of small values without cycles, and all of them live until its output is made:
the collector walks over them time and again and finds nothing. Measured: a tenth to a sixth of the time of a run.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_running = 0
"""Calls inside :func:`without_collection`, in all threads."""
_was_enabled = False
"""Whether the collector was on when the first of them began."""


@contextmanager
def without_collection() -> Iterator[None]:
    """Put collection off until the last of the calls that ask for it, in whatever thread, is done."""
    _begin()
    try:
        yield
    finally:
        _end()


def _begin() -> None:
    global _running, _was_enabled
    with _lock:
        if _running == 0:
            _was_enabled = gc.isenabled()
            gc.disable()
        _running += 1


def _end() -> None:
    global _running
    with _lock:
        _running -= 1
        if _running == 0 and _was_enabled:
            _age()
            gc.enable()


def _age() -> None:
    """Count what was made meanwhile as old, so that the collector does not walk over all of it at once when it is on again."""
    if gc.get_freeze_count() == 0:  # else somebody has frozen values that must stay so
        gc.freeze()
        gc.unfreeze()
