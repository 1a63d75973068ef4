"""``benchmarks/made.py``: the made reports measured, and their means held."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import MADE, ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))
import made


def test_made_reports_are_complete() -> None:
    assert MADE
    for report in MADE:
        beside = {path.name for path in report.parent.iterdir()}
        dumps = {f"report.{kind}.txt" for kind in ("flow", "layout", "raw")}
        assert beside - {"report.txt", "report.tika.txt"} == {"report.pdf", "gold.json", *dumps}, report.parent.name
        assert json.loads((report.parent / "gold.json").read_text(encoding="utf-8"))["profiles"], report.parent.name


def test_one_report_is_measured_with_its_dumps(tmp_path: Path) -> None:
    name = MADE[0].parent.name
    command = [sys.executable, ROOT / "benchmarks" / "made.py", "--out", tmp_path, name]
    rows = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()
    kinds = ["flow.txt", "layout.txt", "pdf", "raw.txt", "tika.txt"]
    assert [row.split()[0] for row in rows] == [*(f"{name}.{kind}" for kind in kinds), "mean"]
    assert re.fullmatch("mean of " + ", ".join(rf"{kind.split('.')[0]} \d\.\d{{3}}" for kind in kinds), rows[-1])


def test_means_are_by_kind_and_rounded_down() -> None:
    assert made.means_of({"a.pdf": 1.0, "b.pdf": 0.5, "c.pdf": 0.5, "a.raw.txt": 0.25}) == {"pdf": 0.666, "raw": 0.25}


def test_means_may_rise_and_not_fall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "MEANS", tmp_path / "made.json")
    assert made.held({"pdf": 0.9, "raw": 0.5}, update=True) == 0
    assert made.held({"pdf": 0.9, "raw": 0.6}, update=False) == 0
    assert made.held({"pdf": 0.8, "raw": 0.6}, update=True) == 1
    assert json.loads((tmp_path / "made.json").read_text(encoding="utf-8")) == {"pdf": 0.9, "raw": 0.6}
