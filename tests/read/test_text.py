"""Text dumps in the dialects that programs print, recognised by themselves."""

from __future__ import annotations

import codecs
import re

import pytest
from builders import spaced, text_report
from hypothesis import given
from hypothesis import strategies as st

from profile_extract.errors import DamagedError, ReadError, UnsupportedFormatError
from profile_extract.model import Report
from profile_extract.read import read_bytes

PROSE = (
    "The lock keeper's house stood ",
    "empty until the choir came.",
    "It sings on Mondays, and the ",
    "door is open to everyone.",
)
"""Two paragraphs of two printed lines, as a spaced dump prints them."""


def _texts(report: Report) -> list[str]:
    return [line.text for line in report.lines]


def _links(text: str) -> list[str]:
    report = text_report(text)
    assert report.dialect == "spaced"
    return [line.text for line in report.lines if line.is_link]


# Dialects


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        (spaced(*PROSE), "spaced"),
        ("".join(PROSE[:2]) + "\n\n" + "".join(PROSE[2:]) + "\n", "plain"),
        ("\n".join(PROSE), "plain"),  # lines keep their spaces, but none is followed by an empty one
        (spaced(*(line.strip() for line in PROSE)), "plain"),  # double-spaced, but nothing says that a line goes on
        ("\n".join(PROSE) + "\n\f", "paged"),
        ("\f" + spaced(*PROSE), "paged"),
        ("One line ", "plain"),
    ],
    ids=["spaced", "paragraphs", "trailing spaces", "double-spaced", "paged", "form feed in a spaced dump", "one line"],
)
def test_the_dialect_is_told_by_what_the_dump_repeats(text: str, dialect: str) -> None:
    assert text_report(text).dialect == dialect


def test_a_trailing_space_says_that_a_line_goes_on_in_a_spaced_dump_only() -> None:
    assert [line.wraps for line in text_report(spaced(*PROSE)).lines] == [True, False, True, False]
    assert {line.wraps for line in text_report("\n".join(PROSE)).lines} == {None}


def test_blank_lines_count_beyond_the_usual_ones() -> None:
    text = spaced(*PROSE[:2]) + "\n" + spaced(*PROSE[2:])
    assert [line.blank_before for line in text_report(text).lines][1:] == [0, 1, 0]
    assert [line.blank_before for line in text_report("one\n\n\ntwo\nthree").lines] == [0, 2, 0]


DOUBLE = (
    "A Choir Moves In",
    *(line.strip() for line in PROSE),
    "and nobody leaves",
    "before the last song.",
    "A Bell",
    "rings.",
)


def test_in_a_double_spaced_dump_an_empty_line_is_no_space() -> None:
    report = text_report(spaced(*DOUBLE) + "\n" + spaced("The Next House"))
    assert (report.dialect, {line.wraps for line in report.lines}) == ("plain", {None})
    assert [line.blank_before for line in report.lines][1:] == [0] * (len(DOUBLE) - 1) + [1]


@pytest.mark.parametrize(("count", "blank"), [(40, 0), (30, 1)], ids=["many short rows", "few"])
def test_an_empty_line_behind_each_of_many_short_rows_says_nothing(count: int, blank: int) -> None:
    rows = [f"{n} Quay Street" for n in range(count)]
    assert {line.blank_before for line in text_report("\n\n".join(rows)).lines[1:]} == {blank}


def test_a_few_rows_that_go_on_are_enough_where_an_empty_line_is_behind_every_row() -> None:
    rows = [*(line.strip() for line in DOUBLE), *(f"Ringer number {n} of the lower town and its two bells" for n in range(60))]
    assert {line.blank_before for line in text_report(spaced(*rows)).lines[1:]} == {0}


def test_paragraphs_of_one_row_each_are_not_double_spaced_though_some_begin_small() -> None:
    text = "".join(PROSE)
    rows = [row for n in range(4) for row in (f"{text} {n} {text}", "University of Turku", "write to us there")]
    assert {line.blank_before for line in text_report("\n\n".join(rows)).lines[1:]} == {1}


