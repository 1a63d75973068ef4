"""Which of two cuts is preferred though the other is more regular."""

from __future__ import annotations

import pytest

from profile_extract.segment.preferences import is_listed, is_of_bylines, is_surer
from profile_extract.structure import Hypothesis


def _cut(rule: str, *starts: int) -> Hypothesis:
    return Hypothesis(rule, starts, (), 0.9)


@pytest.mark.parametrize(
    ("rule", "starts", "is_so"),
    [
        ("title.numbered", (1, 5, 9), True),
        ("title.numbered", (1, 6, 9), False),  # begun elsewhere
        ("title.numbered", (1, 5, 9, 12), False),  # another profile
        ("title.column-start", (1, 5, 9), False),  # no surer sign
    ],
)
def test_the_same_profiles_are_begun_where_the_surer_sign_is(rule: str, starts: tuple[int, ...], *, is_so: bool) -> None:
    assert is_surer(_cut(rule, *starts), _cut("title.over-text", 1, 4, 9)) is is_so


NAMES = tuple(f"name {n}" for n in range(20))


@pytest.mark.parametrize(
    ("starts", "is_so"),
    [
        ((0, 5, 9, 14, 20), True),
        ((0, 5, 9, 14), False),  # hardly any more
        ((0, 9, 14, 20, 25), False),  # without some of the others
    ],
)
def test_a_few_of_many_listed_names_are_enough_where_they_add_to_the_other_cut(
    starts: tuple[int, ...], *, is_so: bool
) -> None:
    assert is_listed(_cut("title.contents", *starts), _cut("title.before-labels", 1, 5, 9, 14), NAMES) is is_so


@pytest.mark.parametrize(
    ("rule", "is_so"), [("title.before-labels", True), ("title.numbered", False), ("title.contents", False)]
)
def test_names_under_titles_tell_those_that_have_no_labels(rule: str, *, is_so: bool) -> None:
    assert is_of_bylines(_cut("title.over-names", *range(11)), _cut(rule, *range(10))) is is_so
