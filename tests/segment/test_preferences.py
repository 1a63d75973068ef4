"""Which of two cuts is preferred though the other is more regular."""

from __future__ import annotations

import pytest

from profile_extract.segment.preferences import is_surer
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
