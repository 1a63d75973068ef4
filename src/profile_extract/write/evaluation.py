"""An evaluation as JSON, as tables, and as plain text in columns for pipes and logs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from profile_extract.evaluation import Evaluation
from profile_extract.evaluation.reliability import Reliability, reliability
from profile_extract.evaluation.scores import Count, Score
from profile_extract.evaluation.texts import LEVELS

MOST_MISSES = 20
"""So many misses are shown to people who do not say how many."""


class Grid(NamedTuple):
    """A table: names on the left, figures on the right; the last ``totals`` rows sum up the others."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: int = 0


def evaluation_json(evaluation: Evaluation, *, misses: int | None = None) -> str:
    """All figures, unrounded: of everything together, and under ``reports`` of each report.

    Args:
        evaluation: what to write.
        misses: how many values that do not hold verbatim are listed; all if None.
    """
    tree = {
        **_figures(evaluation.overall),
        "mean_micro_f1": {level: evaluation.mean_micro_f1(level) for level in LEVELS},
        "reports": {score.name: _figures(score) for score in evaluation.reports},
        "misses": miss_lines(evaluation)[:misses],
    }
    return json.dumps(tree, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def evaluation_text(evaluation: Evaluation, *, misses: int | None = None) -> str:
    """Tables in columns and then remarks, without colours, lines or bold type."""
    blocks = [_columns(grid) for grid in grids(evaluation)]
    return "\n".join([*blocks, "".join(f"{line}\n" for line in remarks(evaluation, misses=misses))])


def grids(evaluation: Evaluation) -> list[Grid]:
    """The tables: boundaries and values by report, fields, and how far confidence can be trusted."""
    found = reliability(evaluation.overall.profiles)
    bins = [_of_bins(found)] if found.bins else []
    return [_of_boundaries(evaluation), _of_values(evaluation), _of_fields(evaluation.overall), *bins]


def remarks(evaluation: Evaluation, *, misses: int | None = None) -> list[str]:
    """What no table says, one line each: errors under low confidence, warnings that are missing, misses."""
    score = evaluation.overall
    lowest = reliability(score.profiles).lowest_tenth
    lines = [] if lowest is None else [f"wrong fields in the tenth of profiles with the lowest confidence: {lowest:.1%}"]
    if score.warnings_missing:
        lines.append(f"warnings missing: {', '.join(score.warnings_missing)}")
    missed = miss_lines(evaluation)
    most = MOST_MISSES if misses is None else misses
    lines += missed[:most]
    if len(missed) > most:
        lines.append(f"({len(missed) - most} more misses; --misses says how many are listed)")
    return lines


def miss_lines(evaluation: Evaluation) -> list[str]:
    """Values that do not hold verbatim, one line each, with the name of the report."""
    return [f"{score.name}: {line}" for score in evaluation.reports for line in score.misses()]


def _figures(score: Score) -> dict[str, Any]:
    return {
        "profiles": {"expected": score.expected, "predicted": score.predicted, "found": score.found},
        "boundaries": score.boundaries._asdict(),
        "micro_f1": {level: score.micro(level).f1 for level in LEVELS},
        "micro": {level: score.micro(level)._asdict() for level in LEVELS},
        "macro_f1": {level: score.macro_f1(level) for level in LEVELS},
        "whole_profiles": {level: score.whole_profiles(level) for level in LEVELS},
        "fields": {name: _field(count) for name, count in score.fields().items()},
        "warnings_missing": list(score.warnings_missing),
        "reliability": _reliability(reliability(score.profiles)),
    }


def _field(count: Count) -> dict[str, Any]:
    f1: dict[str, Any] = {level: count.figures(level).f1 for level in LEVELS}
    return {"expected": count.expected, "predicted": count.predicted, **f1, "right": dict(count.right)}


def _reliability(found: Reliability) -> dict[str, Any]:
    bins = [{**b._asdict(), "wrong_share": b.wrong_share} for b in found.bins]
    return {"bins": bins, "lowest_tenth": found.lowest_tenth}


def _of_boundaries(evaluation: Evaluation) -> Grid:
    header = ("report", "gold", "pred.", "paired", "precision", "recall", "F1")
    scores = _with_overall(evaluation)
    rows = [(s.name, str(s.expected), str(s.predicted), str(s.found), *_shown(s.boundaries)) for s in scores]
    return Grid("Profiles, found by title", header, tuple(rows), len(rows) - len(evaluation.reports))


def _of_values(evaluation: Evaluation) -> Grid:
    rows = [(s.name, *_shown([s.micro(level).f1 for level in LEVELS])) for s in _with_overall(evaluation)]
    if len(evaluation.reports) > 1:
        rows.append(("mean of the reports", *_shown([evaluation.mean_micro_f1(level) for level in LEVELS])))
    return Grid("All values, micro F1", ("report", *LEVELS), tuple(rows), len(rows) - len(evaluation.reports))


def _with_overall(evaluation: Evaluation) -> list[Score]:
    return [*evaluation.reports, *([evaluation.overall] if len(evaluation.reports) > 1 else [])]


def _of_fields(score: Score) -> Grid:
    rows = [
        (name, str(count.expected), str(count.predicted), *_shown([count.figures(level).f1 for level in LEVELS]))
        for name, count in score.fields().items()
    ]
    totals = [
        ("all values (micro)", "", "", *_shown([score.micro(level).f1 for level in LEVELS])),
        ("mean of the fields (macro)", "", "", *_shown([score.macro_f1(level) for level in LEVELS])),
        ("whole profiles", str(score.expected), "", *_shown([score.whole_profiles(level) for level in LEVELS])),
    ]
    return Grid("Fields, F1", ("field", "gold", "pred.", *LEVELS), (*rows, *totals), len(totals))


def _of_bins(found: Reliability) -> Grid:
    rows = tuple(
        (f"{b.low:.2f} to {b.high:.2f}", str(b.profiles), str(b.fields), str(b.wrong), f"{b.wrong_share:.3f}")
        for b in found.bins
    )
    return Grid("Confidence and errors (strict)", ("confidence", "profiles", "fields", "wrong", "share wrong"), rows)


def _shown(values: Sequence[float]) -> tuple[str, ...]:
    return tuple(f"{value:.3f}" for value in values)


def _columns(grid: Grid) -> str:
    rows = [grid.header, *grid.rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in rows)
    return f"{grid.title}\n" + "".join(f"{line}\n" for line in lines)
