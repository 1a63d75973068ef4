"""Which of two cuts is preferred though the other is more regular."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.layout.contents import Contents
from profile_extract.segment.choice import _opens_pages_over, best_cut
from profile_extract.segment.preferences import (
    adds_profiles,
    counts_alone,
    counts_most,
    is_finer,
    is_listed,
    is_of_addresses,
    is_of_bylines,
    is_surer,
    is_whole_series,
    worth_of,
)
from profile_extract.structure import Guide, Hypothesis, Layout


def _cut(rule: str, *starts: int) -> Hypothesis:
    return Hypothesis(rule, starts, (), 0.9)


def _lines(*texts: str) -> Layout:
    return laid_out(text_report("\n\n".join(texts)))


@pytest.mark.parametrize(
    ("rule", "starts", "is_so"),
    [
        ("title.numbered", (0, 5, 8), True),
        ("title.numbered", (0, 6, 8), True),  # behind two lines of an address
        ("title.numbered", (0, 7, 8), False),  # begun elsewhere
        ("title.numbered", (2, 4, 8), False),  # behind a text
        ("title.numbered", (0, 5, 8, 9), False),  # another profile
        ("title.column-start", (0, 5, 8), False),  # no surer sign
    ],
)
def test_the_same_profiles_are_begun_where_the_surer_sign_is(rule: str, starts: tuple[int, ...], *, is_so: bool) -> None:
    layout = _lines(TITLES[0], PROSE[0], TITLES[1], PROSE[1], "Quay 4", "Porto", TITLES[2], PROSE[2], TITLES[3], PROSE[3])
    assert is_surer(layout, _cut(rule, *starts), _cut("title.over-text", 0, 4, 8)) is is_so


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


@pytest.mark.parametrize(("breaks", "is_so"), [((), False), ((4, 19, 34, 49), True)])
def test_the_headings_of_groups_in_a_list_count_as_found(breaks: tuple[int, ...], *, is_so: bool) -> None:
    starts = tuple(range(5, 65, 5))
    listed = Hypothesis("title.contents", starts, breaks, 0.9)
    assert is_listed(listed, _cut("title.over-text", *(start - 2 for start in starts)), NAMES[:16]) is is_so


@pytest.mark.parametrize(
    ("rule", "count", "breaks", "is_so"),
    [
        ("title.place", 16, 0, True),
        ("title.place", 12, 4, True),
        ("title.before-labels", 16, 0, False),
        ("title.place", 17, 0, False),
        ("title.place", 12, 3, False),
    ],
    ids=["all found", "with headings of groups", "a surer sign", "one found twice", "one not found"],
)
def test_a_list_all_of_which_is_found_is_a_surer_sign_though_the_titles_are_those_of_the_other_cut(
    rule: str, count: int, breaks: int, *, is_so: bool
) -> None:
    starts = tuple(range(5, 5 + 5 * count, 5))
    listed = Hypothesis("title.contents", starts, tuple(range(2, 2 + 5 * breaks, 5)), 0.9)
    assert is_listed(listed, _cut(rule, *starts), NAMES[:16]) is is_so


@pytest.mark.parametrize(
    ("rule", "is_so"), [("title.before-labels", True), ("title.numbered", False), ("title.contents", False)]
)
def test_names_under_titles_tell_those_that_have_no_labels(rule: str, *, is_so: bool) -> None:
    assert is_of_bylines(_cut("title.over-names", *range(11)), _cut(rule, *range(10))) is is_so


OVER = (0, 10, 20, 30, 40)


@pytest.mark.parametrize(
    ("moved", "is_so"),
    [
        ((0, 1, 2, 3, 0), True),  # under a session and a kind of talk
        ((0, 3, 3, 4, 0), True),
        ((0, 1, 4, 4, 0), False),
        ((0, -1, -1, 0, 0), False),  # right over them
    ],
)
def test_lines_may_stand_over_the_titles_over_names_with_notes(moved: tuple[int, ...], *, is_so: bool) -> None:
    noted = (*(start + down for start, down in zip(OVER, moved, strict=True)), 50, 60)
    assert is_of_bylines(_cut("title.over-noted-names", *noted), _cut("title.over-text", *OVER)) is is_so


@pytest.mark.parametrize(
    ("rule", "starts", "other", "is_so"),
    [
        ("title.over-noted-names", (0, 10, 20, 30, 40, 50), "title.over-text", False),  # hardly any more
        ("title.over-noted-names", (0, 10, 20, 30, 40, 50), "title.before-labels", True),
        ("title.over-noted-names", tuple(range(5, 105, 10)), "title.over-text", True),  # several times as many
        ("title.over-noted-names", tuple(range(5, 95, 10)), "title.over-text", False),
        ("title.over-noted-names", (0, 10, 20, 30, 40, 50, 60), "title.contents", False),
        ("title.over-names", (0, 10, 20, 32, 40, 50, 60), "title.over-text", False),
        ("title.over-address", (0, 10, 20, 30, 40, 50, 60), "title.over-text", False),
    ],
)
def test_names_with_notes_tell_more_titles_than_another_sign_or_many_more(
    rule: str, starts: tuple[int, ...], other: str, *, is_so: bool
) -> None:
    assert is_of_bylines(_cut(rule, *starts), _cut(other, *OVER)) is is_so


def test_names_with_notes_are_worth_less_than_names() -> None:
    assert worth_of("title.over-noted-names", has_labels=False) < worth_of("title.over-names", has_labels=False) == 1.0


@pytest.mark.parametrize(
    ("form", "listed", "is_so"),
    [
        ("P{}. {}", (0, 1, 3, 5, 7, 9), True),
        ("P{}. {}", (0, 2, 4, 6, 8), True),  # right above
        ("P{}. {}", (0, 1, 3, 5, 7), False),  # one is not listed
        ("P{}. {}", tuple(range(10)), False),  # twice as many
        ("{1}", (0, 1, 3, 5, 7, 9), False),
    ],
)
def test_a_list_with_all_titles_that_count_and_more_is_of_sessions(form: str, listed: tuple[int, ...], *, is_so: bool) -> None:
    parts = [line for n, title in enumerate(TITLES, 1) for line in (form.format(n, title), PROSE[n - 1])]
    layout = _lines("Neighbours at Work", *parts)
    assert counts_alone(layout, _cut("title.numbered", 1, 3, 5, 7, 9), _cut("title.contents", *listed)) is is_so


def test_titles_that_count_from_another_number_on_are_not_alone() -> None:
    layout = _lines(*(line for n, title in enumerate(TITLES, 2) for line in (f"P{n}. {title}", PROSE[n - 2])))
    assert not counts_alone(layout, _cut("title.numbered", 0, 2, 4, 6, 8), _cut("title.contents", 0, 2, 4, 6, 8))


@pytest.mark.parametrize("form", ["P{}. {}", "{1}"], ids=["numbered", "not"])
def test_a_cut_whose_titles_count_is_kept_though_a_list_has_them_and_more(form: str) -> None:
    parts = [line for n, title in enumerate(TITLES, 1) for line in (f"Session {n}", form.format(n, title), PROSE[n - 1])]
    layout = _lines(*parts)
    best = _cut("title.over-text", 1, 4, 7, 10, 13)
    listed = Hypothesis("title.contents", (0, 1, 3, 4, 6, 7, 10, 13), (), 0.72)
    found = best_cut(layout, {}, [best, listed], Guide(), (), Contents(NAMES[:8], frozenset()))
    assert found is (listed if form == "{1}" else best)


@pytest.mark.parametrize(("starts", "adds"), [((1, 3, 5, 9, 12), True), ((1, 5, 9), False), ((2, 3, 6, 9, 12), False)])
def test_a_cut_adds_profiles_where_it_has_those_of_the_other_and_many_more(starts: tuple[int, ...], *, adds: bool) -> None:
    assert adds_profiles(_cut("title.gap", *starts), _cut("title.page-start", 1, 5, 9)) is adds


@pytest.mark.parametrize(("starts", "is_so"), [((0, 3, 6), True), ((0, 3), False), ((1, 4, 7), False), ((0, 4, 6), False)])
def test_what_opens_the_pages_stands_over_what_is_next_above_a_label(starts: tuple[int, ...], *, is_so: bool) -> None:
    pages = ("\n\n".join((title, f"“{prose}”", prose[::-1])) for title, prose in zip(TITLES[:3], PROSE, strict=False))
    layout = laid_out(text_report("\f".join(pages)))
    assert _opens_pages_over(layout, _cut("title.page-start", *starts), _cut("title.before-labels", 1, 4, 7)) is is_so


@pytest.mark.parametrize(("word", "is_so"), [("CASE STUDY {}", True), ("Case {}: mills", False)])
def test_the_same_words_with_numbers_that_count_on_cut_a_dump_whatever_the_other_cut_begins_with(
    word: str, *, is_so: bool
) -> None:
    layout = _lines(
        *(
            line
            for n in range(5)
            for line in (TITLES[n], "Quay 4", "Porto", PROSE[n], word.format(n + 1), PROSE[n], PROSE[n - 1])
        )
    )
    assert is_whole_series(layout, _cut("title.numbered", 4, 11, 18, 25, 32), _cut("title.gap", 3, 10, 17, 24)) is is_so


def test_a_numbered_caption_in_each_profile_is_no_better_sign() -> None:
    layout = _lines(
        *(
            line
            for n in range(5)
            for line in (TITLES[n], "Quay 4", "Porto", PROSE[n], f"Table {n + 1}", PROSE[n], PROSE[n - 1])
        )
    )
    assert not is_whole_series(layout, _cut("title.numbered", 4, 11, 18, 25, 32), _cut("title.gap", 3, 10, 17, 24, 31))


@pytest.mark.parametrize(
    ("rule", "starts", "other", "is_so"),
    [
        ("title.over-address", (0, 4, 8, 12, 16, 20), "title.before-labels", True),
        ("title.over-address", (0, 4, 8, 12, 16), "title.before-labels", False),  # no more profiles
        ("title.over-address", (0, 6, 10, 12, 18, 20), "title.before-labels", False),  # others
        ("title.over-names", (0, 4, 8, 12, 16, 20), "title.before-labels", False),
        ("title.over-address", (0, 4, 8, 12, 16, 20), "title.contents", False),
    ],
)
def test_a_cut_by_addresses_adds_the_profiles_that_have_no_label(
    rule: str, starts: tuple[int, ...], other: str, *, is_so: bool
) -> None:
    assert is_of_addresses(_cut(rule, *starts), _cut(other, 0, 4, 8, 12, 16)) is is_so


@pytest.mark.parametrize(("score", "is_taken"), [(0.897, True), (0.88, False)])
def test_it_is_taken_if_it_is_as_good(score: float, is_taken: bool) -> None:
    layout = _lines(*(text for pair in zip(TITLES, PROSE, strict=True) for text in pair))
    labels, addresses = _cut("title.before-labels", 0, 2, 4, 6), Hypothesis("title.over-address", (0, 2, 4, 6, 8), (), score)
    assert best_cut(layout, {}, [labels, addresses], Guide(), ()) == (addresses if is_taken else labels)


@pytest.mark.parametrize(
    ("rule", "starts", "other", "others", "is_so"),
    [
        ("title.numbered", (1, 3, 5, 7, 9), "title.over-text", (0, 1, 3, 5, 7, 9, 11), True),
        ("title.numbered", (1, 3, 5, 7, 9), "title.over-text", (0, 1, 3, 5, 7, 11), True),
        ("title.bullet", (1, 3, 5, 7, 9), "title.over-text", (0, 1, 3, 5, 7, 9, 11), False),
        ("title.numbered", (1, 3, 5, 7, 9), "title.before-labels", (0, 1, 3, 5, 7, 9, 11), False),  # a sign as sure
        ("title.numbered", (1, 3, 5, 7, 9), "title.over-text", (1, 3, 5, 7, 9), False),  # nothing beside them
        ("title.numbered", (1, 3, 5, 7, 9), "title.over-text", (*range(10), 11), False),  # half of them at least
        ("title.numbered", (1, 3, 5, 7, 9), "title.over-text", (0, 1, 2, 3, 5, 11), False),  # not most of its own
        ("title.numbered", (1, 3, 5, 9), "title.over-text", (0, 1, 3, 5, 9, 11), False),  # one is left out
    ],
)
def test_the_numbered_parts_of_a_chapter_are_most_of_a_cut_by_a_weak_sign(
    rule: str, starts: tuple[int, ...], other: str, others: tuple[int, ...], *, is_so: bool
) -> None:
    parts = [line for n, title in enumerate(TITLES) for line in (f"4.{n + 1} {title}", PROSE[n])]
    layout = _lines("Neighbours at Work", *parts, "Where to Park", PROSE[0])
    assert counts_most(layout, _cut(rule, *starts), _cut(other, *others)) is is_so


@pytest.mark.parametrize(
    ("rule", "starts", "off", "is_so"),
    [
        ("title.style", (0, 4, 7, 11, 14, 17), (0, 1, -1, -2), True),
        ("title.style", (0, 4, 7, 11, 14, 17), (0,), False),  # none may be off
        ("title.style", (0, 4, 7, 11), (0, 1, -1, -2), False),  # no more
        ("title.style", (0, 5, 6, 12, 14, 17), (0, 1, -1, -2), False),  # two elsewhere
        ("title.column-start", (0, 4, 7, 11, 14, 17), (0, 1, -1, -2), False),  # no surer sign
    ],
)
def test_a_finer_cut_may_begin_a_caption_earlier_or_under_a_heading(
    rule: str, starts: tuple[int, ...], off: tuple[int, ...], *, is_so: bool
) -> None:
    other = _cut("title.before-labels", 0, 3, 9, 11)  # a heading over the second, a text under the caption of the third
    assert is_finer(_cut(rule, *starts), other, off) is is_so


@pytest.mark.parametrize(
    ("best", "names", "is_so"),
    [
        ((0, 4, 10, 16), NAMES[:5], True),
        ((0, 2, 6, 12, 16), NAMES[:5], True),
        ((0, 4, 7, 12, 16), NAMES[:5], False),  # right over them
        ((0, 2, 8, 12, 16, 19), NAMES[:5], False),  # one more
        ((0, 4, 8, 13, 16), NAMES[:6], False),  # one is not found
    ],
)
def test_a_list_each_name_of_which_begins_a_profile_is_whole(
    best: tuple[int, ...], names: tuple[str, ...], *, is_so: bool
) -> None:
    assert is_listed(_cut("title.contents", 0, 4, 8, 12, 16), _cut("title.style", *best), names) is is_so
