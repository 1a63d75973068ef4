"""Empty lines of a dump that keeps its layout, counted in each column."""

from __future__ import annotations

from builders import laid_out, text_report

from profile_extract.structure import Block

LEFT = ("Quay House", "12 Quay Street", "Turku", "", "Mill House", "3 Mill Lane", "Pori", "", "Bell House", "9 Hill Road")
RIGHT = (
    "Oven House",
    "4 Low Street",
    "Oulu",
    "12 ovens",
    "with bakers",
    "",
    "Boat House",
    "1 Water Street",
    "Turku",
    "2 boats",
)


def _blocks(rows: list[str]) -> list[Block]:
    return list(laid_out(text_report("\n".join(rows) + "\n\f")).blocks)


def _spaces(blocks: list[Block]) -> dict[str, float]:
    return {block.lines[0].text: block.gap_lines for block in blocks}


def test_an_empty_line_parts_blocks_of_its_column_though_the_next_one_goes_on() -> None:
    found = _spaces(_blocks([f"{left:30}{right}".rstrip() for left, right in zip(LEFT, RIGHT, strict=True)]))
    assert found["Mill House"] == found["Bell House"] == found["Boat House"] == 1.0


def test_where_columns_take_turns_the_row_of_the_other_one_is_no_space() -> None:
    rows = [row for left, right in zip(LEFT, RIGHT, strict=True) for row in (left, f"{'':30}{right}".rstrip())]
    blocks = _blocks([row for row in rows if row])
    assert [block.text.text for block in blocks][:2] == ["Quay House 12 Quay Street Turku", "Mill House 3 Mill Lane Pori"]
    assert _spaces(blocks)["Mill House"] >= 1.0
