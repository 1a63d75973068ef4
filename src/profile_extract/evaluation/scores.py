"""Judgements counted: fields, whole profiles and boundaries of one report, or of several put together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

from profile_extract.evaluation.documents import GoldProfile, GoldReport, PredictedProfile, PredictedReport
from profile_extract.evaluation.judgements import Judgement, judge_spurious, levels_of_all
from profile_extract.evaluation.profiles import has_title, judge_profile, pair_profiles
from profile_extract.evaluation.texts import LEVELS, Level

NOTHING_FOUND = PredictedReport(profiles=())


class Figures(NamedTuple):
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


class Count(NamedTuple):
    """Values expected, values predicted, and at each level how many of these are right."""

    expected: int
    predicted: int
    right: dict[Level, int]

    def figures(self, level: Level) -> Figures:
        """Figures at a level; where nothing is expected, predicting nothing is perfect."""
        right = self.right[level]
        precision = right / self.predicted if self.predicted else float(not self.expected)
        recall = right / self.expected if self.expected else float(not self.predicted)
        total = precision + recall
        return Figures(precision, recall, 2 * precision * recall / total if total else 0.0)


@dataclass(frozen=True, slots=True)
class ProfileScore:
    """A pair of profiles, or one without partner.

    Attributes:
        name: what people call it: its place among the pairs (1-based) and its title.
        is_expected: gold has it.
        is_predicted: the prediction has it.
        is_bounded: both have it, and its title was found at level soft.
        confidence: the prediction's, from 0 to 1; None where it gives none.
        judgements: of every annotated field; a missing profile is judged as an empty one.
    """

    name: str
    is_expected: bool
    is_predicted: bool
    is_bounded: bool
    confidence: float | None
    judgements: tuple[Judgement, ...]

    def is_whole(self, level: Level) -> bool:
        """Whether it was expected and found, and everything in it holds at a level."""
        return self.is_expected and self.is_predicted and level in levels_of_all(self.judgements)


@dataclass(frozen=True, slots=True)
class Score:
    """All pairs of a report, or of several; ``predicted`` counts those too that incomplete gold says nothing about."""

    name: str
    profiles: tuple[ProfileScore, ...]
    predicted: int
    warnings_missing: tuple[str, ...]

    @property
    def judgements(self) -> Iterator[Judgement]:
        """Every judgement, profile by profile."""
        return (judgement for profile in self.profiles for judgement in profile.judgements)

    @property
    def expected(self) -> int:
        """How many profiles gold has."""
        return sum(profile.is_expected for profile in self.profiles)

    @property
    def found(self) -> int:
        """How many profiles of gold have a partner in the prediction."""
        return sum(profile.is_expected and profile.is_predicted for profile in self.profiles)

    @property
    def boundaries(self) -> Figures:
        """Profiles found by their titles at level soft."""
        right = sum(profile.is_bounded for profile in self.profiles)
        predicted = sum(profile.is_predicted for profile in self.profiles)
        return Count(self.expected, predicted, dict.fromkeys(LEVELS, right)).figures("soft")

    def fields(self) -> dict[str, Count]:
        """Counts by field, in alphabetical order."""
        by_name: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in self.judgements:
            by_name[judgement.field].append(judgement)
        return {name: count(by_name[name]) for name in sorted(by_name)}

    def micro(self, level: Level) -> Figures:
        """Figures of all values together, so that frequent fields weigh more."""
        return count(self.judgements).figures(level)

    def macro_f1(self, level: Level) -> float:
        """Mean F1 over the fields, each with the same weight; 1 where there is none."""
        return fmean([field.figures(level).f1 for field in self.fields().values()] or [1.0])

    def whole_profiles(self, level: Level) -> float:
        """Share of gold's profiles in which every annotated field holds; 1 where gold has none."""
        return sum(p.is_whole(level) for p in self.profiles) / self.expected if self.expected else 1.0

    def misses(self) -> list[str]:
        """What does not hold verbatim, one line each."""
        return [
            f"{profile.name}: {miss.field}: gold {miss.gold!r}, got {miss.got!r}"
            for profile in self.profiles
            for miss in profile.judgements
            if "verbatim" not in miss.held
        ]


def count(judgements: Iterable[Judgement]) -> Count:
    """Count judgements, whatever their fields."""
    known = list(judgements)
    right = {level: sum(level in judgement.held for judgement in known) for level in LEVELS}
    return Count(sum(j.is_expected for j in known), sum(j.is_predicted for j in known), right)


def score_report(name: str, gold: GoldReport, predicted: PredictedReport) -> Score:
    """Score the prediction for one report."""
    pairs = pair_profiles(gold.profiles, predicted.profiles)
    scores = (_score_pair(number, g, p) for number, (g, p) in enumerate(pairs, 1) if g or gold.complete)
    return Score(name, tuple(scores), len(predicted.profiles), _warnings_missing(gold, predicted))


def put_together(scores: Sequence[Score]) -> Score:
    """The profiles of several reports as if they were of one."""
    profiles = tuple(profile for score in scores for profile in score.profiles)
    missing = sorted(code for score in scores for code in score.warnings_missing)
    return Score("all", profiles, sum(score.predicted for score in scores), tuple(missing))


def _score_pair(number: int, gold: GoldProfile | None, predicted: PredictedProfile | None) -> ProfileScore:
    title = (gold or predicted or GoldProfile()).title or ""
    confidence = predicted.confidence if predicted else None
    if gold is None:
        spurious = (judge_spurious(title),)
        return ProfileScore(f"profile {number} ({title!r}, not in gold)", False, True, False, confidence, spurious)
    judgements = tuple(judge_profile(gold, predicted or PredictedProfile()))
    is_bounded = predicted is not None and has_title(gold, predicted)
    found = "" if predicted else ", not found"
    name = f"profile {number} ({title!r}{found})"
    return ProfileScore(name, True, predicted is not None, is_bounded, confidence, judgements)


def _warnings_missing(gold: GoldReport, predicted: PredictedReport) -> tuple[str, ...]:
    wanted = Counter(code for profile in gold.profiles for code in profile.warnings or ())
    given = Counter(warning.code or "" for warning in predicted.warnings or ())
    return tuple(sorted((wanted - given).elements()))
