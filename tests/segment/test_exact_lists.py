"""Lists each name of which begins a profile, and finer cuts of dumps and in print."""

from __future__ import annotations

import pytest
from builders import TITLES, laid_out, pdf_report, text_report, typeset

from profile_extract.segment.choice import best_cut
from profile_extract.segment.preferences import is_finer, is_listed
from profile_extract.structure import Guide, Hypothesis

NAMES = tuple(f"name {n}" for n in range(11))
STARTS = tuple(range(0, 44, 4))


def _cut(rule: str, *starts: int, score: float = 0.9) -> Hypothesis:
    return Hypothesis(rule, starts, (), score)


@pytest.mark.parametrize(
    ("best", "names", "is_so"),
    [
        ((*STARTS[:-1], 42), NAMES, True),
        (STARTS, NAMES, False),
        ((*STARTS[:-1], 39), NAMES, False),
        ((*STARTS, 42), NAMES, False),
        ((*STARTS[:-1], 42), (*NAMES, "name 11"), False),
        ((*STARTS[:-1], 41), NAMES, True),
    ],
    ids=["elsewhere", "there", "right above", "one more", "one not found", "right below"],
)
def test_where_each_name_begins_a_profile_nearly_the_same_cut_is_wrong(
    best: tuple[int, ...], names: tuple[str, ...], *, is_so: bool
) -> None:
    assert is_listed(_cut("title.contents", *STARTS), _cut("title.style", *best), names) is is_so


@pytest.mark.parametrize(("starts", "is_so"), [((0, 4, 8, 10, 12, 16), True), ((0, 4, 9, 10, 13, 16), False)])
def test_one_profile_of_another_cut_may_begin_nowhere_in_a_finer_one(starts: tuple[int, ...], *, is_so: bool) -> None:
    assert is_finer(_cut("title.style", *starts), _cut("title.before-labels", 0, 4, 8, 14), (0,)) is is_so


COARSE = (3, 13, 23, 33)


@pytest.mark.parametrize(
    ("in_print", "off", "less", "is_taken"),
    [
        (True, 0, 0.06, True),
        (True, 0, 0.08, False),
        (False, 0, 0.04, True),
        (False, 0, 0.06, False),
        (True, 1, 0.06, True),
        (True, -1, 0.06, True),
        (True, -2, 0.06, True),
        (True, -3, 0.06, False),
        (True, 2, 0.06, False),
        (False, 1, 0.04, False),
        (False, -1, 0.04, False),
    ],
)
def test_in_print_a_finer_cut_may_be_less_regular_and_begin_elsewhere(
    in_print: bool, off: int, less: float, *, is_taken: bool
) -> None:
    texts = [f"{title} {n}" for n in range(8) for title in TITLES]
    pages = (typeset(*(("text", text) for text in texts[n : n + 10])) for n in range(0, 40, 10))
    layout = laid_out(pdf_report(*pages) if in_print else text_report("\n\n".join(texts)))
    coarse = _cut("title.before-labels", *COARSE)
    finer = _cut("title.style", *sorted([*(start + off for start in COARSE), 8, 18]), score=0.9 - less)
    assert best_cut(layout, {}, [coarse, finer], Guide(), []) is (finer if is_taken else coarse)
