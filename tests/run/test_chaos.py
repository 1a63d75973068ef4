"""Runs that are killed, stopped and resumed: nothing is lost, nothing doubled, no byte differs, no process is left."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections import Counter
from pathlib import Path

import pytest
from archive import LEDGER, REPORTS, Run, extract, ledger_lines, results, summary, wait_for_lines

KILLS = int(os.environ.get("PROFILE_EXTRACT_KILLS", "20"))
"""How many runs are killed; ``make chaos`` kills a hundred."""
MOST_LINES, LATEST_S = 3, 0.1
EARLY_SHARE, EARLY_S = 0.2, 1.0
"""A run is killed at a random moment after so many more results; one in five at one of its first second."""


def kill_somewhere(run: Run, output: Path, dice: random.Random) -> None:
    """Kill the program, not its children, at a random moment."""
    if dice.random() < EARLY_SHARE:
        time.sleep(dice.uniform(0, EARLY_S))
    else:
        wait_for_lines(output, len(ledger_lines(output)) + dice.randint(0, MOST_LINES), run)
        time.sleep(dice.uniform(0, LATEST_S))
    run.process.kill()


def test_killed_runs_that_are_resumed_lose_and_double_nothing(
    reports: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    dice, output = random.Random(KILLS), tmp_path / "out"
    kills = 0
    while kills < KILLS:
        run = Run(reports, "-o", output, "--jobs", 2)
        kill_somewhere(run, output, dice)
        is_killed = run.process.wait() == -signal.SIGKILL
        run.process.communicate()
        assert run.wait_until_gone() == []
        kills += is_killed
        if not is_killed:  # all had been done before its moment came
            assert_whole(output, undisturbed)
            shutil.rmtree(output)
    extract(reports, "-o", output, "--jobs", 2)
    assert_whole(output, undisturbed)


def assert_whole(output: Path, undisturbed: dict[str, bytes]) -> None:
    """Nothing is lost, nothing doubled, no byte differs, nothing is left over."""
    assert results(output) == undisturbed
    counts = Counter(line["name"] for line in ledger_lines(output))
    assert (len(counts), set(counts.values())) == (REPORTS, {1})
    assert summary(output)["totals"]["done"] == REPORTS
    assert not (output / LEDGER).with_name("tmp").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_leaves_what_is_finished_and_says_how_to_go_on(
    number: signal.Signals, reports: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    output = tmp_path / "out"
    run = Run(reports, "-o", output, "--jobs", 2)
    wait_for_lines(output, 5, run)
    run.process.send_signal(number)
    status, said = run.end()
    assert status == 130
    assert said.startswith("profile-extract: interrupted: ")
    assert "the same command goes on" in said
    assert said.count("\n") == 1
    assert run.wait_until_gone() == []
    finished = results(output)
    assert 5 <= len(finished) < REPORTS
    assert finished.items() <= undisturbed.items()
    totals = summary(output)["totals"]
    assert (totals["done"], totals["waiting"]) == (len(finished), REPORTS - len(finished))
    said = extract(reports, "-o", output)
    assert f"{len(finished)} settled before" in said
    assert results(output) == undisturbed


def test_two_runs_into_one_folder_at_once_are_refused(reports: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    first = Run(reports, "-o", output)
    wait_for_lines(output, 1, first)
    first.process.send_signal(signal.SIGSTOP)
    said = extract(reports, "-o", output, status=2)
    assert said == f"profile-extract: error: {output}: another run is writing there; wait for it, or choose another folder\n"
    first.process.kill()
    first.process.communicate()
    assert "40 of 40 done" in extract(reports, "-o", output)


def test_the_parent_stays_small(reports: Path, tmp_path: Path) -> None:
    run = Run(reports, "-o", tmp_path / "out")
    peak_kib = 0
    while run.process.poll() is None:
        try:
            status = Path(f"/proc/{run.process.pid}/status").read_text(encoding="ascii")
        except OSError:
            break
        peak_kib = max([peak_kib, *(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))])
        time.sleep(0.05)
    assert run.end()[0] == 0
    assert 10_000 < peak_kib < 300_000
