"""The engine of a Ray cluster: the same isolation on every machine, results sent back as bytes to the one that writes them.

Sources must be reachable from all machines under the same path or URL; the place of the results only from this one. A
worker that dies loses nothing: Ray does its report again elsewhere, to the same bytes.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from profile_extract.errors import EngineError, UsageError
from profile_extract.run.engines import TICK_S, Task, Tick
from profile_extract.run.engines.helper import Answer, ask
from profile_extract.run.isolation import Outcome

MOST_RETRIES = 5
"""How often a report is done again because the worker or its machine died; then it is failed, for a passing reason."""
OBJECT_STORE_BYTES = 100_000_000
"""Shared memory of a cluster that is started for the run: results pass through it one by one."""
_QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_DEDUP_LOGS": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0"}


class RayEngine:
    """Runs on the cluster at ``address``, or on one of ``jobs`` processors that is started here and ends with the run."""

    def __init__(self, jobs: int | None = None, address: str | None = None) -> None:
        self._jobs, self._address = jobs, address

    def run(self, tasks: Iterator[Task], tick: Tick) -> Iterator[tuple[Task, Outcome]]:
        """Do the tasks."""
        first = next(tasks, None)
        if first is None:
            return
        ray = _ray()
        with _connected(ray, self._jobs, self._address):
            work = ray.remote(num_cpus=1, max_retries=MOST_RETRIES)(ask)
            slots = self._jobs or max(1, int(ray.cluster_resources().get("CPU", 1)))
            running: dict[Any, Task] = {work.remote(first.job): first}

            def fill() -> None:
                while len(running) < slots and (task := next(tasks, None)):
                    running[work.remote(task.job)] = task

            try:
                fill()
                while running:
                    tick()
                    done = [(ref, running.pop(ref)) for ref in ray.wait(list(running), timeout=TICK_S)[0]]
                    fill()  # before results are put away: no worker waits for the disk
                    for reference, task in done:
                        yield task, _received(ray, reference, task)
            finally:
                for reference in running:
                    ray.cancel(reference, force=True)


def _ray() -> Any:
    os.environ.update({name: value for name, value in _QUIET.items() if name not in os.environ})
    try:
        import ray
    except ImportError as error:
        raise UsageError("--engine ray needs Ray: pip install 'profile-extract[ray]'") from error
    return ray


@contextlib.contextmanager
def _connected(ray: Any, jobs: int | None, address: str | None) -> Iterator[None]:
    """A connection to a cluster, quiet and without a dashboard; what it prints of workers that died is no data."""
    own = {"num_cpus": jobs, "include_dashboard": False, "object_store_memory": OBJECT_STORE_BYTES} if address is None else {}
    try:
        ray.init(address=address or "local", log_to_driver=False, logging_level=logging.ERROR, **own)
    except Exception as error:  # whatever hinders the start
        raise EngineError(f"Ray does not start at {address or 'this machine'}: {error}") from error
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):
        try:
            yield
        finally:
            ray.shutdown()


def _received(ray: Any, reference: Any, task: Task) -> Outcome:
    """An outcome that a worker sent, its result written to the task's target."""
    try:
        answer: Answer = ray.get(reference)
    except ray.exceptions.RayError as error:
        reason = str(error).partition("\n")[0]
        return Outcome(None, EngineError.__name__, f"{task.job.name}: its worker failed again and again: {reason}", 0.0, 0)
    if answer.result is not None:
        task.target.write_bytes(answer.result)
    return answer.outcome
