"""A process beside a Ray worker that forks children for it: workers have threads and gigabytes of addresses, and must not.

Started once for each worker, it serves one report at a time and ends with its worker, whatever ends that.
"""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from profile_extract.errors import EngineError
from profile_extract.run.confine import die_with
from profile_extract.run.isolation import Outcome, isolated
from profile_extract.run.job import Job, preload
from profile_extract.run.stores import own_folder


class Answer(NamedTuple):
    """What came of a job, and the bytes of its result if there is one."""

    outcome: Outcome
    result: bytes | None


_helpers: list[subprocess.Popen[bytes]] = []
"""The helper of this process, if it has been started."""


def ask(job: Job) -> Answer:
    """Have a job done by the helper of this process, which is started with the first."""
    helper = _helper()
    assert helper.stdin is not None
    assert helper.stdout is not None
    try:
        pickle.dump(job, helper.stdin)
        helper.stdin.flush()
        answer: Answer = pickle.load(helper.stdout)
    except (OSError, EOFError, pickle.UnpicklingError) as error:
        helper.kill()
        _helpers.clear()
        reason = f"{job.name}: the process that starts others ended: {error}"
        return Answer(Outcome(None, EngineError.__name__, reason, 0.0, 0), None)
    return answer


def _swept_folder() -> Path:
    """A folder for results of this machine's helpers, without what killed ones have left."""
    folder = own_folder("helpers")
    for left in folder.iterdir():
        if not Path(f"/proc/{left.name}").exists():
            shutil.rmtree(left, ignore_errors=True)
    mine = folder / str(os.getpid())
    mine.mkdir(exist_ok=True)
    return mine


def serve(parent: int) -> None:
    """Do jobs that come through standard input, one at a time, and answer through standard output."""
    die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not get among the answers
    preload()
    target = _swept_folder() / "result"
    while True:
        try:
            job: Job = pickle.load(questions)
        except EOFError:
            break
        outcome = isolated(job, target)
        pickle.dump(Answer(outcome, target.read_bytes() if outcome.summary else None), answers)
        answers.flush()
        target.unlink(missing_ok=True)
    shutil.rmtree(target.parent, ignore_errors=True)


def _helper() -> subprocess.Popen[bytes]:
    if not _helpers:
        command = [sys.executable, "-m", __name__, str(os.getpid())]
        _helpers.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
    return _helpers[0]


if __name__ == "__main__":
    import profile_extract.run.engines.helper as named  # what is pickled is found under this name, not as __main__

    named.serve(int(sys.argv[1]))
