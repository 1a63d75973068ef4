"""Where blocks begin though no space parts them."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, Page, laid_out, overlaid, page_of, pdf_report, run_in, text_report

from profile_extract.layout.breaks import find_breaks
from profile_extract.model import Report

TEXT = "Old bells are rung by hand here, and whoever comes may try it once."
TEXTS = (
    TEXT,
    "The ferry lost its own in the flood, and a drum calls the children.",
    "Nobody had counted the steps up to the tower.",
)
NAMES = ("One Bell", "Two Bells", "Three Bells")


def texts(report: Report) -> list[str]:
    return [block.text.text for block in laid_out(report).blocks]


def paged(*pages: str) -> Report:
    return text_report("".join(f"{page}\n\f" for page in pages))


def test_a_line_that_comes_back_in_a_dump_stands_alone() -> None:
    found = texts(paged(*(f"{name}\n\nOutcome\n{text}" for name, text in zip(NAMES, TEXTS, strict=True))))
    assert found.count("Outcome") == 3
    assert TEXT in found


def test_a_label_of_two_lines_that_come_back_together_is_one() -> None:
    pages = (
        f"{name}\nWhat the town has gained\nand how much it cost\n{text}" for name, text in zip(NAMES, TEXTS, strict=True)
    )
    assert texts(paged(*pages)).count("What the town has gained and how much it cost") == 3


def test_a_value_under_a_label_is_no_second_line_of_it() -> None:
    values = ("twelve crowns", "nothing at all", "a loaf each")
    found = texts(paged(*(f"{name}\nPrice\n{value}\n{text}" for name, value, text in zip(NAMES, values, TEXTS, strict=True))))
    assert found.count("Price") == 3


def test_two_alike_may_be_chance() -> None:
    report = paged(*(f"{name}\n\nOutcome\n{text}" for name, text in zip(NAMES[:2], TEXTS[:2], strict=True)))
    below = {line.start for line in report.lines if line.text in TEXTS}
    assert not below & find_breaks(report.lines, is_dump=True)


def test_a_heading_at_the_top_of_a_page_ends_where_there_was_room() -> None:
    assert texts(paged(f"One Bell\n{TEXT}"))[0] == "One Bell"


def test_a_full_line_at_the_top_of_a_page_goes_on() -> None:
    assert len(texts(paged(f"The bells that nobody had heard for years are rung by hand by\n{TEXT}"))) == 1


def test_a_heading_at_the_top_of_a_page_goes_on_behind_a_word_that_ends_no_sentence() -> None:
    rows = zip(NAMES, TEXTS, strict=True)
    pages = [f"{name} for\nEverybody\n{text}" for name, text in rows]
    more = "There is a boat for one, an oar for two, a rope for each, a drum for me and a bell for you."
    assert texts(paged(*pages, more))[0].startswith("One Bell for Everybody")
    assert texts(paged(*pages))[0] == "One Bell for"


@pytest.mark.parametrize("word", ["Outcome", "Goal", "Outcome "])
def test_a_beginning_that_a_full_stop_ends_is_a_label_where_it_comes_back_behind_sentences(word: str) -> None:
    lines = [row for text in TEXTS for row in (text, f"{word}. {text}")]
    report = text_report("\n".join(lines))
    begun = {line.start for line in report.lines if line.text.startswith(word)}
    assert begun <= find_breaks(report.lines, is_dump=True)


def test_the_last_word_of_a_sentence_at_the_beginning_of_a_line_is_none() -> None:
    lines = [row for name, text in zip(NAMES, TEXTS, strict=True) for row in (f"{name} told them of the", f"Outcome. {text}")]
    report = text_report("\n".join(lines))
    assert not find_breaks(report.lines, is_dump=True)


def labelled(label: str) -> list[Page]:
    """Pages with a text each, and a label close over another line."""
    heights = (100, 140, 180)
    rows = [[(50, 60, text), (50, y, label), (50, y + 12, text[10:])] for text, y in zip(TEXTS, heights, strict=True)]
    return [page_of([(50.0, float(y), text) for _, y, text in lines]) for lines in rows]


def test_a_label_in_general_use_stands_alone_in_a_pdf_too() -> None:
    found = texts(pdf_report(*labelled("Contact")))
    assert found.count("Contact") == 3


def test_any_other_line_in_a_pdf_needs_style_or_space() -> None:
    assert "Bells" not in texts(pdf_report(*labelled("Bells")))


def begun(*pages: Page) -> list[str]:
    """Lines of a PDF that begin a block whatever stands above them."""
    report = pdf_report(*pages)
    found = find_breaks(report.lines, is_dump=False)
    return [line.text for line in report.lines if line.start in found]


def rows(*lines: str) -> Page:
    return page_of([(50.0, 60.0 + 12 * n, line) for n, line in enumerate(lines)])


@pytest.mark.parametrize("mark", [":", " –"])
def test_a_label_that_runs_into_its_text_begins_a_block_where_it_comes_back(mark: str) -> None:
    pages = [rows(name, f"Costs{mark} {text}", text[5:]) for name, text in zip(NAMES, TEXTS, strict=True)]
    assert begun(*pages) == [f"Costs{mark} {text}" for text in TEXTS]
    assert begun(*pages[:2]) == []


def test_a_line_of_an_address_stays_with_the_one_above_it() -> None:
    assert begun(*(rows(name, f"E-mail: bell{n}@tower.example") for n, name in enumerate(NAMES))) == []


def test_an_address_behind_the_value_of_a_label_is_no_part_of_it() -> None:
    pages = [rows(name, f"Costs: {n} bells", f"E-mail: bell{n}@tower.example") for n, name in enumerate(NAMES)]
    assert begun(*pages) == [line for n in range(3) for line in (f"Costs: {n} bells", f"E-mail: bell{n}@tower.example")]


@pytest.mark.parametrize(
    ("beginning", "font", "is_label"),
    [
        ("Costs", "Helvetica-Bold", True),
        ("Costs.", "Helvetica-Oblique", True),
        ("Costs", "Helvetica-Oblique", False),
    ],
)
def test_a_beginning_set_apart_begins_a_block_if_it_is_bold_or_a_mark_ends_it(
    beginning: str, font: str, is_label: bool
) -> None:
    pages = [overlaid(rows(text), run_in((50, 72, f"{beginning} "), font, text[:40])) for text in TEXTS]
    assert begun(*pages) == [f"{beginning} {text[:40].strip()}" for text in TEXTS if is_label]


def test_no_block_begins_inside_a_heading_whose_second_line_begins_as_others_do() -> None:
    first, second = "{} that nobody heard in the Old", "Lane: what {} says at night"
    pages = [
        overlaid(
            page_of([(50, 60, first.format(name)), (50, 79, second.format(name))], "Helvetica-Bold", 16),
            page_of([(50, 110 + 12 * n, text) for n, text in enumerate(TEXTS)]),
        )
        for name in NAMES
    ]
    assert not find_breaks(pdf_report(*pages).lines, is_dump=False)


def test_a_label_alone_on_its_line_begins_a_block_under_a_value() -> None:
    facts = [[(50, 100, f"Rung by: {name}"), (50, 112, "Heard in:"), (160, 112, f"{name} and Bath")] for name in NAMES]
    found = texts(pdf_report(*(page_of(lines) for lines in facts)))
    assert found[:2] == [f"Rung by: {NAMES[0]}", "Heard in:"]


def test_a_first_word_that_a_drop_cap_parted_from_its_text_is_no_label() -> None:
    lines = [row for text in TEXTS for row in ("Apprentices", f"a{text[1:]}")]
    assert not find_breaks(text_report("\n".join(lines)).lines, is_dump=True)


def test_a_value_of_a_label_may_begin_with_a_small_letter() -> None:
    values = ("whoever comes", "bakers", "two classes", "four of the choir")
    report = text_report("\n".join(row for text, who in zip(TEXTS, values, strict=False) for row in ("Group", who, text)))
    found = find_breaks(report.lines, is_dump=True)
    assert {line.start for line in report.lines if line.text in {"Group", *values}} <= found


def test_an_amount_is_the_value_of_a_label_and_no_second_line_of_it() -> None:
    report = text_report("\n".join(row for n, text in enumerate(TEXTS) for row in ("Group", f"up to {n + 4} persons", text)))
    found = find_breaks(report.lines, is_dump=True)
    assert {line.start for line in report.lines if line.text.startswith("up to")} <= found


def test_a_line_that_the_next_one_goes_on_with_a_comma_is_no_label() -> None:
    names = [line for n in range(5) for line in (f"{TITLES[n]} one", "Ada Lund1", f", Bela Nemeth{n}", PROSE[n])]
    report = text_report("\n".join(names))
    found = find_breaks(report.lines, is_dump=True)
    assert "Ada Lund1" not in {line.text for line in report.lines if line.start in found}


def test_a_label_comes_back_in_other_forms_of_its_word() -> None:
    words = ("Speaker", "Speakers", "Speakeress")
    pages = [rows(name, f"{word}: {text}", text[5:]) for name, word, text in zip(NAMES, words, TEXTS, strict=False)]
    assert begun(*pages[:3]) == [f"{word}: {text}" for word, text in zip(words, TEXTS, strict=False)]


def test_the_mark_of_a_note_may_stand_before_a_label() -> None:
    pages = [rows(name, f"* Costs: {text}", text[5:]) for name, text in zip(NAMES, TEXTS, strict=True)]
    assert begun(*pages) == [f"* Costs: {text}" for text in TEXTS]
