"""One report for the commands that take one: in a child process or in this one, its output published whole or not at all."""

from __future__ import annotations

import contextlib
import dataclasses
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from profile_extract.run.confine import CAN_CONFINE
from profile_extract.run.isolation import Child, isolated
from profile_extract.run.job import Job, Teller, run_job
from profile_extract.settings import STANDARD_INPUT
from profile_extract.write import published

_STANDARD_INPUT_NAME = "standard input"
_PART_BYTES = 2**20
_Progress = Callable[[], AbstractContextManager[Callable[[str], None] | None]]
"""Shows people what the program is at while it is entered; gives what is to be told each stage, if anything."""


@contextlib.contextmanager
def made(job: Job, output: Path | None, *, is_isolated: bool, progress: _Progress) -> Iterator[Path]:
    """Do a job; the file it wrote, which becomes ``output`` when the block is left, or is gone then (None).

    Raises:
        ReadError: or one of its kinds, where the report cannot be read.
        UsageError: ``output`` cannot be written.
    """
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="profile-extract-")))
        target = stack.enter_context(published(output)) if output else folder / "output"
        if job.source == STANDARD_INPUT:
            job = _kept(job, folder / "input")
        _do(job, target, progress, is_isolated=is_isolated)
        yield target


def _kept(job: Job, file: Path) -> Job:
    """The job with its standard input kept in a file, up to one byte more than may be read: a child is not kept waiting."""
    left = job.settings.read.limit_bytes + 1
    with file.open("wb") as copy:
        while part := sys.stdin.buffer.read(min(left, _PART_BYTES)):
            copy.write(part)
            left -= len(part)
    return dataclasses.replace(job, source=str(file), name=_STANDARD_INPUT_NAME)


def _do(job: Job, target: Path, progress: _Progress, *, is_isolated: bool) -> None:
    if is_isolated and CAN_CONFINE:
        child = Child.start(job, target)  # before the progress display, which has a thread of its own
        try:
            with progress() as tell:
                outcome = child.result(tell)
        finally:
            child.kill()
        outcome.check(job.name)
        return
    with progress() as tell:
        if is_isolated:
            isolated(job, target, tell).check(job.name)
        else:
            run_job(job, target, _StageTeller(tell))


class _StageTeller(Teller):
    def __init__(self, tell: Callable[[str], None] | None) -> None:
        self._tell = tell

    def stage(self, name: str) -> None:
        if self._tell is not None:
            self._tell(name)
