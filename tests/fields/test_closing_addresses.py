"""Postal addresses that close a part though nobody can be called or written an e-mail at them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, items_of, laid_out, overlaid, page_of, pdf_report, spaced, text_report, typeset, wrapped

from profile_extract.fields.address_blocks import closing_address, with_address_apart
from profile_extract.fields.items import Item
from profile_extract.fields.parts import Part
from profile_extract.model import Report
from profile_extract.structure import Label

STREET, PLACE = "Kaiweg 3", "24937 Flensburg"
TEXTS = tuple(("text", text) for text in PROSE[:2])


def _closing(report: Report, *, has_label: bool = True) -> list[str]:
    """The texts of what closes all that a report says as an address does."""
    layout = laid_out(report)
    items = [Item(block, block.text) for block in layout.blocks]
    start, end = closing_address(items, layout.body_style, has_label=has_label)
    return [item.text.text for item in items[start:end]]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([("name", "School of ropes"), ("name", STREET), ("name", PLACE)], ["School of ropes", STREET, PLACE]),
        ([("text", "Ropes are mended"), ("name", STREET), ("name", PLACE)], [STREET, PLACE]),
        ([("name", PROSE[2]), ("name", STREET), ("name", PLACE)], [STREET, PLACE]),
        ([("text", STREET), ("name", PLACE)], []),
        ([("name", "Of hemp"), ("name", "Of sisal")], []),
        ([("name", PLACE)], []),
        ([], []),
    ],
    ids=["all lines", "below other type", "below a text", "place alone", "no place", "one line", "none"],
)
def test_a_whole_postal_address_in_a_type_of_its_own_closes_a_part(
    lines: Sequence[tuple[str, str]], found: Sequence[str]
) -> None:
    assert _closing(pdf_report(typeset(*TEXTS, *lines))) == found


def _with_small_print(*lines: str) -> Report:
    body = [line for text in PROSE[:2] for line in wrapped(text, 9)]
    small = page_of([(50, 200 + 9 * n, line) for n, line in enumerate(lines)], size=7)
    return pdf_report(overlaid(page_of([(50, 60 + 12 * n, line) for n, line in enumerate(body)]), small))


@pytest.mark.parametrize(
    ("lines", "is_one"),
    [
        ((STREET, PLACE), True),
        (("Tel. 0461 555 12", "ida@quay.example"), True),
        (("Of hemp from the mill", "and of sisal"), False),
        (("The ropes of the quay are mended and", f"spliced by Ida Berg at {STREET}", PLACE), False),
    ],
    ids=["postal", "electronic", "note", "sentence"],
)
def test_small_print_that_is_an_address_is_no_note(lines: Sequence[str], *, is_one: bool) -> None:
    assert _closing(_with_small_print(*lines)) == ([" ".join(lines)] if is_one else [])


@pytest.mark.parametrize("has_label", [True, False])
def test_in_a_dump_a_postal_address_is_of_the_label_over_it(*, has_label: bool) -> None:
    dump = text_report(spaced(PROSE[0], PROSE[1]) + f"{STREET}\n{PLACE}\n")
    assert _closing(dump, has_label=has_label) == ([] if has_label else [f"{STREET} {PLACE}"])


def test_in_a_dump_lines_apart_are_set_in_no_type() -> None:
    assert not _closing(text_report(spaced(PROSE[0], STREET, PLACE)), has_label=False)


def test_in_print_a_postal_address_needs_no_label() -> None:
    assert _closing(_with_small_print(STREET, PLACE), has_label=False) == [f"{STREET} {PLACE}"]


@pytest.mark.parametrize(("more", "is_apart"), [("", False), ("Tel. 0461 555 12\n", True)], ids=["postal", "telephone"])
def test_under_a_label_in_a_dump_what_tells_how_to_reach_somebody_is_apart(more: str, *, is_apart: bool) -> None:
    heading, *items = items_of(text_report(spaced("Aim", PROSE[0]) + f"{STREET}\n{PLACE}\n{more}"))
    part = Part(Label(0, 0, 3, 4, "aim", "section"), heading.block, tuple(items), "section")
    apart = (part._replace(items=tuple(items[:1])), Part(None, None, tuple(items[1:]), ""))
    assert with_address_apart([part], None) == (apart if is_apart else (part,))
