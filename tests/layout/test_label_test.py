"""Lines that come back as labels do."""

from __future__ import annotations

import pytest

from profile_extract.layout import _label_test
from profile_extract.model import BBox, Line, Run, Style


def _line(text: str, page: int, font: str | None = "Roman") -> Line:
    runs = (Run(0, Style(font, 10.0)),) if font else ()
    return Line(page, page, 100 * page, text, BBox(50, 80, 90, 90), runs)


@pytest.mark.parametrize("font", ["Roman", None], ids=["print", "dump"])
@pytest.mark.parametrize(("count", "is_label"), [(3, True), (2, False)])
def test_a_line_that_is_on_three_pages_comes_back(font: str | None, count: int, *, is_label: bool) -> None:
    lines = [_line(text, n + 1, font) for n, text in enumerate(("Means", "MEANS", "means")[:count])]
    assert _label_test(lines)(lines[0]) is is_label
    assert not _label_test([lines[0]._replace(start=n) for n in range(3)])(lines[0])


@pytest.mark.parametrize(("fonts", "is_label"), [("Roman", True), ("Bold", False)])
def test_lines_come_back_in_one_font(fonts: str, *, is_label: bool) -> None:
    lines = [_line("Chairs After Dark", n, font) for n, font in enumerate(("Roman", "Roman", fonts), 1)]
    assert _label_test(lines)(lines[0]) is is_label
    assert _label_test(lines)(_line("Chairs After Dark", 9, "Bold")) is False


def test_a_colon_makes_a_label_once_and_the_mark_of_an_item_none() -> None:
    lines = [_line(text, n) for n in range(3) for text in ("Means", "• Means")]
    is_label = _label_test(lines)
    assert is_label(_line("Aim:", 1)) and is_label(lines[0])
    assert not is_label(lines[1]) and not is_label(_line("• Aim:", 1))