def test_trailing_spaces_of_lines_that_go_on_are_enough_where_most_lines_are_short() -> None:
    lines = [text for n in range(3) for text in (*PROSE[:2], *(f"Item {n}{k}" for k in range(14)))]
    report = text_report(spaced(*lines, "It rings ", "and rings ", "until the very ", "end of it."))
    assert report.dialect == "spaced"


def test_trailing_spaces_of_all_lines_say_nothing_and_a_line_of_a_space_parts_paragraphs() -> None:
    line_ends = [f"{text.strip()} " for text in PROSE]
    text = "".join(spaced(*line_ends[:2], " ", " ", *line_ends[2:], *line_ends) + "\n\n" for _ in range(3))
    report = text_report(text)
    assert (report.dialect, {line.wraps for line in report.lines}) == ("plain", {None})
    assert [line.page for line in report.lines] == [page for page in (1, 2, 3) for _ in range(8)]
    assert [line.blank_before > 0 for line in report.lines[:8]] == [False, False, True, False, False, False, False, False]


def test_three_blank_lines_end_a_page_of_any_dump_if_they_come_back() -> None:
    assert [line.page for line in text_report("One\n\n\n\nTwo\n\n\n\n\nThree").lines] == [1, 2, 3]
    assert [line.page for line in text_report("One\n\n\n\nTwo\n\n\nThree").lines] == [1, 1, 1]


# Pages


def test_a_page_of_a_spaced_dump_begins_with_a_space() -> None:
    report = text_report(spaced(*PROSE) + spaced(" On the next page ", "it goes on."))
    assert [line.page for line in report.lines] == [1, 1, 1, 1, 2, 2]
    assert len(report.pages) == 2


@pytest.mark.parametrize("bullet", ["- ", "• ", "\ufffd ", "\uf0b7 "])
def test_a_list_item_with_a_space_before_it_begins_no_page(bullet: str) -> None:
    report = text_report(spaced(*PROSE) + spaced(f" {bullet}a rowing boat"))
    assert {line.page for line in report.lines} == {1}


def test_three_blank_lines_end_a_page_of_a_spaced_dump() -> None:
    assert [line.page for line in text_report(spaced(*PROSE) + "\n\nNext page\n\n").lines] == [1, 1, 1, 1, 2]
    assert {line.page for line in text_report(spaced(*PROSE) + "\nNext part\n\n").lines} == {1}


def test_a_form_feed_ends_a_page() -> None:
    report = text_report("One.\n\fTwo, and\nmore.\n\fThree.\n\f")
    assert [(line.text, line.page) for line in report.lines] == [("One.", 1), ("Two, and", 2), ("more.", 2), ("Three.", 3)]


def test_a_form_feed_may_stand_inside_a_line() -> None:
    report = text_report("  One.\f  Two.\nMore.\n")
    assert [(line.text, line.page, line.row, line.bbox.x0) for line in report.lines] == [
        ("One.", 1, 0, 12.0),
        ("Two.", 2, 0, 12.0),
        ("More.", 2, 1, 0.0),
    ]
    assert report.row_numbers == (1, 2)


@pytest.mark.parametrize(("text", "count"), [("One.\n", 1), ("One.\n\f", 1), ("One.\n\f\f", 2), ("\f\fThree.", 3)])
def test_pages_without_text_at_either_end_are_counted(text: str, count: int) -> None:
    assert [page.number for page in text_report(text).pages] == list(range(1, count + 1))


@pytest.mark.parametrize(("text", "pages"), [("One.\n\f\fThree.\n\f", [1, 3]), ("\fTwo.\n", [2])], ids=["inside", "cover"])
def test_a_page_without_text_is_counted_all_the_same(text: str, pages: list[int]) -> None:
    """A picture page comes out as a form feed only; the numbers are those of the PDF the dump was made of."""
    assert [line.page for line in text_report(text).lines] == pages


# Links


