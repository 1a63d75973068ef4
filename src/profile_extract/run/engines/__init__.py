"""Who does the work of a batch: this machine, or a Ray cluster. Both give the same results, in the order they are done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from profile_extract.run.isolation import Outcome
from profile_extract.run.job import Job
from profile_extract.run.sources import Source

TICK_S = 0.25
"""Longest time between two looks at the clock and at the keyboard."""


class Task(NamedTuple):
    """A job, where its result is to be written on this machine, and the report it is for."""

    job: Job
    target: Path
    source: Source


Tick = Callable[[], None]
"""Called several times a second; raises KeyboardInterrupt where the run shall end."""


class Engine(Protocol):
    """Does tasks."""

    def run(self, tasks: Iterator[Task], tick: Tick) -> Iterator[tuple[Task, Outcome]]:
        """Take tasks as there is room for them and give each back when it is done.

        Where there is a summary, the result is at the task's target. When the iterator is closed, what runs is ended.
        """
