"""One job in a child process of its own: whatever a file does to the process that reads it, the parent goes on.

A child is forked, not started anew: that takes milliseconds. So the parent must have a single thread, and should have
imported what children need (:func:`~profile_extract.run.job.preload`). The child puts itself under limits, works, and
says through a pipe how far it is and, as its last word, what came of it. A child that ends without a last word - at a
limit, by an abort, a kill, an exit - makes one kind of error, :class:`~profile_extract.errors.LimitExceededError`.

Many children are served by one loop: each has a :meth:`Child.fileno` to wait for and a :attr:`Child.deadline`;
whenever either comes up, :meth:`Child.advance` says whether it is done.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import json
import os
import re
import selectors
import signal
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn, Self

from profile_extract.errors import EngineError, LimitExceededError, ProfileExtractError, ReadError, revived
from profile_extract.run.confine import CAN_CONFINE, confine, cpu_s, grant_cpu
from profile_extract.run.job import Job, Summary, Teller, run_job
from profile_extract.settings import LimitSettings

_NO_ROOM = re.compile(r"failed to map segment|annot allocate memory")
"""What the loader of libraries says where a process may have no more memory."""
Work = Callable[[Job, Path, Teller], Summary]
"""What a child does: :func:`~profile_extract.run.job.run_job`, or a stand-in for it in tests."""
_PART_BYTES = 65_536
_MOST_SAID_BYTES = 1_000_000
"""Longest line that a child may say; one that says more is broken."""
STOPPED = (
    "stopped: it takes more memory or time than [limits] in the settings allow, or breaks what reads it; "
    "export it again, or raise the limits"
)


class Outcome(NamedTuple):
    """What came of a job: a summary, or the name of an error's class with its whole message.

    ``cause`` says how a child ended that gave no last word: for people who look closer, not the same on each run.
    """

    summary: Summary | None
    error: str | None
    message: str | None
    seconds: float
    peak_bytes: int
    cause: str | None = None

    def check(self, path: str) -> Summary:
        """The summary; raises the error there was instead."""
        if self.summary is None:
            raise revived(self.error or "EngineError", self.message or "", path)
        return self.summary


class Child:
    """A process that does one job.

    ``deadline`` (on the monotonic clock, in seconds) moves as pages are read; ``stage`` is what it is at.
    """

    def __init__(self, job: Job, pid: int, pipe: int, limits: LimitSettings) -> None:
        self.pid, self.stage = pid, "starting"
        self._job, self._pipe, self._limits = job, pipe, limits
        self._began = time.monotonic()
        self._said, self._last_word = b"", dict[str, object]()
        self._outcome: Outcome | None = None
        self._is_over = self._is_late = False
        self.deadline = self._deadline(0)

    @classmethod
    def start(cls, job: Job, target: Path, limits: LimitSettings | None = None, work: Work = run_job) -> Self:
        """Fork a child that does the job and writes to ``target``, a local file."""
        limits = limits or job.settings.limits
        parent, (reading, writing) = os.getpid(), os.pipe()
        try:
            pid = os.fork()
        except OSError as error:
            os.close(reading)
            os.close(writing)
            raise EngineError(f"{job.name}: no process can be started: {error.strerror}; run fewer at once") from error
        if pid == 0:
            _be_the_child(parent, writing, job, target, limits, work)
        os.close(writing)
        os.set_blocking(reading, False)
        return cls(job, pid, reading, limits)

    def fileno(self) -> int:
        """What to wait for: it can be read when the child has said something, or is gone."""
        return self._pipe

    def is_over(self) -> bool:
        """Take in what the child has said; whether it has said its last word, is gone, or late. Does not wait."""
        if not self._is_over:
            is_gone = self._listen()
            is_late = time.monotonic() >= self.deadline
            self._is_over = bool(self._last_word) or is_gone or is_late
            self._is_late = is_late and not is_gone
        return self._is_over

    def advance(self) -> Outcome | None:
        """The outcome if the child is over, which is ended then; it takes some milliseconds until its memory is given back."""
        if self._outcome is None and self.is_over():
            self._outcome = self._reaped("late" if self._is_late else None)
        return self._outcome

    def result(self, on_stage: Callable[[str], None] | None = None) -> Outcome:
        """Wait for the child; ``on_stage`` is told what it is at."""
        if self._outcome is not None:
            return self._outcome
        stage = ""
        with selectors.DefaultSelector() as selector:
            selector.register(self._pipe, selectors.EVENT_READ)
            try:
                while (outcome := self.advance()) is None:
                    if on_stage is not None and stage != self.stage:
                        stage = self.stage
                        on_stage(stage)
                    selector.select(max(0.0, self.deadline - time.monotonic()))
            except BaseException:
                self.kill()
                raise
        return outcome

    def kill(self) -> None:
        """End the child and all it has started, at once; without effect where it is done."""
        if self._outcome is None:
            self._outcome = self._reaped("killed")

    def _listen(self) -> bool:
        """Read what there is; whether the child has closed its end."""
        while True:
            try:
                part = os.read(self._pipe, _PART_BYTES)
            except BlockingIOError:
                return False
            if not part:
                return True
            *lines, self._said = (self._said + part).split(b"\n")
            for line in lines:
                self._take(line)
            if len(self._said) > _MOST_SAID_BYTES:
                return True

    def _take(self, line: bytes) -> None:
        with contextlib.suppress(ValueError, TypeError, AttributeError):  # whoever took the child over may say anything
            said = json.loads(line)
            if "page" in said:
                self.deadline = self._deadline(min(int(said["page"]), self._limits.pages))
            elif "stage" in said:
                self.stage = str(said["stage"])
            elif not self._last_word:
                self._last_word = dict(said)

    def _deadline(self, pages: int) -> float:
        return self._began + self._limits.wall_factor * cpu_s(self._limits, pages)

    def _reaped(self, cause: str | None) -> Outcome:
        """The outcome, the process ended and buried."""
        with contextlib.suppress(OSError):
            os.killpg(self.pid, signal.SIGKILL)  # it leads a group of its own from its first moments on
        with contextlib.suppress(OSError):
            os.kill(self.pid, signal.SIGKILL)
        _, status, usage = os.wait4(self.pid, 0)
        os.close(self._pipe)
        seconds = time.monotonic() - self._began
        return _outcome(self._last_word, self._job.name, cause or _how(status), seconds, usage.ru_maxrss * 1024)


def isolated(job: Job, target: Path, on_stage: Callable[[str], None] | None = None, work: Work = run_job) -> Outcome:
    """Do a job in a child, or where there are none here, and wait for it."""
    if CAN_CONFINE:
        return Child.start(job, target, work=work).result(on_stage)
    began = time.monotonic()
    said = _done(job, target, Teller(), work)
    return _outcome(said, job.name, "no last word", time.monotonic() - began, 0)


def _outcome(said: dict[str, object], name: str, cause: str, seconds: float, peak_bytes: int) -> Outcome:
    done, error = said.get("done"), said.get("error")
    if isinstance(done, list) and [type(value) for value in done] == [int, int, int, str]:
        return Outcome(Summary(*done), None, None, seconds, peak_bytes)
    if isinstance(error, list) and len(error) == 2:
        return Outcome(None, str(error[0]), str(error[1]), seconds, peak_bytes)
    stopped = LimitExceededError(STOPPED, path=name)
    return Outcome(None, type(stopped).__name__, str(stopped), seconds, peak_bytes, cause)


def _how(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return f"exit status {code}" if code >= 0 else f"signal {-code}"


class _PipeTeller(Teller):
    """Says through a pipe how far the child is, and gives it more time for each page."""

    def __init__(self, pipe: int, limits: LimitSettings) -> None:
        self._pipe, self._limits = pipe, limits

    def stage(self, name: str) -> None:
        self.say({"stage": name})

    def page(self, number: int) -> None:
        grant_cpu(self._limits, number)
        self.say({"page": number})

    def say(self, words: dict[str, object]) -> None:
        line = memoryview(json.dumps(words).encode() + b"\n")
        while line:
            line = line[os.write(self._pipe, line) :]


def _be_the_child(parent: int, pipe: int, job: Job, target: Path, limits: LimitSettings, work: Work) -> NoReturn:
    try:
        gc.disable()  # a process for one report leaves its garbage to the system; even counting what is frozen takes 20 ms
        confine(parent, pipe, limits)
        teller = _PipeTeller(pipe, limits)
        teller.say(_done(job, target, teller, work))
    finally:
        os._exit(0)


def _done(job: Job, target: Path, teller: Teller, work: Work) -> dict[str, object]:
    """The last word: what came of a job."""
    try:
        return {"done": list(work(job, target, teller))}
    except ProfileExtractError as error:
        return {"error": [type(error).__name__, str(error)]}
    except (MemoryError, RecursionError):
        return {}
    except Exception as error:
        if _is_over_limit(error):
            return {}
        where = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"this program failed on it ({type(error).__name__} in {Path(where.filename).name}:{where.lineno}); report it"
        return {"error": ["EngineError", str(ReadError(reason, path=job.name))]}


def _is_over_limit(error: Exception) -> bool:
    """Whether a file met the limit of what may be written, or a library that was to be loaded the one of memory."""
    is_file = isinstance(error, OSError) and error.errno == errno.EFBIG
    return is_file or (isinstance(error, ImportError) and _NO_ROOM.search(str(error)) is not None)
