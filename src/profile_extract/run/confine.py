"""What a child process does to itself before it opens a stranger's file: limits, no streams, and an end with its parent."""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import math
import os
import signal
import sys

from profile_extract.settings import LimitSettings

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

CAN_CONFINE = resource is not None and hasattr(os, "fork")
"""Whether this system has processes that can be forked and limited; where not, jobs run in the process that asks."""
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""Makes numpy's library start no threads, of which it has as many as the machine has cores, each with memory of its own."""
_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of Linux's prctl(2)."""
_MOST_DESCRIPTORS = 65_536
"""Descriptors that are closed; Linux closes ranges at once."""


def confine(parent: int, keep: int, limits: LimitSettings) -> None:
    """Put this process, just forked from ``parent``, under limits; of its open files only ``keep`` stays."""
    os.setsid()  # keys pressed and hang-ups reach the parent alone; what this process starts is ended with it
    faulthandler.disable()
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGXCPU, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)
    die_with(parent)
    _close_streams(keep)
    os.environ.update(ONE_THREAD)
    _limit(resource.RLIMIT_CORE, 0, 0)
    _limit(resource.RLIMIT_FSIZE, limits.output_bytes, limits.output_bytes)
    _limit(resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes)
    grant_cpu(limits, 0)


def cpu_s(limits: LimitSettings, pages: int) -> float:
    """Processor time for a report of which so many pages have been begun, in seconds."""
    return limits.cpu_s + limits.cpu_page_s * pages


def grant_cpu(limits: LimitSettings, pages: int) -> None:
    """Raise this process's own limit of processor time as pages are read: a loop on the first page ends soon."""
    most = math.ceil(cpu_s(limits, limits.pages))
    _limit(resource.RLIMIT_CPU, min(math.ceil(cpu_s(limits, pages)), most), most)


def _limit(kind: int, soft: int, hard: int) -> None:
    """Set a limit, lower than what was set from outside where that is lower still."""
    _, allowed = resource.getrlimit(kind)
    if allowed != resource.RLIM_INFINITY:
        soft, hard = min(soft, allowed), min(hard, allowed)
    with contextlib.suppress(ValueError, OSError):  # a limit that this system does not know
        resource.setrlimit(kind, (soft, hard))


def die_with(parent: int) -> None:
    """End this process when its parent, or the thread of it that started it, ends."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None, use_errno=True).prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it was gone before the line above
        os._exit(1)


def _close_streams(keep: int) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    os.closerange(3, keep)
    os.closerange(keep + 1, _MOST_DESCRIPTORS)
