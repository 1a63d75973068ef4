"""How good a prediction is, measured against gold that a person made.

Files become values (``files``, ``documents``), profiles are paired and every annotated value judged (``pairing``,
``profiles``, ``judgements``, ``texts``), judgements are counted (``scores``), and from the counts come floors (``floors``) and
what confidence is worth (``reliability``). This room knows nothing of how a prediction was made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from profile_extract.evaluation.files import Case
from profile_extract.evaluation.scores import NOTHING_FOUND, Score, put_together, score_report
from profile_extract.evaluation.texts import Level


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of reports, in the order given, and of all their profiles put together."""

    reports: tuple[Score, ...]
    overall: Score

    def mean_micro_f1(self, level: Level) -> float:
        """Mean over the reports of their micro F1, so that each report has the same weight; 1 where there is none."""
        return fmean([score.micro(level).f1 for score in self.reports] or [1.0])


def evaluate(cases: Iterable[Case]) -> Evaluation:
    """Score reports; one without a usable prediction is scored as if nothing had been found in it."""
    reports = tuple(score_report(case.name, case.gold, case.predicted or NOTHING_FOUND) for case in cases)
    return Evaluation(reports, put_together(reports))