def test_links_are_the_close_lines_that_end_a_page_of_a_spaced_dump() -> None:
    text = spaced(*PROSE) + "mailto:keeper@lock.example\nwww.lock.example/choir\n" + spaced(" Next page ", "goes on.")
    assert _links(text) == ["mailto:keeper@lock.example", "www.lock.example/choir"]
    assert [(link.page, link.uri, link.row) for link in text_report(text).links] == [
        (1, "mailto:keeper@lock.example", 4),
        (1, "www.lock.example/choir", 5),
    ]


def test_a_broken_link_among_links_is_a_link() -> None:
    assert _links(spaced(*PROSE) + "-lock.example\nmailto:keeper@lock.example\n") == [
        "-lock.example",
        "mailto:keeper@lock.example",
    ]


def test_a_single_line_is_a_link_only_with_its_scheme() -> None:
    assert _links(spaced(*PROSE, "http://lock.example")) == ["http://lock.example"]
    assert _links(spaced(*PROSE, "www.lock.example")) == []


@pytest.mark.parametrize("last", ["Monday", "keeper: mailto", "Sources:"])
def test_a_last_line_of_text_is_no_link(last: str) -> None:
    assert _links(spaced(*PROSE, last)) == []


def test_an_address_in_the_middle_of_a_page_is_text() -> None:
    assert _links(spaced(*PROSE[:2], "http://lock.example", *PROSE[2:])) == []


def test_addresses_at_the_end_of_one_page_of_another_dump_are_text() -> None:
    report = text_report("Come and sing.\nhttp://lock.example\nmailto:keeper@lock.example\n")
    assert report.links == ()
    assert not any(line.is_link for line in report.lines)


@pytest.mark.parametrize(("scheme", "count"), [("mailto:", 5), ("", 0)])
def test_links_that_end_several_pages_of_another_dump_are_links(scheme: str, count: int) -> None:
    several = f"\n\nhttp://lock.example\n{scheme}keeper@lock.example"
    report = text_report(
        "\n\f".join((f"Come and sing.{several}", f"Bring a drum.{several}", "Good night.\nhttp://lock.example"))
    )
    assert len(report.links) == sum(line.is_link for line in report.lines) == count


# Encodings


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252", "latin-1"],
)
def test_the_encoding_is_found(encoding: str) -> None:
    text = "Grüße aus der Schleuse"
    marks = {
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }
    assert read_bytes(marks.get(encoding, b"") + text.encode(encoding), "a.txt").text == text


def test_what_is_not_utf_8_is_windows_1252() -> None:
    assert read_bytes(b"\x93Open\x94 \x96 5 \x80", "a.txt").text == "“Open” – 5 €"


def test_a_byte_that_no_encoding_knows_is_marked() -> None:
    assert read_bytes("The café ".encode("cp1252") + b"\x81 opens", "a.txt").text == "The café \ufffd opens"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        "Text in UTF-16, without its mark".encode("utf-16-le"),
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" * 20,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
        b"{\\rtf1 " + b"\x01\x02" * 10,
    ],
    ids=["all bytes", "UTF-16 without mark", "zip", "OLE", "control characters"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnsupportedFormatError, match=r"a\.bin: neither a PDF nor text"):
        read_bytes(data, "a.bin")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", b"\xff\xfe", b"\f\f"])
def test_a_file_without_a_visible_character_is_refused_as_empty(data: bytes) -> None:
    with pytest.raises(UnsupportedFormatError, match=r"a\.txt: the file is empty"):
        read_bytes(data, "a.txt")


# Lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_ends_as_any_system_ends_it(end: str) -> None:
    report = text_report(end.join(["one", "", "two"]))
    assert (_texts(report), report.row_numbers) == (["one", "two"], (1, 3))


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c", "\x1e", "\x00"])
def test_what_other_programs_take_for_a_line_end_is_none(character: str) -> None:
    report = text_report(f"{'a long line of prose ' * 4}one{character}two\nthree")
    assert report.row_numbers == (1, 2)
    assert len(report.text) == len("a long line of prose ") * 4 + len("one-two\nthree")


@pytest.mark.parametrize("space", ["\xa0", "\u2009", "\u202f", "\u3000", "\u2028", "\x85"])
def test_a_single_space_of_any_kind_does_not_part_columns(space: str) -> None:
    assert _texts(text_report(f"ten{space}thousand steps")) == [f"ten{space}thousand steps"]


