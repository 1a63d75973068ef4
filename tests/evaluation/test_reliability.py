"""What confidence is worth: errors by confidence."""

from __future__ import annotations

import pytest

from profile_extract.evaluation.judgements import Judgement
from profile_extract.evaluation.reliability import reliability
from profile_extract.evaluation.scores import ProfileScore
from profile_extract.evaluation.texts import ALL_LEVELS


def profile(confidence: float | None, wrong: int, fields: int = 4) -> ProfileScore:
    """A profile with so many fields, so many of them wrong."""
    held = [frozenset[str]()] * wrong + [ALL_LEVELS] * (fields - wrong)
    judgements = tuple(Judgement("title", True, True, levels, "", "") for levels in held)
    return ProfileScore("p", True, confidence is not None, True, confidence, judgements)


def test_profiles_are_counted_in_bins() -> None:
    found = reliability(
        [profile(0.2, 3), profile(0.95, 1), profile(0.97, 0), profile(0.98, 0), profile(1.0, 1), profile(None, 4)]
    )
    assert [(b.low, b.high, b.profiles, b.fields, b.wrong) for b in found.bins] == [
        (0.0, 0.5, 1, 4, 3),
        (0.95, 0.98, 2, 8, 1),
        (0.98, 1.0, 2, 8, 1),
    ]
    assert [b.wrong_share for b in found.bins] == [3 / 4, 1 / 8, 1 / 8]


def test_the_lowest_tenth_holds_a_share_of_the_errors() -> None:
    surer = [profile(0.9, 0) for _ in range(18)]
    assert reliability([profile(0.3, 2), profile(0.4, 1), *surer]).lowest_tenth == 1
    assert reliability([profile(0.3, 2), profile(0.4, 0), *surer[1:], profile(0.95, 2)]).lowest_tenth == 0.5


def test_a_tie_at_the_edge_is_shared_out() -> None:
    assert reliability([profile(0.9, 1 if number < 4 else 0) for number in range(20)]).lowest_tenth == pytest.approx(0.1)
    assert reliability([profile(0.5, 2), *[profile(0.9, 1) for _ in range(19)]]).lowest_tenth == pytest.approx(3 / 21)


def test_without_errors_or_confidence_there_is_no_share() -> None:
    assert reliability([profile(0.5, 0)]).lowest_tenth is None
    assert reliability([profile(None, 3)]) == reliability([])
