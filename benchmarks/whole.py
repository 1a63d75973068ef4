"""Times whole runs: end to end beside other programs, by number of pages, from a cold start, with one worker and with two."""

from __future__ import annotations

import gc
import itertools
import json
import os
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
_PEAKS = """
import json, sys
import profile_extract
from memory import peak_bytes
peaks = []
for report in sys.argv[1:]:
    document = profile_extract.extract(report)
    document.model_dump_json()
    peaks.append(peak_bytes())
print(json.dumps({"profiles": len(document.profiles), "bytes": peaks[-1], "bytes_before": peaks[0]}))
"""
"""Run in a process of its own, with a small report and another: a peak of memory is one of a whole process."""


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
    """Processor time and peak memory by number of pages.

    All lengths take turns in one process, and each is worked on as often as makes the same number of pages, as in all
    comparisons here: processes that do the same work differ by more than lengths do. Times a page are medians of the rounds.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = {pages: Path(folder) / f"{pages}.pdf" for pages in PAGES}
        for pages, path in paths.items():
            path.write_bytes(long_report(pages))
            extract_whole(path)
        times = [{pages: _milliseconds_a_page(path, pages) for pages, path in paths.items()} for _ in range(rounds)]
        peaks = {pages: _peaks(path, paths[PAGES[0]]) for pages, path in paths.items()}
    return [{"pages": pages, **peaks[pages], "ms_a_page": [turn[pages] for turn in times]} for pages in PAGES]


def _milliseconds_a_page(path: Path, pages: int) -> float:
    gc.collect()
    begin = time.process_time()
    for _ in range(PAGES[-1] // pages):
        extract_whole(path)
    return 1000 * (time.process_time() - begin) / PAGES[-1]


def _peaks(path: Path, smallest: Path) -> dict[str, Any]:
    command = [sys.executable, "-c", _PEAKS, smallest, path]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
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
    """Cost per page, each length beside the one before it; memory is what a report takes beyond the shortest."""
    headings = (
        "pages",
        "profiles",
        "a page (median)",
        "/ the length before (median, lowest to highest)",
        "peak memory",
        "a page",
    )
    table = Table(*headings)
    for before, row in zip((None, *rows), rows, strict=False):
        ratio = growth = ""
        if before:
            ratios = [now / then for now, then in zip(row["ms_a_page"], before["ms_a_page"], strict=True)]
            ratio = f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
            growth = f"{(row['bytes'] - row['bytes_before']) / row['pages'] / 1024:.0f} KiB"
        time_a_page, peak = f"{statistics.median(row['ms_a_page']):.1f} ms", f"{row['bytes'] / 1024**2:.0f} MiB"
        table.add_row(str(row["pages"]), str(row["profiles"]), time_a_page, ratio, peak, growth)
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
