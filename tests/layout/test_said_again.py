"""Titles said again over what goes on from another page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, Page, overlaid, page_of, pdf_report, text_report

from profile_extract.layout.furniture import find_furniture
from profile_extract.layout.said_again import find_repeated_heads, find_said_again
from profile_extract.model import Report


@pytest.mark.parametrize("mark", ["(cont.)", "(continued)", "(Cont'd)", "(Fortsetzung)", "(suite)", "[continua]"])
def test_a_title_that_is_continued_is_said_again(mark: str) -> None:
    report = text_report(f"Night Trams\n\nThey run late.\n\fNight Trams {mark}\n\nThey run early, too.\n")
    assert [line.text for line in find_said_again(report)] == [f"Night Trams {mark}"]


@pytest.mark.parametrize(
    "line", ["Night Trams", "Night Trams (Tartu)", "Day Trams (continued)", "(continued)", "Night Trams continued"]
)
def test_others_are_not(line: str) -> None:
    report = text_report(f"Night Trams\n\nThey run late.\n\f{line}\n\nThey run early, too.\n")
    assert not list(find_said_again(report))


HEADS = ("Night Trams", "Quiet Mills", "Salt and Bread", "Ropes of Hair", "Lanterns")
AGAIN = (None, "Night Trams", "Quiet Mills", None, "Ropes of Hair")
"""What is said at the top of each page; each head stands inside one."""


def _page(n: int, heads: Sequence[str] = HEADS, again: Sequence[str | None] = AGAIN, word: str = "Module: ") -> str:
    """A page of a dump: the head of the table above, again, and the table; then the head of the next one."""
    said = again[n]
    top = f"{word}{said}\n\nIt ends.\n\n" if said else f"{PROSE[n]}\n\n"
    return f"{top}{word}{heads[n]}\n\n{PROSE[n - 1]}"


def _repeated(report: Report, running: Sequence[int] = ()) -> list[str]:
    found = list(find_repeated_heads(report, running))
    assert all(line.start == report.lines_by_page[line.page][0].start for line in found)
    return [line.text for line in found]


def _dump(heads: Sequence[str] = HEADS, again: Sequence[str | None] = AGAIN, word: str = "Module: ") -> Report:
    return text_report("\f".join(_page(n, heads, again, word) for n in range(len(heads))))


def test_the_head_of_a_table_is_said_again_on_the_next_page() -> None:
    again = [f"Module: {head}" for head in AGAIN if head]
    assert _repeated(_dump()) == again
    found = [item.line.text for item in find_furniture(_dump()) if item.rule == "furniture.continued-title"]
    assert found == again


@pytest.mark.parametrize("word", ["", "Module – ", "The Module: ", "Module:"])
def test_in_a_dump_heads_are_a_word_and_a_colon_before_each(word: str) -> None:
    assert _repeated(_dump(word=word)) == []


@pytest.mark.parametrize(
    "again",
    [
        (None, "Night Trams", None, None, None),
        (None, "Quiet Mills", "Night Trams", None, None),
        (None, None, "Night Trams", "Quiet Mills", "Salt and Bread"),
        ("Night Trams", None, None, None, None),
    ],
    ids=["one", "others", "two pages on", "before"],
)
def test_what_the_page_before_does_not_end_with_is_not_said_again(again: Sequence[str | None]) -> None:
    assert _repeated(_dump(again=again)) == []


def test_groups_that_come_back_are_none() -> None:
    assert _repeated(_dump(("Trams", "Mills") * 3, (None, "Trams", "Mills", "Trams", "Mills", "Trams"))) == []


def test_four_heads_are_few() -> None:
    assert _repeated(_dump(HEADS[:4])) == []


@pytest.mark.parametrize("place", [0, 1], ids=["the one over it", "the last one"])
def test_the_last_head_of_the_page_before_is_said_again(place: int) -> None:
    heads = [(f"Module: Night Trams {n}", f"Module: Quiet Mills {n}") for n in range(10)]
    again = {n: heads[n - 1][place] for n in (4, 8)}
    pages = [f"{again.get(n, 'It ends.')}\n\n{PROSE[n % 5]}\n\n{a}\n\nOne.\n\n{b}\n\nTwo." for n, (a, b) in enumerate(heads)]
    assert _repeated(text_report("\f".join(pages))) == (list(again.values()) if place else [])


@pytest.mark.parametrize(("words", "found"), [(("Module", "Module"), 2), (("Module", "Course"), 0)])
def test_one_head_of_a_kind_may_be_said_again_by_chance(words: tuple[str, str], found: int) -> None:
    again = {1: 0, 3: 1}
    pages = []
    for n in range(5):
        top = f"{words[again[n]]}: {HEADS[n - 1]}" if n in again else "It goes on."
        pages.append(f"{top}\n\n{PROSE[n]}\n\nModule: {HEADS[n]}\n\nOne.\n\nCourse: {HEADS[n]}\n\nTwo.")
    if words[1] == words[0]:
        pages = [page.replace("Course: ", "Course ") for page in pages]
    assert len(_repeated(text_report("\f".join(pages)))) == found


def test_an_empty_page_between_them_parts_two_tables() -> None:
    assert _repeated(text_report("\f\f".join(_page(n) for n in range(5)))) == []


def test_running_lines_over_them_are_no_heads() -> None:
    pages = [f"Course Book\n\n{_page(n)}" for n in range(5)]
    report = text_report("\f".join(pages))
    running = [line.start for line in report.lines if line.text == "Course Book"]
    assert _repeated(report) == []
    assert [line.text for line in find_repeated_heads(report, running)] == [f"Module: {head}" for head in AGAIN if head]


@pytest.mark.parametrize(("first", "are_heads"), [("It begins.\n\n", True), ("", False)])
def test_heads_are_inside_the_page_before_where_they_stand_first(first: str, *, are_heads: bool) -> None:
    """What begins its page the first time, too, is the name of a record with two pages."""
    pages = (f"{first}Module: {head}\n\n{PROSE[n]}\fModule: {head}\n\n{PROSE[n - 1]}" for n, head in enumerate(HEADS))
    assert bool(_repeated(text_report("\f".join(pages)))) is are_heads


def test_a_head_that_goes_on_over_three_pages_is_said_again_on_both() -> None:
    pages = [_page(n) for n in range(5)]
    pages.insert(2, f"Module: {AGAIN[2]}\n\n{PROSE[4]}")
    assert _repeated(text_report("\f".join(pages))) == [f"Module: {AGAIN[n]}" for n in (1, 2, 2, 4)]


def test_the_heads_of_columns_are_said_again_with_it() -> None:
    pages = [_page(n).replace("\n\nIt ends", "\n\nHours\n\nIt ends") for n in range(5)]
    pages = [page.replace(f"Module: {HEADS[n]}\n\n", f"Module: {HEADS[n]}\n\nHours\n\n") for n, page in enumerate(pages)]
    found = find_repeated_heads(text_report("\f".join(pages)), ())
    assert [line.text for line in found] == [text for head in AGAIN if head for text in (f"Module: {head}", "Hours")]


BOLD, PLAIN = "Helvetica-Bold", "Helvetica"


def _set(n: int, font: str, under: Sequence[str] = ()) -> Page:
    """A page of a PDF, its heads in one font, some lines in the plain one under each."""
    again = [(text, font if k == 0 else PLAIN) for k, text in enumerate((str(AGAIN[n]), *under)) if AGAIN[n]]
    rows = [*again, (f"{PROSE[n][:40]} …", PLAIN), (HEADS[n], font), *((text, PLAIN) for text in under)]
    rows.append((f"It begins with {n}.", PLAIN))
    return overlaid(*(page_of([(50, 60.0 + 14 * k, text)], face) for k, (text, face) in enumerate(rows)))


@pytest.mark.parametrize(("font", "found"), [(BOLD, True), (PLAIN, False)], ids=["bold", "as the text"])
def test_in_print_heads_are_known_by_their_type(font: str, *, found: bool) -> None:
    report = pdf_report(*(_set(n, font) for n in range(5)))
    assert _repeated(report) == ([head for head in AGAIN if head] if found else [])


def test_in_print_what_is_set_otherwise_is_no_part_of_them() -> None:
    report = pdf_report(*(_set(n, BOLD, ("Hours",)) for n in range(5)))
    assert _repeated(report) == [head for head in AGAIN if head]
