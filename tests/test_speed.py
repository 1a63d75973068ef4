"""What must not creep in: work that grows faster than the report. Shares of processor time, not seconds, are compared."""

from __future__ import annotations

import time
from pathlib import Path

from generator.long import long_report

import profile_extract
from profile_extract.layout.furniture import find_furniture
from profile_extract.read import read_report

SHORT, LONG = 20, 200
"""Pages of two reports made alike."""
MOST_GROWTH = 2.0
"""Cost of a page of the long one, in those of the short one; it is 1.1. What is quadratic has 5 and more."""
ROUNDS = 3


def cost_per_page(path: Path, pages: int, rounds: int) -> float:
    """The best of some rounds, in seconds of processor time."""
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        document = profile_extract.extract(path)
        times.append(time.process_time() - begin)
        assert document.source.page_count == pages
        assert len(document.profiles) > pages / 3
    return min(times) / pages


def test_a_page_of_a_long_report_costs_about_as_much_as_one_of_a_short_one(tmp_path: Path) -> None:
    short, long = tmp_path / "short.pdf", tmp_path / "long.pdf"
    short.write_bytes(long_report(SHORT))
    long.write_bytes(long_report(LONG))
    profile_extract.extract(short)  # loads what is loaded once
    assert cost_per_page(long, LONG, 1) < MOST_GROWTH * cost_per_page(short, SHORT, ROUNDS)


def test_furniture_is_looked_for_once_a_page(tmp_path: Path) -> None:
    path = tmp_path / "pages.txt"
    for pages in (300, 3000):
        path.write_text(
            "\f".join(f"Line {n * n} that no other page has\n\nText {n}\n" for n in range(pages)), encoding="utf-8"
        )
        report = read_report(path)
        begin = time.process_time()
        find_furniture(report)
        seconds = time.process_time() - begin
        if pages == 300:
            cost = max(seconds, 0.001) / pages
    assert seconds / pages < 3 * MOST_GROWTH * cost