def test_characters_that_no_output_may_hold_are_marked_in_place() -> None:
    report = text_report("a bell \x00 and a \ufffe rope, " + "held by many hands " * 8)
    assert report.text.startswith("a bell \ufffd and a \ufffd rope")


def test_columns_of_a_layout_dump_are_lines_of_one_row() -> None:
    report = text_report("Opening hours        The key\nMonday, 9  to 5      hangs there\n\f")
    assert [(line.text, line.row) for line in report.lines] == [
        ("Opening hours", 0),
        ("The key", 0),
        ("Monday, 9  to 5", 1),
        ("hangs there", 1),
    ]
    lefts = [line.bbox.x0 for line in report.lines]
    assert lefts[0] == lefts[2] == 0
    assert lefts[1] == lefts[3] > report.lines[2].bbox.x1


@pytest.mark.parametrize(("gap", "parts"), [(" ", 1), ("  ", 1), ("   ", 2), ("\t", 2)])
def test_three_spaces_or_a_tab_part_columns(gap: str, parts: int) -> None:
    assert len(text_report(f"left{gap}right").lines) == parts


def test_wide_spaces_do_not_part_a_line_of_a_spaced_dump() -> None:
    assert _texts(text_report(spaced(*PROSE, "14     Lock Street ")))[-1] == "14     Lock Street"


def test_rows_stand_below_each_other_with_their_gaps() -> None:
    tops = [line.bbox.top for line in text_report("one\ntwo\n\n\nthree   four").lines]
    height = tops[1] - tops[0]
    assert height > 0
    assert tops == [0, height, 4 * height, 4 * height]


# Laws

DUMPS = st.text(st.sampled_from("ab@.:•-  \n\n\n\r\f\t\xa0\u2028\x85"), min_size=1, max_size=60).filter(str.strip)


@given(DUMPS)
def test_rows_are_the_lines_of_the_file_with_their_numbers(text: str) -> None:
    lines = enumerate(re.split(r"\r\n|\r|\n", text), 1)
    expected = [(number, line) for number, line in lines if line.strip()]
    report = text_report(text)
    ends = [*(start - 1 for start in report.row_starts[1:]), len(report.text)]
    rows = [report.text[start:end] for start, end in zip(report.row_starts, ends, strict=True)]
    assert list(zip(report.row_numbers, rows, strict=True)) == expected


@given(DUMPS)
def test_every_visible_character_stands_in_exactly_one_line(text: str) -> None:
    report = text_report(text)
    found = [offset for line in report.lines for offset in range(line.start, line.end) if not report.text[offset].isspace()]
    assert found == [offset for offset, c in enumerate(report.text) if not c.isspace()]
    assert [report.text[line.start : line.end] for line in report.lines] == _texts(report)


@given(DUMPS)
def test_lines_know_their_page_and_row(text: str) -> None:
    report = text_report(text)
    assert [page.number for page in report.pages] == list(range(1, len(report.pages) + 1))
    pages = [line.page for line in report.lines]
    assert pages == sorted(pages)
    for line in report.lines:
        assert list(report.rows(line.start, line.end)) == [line.row]


@pytest.mark.parametrize(
    ("words", "is_text"),
    [("each file begins with a mark of its own, and a version. " * 20, True), ("no more than this", False)],
)
def test_a_text_about_pdfs_is_none_though_it_begins_with_their_mark(words: str, is_text: bool) -> None:
    data = f"%PDF-1.7 is what a file says.\n{words}\n".encode()
    if is_text:
        assert read_bytes(data, "manual.txt").media_type == "text/plain"
    else:
        with pytest.raises(DamagedError):
            read_bytes(data, "manual.txt")


def test_what_holds_an_object_is_a_pdf_however_many_words_are_in_it() -> None:
    with pytest.raises(ReadError):
        read_bytes(b"%PDF-1.7\n1 0 obj\n" + b"words that say nothing, over and over. " * 40, "a.pdf")


# Dumps as Tika prints them


