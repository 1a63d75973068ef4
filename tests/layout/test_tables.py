"""Ruled tables: a directory may be one, with a row for each record."""

from __future__ import annotations

from builders import PAGE, PROSE, Page, page_of, pdf
from reportlab.pdfgen.canvas import Canvas

from profile_extract.drafts import ProfileDraft
from profile_extract.pipeline import analyse_bytes
from profile_extract.settings import Settings

NAMES = ("Ferry House", "Bell Museum", "Lower Library", "Garden Club", "Bread Oven", "Quay Choir", "Lamp Works", "Steps")
EDGES = (20.0, 110.0, 200.0, 310.0, 390.0)
ROW = 26.0


def _table(rows: int) -> Page:
    """A ruled list of houses: name, telephone number, address and post box."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        tops = [60 + ROW * n for n in range(rows + 1)]
        for top in tops:
            canvas.line(EDGES[0], PAGE[1] - top, EDGES[-1], PAGE[1] - top)
        for edge in EDGES:
            canvas.line(edge, PAGE[1] - tops[0], edge, PAGE[1] - tops[-1])
        for n, name in enumerate(NAMES[:rows]):
            cells = (name, f"0161 496 01{n:02}", f"post{n}@bank.example", f"Post box {n + 11}")
            for edge, text in zip(EDGES, cells, strict=False):
                canvas.drawString(edge + 4, PAGE[1] - tops[n] - 16, text)

    return draw


def _profiles(*pages: Page) -> tuple[ProfileDraft, ...]:
    return analyse_bytes(pdf(*pages), "houses.pdf", Settings()).profiles


def test_each_row_of_a_directory_is_a_profile() -> None:
    profiles = _profiles(_table(len(NAMES)))
    assert [profile.title.text for profile in profiles] == list(NAMES)
    assert [c.emails[0].text for profile in profiles for c in profile.contacts] == [f"post{n}@bank.example" for n in range(8)]


def test_few_rows_are_none() -> None:
    text = page_of([(20.0, 60.0 + 12 * n, line) for n, line in enumerate(PROSE)])
    assert _profiles(text, _table(3)) == ()
