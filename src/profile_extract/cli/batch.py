"""``extract`` for many reports: progress with rate and time left for people, lines for scripts, an orderly end for signals."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import timedelta
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any, Self

from profile_extract.cli.console import DONE, FAILED, INTERRUPTED, complain, say
from profile_extract.run.batch import Options, Watcher, run_batch
from profile_extract.run.engines import Engine
from profile_extract.run.ledger import Record
from profile_extract.run.sources import find_sources
from profile_extract.run.summary import SUMMARY, Tally

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


def extract_batch(reports: Sequence[str], output: str, options: Options, engine: Engine, *, is_quiet: bool) -> int:
    """Extract many reports; the exit status."""
    sources = find_sources(reports, output)
    with ExitStack() as stack:
        interruption = stack.enter_context(_Interruption())
        shows = sys.stderr.isatty() and not is_quiet
        watcher = stack.enter_context(_Bar()) if shows else _Lines()

        def tick() -> None:
            interruption.check()
            watcher.tick()

        try:
            run_batch(sources.reports, output, options, engine, watcher=watcher, tick=tick)
        except KeyboardInterrupt:
            status = INTERRUPTED
        else:
            status = FAILED if watcher.tally.failed else DONE
    if not is_quiet:
        say(_last_words(watcher.tally, output, sources.left_out, is_interrupted=status == INTERRUPTED))
    return status


def _last_words(tally: Tally, output: str, left_out: int, *, is_interrupted: bool) -> str:
    counts = f"{tally.done} of {tally.total} done"
    if tally.earlier:
        counts += f", {tally.earlier} settled before"
    if tally.failed:
        counts += f", {tally.failed} failed (--retry-failed tries all of them again)"
    if left_out:
        counts += f", {left_out} other files left out"
    if is_interrupted:
        return f"interrupted: {counts}; what is finished stays, and the same command goes on from there"
    return f"{counts}: {output.rstrip('/')}/{SUMMARY}"


class _Lines(Watcher):
    """Says in a line what failed, and nothing else."""

    def __init__(self) -> None:
        self.tally = Tally()

    def begun(self, tally: Tally) -> None:
        """The reports are known."""
        self.tally = tally

    def settled(self, record: Record, *, is_earlier: bool) -> None:
        """A report is done or failed."""
        if record.message is not None and not is_earlier:
            complain(record.message)

    def tick(self) -> None:
        """Time passes."""


class _Bar(_Lines):
    """A line that moves, for people; without a thread of its own, for the process forks."""

    def __init__(self) -> None:
        super().__init__()
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._began: float | None = None

    def __enter__(self) -> Self:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("extracting"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[speed]}"))
        self._progress = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
        self._progress.start()
        return self

    def __exit__(self, *raised: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def begun(self, tally: Tally) -> None:
        """The reports are known."""
        super().begun(tally)
        if self._progress is not None:
            self._task = self._progress.add_task("", total=tally.total, speed="")
            self._progress.refresh()

    def tick(self) -> None:
        """Time passes."""
        self._began = self._began or time.monotonic()
        if self._progress is None or self._task is None:
            return
        settled = self.tally.done + self.tally.failed
        speed = speed_text(settled - self.tally.earlier, self.tally.waiting, time.monotonic() - self._began)
        if self.tally.failed:
            speed += f", {self.tally.failed} failed"
        self._progress.update(self._task, completed=settled, speed=speed, refresh=True)


def speed_text(fresh: int, waiting: int, seconds: float) -> str:
    """How many reports a minute, and the time left; nothing where none is done yet."""
    if not fresh or seconds <= 0:
        return ""
    left = timedelta(seconds=round(waiting * seconds / fresh))
    return f"{60 * fresh / seconds:,.0f} a minute, {left} left"


class _Interruption:
    """Takes note of Ctrl-C and SIGTERM, so that the run ends where nothing is half done; a second one ends it at once."""

    def __init__(self) -> None:
        self._is_wanted = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        for number in (signal.SIGINT, signal.SIGTERM):
            self._before[number] = signal.signal(number, self._take)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def check(self) -> None:
        """Raise KeyboardInterrupt where the run is to end."""
        if self._is_wanted:
            raise KeyboardInterrupt
        for number in self._before:
            if signal.getsignal(number) != self._take:
                signal.signal(number, self._take)  # Ray takes them for itself

    def _take(self, _number: int, _frame: FrameType | None) -> None:
        if self._is_wanted:
            raise KeyboardInterrupt
        self._is_wanted = True
