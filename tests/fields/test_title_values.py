"""Titles without what stands before and behind them."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, Page, extraction_of, overlaid, page_of, pdf_report, run_in, text_report, typeset, wrapped
from reportlab.pdfgen.canvas import Canvas

from profile_extract.fields.norms import CODE


def _titles(behind: str, font: str) -> list[str]:
    """The titles of profiles whose lines end in such words in a font."""

    def title(n: int) -> Page:
        def draw(canvas: Canvas) -> None:
            line = canvas.beginText(50, 420)
            line.setFont("Helvetica-Bold", 14)
            line.textOut(TITLES[n])
            line.setFont(font, 14)
            line.textOut(f" {behind}")
            canvas.drawText(line)

        return draw

    def page(n: int) -> Page:
        return overlaid(title(n), page_of([(50, 110.0 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]))

    profiles = extraction_of(pdf_report(*map(page, range(5)))).profiles
    return [profile.title.text for profile in profiles if profile.title]


@pytest.mark.parametrize("behind", ["7,5 credits", "12", "€ 40"])
def test_an_amount_in_other_type_behind_a_title_is_no_part_of_it(behind: str) -> None:
    assert _titles(behind, "Helvetica") == list(TITLES)
    assert _titles(behind, "Helvetica-Bold") == [f"{title} {behind}" for title in TITLES]


@pytest.mark.parametrize("behind", ["again", "2 chairs and a table"])
def test_other_words_in_other_type_are_of_the_title(behind: str) -> None:
    assert _titles(behind, "Helvetica-Oblique") == [f"{title} {behind}" for title in TITLES]


@pytest.mark.parametrize("code", ["[S1.{n}]", "[P{n}]", "[{n}]", "(A0{n})", "S1.{n}"])
def test_codes_before_titles_are_no_part_of_them_in_whatever_brackets(code: str) -> None:
    pages = (typeset(("title", f"{code.format(n=n + 1)} {TITLES[n]}"), ("text", PROSE[n])) for n in range(5))
    assert [profile.title.text for profile in extraction_of(pdf_report(*pages)).profiles] == list(TITLES)


def test_words_in_brackets_before_titles_are_of_them() -> None:
    pages = (typeset(("title", f"[New] {TITLES[n]}"), ("text", PROSE[n])) for n in range(5))
    assert [profile.title.text for profile in extraction_of(pdf_report(*pages)).profiles] == [f"[New] {t}" for t in TITLES]


def test_a_code_of_letters_and_a_number_in_another_type_is_no_part_of_the_title() -> None:
    pages = [
        overlaid(
            run_in((50, 60, f"NL {n} "), "Helvetica-Oblique", title),
            page_of([(50, 80, text[:60]), (50, 92, text[60:])], size=8),
        )
        for n, (title, text) in enumerate(zip(TITLES, PROSE, strict=True), 4)
    ]
    assert [profile.title.text for profile in extraction_of(pdf_report(*pages)).profiles] == list(TITLES)
    codes = [
        overlaid(run_in((50, 60, f"NL {n} {title[:6]}"), "Helvetica-Oblique", title[6:]), page_of([(50, 80, text)], size=8))
        for n, (title, text) in enumerate(zip(TITLES, PROSE, strict=True), 4)
    ]
    assert [profile.title.text[:3] for profile in extraction_of(pdf_report(*codes)).profiles] == ["NL "] * 5


def test_a_code_of_letters_and_a_number_apart_is_no_part_of_titles_in_a_dump_that_all_have_one() -> None:
    pages = [
        f"{code} {title}\n\n{text}"
        for code, title, text in zip(("A 3", "A 7", "B 2", "B 9", "NL 4"), TITLES, PROSE, strict=True)
    ]
    assert [profile.title.text for profile in extraction_of(text_report("\f".join(pages))).profiles] == list(TITLES)


@pytest.mark.parametrize(
    "codes", [("P04.07A", "P04.08B", "P04.09C", "P11.21A", "P17.02B"), ("P1-O1", "P1-O2", "P1-O3", "P2-O1", "P2-O2")]
)
def test_a_code_with_letters_in_it_is_no_part_of_a_title(codes: tuple[str, ...]) -> None:
    assert all(CODE.match(f"{code} Chairs") for code in codes)


@pytest.mark.parametrize("title", ["3D Printing", "5G for All", "B2B Markets", "H2O in Towns", "4H Clubs"])
def test_words_with_figures_are(title: str) -> None:
    assert CODE.match(title) is None


def test_a_number_with_a_letter_is_a_code_before_a_full_stop() -> None:
    assert CODE.match("8A. Chairs")
    assert CODE.match("12B) Chairs")


def _numbered(*numbers: str) -> list[str]:
    """The titles of records of a dump whose numbers stand over the first three titles, and before the others."""
    records = (f"{number}{' ' if n > 2 else chr(10) * 2}{TITLES[n]}\n\n{PROSE[n]}" for n, number in enumerate(numbers))
    profiles = extraction_of(text_report("\n\n".join(records))).profiles
    return [profile.title.text for profile in profiles if profile.title]


@pytest.mark.parametrize("number", ["{}", "{}.", "B{}"])
def test_a_number_before_only_some_titles_is_no_part_of_them_where_it_counts_on(number: str) -> None:
    assert _numbered(*(number.format(n) for n in range(1, 6))) == list(TITLES)


@pytest.mark.parametrize("numbers", ["12346", "12356", "23456", "1234"])
def test_one_that_does_not_is_of_its_title_and_so_is_one_of_few(numbers: str) -> None:
    behind = [f"{number} {title}" for number, title in zip(numbers[3:], TITLES[3:], strict=False)]
    assert _numbered(*numbers) == [*TITLES[:3], *behind]


def test_nor_is_a_number_at_the_beginning_of_a_title_that_has_its_own_over_it() -> None:
    titles = ["100 Apples", "4 Letters", "Chairs", "Bread", "Steps"]
    records = (f"{n}\n\n{title}\n\n{text}" for n, (title, text) in enumerate(zip(titles, PROSE, strict=True), 1))
    profiles = extraction_of(text_report("\n\n".join(records))).profiles
    assert [profile.title.text for profile in profiles if profile.title] == titles


@pytest.mark.parametrize(
    ("over", "title", "found"),
    [
        ("{year}", "A0{n} {title}", "{title}"),
        ("B{n}", "{n}0 {title}", "{n}0 {title}"),
        ("Project {n}", "{n}0 {title}", "{n}0 {title}"),
    ],
)
def test_a_year_over_a_title_leaves_its_code_and_a_code_its_figures(over: str, title: str, found: str) -> None:
    def printed(pattern: str, n: int) -> str:
        return pattern.format(n=n + 1, year=2015 + n, title=TITLES[n])

    titles = [printed(title if n % 2 or "A0" in title else "{title}", n) for n in range(5)]
    records = (f"{printed(over, n)}\n\n{titles[n]}\n\n{PROSE[n]}" for n in range(5))
    profiles = extraction_of(text_report("\n\n".join(records))).profiles
    expected = [printed(found if n % 2 or "A0" in title else "{title}", n) for n in range(5)]
    assert [profile.title.text for profile in profiles if profile.title] == expected


def test_numbers_before_some_titles_are_of_these_where_the_others_have_none() -> None:
    pages = [f"{'4' if n == 3 else '5' if n == 4 else ''} {TITLES[n]}\n\n{PROSE[n]}".strip() for n in range(5)]
    titles = [profile.title.text for profile in extraction_of(text_report("\f".join(pages))).profiles if profile.title]
    assert titles == [*TITLES[:3], f"4 {TITLES[3]}", f"5 {TITLES[4]}"]
