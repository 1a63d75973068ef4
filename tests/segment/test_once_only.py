"""Headings inside profiles that come but once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from builders import (
    PROSE,
    TITLES,
    Page,
    extraction_of,
    laid_out,
    overlaid,
    page_of,
    pdf_report,
    run_in,
    text_report,
    typeset,
    wrapped,
)

from profile_extract.segment.labels import find_labels
from profile_extract.segment.once_only import _of_own_style
from profile_extract.segment.rare_labels import in_other_number

ONCE = ("Out of the Flour Store", "A Night in March", "By the Weir", "From Kitchen Tables", "About the Bakers")
LABELS = ("Aim", "Means", "Thanks")


def _page(number: int, *more: tuple[str, str], labels: Sequence[str] = LABELS, kind: str = "label") -> Page:
    text = [part for n, label in enumerate(labels) for part in ((kind, label), ("text", PROSE[(number + n) % 5]))]
    return typeset(("title", TITLES[number]), *text, *more)


def _labels(*pages: Page) -> list[list[str]]:
    extraction = extraction_of(pdf_report(*pages))
    assert [profile.title.text for profile in extraction.profiles] == list(TITLES)
    return [[section.label.text for section in profile.sections if section.label] for profile in extraction.profiles]


def test_a_heading_set_as_labels_are_heads_a_section() -> None:
    labels = _labels(*(_page(n, ("label", ONCE[n]), ("text", PROSE[n - 1])) for n in range(5)))
    assert labels == [["Aim", "Means", "Thanks", once] for once in ONCE]


def test_a_heading_set_unlike_them_is_text() -> None:
    labels = _labels(*(_page(n, ("name", ONCE[n]), ("text", PROSE[n - 1])) for n in range(5)))
    assert labels == [["Aim", "Means", "Thanks"]] * 5


@pytest.mark.parametrize("below", ["label", "small"])
def test_a_line_over_no_text_heads_none(below: str) -> None:
    under = [[(below, f"{n + 2} of {n + 7}"), ("text", PROSE[n - 1])] for n in range(5)]
    pages = (_page(n, ("label", ONCE[n]), *under[n], ("label", ONCE[n - 1]), *under[n - 1]) for n in range(5))
    assert [labels[:4] for labels in _labels(*pages)] == [["Aim", "Means", "Thanks"]] * 5


@pytest.mark.parametrize(
    ("x", "other_x", "other_top", "is_label"),
    [(50.0, 250.0, 400.0, True), (50.0, 250.0, 380.0, False), (250.0, 50.0, 380.0, False)],
    ids=["over another line", "left of it", "right of it"],
)
def test_where_few_lines_are_set_so_that_are_none_those_alone_in_their_row_are_labels(
    x: float, other_x: float, other_top: float, *, is_label: bool
) -> None:
    pages = [
        overlaid(
            _page(n),
            page_of([(x, 380, ONCE[n])], "Helvetica-Bold"),
            page_of(
                [(other_x, other_top, f"for {n + 2} of {ONCE[n - 1][-5:]}"), (50, 420, f"with {TITLES[n - 2][:9]}")], size=7.0
            ),
        )
        for n in range(5)
    ]
    assert _labels(*pages) == [["Aim", "Means", "Thanks", *([once] if is_label else [])] for once in ONCE]


def test_a_line_neither_bold_nor_larger_may_be_of_names() -> None:
    pages = (_page(n, ("name", ONCE[n]), ("text", PROSE[n - 1]), kind="name") for n in range(5))
    assert _labels(*pages) == [["Aim", "Means", "Thanks"]] * 5


def test_a_heading_behind_the_last_profile_alone_may_be_of_what_follows() -> None:
    pages = [*(_page(n) for n in range(4)), _page(4, ("label", ONCE[4]), ("text", PROSE[3]))]
    assert _labels(*pages) == [["Aim", "Means", "Thanks"]] * 5


def test_where_few_labels_are_set_so_names_may_be_too() -> None:
    pages = (_page(n, ("label", ONCE[n]), ("text", PROSE[n - 1]), labels=("Aim", "Means")) for n in range(5))
    assert _labels(*pages) == [["Aim", "Means"]] * 5


def test_where_most_lines_set_so_are_no_labels_none_is_one() -> None:
    more = [part for words in ("Red", "Green", "Blue") for part in (("label", words), ("text", "x"))]
    pages = []
    for n in range(5):
        own = [(kind, f"{text} {ONCE[n][3:12]}" if kind == "label" else PROSE[n - 1]) for kind, text in more]
        pages.append(_page(n, *own))
    assert _labels(*pages) == [["Aim", "Means", "Thanks"]] * 5


OTHERS = ("Red Bricks", "Two Ladders", "A Lent Key", "The Old Scales", "Nine Spoons")
"""Beginnings of headings that no two profiles share."""


TEXTS = tuple(f"{text[::-1]} More of it later." for text in PROSE)


def _own(number: int, count: int, kind: str = "label16", *, is_over_text: bool = True) -> list[tuple[str, str]]:
    """Headings that only one profile has, each over a text, or over a line in small type and then a text."""
    between = [] if is_over_text else [("small", f"{number + 2} of {number + 7}")]
    rows = (((kind, f"{OTHERS[n]} of {number + 2}"), *between, ("text", TEXTS[n - number])) for n in range(count))
    return [part for row in rows for part in row]


@pytest.mark.parametrize(
    ("kind", "labels", "count", "is_over_text", "are_labels"),
    [
        ("label16", LABELS, 4, True, True),  # most are none yet
        ("label16", LABELS, 5, True, False),
        ("label", LABELS, 4, True, False),  # in bold names are set, too
        ("label10.5", LABELS, 4, True, False),
        ("label16", LABELS, 1, False, True),  # a picture or a list may be under it
        ("label16", LABELS, 2, False, False),  # as under too many
        ("label", LABELS, 1, False, True),  # as under few
        ("label", LABELS, 2, False, False),
        ("label16", LABELS[:2], 1, True, False),  # too few labels
    ],
)
def test_headings_in_larger_type_are_labels_most_of_which_stand_over_a_text(
    kind: str, labels: Sequence[str], count: int, *, is_over_text: bool, are_labels: bool
) -> None:
    own = [_own(n, count, kind, is_over_text=is_over_text) for n in range(5)]
    found = _labels(*(_page(n, *own[n], labels=labels, kind=kind) for n in range(5)))
    assert found == [[*labels, *(text for what, text in parts if what == kind and are_labels)] for parts in own]


SMALLER = [part for n, word in enumerate(("Cost", "Time", "Place")) for part in (("label", word), ("text", TEXTS[n]))]


@pytest.mark.parametrize(
    ("larger", "smaller", "found"),
    [
        ((1, True), (1, True), 2),
        ((1, True), (1, False), 2),
        ((1, True), (2, False), 1),
        ((1, False), (2, False), 1),
        ((2, False), (0, True), 0),
    ],
)
def test_what_is_set_as_smaller_labels_beside_them_stands_over_a_text_still(
    larger: tuple[int, bool], smaller: tuple[int, bool], found: int
) -> None:
    pages = []
    for n in range(5):
        own = [*_own(n, larger[0], is_over_text=larger[1]), *_own(n, smaller[0], "label", is_over_text=smaller[1])]
        pages.append(_page(n, *SMALLER, *own, kind="label16"))
    assert [labels[6:] for labels in _labels(*pages)] == [[f"{OTHERS[0]} of {n + 2}"] * found for n in range(5)]


def _abstract(number: int, *starts: str) -> Page:
    """A title and paragraphs of two lines, each of which begins in bold."""
    tops = [100.0 + 40 * n for n in range(len(starts))]
    texts = [wrapped(PROSE[(number + n) % 5], 9) for n in range(len(starts))]
    first = (
        run_in((50, top, f"{start} "), "Helvetica-Bold", text[0]) for top, start, text in zip(tops, starts, texts, strict=True)
    )
    more = page_of([(50, top + 12, text[1]) for top, text in zip(tops, texts, strict=True)])
    return overlaid(page_of([(50, 60, TITLES[number])], "Helvetica-Bold", 16), *first, more)


def test_a_beginning_set_as_labels_that_run_in_is_one_though_it_comes_but_once() -> None:
    usual = ("Aim.", "Means.", "Thanks.")
    pages = [_abstract(n, *(usual if n != 3 else ("Aim.", "Means and their ends.", "Thanks."))) for n in range(5)]
    named = [[label.rstrip(".") for label in labels] for labels in _labels(*pages)]
    assert named == [
        [*(["Aim", "Means", "Thanks"] if n != 3 else ["Aim", "Means and their ends", "Thanks"])] for n in range(5)
    ]


def _abstract_in_dump(number: int, more: Sequence[str] = ()) -> str:
    texts = [f"{label}: {PROSE[(number + n) % 5]}" for n, label in enumerate((*LABELS, *more))]
    return "\n\n".join((f"P-0{number + 1} {TITLES[number]}", *texts))


def _labels_in_dump(*abstracts: str) -> list[list[str]]:
    profiles = extraction_of(text_report("\f".join(abstracts))).profiles
    assert len(profiles) == len(abstracts)
    return [[section.label.text for section in profile.sections if section.label] for profile in profiles]


def test_a_label_with_a_colon_that_few_abstracts_of_a_dump_have_is_one_beside_the_others() -> None:
    abstracts = [_abstract_in_dump(n, ["Funding"] if n == 2 else []) for n in range(5)]
    assert _labels_in_dump(*abstracts) == [[*LABELS, *(["Funding"] if n == 2 else [])] for n in range(5)]


def test_where_many_have_one_of_their_own_or_it_counts_groups_it_is_none() -> None:
    assert _labels_in_dump(*(_abstract_in_dump(n, [ONCE[n]]) for n in range(5))) == [[*LABELS]] * 5
    assert _labels_in_dump(*(_abstract_in_dump(n, ["Session 2"] if n == 2 else []) for n in range(5))) == [[*LABELS]] * 5
    assert _labels_in_dump(*(_abstract_in_dump(n, ["The mayor asked"] if n == 2 else []) for n in range(5))) == [[*LABELS]] * 5


def _with_colon(*lines: str, kind: str = "label", below: str = "text") -> list[list[str]]:
    """The labels of profiles that have such headings, some of them, over a text or what else is asked for."""
    pages = [
        typeset(
            ("title", TITLES[n]),
            ("text", PROSE[n]),
            *([(kind, line), (below, PROSE[n - 1]), ("text", PROSE[n - 2])] if line else []),
        )
        for n, line in enumerate(lines)
    ]
    return _labels(*pages)


COLONS = tuple(f"{line}:" for line in ONCE)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (COLONS, 5),
        ((*COLONS[:3], "", ""), 3),  # of most
        ((*COLONS[:2], "", "", ""), 0),
        ((*COLONS[:4], ONCE[4]), 4),  # nearly all
        ((*COLONS[:3], *ONCE[3:]), 0),
        ((*COLONS[:2] * 2, ""), 0),  # two different ones
    ],
)
def test_headings_of_their_own_that_end_in_colons_head_sections(lines: Sequence[str], count: int) -> None:
    assert _with_colon(*lines) == [[line] if n < count else [] for n, line in enumerate(ONCE)]


def test_they_stand_over_a_text_or_a_list_and_are_bold_or_larger() -> None:
    assert _with_colon(*COLONS, below="name") == [[]] * 5
    assert _with_colon(*COLONS, kind="name") == [[]] * 5


def test_headings_with_colons_in_few_profiles_are_none() -> None:
    more = [part for n in range(4) for part in (("label", COLONS[n]), ("text", PROSE[n]))]
    pages = [typeset(("title", TITLES[n]), ("text", PROSE[n]), *(more if n == 1 else [])) for n in range(5)]
    assert _labels(*pages) == [[]] * 5


# Headings in a style of their own, where no label is set so


TWICE = "What Came Next"
OWN = ((TWICE, ONCE[0]), (TWICE, ONCE[1]), (ONCE[2], OTHERS[2]), (ONCE[3], OTHERS[3]), ())
"""Eight headings, two of which are one."""
Lists = Sequence[Sequence[str]]


def _of_own(heads: Lists, kind: str = "label16", *, others: int = 0, is_first_apart: bool = True) -> list[list[str]]:
    """The labels of profiles with such headings over texts; in the first one a text parts them from the title, or nothing.

    The second profile ends with so many ``others`` set as they are, over lines in small type.
    """
    pages = []
    for n, own in enumerate(heads):
        parts = [part for k, head in enumerate(own) for part in ((kind, head), ("text", TEXTS[k - n]))]
        lists = [part for k in range(others) for part in ((kind, OTHERS[k]), ("small", f"{k + 2} of {k + 7}"))]
        first = [("text", PROSE[n])] if is_first_apart or n else []
        pages.append(typeset(("chapter", TITLES[n]), *first, *parts, *(lists if n == 1 else [])))
    return _labels(*pages)


@pytest.mark.parametrize("kind", ["label16", "label"])
def test_headings_in_a_style_of_their_own_of_which_some_come_back_are_labels(kind: str) -> None:
    assert _of_own(OWN, kind) == [list(heads) for heads in OWN]


@pytest.mark.parametrize(
    "heads",
    [
        (*OWN[:3], (ONCE[3],), ()),
        ((ONCE[4], ONCE[0]), *OWN[1:]),
        (*OWN[:4], (ONCE[4],)),
        ((TWICE, ONCE[0], ONCE[2], ONCE[3], OTHERS[2]), (TWICE,), (OTHERS[3],), (ONCE[1],), ()),
    ],
    ids=["seven", "none comes back", "hardly any does", "several in one profile only"],
)
def test_a_few_such_headings_or_those_that_hardly_come_back_are_none(heads: Lists) -> None:
    assert _of_own(heads) == [[]] * 5


def test_such_headings_are_bold_or_larger() -> None:
    assert _of_own(OWN, "name") == [[]] * 5


def test_none_of_them_stands_right_under_a_title() -> None:
    assert _of_own(OWN, is_first_apart=False) == [[]] * 5


@pytest.mark.parametrize(("others", "are_labels"), [(2, True), (3, False)])
def test_most_of_them_stand_over_texts(others: int, *, are_labels: bool) -> None:
    own = (*OWN[:3], (ONCE[2], OTHERS[3]), ())
    found = [[*heads, *(OTHERS[:others] if n == 1 else ())] for n, heads in enumerate(own)]
    assert _of_own(own, others=others) == (found if are_labels else [[]] * 5)


def test_labels_set_so_are_not_counted_among_them() -> None:
    heads = [[*own, "Thanks"] for own in (*OWN[:3], (), ())]
    assert _of_own(heads) == [["Thanks"]] * 5


@pytest.mark.parametrize(("kind", "are_labels"), [("chapter", True), ("label16", False)])
def test_what_is_set_as_titles_are_is_none_of_them(kind: str, *, are_labels: bool) -> None:
    rows = (
        [(kind, title), ("text", PROSE[0]), *(part for head in heads for part in (("label16", head), ("text", TEXTS[1])))]
        for title, heads in zip(TITLES, OWN, strict=True)
    )
    layout = laid_out(pdf_report(*(typeset(*parts) for parts in rows)))
    titles = [block.index for block in layout.blocks if block.text.text in TITLES]
    spans = [range(start, stop) for start, stop in pairwise((*titles, len(layout.blocks)))]
    assert bool(list(_of_own_style(layout, {}, spans, titles))) is are_labels


def _in_other_number(usual: str, other: str, kind: str = "label", own: str = "") -> list[str]:
    """The labels of five profiles, one each; the third has another one in a type of its own, if that is given."""
    pages = [_page(n, labels=(usual,), kind=kind) for n in range(5)]
    pages[2] = _page(2, labels=(other,), kind=own or kind)
    labels = _labels(*pages)
    assert [found for n, found in enumerate(labels) if n != 2] == [[usual]] * 4
    return labels[2]


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("About the speaker", "About the speakers"),
        ("Speaker", "Speakers"),
        ("Coach", "Coaches"),
        ("Frau", "Frauen"),
        ("Feld", "Felder"),
        ("Schule", "Schulen"),
        ("Ziel", "Ziele"),
    ],
)
@pytest.mark.parametrize("kind", ["label", "name"])
def test_a_line_that_says_a_label_of_several_or_of_one_in_its_type_is_a_label(one: str, several: str, kind: str) -> None:
    assert _in_other_number(one, several, kind) == [several]
    assert _in_other_number(several, one, kind) == [one]


@pytest.mark.parametrize(("other", "label"), [("About the speakers:", "About the speakers"), ("ABOUT THE SPEAKERS",) * 2])
def test_it_may_be_in_capitals_or_end_in_a_colon(other: str, label: str) -> None:
    assert _in_other_number("About the speaker", other) == [label]


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("About the speaker", "About the speech"),
        ("About the speaker", "About our speakers"),
        ("About the speaker", "Speakers"),
        ("Not", "Note"),
        ("About the speaker", "About the speakership"),
        ("Buch", "Bücher"),
    ],
)
def test_other_words_than_those_of_a_label_in_another_number_are_none(usual: str, other: str) -> None:
    assert _in_other_number(usual, other) == []


@pytest.mark.parametrize("own", ["name", "label10.5", "label16", "text"])
def test_nor_are_those_in_another_type_than_the_label(own: str) -> None:
    assert _in_other_number("About the speaker", "About the speakers", own=own) == []


def test_the_pages_of_a_list_of_contents_have_none() -> None:
    pages = [
        typeset(("label", "About the speakers"), ("text", PROSE[0])),
        *(_page(n, labels=("About the speaker",)) for n in range(5)),
    ]
    layout = laid_out(pdf_report(*pages))
    found = {index: label for index, label in find_labels(layout, {}).items() if layout.blocks[index].page > 1}
    assert [label.key for label in in_other_number(found, layout, set())] == ["about the speakers"]
    assert not list(in_other_number(found, layout, {1}))


def test_nor_those_in_the_type_of_the_text_though_the_label_is_set_so_too() -> None:
    assert _in_other_number("About the speaker", "About the speakers", "text") == []


@pytest.mark.parametrize(
    ("values", "labels"),
    [(("",) * 5, ["Our speakers"]), (("Ada", "Bela", "Ida", "Emil", "Una"), [])],
    ids=["alone", "run in"],
)
def test_nor_those_of_a_label_that_runs_into_what_it_announces(values: Sequence[str], labels: list[str]) -> None:
    def page(number: int) -> Page:
        label = run_in((50, 90, "Our speaker: " if values[number] else "Our speaker"), "Helvetica-Bold", values[number])
        return overlaid(
            page_of([(50, 60, TITLES[number])], "Helvetica-Bold", 16),
            page_of([(50, 90, "Our speakers")], "Helvetica-Bold") if number == 2 else label,
            page_of([(50, 120 + 12 * n, line) for n, line in enumerate(wrapped(PROSE[number]))]),
        )

    usual = ["Our speaker"]
    assert _labels(*map(page, range(5))) == [usual, usual, labels, usual, usual]
