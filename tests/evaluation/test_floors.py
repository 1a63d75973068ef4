"""Floors: read, compared, raised and never lowered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES
from hypothesis import given
from hypothesis import strategies as st
from test_scores import scored

from profile_extract.errors import SettingsError
from profile_extract.evaluation.floors import Figure, floors_text, load_floors, measured_floors, raised, shortfalls, too_low
from profile_extract.evaluation.scores import Score

STRICT = Figure("report", "micro_f1", "strict")


def score_of(right: int, total: int) -> Score:
    """A report in which so many titles are right."""
    titles = [{"title": f"Title {chr(65 + number) * 9}"} for number in range(total)]
    return scored(titles, [*titles[:right], *[{"title": None} for _ in titles[right:]]])


def test_a_floor_is_rounded_down_to_three_digits() -> None:
    floors = measured_floors([scored([{"title": "A"}, {"title": "B"}, {"title": "C"}], [{"title": "A"}, {"title": "B"}])])
    assert floors[STRICT] == 0.8
    assert floors[Figure("report", "whole_profiles", "soft")] == 0.666
    assert floors[Figure("report", "boundary_f1", "soft")] == 0.8
    assert len(floors) == 9


@given(st.integers(0, 12), st.integers(1, 12))
def test_what_was_measured_is_never_under_its_own_floor(right: int, more: int) -> None:
    score = score_of(right, right + more)
    assert shortfalls(measured_floors([score]), [score]) == []


def test_each_figure_that_fell_is_a_line() -> None:
    floors = measured_floors([score_of(2, 2)])
    lines = shortfalls(floors, [score_of(1, 2)])
    assert len(lines) == 9
    assert "report: micro_f1 at level strict fell from 1.000 to 0.666" in lines
    assert shortfalls({STRICT: 0.667}, [score_of(1, 2)]) == ["report: micro_f1 at level strict fell from 0.667 to 0.666"]
    assert shortfalls({STRICT: 0.666}, [score_of(1, 2)]) == []


def test_reports_without_floor_and_floors_without_report_say_nothing() -> None:
    assert shortfalls({STRICT._replace(report="another"): 1.0}, [score_of(1, 2)]) == []


def test_floors_only_rise() -> None:
    high, low = measured_floors([score_of(2, 2)]), measured_floors([score_of(1, 2)])
    assert raised(high, low) == high
    assert raised(low, high) == high
    other = STRICT._replace(report="another")
    assert raised({other: 0.5}, low) == {other: 0.5, **low}


def test_a_file_of_floors_is_read_as_it_was_written(tmp_path: Path) -> None:
    floors = measured_floors([score_of(1, 2)])
    path = tmp_path / "floors.json"
    path.write_text(floors_text(floors), encoding="utf-8")
    assert load_floors(path) == floors
    assert floors_text(dict(reversed(floors.items()))) == floors_text(floors)


def test_reports_lower_than_asked_are_named() -> None:
    assert too_low([score_of(1, 2)], 0.7) == ["report: micro_f1 at level strict is 0.6667, lower than 0.7"]
    assert too_low([score_of(1, 2)], 2 / 3) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "the whole file: floors are an object"),
        ('{"a": 1}', "/a: no such floor"),
        ('{"a": {"micro_f1": {"exact": 1}}}', "/a/micro_f1/exact: no such floor; by report there are boundary_f1/soft"),
        ('{"a": {"boundary_f1": {"strict": 1}}}', "/a/boundary_f1/strict: no such floor"),
        ('{"a": {"micro_f1": {"strict": 1.1}}}', "/a/micro_f1/strict: a floor is a number from 0 to 1"),
        ('{"a": {"micro_f1": {"strict": NaN}}}', "/a/micro_f1/strict: a floor is a number from 0 to 1"),
        ('{"a": {"micro_f1": {"strict": true}}}', "/a/micro_f1/strict: a floor is a number from 0 to 1"),
        ('{"a": {"micro_f1": {"strict": [1]}}}', "/a/micro_f1/strict: a floor is a number from 0 to 1"),
    ],
)
def test_a_wrong_file_of_floors_is_refused(content: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_floors(path)
    assert f"{path}: " in str(caught.value)
    assert reason in str(caught.value)


def test_the_committed_floors_cover_the_samples() -> None:
    path = ROOT / "benchmarks" / "floors.json"
    floors = load_floors(path)
    assert path.read_text(encoding="utf-8") == floors_text(floors)
    assert {sample.name for sample in SAMPLES} <= {figure.report for figure in floors}
    assert set(json.loads(path.read_text(encoding="utf-8"))) == {figure.report for figure in floors}
