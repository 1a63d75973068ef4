"""Short lines between a title and its text."""

from __future__ import annotations

import pytest
from builders import PAGE, PROSE, TITLES, Page, extraction_of, laid_out, pdf_report, text_report, wrapped
from reportlab.pdfgen.canvas import Canvas

from profile_extract.drafts import ProfileDraft
from profile_extract.fields.centred import are_facts_by_signs

LINES = ("The school of joiners", "The bakers of the lower mill", "Walkers and one painter", "A shop with a bell", "Two ovens")


def _page(number: int, middle: float, *, title_middle: float = PAGE[0] / 2) -> Page:
    """A page with a centred title, a line under it about ``middle``, and a text set left."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawCentredString(title_middle, PAGE[1] - 60, TITLES[number])
        canvas.setFont("Helvetica", 10)
        canvas.drawCentredString(middle, PAGE[1] - 80, LINES[number])
        for n, line in enumerate(wrapped(PROSE[number], 9)):
            canvas.drawString(50, PAGE[1] - 110 - 12 * n, line)

    return draw


def _profiles(*pages: Page) -> tuple[ProfileDraft, ...]:
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title.text for profile in profiles] == list(TITLES)
    return profiles


def test_lines_centred_under_a_title_say_whose_a_profile_is() -> None:
    for profile, line, text in zip(_profiles(*(_page(n, 200) for n in range(5))), LINES, PROSE, strict=True):
        assert [(note.text, note.rule) for note in profile.notes] == [(line, "note.centred")]
        assert [paragraph.text for paragraph in profile.narrative] == [text]


@pytest.mark.parametrize(("middle", "title"), [(150.0, 200.0), (200.0, 150.0)])
def test_lines_that_are_not_are_text(middle: float, title: float) -> None:
    for profile in _profiles(*(_page(n, middle, title_middle=title) for n in range(5))):
        assert "note.centred" not in {note.rule for note in profile.notes}


@pytest.mark.parametrize("text", ["⏱ 20 minutes ☕ 4 cups", "★ easy → Leeds ⚑ summer"])
def test_a_line_of_values_behind_signs_is_of_facts(text: str) -> None:
    assert are_facts_by_signs(laid_out(text_report(text)).blocks[0])


@pytest.mark.parametrize(
    "text",
    [
        "★ Bring a chair",
        "20 minutes ⏱ 4 cups ☕",
        "+ 3 and + 4",
        "★ → Leeds",
        f"★ {PROSE[0]} ★ {PROSE[1]}",
        "Ring → wait → leave",
    ],
)
def test_one_sign_and_signs_inside_text_make_none(text: str) -> None:
    assert not are_facts_by_signs(laid_out(text_report(text)).blocks[0])
