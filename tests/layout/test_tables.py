"""Ruled tables: a directory may be one, with a row for each record."""

from __future__ import annotations

from builders import PAGE, PROSE, Page, page_of, pdf
from reportlab.pdfgen.canvas import Canvas

from profile_extract.drafts import ProfileDraft
from profile_extract.layout.columns import in_rows
from profile_extract.layout.tables import in_order_with_tables
from profile_extract.model import BBox, Line, Run, Style, Table
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


def test_what_a_broken_row_leaves_without_a_cell_stands_beside_its_row() -> None:
    """The second half of a row that goes on on another page has no rule over it."""
    rows = [BBox(50, top, 350, top + 40) for top in (100, 140, 180)]
    cells = ((BBox(50, 100, 150, 140),), *((box._replace(x1=150), box._replace(x0=150)) for box in rows[1:]))
    places = {"rest": (160, 110), "who": (60, 150), "Ada": (160, 150), "where": (60, 190), "Leeds": (160, 190)}
    style = (Run(0, Style("Roman", 10.0)),)
    lines = [Line(0, 1, n, text, BBox(x, y, x + 40, y + 10), style) for n, (text, (x, y)) in enumerate(places.items())]
    table = Table(1, BBox(50, 100, 350, 220), cells)
    flows = in_order_with_tables(lines[::-1], [table], lambda some: in_rows(some, 10.0))
    assert [line.text for flow in flows for line in flow.lines] == list(places)


def test_few_rows_are_none() -> None:
    text = page_of([(20.0, 60.0 + 12 * n, line) for n, line in enumerate(PROSE)])
    assert _profiles(text, _table(3)) == ()
