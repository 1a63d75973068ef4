"""Set pages printed: as a PDF, or as the text dumps that programs make of one."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

from generator.design import Design
from generator.typeset import LEADING, Placed, Sheet
from reportlab.pdfgen.canvas import Canvas

_LIGATURES = {"ffi": "\ufb03", "ffl": "\ufb04", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02"}
_LOST = str.maketrans("DENOY", "denoy")
_CELL_PT = 0.52
"""Width of a character cell of a grid, in ems of the body."""
_FEWEST_BETWEEN = 4
"""Spaces between two columns of a grid at least."""
_HEADINGS = {"title", "chapter", "heading", "report"}
_GAP_LINES = 1.35
"""Distance of baselines, in lines, from which dumps print an empty line."""


def print_pdf(design: Design, sheet: Sheet) -> bytes:
    """A PDF of the sheet, the same bytes every time."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=design.page, invariant=1)
    for page in range(1 + max(line.page for line in sheet.lines)):
        for box in (box for box in sheet.boxes if box.page == page):
            canvas.setFillColor("#eef2e6")
            canvas.rect(box.x, design.page[1] - box.top - box.height, box.width, box.height, stroke=1, fill=1)
        for line in (line for line in sheet.lines if line.page == page):
            _draw(canvas, line, design.page[1])
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, line: Placed, height: float) -> None:
    x = line.x
    for span in line.spans:
        canvas.setFillColor(span.style.colour)
        canvas.setFont(span.style.font, span.style.size)
        canvas.drawString(x, height - line.y + span.raised, span.text, wordSpace=line.stretch)
        x += canvas.stringWidth(span.text, span.style.font, span.style.size) + line.stretch * span.text.count(" ")


def print_text(design: Design, sheet: Sheet) -> bytes:
    """A text dump of the sheet in the dialect of the design, with its damages."""
    damaged = [
        line._replace(spans=tuple(s._replace(text=_damaged(s.text, line, design)) for s in line.spans)) for line in sheet.lines
    ]
    pages = [list(group) for _, group in groupby(damaged, key=lambda line: line.page)]
    if design.medium == "layout":
        text = _with_feeds(_on_grid(page, design) for page in pages)
    elif design.medium in {"raw", "paged"}:
        text = _with_feeds(_one_below_another(_in_order(page), has_gaps=design.medium == "paged") for page in pages)
    else:
        text = _spaced(pages) if design.medium == "spaced" else _plain(pages)
    return text.encode()


def _damaged(text: str, line: Placed, design: Design) -> str:
    damages = design.damages
    if line.kind == "address":
        return text
    if "lost-capitals" in damages and line.kind in _HEADINGS:
        text = text.translate(_LOST)
    if "ligatures" in damages:
        text = re.sub("ffi|ffl|ff|fi|fl", lambda m: _LIGATURES[m.group()], text)
    if "doubled-spaces" in damages and line.kind == "text":
        text = re.sub(r"(?<=[fr]) (?=\S)", "  ", text)
    if "unreadable-bullets" in damages and line.kind == "item":
        text = re.sub(rf"^{re.escape(design.bullet)} ", "\N{REPLACEMENT CHARACTER} ", text)
    return unicodedata.normalize("NFD", text) if "decomposed" in damages else text


def _in_order(page: Sequence[Placed]) -> list[Placed]:
    """Running lines first and last, the text between them as it was set."""
    headers = [line for line in page if line.kind == "furniture" and line.y < 100]
    footers = [line for line in page if line.kind == "furniture" and line.y >= 100]
    return [*headers, *(line for line in page if line.kind != "furniture"), *footers]


def _with_feeds(pages: Iterable[str]) -> str:
    return "".join(page.rstrip("\n") + "\n\f" for page in pages)


def _one_below_another(lines: Sequence[Placed], *, has_gaps: bool) -> str:
    """Lines one below another, with an empty one where more than the usual space parts them, or a column ends."""
    text = ""
    for number, line in enumerate(lines):
        if has_gaps and number and _is_apart(lines[number - 1], line):
            text += "\n"
        text += line.text + "\n"
    return text


def _is_apart(above: Placed, line: Placed) -> bool:
    if "furniture" in (above.kind, line.kind):
        return True
    if above.wraps:
        return False
    usual = LEADING * max(above.spans[0].style.size, line.spans[0].style.size)
    return above.column != line.column or line.y - above.y > _GAP_LINES * usual or above.kind in _HEADINGS


def _spaced(pages: Sequence[Sequence[Placed]]) -> str:
    """Every line followed by an empty one, wrapped ones with a trailing space, a leading space where a page begins."""
    text = ""
    for page in pages:
        for number, line in enumerate(_in_order(page)):
            text += f"{' ' if number == 0 else ''}{line.text}{' ' if line.wraps else ''}\n\n"
    return text


def _on_grid(page: Sequence[Placed], design: Design) -> str:
    """Lines at one height in one row, columns side by side at places of their own."""
    cell = _CELL_PT * design.body.size
    lefts = {line.column: min(other.x for other in page if other.column == line.column) for line in page}
    at = {0: 0}
    if 1 in lefts:
        longest = max(round((line.x - lefts[0]) / cell) + len(line.text) for line in page if line.column == 0)
        at[1] = longest + _FEWEST_BETWEEN
    rows: list[str] = []
    last = 0.0
    for y, group in groupby(sorted(page, key=lambda line: (round(line.y), line.column)), key=lambda line: round(line.y)):
        row = ""
        for line in group:
            place = at.get(line.column, 0) + round((line.x - lefts[line.column]) / cell)
            row = row.ljust(place) + line.text if len(row) <= place else row + "  " + line.text
        rows += [""] * min(3, round((y - last) / (LEADING * design.body.size) - 1.15) if rows else 0)
        rows.append(row)
        last = y
    return "\n".join(rows)


def _plain(pages: Sequence[Sequence[Placed]]) -> str:
    """Paragraphs with an empty line between them, each on one line."""
    text, paragraph, last = "", "", ""
    for line in (line for page in pages for line in page):
        if not paragraph and last:
            text += "\n" if (last, line.kind) == ("address", "address") else "\n\n"
        paragraph += line.text + (" " if line.wraps else "")
        if not line.wraps:
            text, paragraph, last = text + paragraph, "", line.kind
    return text + "\n"
