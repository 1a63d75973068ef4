"""Records whose names stand in a column on the left of their texts."""

from __future__ import annotations

from builders import Page, Placed, laid_out, overlaid, page_of, pdf_report

LEADING = 12.0
NAMES = ("Ada Okoro", "Bela Nemeth", "Carla Souza")


def _text(name: str) -> list[str]:
    return [
        f"The old mill that {name} opened was one",
        f"for which {name} had waited for years and",
        f"years: {name} grinds corn in it all day.",
    ]


def test_each_name_is_read_with_its_text() -> None:
    def page(number: int) -> Page:
        named = [(80.0 * n, f"{name} {'IVX'[number]}") for n, name in enumerate(NAMES)]
        names: list[Placed] = [(40.0, 100.0 + top, name) for top, name in named]
        texts = [(150.0, 100.0 + top + LEADING * k, text) for top, name in named for k, text in enumerate(_text(name))]
        return overlaid(page_of(names, "Helvetica-Bold"), page_of(texts))

    blocks = laid_out(pdf_report(*map(page, range(3)))).blocks
    expected = [text for n in "IVX" for name in NAMES for text in (f"{name} {n}", " ".join(_text(f"{name} {n}")))]
    assert [block.text.text for block in blocks] == expected
