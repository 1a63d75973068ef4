"""Names of authors between the titles and the texts of a dump."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import TITLES, laid_out, text_report

from profile_extract.layout.bylines import find_bylines, find_coded_bylines, find_marked, is_author_line, is_authorship

NAMES = (
    "Ada Okoro (they/them), School of the Upper Bank",
    "Bela Nemeth, House of Bread",
    "Carla Ruiz, Dora Lind and Emil Sand",
    "Fay Olsen, Ferry Company of the Lower Town",
    "Gil Peretz (Orchard Club)",
)
TEXT = (
    "In the second winter the school opened its workshop in the",
    "evening, and the neighbours came to mend their chairs there.",
)


def _begun(*lines: str) -> list[str]:
    report = text_report("\n".join(lines))
    found = find_bylines(report.lines)
    return [line.text for line in report.lines if line.start in found]


def _abstracts(names: tuple[str, ...]) -> list[str]:
    pairs = zip(TITLES, names, strict=True)
    return [line for title, name in pairs for line in (f"{title} and What the Whole Town Came to Learn of It", name, *TEXT)]


def test_titles_names_and_texts_begin_blocks_however_long_the_lines_are() -> None:
    lines = _abstracts(NAMES)
    assert _begun(*lines) == [line for line in lines[1:] if line != TEXT[1]]


def test_names_of_two_lines_stay_together() -> None:
    longer = ("Ada Okoro, Hanna Berg, Ivo Marin, Jana Novak and Kai Lund,", "Lea Marti, School of the Upper Bank")
    lines = [*_abstracts(NAMES)[4:], TITLES[0], *longer, *TEXT, *_abstracts(NAMES)[:4]]
    begun = _begun(*lines)
    assert longer[0] in begun
    assert longer[1] not in begun


def test_few_such_lines_or_always_the_same_one_are_no_series() -> None:
    assert _begun(*_abstracts(NAMES)[:16]) == []
    assert _begun(*_abstracts((NAMES[1],) * 5)) == []


def test_a_sentence_that_goes_on_with_names_is_none() -> None:
    inside = "Ada Okoro, Bela Nemeth and the others had come to the quay at"
    lines = [line for _ in range(6) for line in ("On the day before market day the ovens are lit, and of the", inside, *TEXT)]
    assert _begun(*lines) == []


INVERTED = ("Okoro, A.1, Nemeth, B.2", "Nemeth, B.", "Ruiz, C.1, Lind, D.1", "Olsen, F.2", "Peretz, G.1")


def _begun_under_codes(*lines: str) -> list[str]:
    report = text_report("\n".join(lines))
    found = find_coded_bylines(report.lines)
    return [line.text for line in report.lines if line.start in found]


def test_titles_under_codes_and_names_begin_a_block() -> None:
    rows = list(zip(TITLES, INVERTED, strict=True))
    beside = [line for n, (title, names) in enumerate(rows) for line in (f"A1-0{n} {names}", title, *TEXT)]
    below = [line for n, (title, names) in enumerate(rows) for line in (f"A1-0{n}", names, title, *TEXT)]
    assert _begun_under_codes(*beside) == _begun_under_codes(*below) == list(TITLES)


def test_names_under_codes_that_go_on_are_no_titles() -> None:
    rows = [line for n, title in enumerate(TITLES) for line in (f"P{n} Okoro, A.,", "Nemeth, B.", title, *TEXT)]
    assert _begun_under_codes(*rows) == list(TITLES)
    assert _begun_under_codes(*rows[:20]) == []


def _marked(*lines: str) -> list[str]:
    report = text_report("\n".join(lines))
    found = find_marked(report.lines)
    return [line.text for line in report.lines if line.start in found]


MARKED = ("Ada Lund1", "Bela Nemeth2, Ene Tamm1", "Carla Okoro3,4", "Dirk Amsel1,2", "Ene Tamm3")
OVER = "What the ferry took with it to the villages that it came from"


def test_names_with_marks_right_behind_them_begin_something_wherever_the_title_above_ends() -> None:
    assert _marked(*(line for name in MARKED for line in (OVER, name))) == list(MARKED)


@pytest.mark.parametrize(
    ("over", "names"),
    [
        (OVER, MARKED[:4]),  # too few
        (OVER, MARKED[:1] * 5),  # always the same
        (OVER, [f"Via Roma {n}" for n in range(5)]),  # numbers of streets
        ("Gro Dahl2, Ivo Horak1,", MARKED),  # more of the same names
        ("Gro Dahl2 and the choir", MARKED),
    ],
)
def test_other_names_begin_nothing(over: str, names: Sequence[str]) -> None:
    assert _marked(*(line for name in names for line in (over, name))) == []


HOUSES = (
    "School of the Upper Bank",
    "House of Bread, Lindau",
    "aSchool of Boats",
    "Ferry Company of the Lower Town",
    "Orchard Club",
)


def test_what_authors_belong_to_stands_between_their_names_and_the_text() -> None:
    people = (
        "Ada Okoro, Ivo Marin",
        "Bela Nemeth, Jana Novak",
        "Carla Ruiz, Dora Lind",
        "Fay Olsen, Kai Lund",
        "Gil Peretz, Lea Marti",
    )
    pairs = zip(TITLES, people, HOUSES, strict=True)
    lines = [
        line for title, names, house in pairs for line in (f"{title} and what the town came to learn", names, house, *TEXT)
    ]
    begun = _begun(*lines)
    assert begun.count(TEXT[0]) == 5
    assert [name for name in people if name in begun] == list(people)
    assert not set(HOUSES) & set(begun)


@pytest.mark.parametrize(
    ("above", "is_begun"), [("How the town came to learn of it", True), ("The Town and All Its Ovens", False)]
)
def test_one_name_alone_is_a_byline_where_others_are_and_it_belongs_somewhere(above: str, *, is_begun: bool) -> None:
    lines = [*_abstracts(NAMES), above, "Hanna Berg", "House of Bread, Lindau", *TEXT]
    assert ("Hanna Berg" in _begun(*lines)) is is_begun
    assert "Hanna Berg" not in _begun(*_abstracts(NAMES), above, "Hanna Berg", *TEXT)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Ada Okoro, Bela Nemeth", True),
        ("Okoro, A.", True),
        ("Anna Okoro", True),
        ("Okoro, Anna", True),
        ("Quux Mast", False),  # nobody is called so
        ("Quux, Mast", False),
        ("Otley, England", False),
        ("Anna & the boats", False),
        ("Anna Okoro & Bela Nemeth", True),
        ("Quux Mast1 & Zorg Ruck", True),
        ("Upper Bank & Sons", False),
        ("The town and its ovens", False),
    ],
)
def test_a_line_says_who_somebody_is(line: str, *, is_one: bool) -> None:
    assert is_author_line(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Anna Okoro", True),
        ("1 School of Boats", True),
        ("2.House of Bread", True),
        ("School of Boats", False),
        ("12 boats", False),
        ("2024 Boats", False),
    ],
)
def test_what_somebody_belongs_to_stands_behind_the_mark_of_a_note(line: str, *, is_one: bool) -> None:
    assert is_authorship(line) is is_one


SURNAMES_FIRST = ("Okoro, Anna", "Nemeth, Carla", "Ruiz, Emil", "Olsen, Maria", "Peretz, David")


def test_one_name_with_its_surname_first_is_a_byline() -> None:
    lines = _abstracts(SURNAMES_FIRST)
    assert _begun(*lines) == [line for line in lines[1:] if line != TEXT[1]]


def test_names_that_nobody_knows_are_bylines_where_five_others_are_known() -> None:
    unknown = f"{TITLES[0]} and What Else the Town Came to Learn of It", "Quux, Zorgo", *TEXT
    assert "Quux, Zorgo" in _begun(*_abstracts(SURNAMES_FIRST), *unknown)
    fewer = [*_abstracts((*NAMES[:1], *SURNAMES_FIRST[1:])), *unknown]
    assert SURNAMES_FIRST[1] in _begun(*fewer)
    assert "Quux, Zorgo" not in _begun(*fewer)


def test_a_label_may_stand_under_names_as_a_text_does() -> None:
    pairs = zip(TITLES, NAMES, strict=True)
    rows = [(f"{title} and What the Whole Town Came to Learn of It", name, "Aims of it all") for title, name in pairs]
    report = text_report("\n".join(line for row in rows for line in (*row, *TEXT)))
    labelled = {line.start for line in report.lines if line.text == "Aims of it all"}
    found = {line.text for line in report.lines if line.start in find_bylines(report.lines, labelled)}
    assert {*NAMES, "Aims of it all"} <= found
    assert find_bylines(report.lines) == frozenset()


def test_names_over_labels_of_a_dump_are_parted_from_the_titles_above_them() -> None:
    titles = (f"{title} and What the Whole Town Came to Learn of It" for title in TITLES)
    rows = zip(titles, NAMES, strict=True)
    report = text_report("\n".join(line for title, name in rows for line in (title, name, "Aims: bread", *TEXT)))
    assert set(NAMES) <= {block.text.text for block in laid_out(report).blocks}
