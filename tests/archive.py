"""An archive of small reports, runs of the program over it, and what is left when a run is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.reports import make_report

SCRIPT = str(Path(sys.executable).parent / "profile-extract")
REPORTS, PDFS_EVERY = 40, 5
"""How many reports an archive has, and that each fifth is a PDF."""
LEDGER = ".profile-extract/ledger.jsonl"
_MARK = "PROFILE_EXTRACT_TEST_RUN"
"""A variable in the environment of all that a run starts."""


def make_archive(folder: Path, count: int = REPORTS) -> Path:
    """Write so many small reports in three folders; each name comes back in all of them."""
    for number in range(count):
        medium = "plain" if number % PDFS_EVERY else "pdf"
        made = make_report(number, count=3, medium=medium, language="en")
        path = folder / f"{'abc'[number % 3]}" / f"{number // 3:02}{Path(made.name).suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.data)
    return folder


class Run:
    """The program at work on many reports, in a session of its own."""

    def __init__(self, *arguments: object, **more: str) -> None:
        self._mark = uuid.uuid4().hex
        environment = {**os.environ, _MARK: self._mark, **more}
        self.process = subprocess.Popen(
            [SCRIPT, "extract", *map(str, arguments)],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def end(self, timeout_s: float = 300) -> tuple[int, str]:
        """Wait for the end; the exit status and what was said. Nothing may be printed as data."""
        output, said = self.process.communicate(timeout=timeout_s)
        assert output == b""
        return self.process.returncode, said.decode()

    def pids(self) -> Iterator[int]:
        """The living processes of the run."""
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and f"{_MARK}={self._mark}".encode() in _read(entry / "environ"):
                state = _read(entry / "stat").rpartition(b")")[2].split()[:1]
                if state and state != [b"Z"]:
                    yield int(entry.name)

    def wait_until_gone(self, timeout_s: float = 20) -> list[int]:
        """Wait until no process of the run lives; those that still do then."""
        until = time.monotonic() + timeout_s
        while (left := list(self.pids())) and time.monotonic() < until:
            time.sleep(0.02)
        return left


def extract(*arguments: object, status: int = 0, **more: str) -> str:
    """Run the program to its end, which must be of this status; what it said."""
    ended, said = Run(*arguments, **more).end()
    assert ended == status, said
    assert "Traceback" not in said
    return said


def results(output: Path) -> dict[str, bytes]:
    """All results by their paths: what must be the same bytes however they came about."""
    files = (path for path in sorted(output.rglob("*")) if path.is_file())
    return {str(path.relative_to(output)): path.read_bytes() for path in files if not _is_own(path.relative_to(output))}


def summary(output: Path) -> dict[str, Any]:
    """The summary, which is valid, strict JSON."""
    text = (output / "summary.json").read_bytes().decode("utf-8", "strict")
    parsed: dict[str, Any] = json.loads(text, parse_constant=_refuse)
    return parsed


def ledger_lines(output: Path) -> list[dict[str, Any]]:
    """The lines of the ledger that are whole."""
    lines = _read(output / LEDGER).split(b"\n")[:-1]
    return [json.loads(line) for line in lines]


def wait_for_lines(output: Path, count: int, run: Run, timeout_s: float = 180) -> None:
    """Wait until the ledger has so many lines, or the run is over."""
    until = time.monotonic() + timeout_s
    while _read(output / LEDGER).count(b"\n") < count and run.process.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.005)


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _is_own(path: Path) -> bool:
    return path.parts[0] == ".profile-extract" or path.name == "summary.json"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
