"""How well confidence tells where the errors are: a profile that one doubts should be one with wrong fields.

Only predicted profiles that give a confidence count; a field is wrong where it does not hold at level strict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from profile_extract.evaluation.scores import ProfileScore
from profile_extract.evaluation.texts import Level

AT_LEVEL: Level = "strict"
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.0)
"""Bins of confidence, closer where most profiles are; each begins with its lower edge, and the last holds both."""
LOWEST_SHARE = 0.1
"""The share of all profiles, those with the lowest confidence, whose errors are counted."""


class Bin(NamedTuple):
    """Profiles with confidence from ``low`` to ``high``, their annotated fields, and how many of these are wrong."""

    low: float
    high: float
    profiles: int
    fields: int
    wrong: int

    @property
    def wrong_share(self) -> float:
        """Wrong fields as a share of all fields in the bin, 0 to 1."""
        return self.wrong / self.fields if self.fields else 0.0


@dataclass(frozen=True, slots=True)
class Reliability:
    """Bins that are not empty, lowest first.

    Attributes:
        bins: profiles by confidence.
        lowest_tenth: share of all wrong fields that stand in the tenth of profiles with the lowest confidence, 0 to 1;
            None where nothing is wrong.
    """

    bins: tuple[Bin, ...]
    lowest_tenth: float | None


class _Doubt(NamedTuple):
    confidence: float
    fields: int
    wrong: int


def reliability(profiles: Iterable[ProfileScore]) -> Reliability:
    """The reliability of the confidence of profiles, of one report or of several."""
    doubts = sorted(
        _Doubt(p.confidence, len(p.judgements), sum(AT_LEVEL not in j.held for j in p.judgements))
        for p in profiles
        if p.confidence is not None
    )
    bins = (_bin(low, high, doubts) for low, high in pairwise(EDGES))
    return Reliability(tuple(b for b in bins if b.profiles), _wrong_in_lowest(doubts))


def _bin(low: float, high: float, doubts: Sequence[_Doubt]) -> Bin:
    inside = [d for d in doubts if low <= d.confidence < high or d.confidence == high == EDGES[-1]]
    return Bin(low, high, len(inside), sum(d.fields for d in inside), sum(d.wrong for d in inside))


def _wrong_in_lowest(doubts: Sequence[_Doubt]) -> float | None:
    """Where only some of the profiles with one confidence belong to the lowest, so does that share of their errors."""
    total = sum(doubt.wrong for doubt in doubts)
    room, wrong = LOWEST_SHARE * len(doubts), 0.0
    for _, tied in groupby(doubts, attrgetter("confidence")):
        group = list(tied)
        taken = min(room, len(group))
        wrong += sum(doubt.wrong for doubt in group) * taken / len(group)
        room -= taken
    return wrong / total if total else None
