"""The engine of one machine with work that does its worst; and the same reports by every engine: the same bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from archive import REPORTS, Run, extract, results, summary, wait_for_lines

from profile_extract.run.engines import Task
from profile_extract.run.engines.local import LocalEngine, processors
from profile_extract.run.job import Job, Summary, Teller
from profile_extract.run.many import engine_called
from profile_extract.run.sources import Source
from profile_extract.settings import LimitSettings, Settings

LIMITS = LimitSettings(memory_bytes=4 * 2**30, cpu_s=1.0, cpu_page_s=1.0, wall_factor=2.0)
"""Memory for whatever runs these tests, and patience for two seconds."""
WORST = {"well": 12, "hang": 2, "leave": 3, "abort": 3}


def work(job: Job, target: Path, _teller: Teller) -> Summary:
    """Ends as the name of the job says."""
    {"hang": _hang, "leave": _leave, "abort": os.abort}.get(job.name, lambda: None)()
    target.write_text(job.source, encoding="utf-8")
    return Summary(1, 1, 0, "hash")


def _hang() -> NoReturn:
    while True:
        time.sleep(1)


def _leave() -> NoReturn:
    os._exit(0)


def tasks(folder: Path, names: list[str]) -> Iterator[Task]:
    for number, name in enumerate(names):
        job = Job(str(number), name, Settings(limits=LIMITS))
        yield Task(job, folder / str(number), Source(str(number), name))


def test_what_one_report_does_touches_no_other(tmp_path: Path) -> None:
    names = [name for name, count in WORST.items() for _ in range(count)]
    names = [names[number * 7 % len(names)] for number in range(len(names))]  # mixed: 7 and 20 have no common divisor
    done = list(LocalEngine(4, work).run(tasks(tmp_path, names), lambda: None))
    kinds = Counter((task.job.name, outcome.error) for task, outcome in done)
    assert kinds == {(name, None if name == "well" else "LimitExceededError"): count for name, count in WORST.items()}
    for task, outcome in done:
        if outcome.summary is not None:
            assert task.target.read_text(encoding="utf-8") == task.job.source
    assert children() == []


def test_the_next_report_is_begun_before_the_last_one_is_put_away(tmp_path: Path) -> None:
    begun: list[str] = []

    def noted() -> Iterator[Task]:
        for task in tasks(tmp_path, ["well", "well", "well"]):
            begun.append(task.job.source)
            yield task

    run = LocalEngine(1, work).run(noted(), lambda: None)
    assert next(run)[0].job.source == "0"
    assert begun == ["0", "1"]
    run.close()  # type: ignore[attr-defined]
    assert children() == []


def children() -> list[str]:
    """The processes that this one has started and that are not gone."""
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()


def test_no_more_run_at_a_time_than_wished_and_a_closed_run_leaves_none(tmp_path: Path) -> None:
    most = []
    before = set(children())

    def tick() -> None:
        most.append(len(set(children()) - before))

    running = LocalEngine(3, work).run(tasks(tmp_path, ["well", *["hang"] * 9]), tick)
    task, outcome = next(running)
    assert (task.job.name, outcome.error) == ("well", None)
    assert 1 <= max(most) <= 3
    running.close()  # type: ignore[attr-defined]
    assert set(children()) == before


def test_tasks_are_taken_only_as_there_is_room(tmp_path: Path) -> None:
    taken = []

    def counted() -> Iterator[Task]:
        for task in tasks(tmp_path, ["well"] * 50):
            taken.append(task)
            yield task

    running = LocalEngine(2, work).run(counted(), lambda: None)
    next(running)
    assert 3 <= len(taken) <= 4  # two, and another for each that was done
    assert len(list(running)) == 49


def test_all_processors_are_used_where_nothing_is_said() -> None:
    assert 1 <= processors() <= (os.cpu_count() or 1)


@pytest.mark.parametrize("jobs", [2, 5])
def test_the_number_of_workers_changes_no_byte(
    jobs: int, reports: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    extract(reports, "-o", tmp_path / "out", "--jobs", jobs)
    assert len(undisturbed) == REPORTS
    assert results(tmp_path / "out") == undisturbed


def workers_of(run: Run) -> list[int]:
    """The Ray workers that have a helper, so a report to do or behind them."""
    helpers = [pid for pid in run.pids() if b"profile_extract.run.engines.helper" in command_of(pid)]
    return sorted({parent for parent in map(parent_of, helpers) if command_of(parent).startswith(b"ray::")})


def parent_of(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[1])
    except OSError:
        return 0


def command_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def test_ray_with_a_killed_worker_gives_the_same_bytes(reports: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    pytest.importorskip("ray")
    output = tmp_path / "out"
    run = Run(reports, "-o", output, "--engine", "ray", "--jobs", 2)
    wait_for_lines(output, 5, run)
    workers = workers_of(run)
    assert len(workers) == 2
    os.kill(workers[0], signal.SIGKILL)
    status, said = run.end()
    assert status == 0, said
    assert said == f"profile-extract: 40 of 40 done: {output}/summary.json\n"
    assert results(output) == undisturbed
    assert {entry["status"] for entry in summary(output)["reports"]} == {"done"}
    assert run.wait_until_gone(60) == []


def test_ray_is_imported_only_when_it_runs() -> None:
    program = (
        "import sys; from profile_extract.run.many import engine_called; engine_called('ray', 2); print('ray' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout == b"False\n"


def test_the_engine_is_chosen_by_name() -> None:
    assert isinstance(engine_called("local", 3), LocalEngine)
    assert type(engine_called("ray", 3)).__name__ == "RayEngine"
