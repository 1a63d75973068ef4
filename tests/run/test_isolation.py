"""Chaos, after Tika's tests: stand-ins for a job that do their worst, and what the parent makes of each."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest
from conftest import ROOT
from memory import peak_bytes

from profile_extract.errors import DamagedError, LimitExceededError
from profile_extract.run.isolation import Child, Outcome, Work, isolated
from profile_extract.run.job import Job, Summary, Teller, run_job
from profile_extract.settings import LimitSettings, Settings

SAMPLE = ROOT / "samples" / "german" / "report.pdf"
LIMITS = LimitSettings(memory_bytes=3 * 2**30, cpu_s=1.0, cpu_page_s=1.0, wall_factor=5.0, output_bytes=100_000)
"""Memory for any program that runs these tests and its children, and patience for seconds only."""
MOST_GROWTH_BYTES = 150_000_000
"""Growth of a parent that has not loaded anything yet; what it has in all depends on the tests before, and is measured with
the hostile files."""
DONE = Summary(1, 2, 3)


def well(_job: Job, target: Path, _teller: Teller) -> Summary:
    target.write_text("done", encoding="utf-8")
    return DONE


def refuse(job: Job, _target: Path, _teller: Teller) -> NoReturn:
    raise DamagedError("broken", path=job.name)


def fail(_job: Job, _target: Path, _teller: Teller) -> NoReturn:
    raise KeyError("never thought of")


def allocate(*_: object) -> NoReturn:
    kept = []
    while True:
        kept.append(bytearray(2**26))


def allocate_in_c(*_: object) -> NoReturn:
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    while True:
        libc.memset(ctypes.c_void_p(libc.malloc(ctypes.c_size_t(2**26))), 1, ctypes.c_size_t(2**26))


def leave(*_: object) -> NoReturn:
    os._exit(3)


def leave_as_if_well(*_: object) -> NoReturn:
    os._exit(0)


def leave_by_exception(*_: object) -> NoReturn:
    sys.exit(0)


def spin(*_: object) -> NoReturn:
    while True:
        pass


def sleep(*_: object) -> NoReturn:
    while True:
        time.sleep(60)


def sleep_and_ignore(*_: object) -> NoReturn:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGXCPU):
        signal.signal(number, signal.SIG_IGN)
    sleep()


def recurse(*_: object) -> None:
    recurse()


def overflow(*_: object) -> None:
    """The stack of C: what Python would refuse is allowed."""
    sys.setrecursionlimit(10**9)
    nested: list[Any] = []
    for _level in range(10**6):
        nested = [nested]
    repr(nested)


def segfault(*_: object) -> None:
    ctypes.string_at(0)


def kill_itself(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def write_without_end(_job: Job, target: Path, _teller: Teller) -> NoReturn:
    with target.open("wb") as file:
        while True:
            file.write(bytes(2**16))


def fill_the_pipe(_job: Job, _target: Path, teller: Teller) -> NoReturn:
    while True:
        teller.stage("x" * 2**16)


def say_too_much(_job: Job, _target: Path, teller: Teller) -> NoReturn:
    teller.stage("x" * 2**22)
    sleep()


def lie(_job: Job, _target: Path, teller: Any) -> NoReturn:
    """Whoever has taken the child over says what he likes."""
    for words in ({"done": "all"}, {"done": [1, "a", None]}, {"page": "many"}, {"page": 10**30}, [], None, {"error": 5}):
        teller.say(words)
    os._exit(0)


def close_the_pipe(*_: object) -> NoReturn:
    os.closerange(3, 1000)
    sleep()


def leave_somebody_behind(*_: object) -> NoReturn:
    """A child of the child holds the pipe open and sleeps."""
    if os.fork() == 0:
        sleep()
    os._exit(0)


STOPPED = (
    allocate, allocate_in_c, leave, leave_as_if_well, leave_by_exception, spin, sleep, sleep_and_ignore, recurse, overflow,
    os_abort := lambda *_: os.abort(), segfault, kill_itself, fill_the_pipe, say_too_much, lie, close_the_pipe,
    leave_somebody_behind,
)  # fmt: skip
KINDS: dict[Callable[..., Any], str] = {
    well: "done",
    refuse: "DamagedError",
    fail: "EngineError",
    write_without_end: "LimitExceededError",
    **dict.fromkeys(STOPPED, "LimitExceededError"),
}


def job_of(limits: LimitSettings = LIMITS, source: Path = SAMPLE) -> Job:
    return Job(str(source), "report.pdf", Settings(limits=limits))


def all_at_once(works: list[Work], folder: Path) -> list[Outcome]:
    """One loop over many children, as a batch runs it."""
    outcomes: dict[int, Outcome] = {}
    with selectors.DefaultSelector() as selector:
        running = {}
        for number, work in enumerate(works):
            running[number] = Child.start(job_of(), folder / str(number), work=work)
            selector.register(running[number], selectors.EVENT_READ)
        while running:
            soonest = min(child.deadline for child in running.values())
            selector.select(max(0.0, soonest - time.monotonic()))
            for number, child in list(running.items()):
                outcome = child.advance()
                if outcome is not None:
                    selector.unregister(running.pop(number))
                    outcomes[number] = outcome
    return [outcomes[number] for number in range(len(works))]


def test_each_kind_of_chaos_has_its_outcome_each_time(tmp_path: Path) -> None:
    works = list(KINDS) * 2
    peak = peak_bytes()
    outcomes = all_at_once(works, tmp_path)
    found = Counter((outcome.error or "done") for outcome in outcomes)
    assert found == {"done": 2, "DamagedError": 2, "EngineError": 2, "LimitExceededError": 2 * (len(STOPPED) + 1)}
    half = len(KINDS)
    for work, first, second in zip(works, outcomes[:half], outcomes[half:], strict=False):
        assert (first.error or "done") == KINDS[work], (work, first)
        assert first[:3] == second[:3], work
    assert peak_bytes() - peak < MOST_GROWTH_BYTES


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    began = Child.start(job_of(), tmp_path / "out", work=leave_somebody_behind)
    outcome = began.result()
    assert outcome.error == "LimitExceededError"
    assert is_gone(began.pid)


def is_gone(group: int) -> bool:
    """Whether no process of a group is left, at once or soon: the dying take a moment."""
    ends = time.monotonic() + 5
    while group_members(group) and time.monotonic() < ends:
        time.sleep(0.01)
    return not group_members(group)


def members_soon(group: int) -> list[int]:
    """The living processes of a process group, which a child has made its own a moment after it was started."""
    ends = time.monotonic() + 5
    while not group_members(group) and time.monotonic() < ends:
        time.sleep(0.01)
    return group_members(group)


def group_members(group: int) -> list[int]:
    """The living processes of a process group."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                fields = (entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
                if int(fields[2]) == group and fields[0] != "Z":
                    found.append(int(entry.name))
    return found


