"""Floors: figures under which a report must not fall again. They are raised by what is measured and never lowered.

A file of floors is JSON: by report, by figure (``boundary_f1``, ``micro_f1``, ``whole_profiles``), by level. A floor is the
measured figure rounded down to three digits.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from profile_extract.errors import SettingsError
from profile_extract.evaluation.scores import Score
from profile_extract.evaluation.texts import LEVELS, Level

DIGITS, THOUSAND = 3, 1000


class Figure(NamedTuple):
    """Which figure of which report, at which level."""

    report: str
    name: str
    level: Level


Floors = Mapping[Figure, float]
"""Figures from 0 to 1, rounded down."""
_BOTH = ("micro_f1", "whole_profiles")
_KNOWN: dict[tuple[str, ...], tuple[str, Level]] = {
    ("boundary_f1", "soft"): ("boundary_f1", "soft"),
    **{(name, level): (name, level) for name in _BOTH for level in LEVELS},
}


def measured_floors(scores: Iterable[Score]) -> dict[Figure, float]:
    """The floors that the reports would reach now."""
    return {figure: _rounded_down(value) for score in scores for figure, value in _figures(score)}


def shortfalls(floors: Floors, scores: Iterable[Score]) -> list[str]:
    """A line for each figure that fell under its floor; floors of reports that were not scored say nothing."""
    measured = sorted(measured_floors(scores).items())
    return [
        f"{figure.report}: {figure.name} at level {figure.level} fell from {floors[figure]:.{DIGITS}f} to {value:.{DIGITS}f}"
        for figure, value in measured
        if value < floors.get(figure, 0.0)
    ]


def too_low(scores: Iterable[Score], least: float) -> list[str]:
    """A line for each report whose micro F1 at level strict is lower than ``least`` (0 to 1)."""
    figures = ((score.name, score.micro("strict").f1) for score in scores)
    return [f"{name}: micro_f1 at level strict is {f1:.4f}, lower than {least:g}" for name, f1 in figures if f1 < least]


def raised(floors: Floors, measured: Floors) -> dict[Figure, float]:
    """The floors, each raised to what was measured where that is higher, and those of new reports."""
    return {figure: max(floors.get(figure, 0.0), measured.get(figure, 0.0)) for figure in {**floors, **measured}}


def floors_text(floors: Floors) -> str:
    """Floors as the text of their file: the same floors, the same bytes."""
    rows = sorted(floors.items(), key=lambda row: (row[0].report, row[0].name, LEVELS.index(row[0].level)))
    tree = {
        report: {
            name: {figure.level: value for figure, value in levels}
            for name, levels in groupby(of_report, key=lambda row: row[0].name)
        }
        for report, of_report in groupby(rows, key=lambda row: row[0].report)
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def load_floors(path: Path) -> dict[Figure, float]:
    """Read a file of floors.

    Raises:
        SettingsError: it is missing or no JSON, or a floor in it is unknown or not from 0 to 1.
    """
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror or error}", path=str(path)) from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: not JSON: {error}", path=str(path)) from error
    return dict(_checked(path, tree))


def _figures(score: Score) -> Iterator[tuple[Figure, float]]:
    yield Figure(score.name, "boundary_f1", "soft"), score.boundaries.f1
    for level in LEVELS:
        yield Figure(score.name, "micro_f1", level), score.micro(level).f1
        yield Figure(score.name, "whole_profiles", level), score.whole_profiles(level)


def _rounded_down(value: float) -> float:
    """Down to three digits; a figure that misses them by no more than the error of its arithmetic has them."""
    return math.floor(round(value * THOUSAND, 6)) / THOUSAND


def _checked(path: Path, tree: Any) -> Iterator[tuple[Figure, float]]:
    for place, value in _leaves(path, tree):
        known_as = _KNOWN.get(place[1:])
        if known_as is None:
            known = ", ".join(map("/".join, _KNOWN))
            raise _wrong(path, place, f"no such floor; by report there are {known}")
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
            raise _wrong(path, place, f"a floor is a number from 0 to 1, not {value!r}")
        yield Figure(place[0], *known_as), float(value)


def _leaves(path: Path, tree: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if not place and not isinstance(tree, dict):
        raise _wrong(path, place, "floors are an object by report, by figure, by level")
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _leaves(path, value, (*place, key))
    else:
        yield place, tree


def _wrong(path: Path, place: tuple[str, ...], reason: str) -> SettingsError:
    key = "".join(f"/{part}" for part in place)
    return SettingsError(f"{path}: {key or 'the whole file'}: {reason}", path=str(path), key=key)