def _tika(*paragraphs: str) -> str:
    """Paragraphs of a dump, an empty line behind each."""
    return "".join(f"{paragraph}\n\n" for paragraph in paragraphs)


WRAPPED = tuple(f"The lock keeper's house {n} \nstood empty, as the {n} \nsaid, until {n}." for n in ("one", "two", "three"))
"""Paragraphs whose wrapped lines keep their spaces."""


def _wraps(text: str) -> list[tuple[str, bool | None]]:
    report = text_report(text)
    assert report.dialect == "plain"
    return [(line.text, line.wraps) for line in report.lines]


def test_spaces_at_the_ends_of_wrapped_lines_say_so_in_paragraphs_too() -> None:
    found = _wraps(_tika("Bells \nof the Quay", *WRAPPED))
    assert found[:2] == [("Bells", True), ("of the Quay", None)]  # which may go on: justified lines keep none
    assert [wraps for _, wraps in found[2:]] == [True, True, None] * 3


@pytest.mark.parametrize(
    "paragraphs",
    [
        [text.replace(" \n", "\n") for text in WRAPPED],
        [f"{text} " for text in WRAPPED] + ["Bells"],
        [*WRAPPED[:1], "Bells"],
        [WRAPPED[0], *(text.replace(" \n", "\n") for text in WRAPPED[1:])],
    ],
    ids=["none has any", "those that end have some", "too few", "most have none"],
)
def test_else_they_say_nothing(paragraphs: list[str]) -> None:
    assert {wraps for _, wraps in _wraps(_tika("Bells \nof the Quay", *paragraphs))} == {None}


@pytest.mark.parametrize(("between", "blank"), [(" \n\n", 0), ("\n\n", 1), (" \n\n\n", 2)])
def test_an_empty_line_behind_a_wrapped_one_is_none(between: str, blank: int) -> None:
    report = text_report(_tika(f"Bells{between}of the Quay", *WRAPPED))
    assert [line.blank_before for line in report.lines[:2]] == [0, blank]


@pytest.mark.parametrize(("last", "pages"), [("https://lock.example/choir", 2), ("at lock.example", 1)])
def test_a_page_ends_with_an_empty_line_less_behind_its_links(last: str, pages: int) -> None:
    text = _tika(*WRAPPED[:2]) + f"{last}\n\n\n" + _tika(WRAPPED[2]) + "\n\n" + _tika("Bells")
    report = text_report(text)
    assert [line.page for line in report.lines if line.text == "Bells"] == [pages + 1 if pages == 2 else 1]


SET_OUT = "\n".join(
    row
    for n in range(40)
    for row in (f"    Mill {n} and its wheel        a second column of figures", *[f"the wheel of mill {n} turns"] * 8)
)


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        (SET_OUT, "paged"),
        (SET_OUT.replace("        ", " "), "paged"),  # set in from the edge
        (SET_OUT.replace("    Mill", "Mill"), "paged"),  # columns
        (SET_OUT.replace("    ", " "), "plain"),
        (SET_OUT + "\nthe wheel of a mill turns" * 400, "plain"),  # hardly any
    ],
)
def test_a_dump_that_keeps_the_places_of_the_page_is_paged_without_form_feeds(text: str, dialect: str) -> None:
    assert text_report(text).dialect == dialect


@pytest.mark.parametrize(("start", "is_by_numbers"), [("    ", True), ("", False)])
def test_gaps_are_no_page_ends_where_numbers_are_in_a_dump_that_keeps_places(start: str, *, is_by_numbers: bool) -> None:
    pages = [[f"{start}wheel {n}-{k} of the mill goes round{chr(10) * 4 * (k == 5)}" for k in range(10)] for n in range(6)]
    report = text_report("\n".join(row for n, page in enumerate(pages) for row in (*page, str(n + 2))))
    assert len(report.pages) == (6 if is_by_numbers else 7)


def test_where_there_are_no_numbers_gaps_end_the_pages_of_such_a_dump() -> None:
    page = "\n".join(f"    wheel {k} of the mill" for k in range(10))
    assert len(text_report(("\n" * 5).join([page] * 4)).pages) == 4