def test_more_pages_give_more_time(tmp_path: Path) -> None:
    def pages(_job: Job, _target: Path, teller: Teller) -> Summary:
        ends = time.process_time() + 2.5
        teller.page(5)
        while time.process_time() < ends:
            pass
        return DONE

    assert isolated(job_of(), tmp_path / "out", work=pages).summary == DONE


def test_the_outcome_says_what_it_took(tmp_path: Path) -> None:
    def hold(_job: Job, _target: Path, _teller: Teller) -> Summary:
        kept = bytearray(b"x") * 400_000_000
        time.sleep(0.2)
        return Summary(len(kept) and 1, 2, 3)

    outcome = isolated(job_of(replace(LIMITS, cpu_s=10.0)), tmp_path / "out", work=hold)
    assert outcome.summary == DONE
    assert outcome.peak_bytes > 400_000_000
    assert outcome.seconds >= 0.2
    assert outcome.cause is None


def test_a_child_may_be_killed(tmp_path: Path) -> None:
    child = Child.start(job_of(), tmp_path / "out", work=sleep)
    child.kill()
    child.kill()
    outcome = child.result()
    assert (outcome.error, outcome.cause) == ("LimitExceededError", "killed")


def test_an_error_comes_back_as_what_it_was(tmp_path: Path) -> None:
    with pytest.raises(DamagedError, match=r"^report\.pdf: broken$") as caught:
        isolated(job_of(), tmp_path / "out", work=refuse).check("report.pdf")
    assert caught.value.path == "report.pdf"
    with pytest.raises(LimitExceededError, match=r"^report\.pdf: stopped: "):
        isolated(job_of(), tmp_path / "out", work=leave).check("report.pdf")


def test_stages_are_passed_on(tmp_path: Path) -> None:
    stages: list[str] = []
    outcome = isolated(Job(str(SAMPLE), "report.pdf"), tmp_path / "out", stages.append)
    assert outcome.error is None
    assert "reading" in stages or "cleaning" in stages or "extracting the fields" in stages


def test_a_job_done_in_a_child_writes_what_it_writes_here(tmp_path: Path) -> None:
    job = Job(str(SAMPLE), "a/report.pdf")
    outcome = isolated(job, tmp_path / "child")
    assert outcome.summary == run_job(job, tmp_path / "here")
    written = (tmp_path / "child").read_bytes()
    assert written == (tmp_path / "here").read_bytes() == (SAMPLE.parent / "expected.json").read_bytes()
    document = json.loads(written)
    source = document["source"]
    counts = (len(document["profiles"]), source["page_count"], len(document["warnings"]))
    assert outcome.summary == (*counts, source["sha256"])


PARENT = """
import sys, time
from pathlib import Path
from profile_extract.run.isolation import Child
from profile_extract.run.job import Job
def sleep(*_):
    while True:
        time.sleep(60)
child = Child.start(Job("x", "x"), Path(sys.argv[1]), work=sleep)
print(child.pid, flush=True)
sleep()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parents")
def test_a_child_dies_with_its_parent(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path / "out")], stdout=subprocess.PIPE) as parent:
        try:
            assert parent.stdout is not None
            child = int(parent.stdout.readline())
            assert members_soon(child) == [child]
        finally:
            parent.kill()
    assert is_gone(child)
