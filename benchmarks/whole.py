"""Times whole runs: end to end beside other programs, by number of pages, from a cold start, with one worker and with two."""

from __future__ import annotations

import gc
import itertools
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pdfplumber
from rich.table import Table

import profile_extract

sys.path.append(str(Path(__file__).parent.parent / "tests"))
from generator.long import long_report

PAGES = (10, 100, 1000)
"""Lengths of made reports whose cost per page is compared."""
REPORTS_IN_A_BATCH = 40
TWO_PAGES = (
    "A night market\n\nOnce a month a car park becomes a classroom.\n\fA talking bus stop\n\nPassengers learn ten words.\n"
)
"""A text of two pages, for the start."""
_MEASURE = """
import json, resource, sys, time
import profile_extract
profile_extract.extract(sys.argv[2])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
times, peak = int(sys.argv[3]), None
begin, cpu = time.perf_counter(), time.process_time()
for _ in range(times):
    document = profile_extract.extract(sys.argv[1])
    text = document.model_dump_json()
    peak = peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({
    "seconds": (time.perf_counter() - begin) / times, "cpu_s": (time.process_time() - cpu) / times, "times": times,
    "profiles": len(document.profiles), "peak_kib": peak, "peak_before_kib": before, "json_bytes": len(text),
}))
"""
"""Run in a process of its own: a peak of memory is one of a whole process; that of the first time counts."""


def extract_whole(path: Path) -> None:
    """Everything: fields, named entities, evidence, JSON."""
    profile_extract.extract(path).model_dump_json()


def plumb_words(path: Path) -> None:
    """pdfplumber's words, as it gives them without being asked for more."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.close()


def print_bbox(path: Path) -> None:
    """Poppler's words with boxes, thrown away."""
    subprocess.run(["pdftotext", "-bbox-layout", path, "/dev/null"], check=True, capture_output=True)


def growth(rounds: int) -> list[dict[str, Any]]:
    """Processor time and peak memory by number of pages: the best of some rounds, each in a process of its own.

    All lengths take turns, and each is worked on as often as makes the same number of pages: the best of some short runs is
    one that nothing has disturbed, which a run ten times as long never is.
    """
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        paths = {pages: Path(folder) / f"{pages}.pdf" for pages in PAGES}
        for pages, path in paths.items():
            path.write_bytes(long_report(pages))
        turns = [
            {pages: _measured(path, paths[PAGES[0]], PAGES[-1] // pages) for pages, path in paths.items()}
            for _ in range(rounds)
        ]
        for pages in paths:
            best = min((turn[pages] for turn in turns), key=lambda run: run["cpu_s"])
            per_page = {"ms": 1000 * best["cpu_s"] / pages, "kib": (best["peak_kib"] - best["peak_before_kib"]) / pages}
            rows.append({"pages": pages, **best, "per_page": per_page})
    return rows


def _measured(path: Path, warm_up: Path, times: int) -> dict[str, Any]:
    command = [sys.executable, "-c", _MEASURE, path, warm_up, str(times)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def start_up(rounds: int) -> dict[str, float]:
    """Seconds of cold commands, the best of some rounds taken in turn."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "two-pages.txt"
        report.write_text(TWO_PAGES, encoding="utf-8")
        commands = {
            "extract a text of two pages": [sys.executable, "-m", "profile_extract", "extract", str(report)],
            "--help": [sys.executable, "-m", "profile_extract", "--help"],
            "import spacy": [sys.executable, "-c", "import spacy"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                times[name].append(_seconds(lambda command=command: subprocess.run(command, check=True, capture_output=True)))
    return {name: min(found) for name, found in times.items()}


def throughput(files: Sequence[Path], rounds: int) -> list[dict[str, float]] | None:
    """Seconds for as many reports as a batch has, by number of workers, round by round; None where the command takes but one.

    The reports are the files in turn, each time with another hash.
    """
    options = subprocess.run(
        [sys.executable, "-m", "profile_extract", "extract", "--help"], check=True, capture_output=True, text=True
    )
    if "--jobs" not in options.stdout:
        return None
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports"
        reports.mkdir()
        for number, path in zip(range(REPORTS_IN_A_BATCH), itertools.cycle(files), strict=False):
            (reports / f"{number}.pdf").write_bytes(path.read_bytes() + b"\n%" + str(number).encode())
        return [{str(jobs): _batch(reports, Path(folder) / "out", jobs) for jobs in (1, 2)} for _ in range(rounds)]


def _batch(reports: Path, out: Path, jobs: int) -> float:
    command = [sys.executable, "-m", "profile_extract", "extract", str(reports), "-o", f"{out}/", "--jobs", str(jobs)]
    seconds = _seconds(lambda: subprocess.run(command, check=True, capture_output=True))
    shutil.rmtree(out)
    return seconds


def _seconds(run: Callable[[], object]) -> float:
    gc.collect()
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def growth_table(rows: Sequence[dict[str, Any]]) -> Table:
    """Cost per page."""
    table = Table("pages", "profiles", "processor time", "a page", "peak memory", "a page, beyond the smallest run")
    for row in rows:
        per_page = row["per_page"]
        seconds, peak = f"{row['cpu_s']:.2f} s", f"{row['peak_kib'] / 1024:.0f} MiB"
        table.add_row(
            str(row["pages"]), str(row["profiles"]), seconds, f"{per_page['ms']:.1f} ms", peak, f"{per_page['kib']:.0f} KiB"
        )
    return table


def start_table(times: dict[str, float]) -> Table:
    """Cold starts beside the import of spaCy."""
    table = Table("cold start", "seconds (best)", "/ import spacy")
    for name, seconds in times.items():
        table.add_row(name, f"{seconds:.2f}", f"{seconds / times['import spacy']:.2f}")
    return table


def throughput_table(rounds: Sequence[dict[str, float]]) -> Table:
    """Reports a second by number of workers, and how much faster two are: medians over the rounds."""
    table = Table("workers", "reports a second (median)", "/ one worker (median, lowest to highest of the rounds)")
    for jobs in rounds[0]:
        rate = statistics.median(REPORTS_IN_A_BATCH / seconds[jobs] for seconds in rounds)
        ratios = [seconds["1"] / seconds[jobs] for seconds in rounds]
        table.add_row(jobs, f"{rate:.2f}", f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
    return table
