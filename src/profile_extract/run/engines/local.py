"""The engine of one machine: one thread that forks a child for each report and waits for all of them together."""

from __future__ import annotations

import os
import selectors
import time
from collections.abc import Iterator

from profile_extract.run.confine import CAN_CONFINE
from profile_extract.run.engines import TICK_S, Task, Tick
from profile_extract.run.isolation import Child, Outcome, Work, isolated
from profile_extract.run.job import preload, run_job


class LocalEngine:
    """Runs up to ``jobs`` children at a time; all processors there are where nothing is said."""

    def __init__(self, jobs: int | None = None, work: Work = run_job) -> None:
        self._jobs, self._work = jobs or processors(), work
        self._is_loaded = False

    def run(self, tasks: Iterator[Task], tick: Tick) -> Iterator[tuple[Task, Outcome]]:
        """Do the tasks."""
        if not CAN_CONFINE:
            yield from ((task, isolated(task.job, task.target, work=self._work)) for task in tasks)
            return
        running: dict[Child, Task] = {}
        over: dict[Child, Task] = {}
        with selectors.DefaultSelector() as selector:
            try:
                while self._start(tasks, running, selector):
                    tick()
                    selector.select(min(TICK_S, max(0.0, min(child.deadline for child in running) - time.monotonic())))
                    for child in list(filter(Child.is_over, running)):
                        selector.unregister(child)
                        over[child] = running.pop(child)
                    self._start(tasks, running, selector)  # before memory is given back and results are put away
                    yield from _ended(over)
            finally:
                for child in (*running, *over):
                    child.kill()

    def _start(self, tasks: Iterator[Task], running: dict[Child, Task], selector: selectors.BaseSelector) -> bool:
        """Start children while there is room; whether any runs."""
        while len(running) < self._jobs and (task := next(tasks, None)):
            if not self._is_loaded:
                preload()
                self._is_loaded = True
            child = Child.start(task.job, task.target, work=self._work)
            running[child] = task
            selector.register(child, selectors.EVENT_READ)
        return bool(running)


def _ended(over: dict[Child, Task]) -> Iterator[tuple[Task, Outcome]]:
    """End the children that are over, and take them out with their outcomes."""
    for child in list(over):
        outcome = child.result()
        yield over.pop(child), outcome


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
