"""What of a cut is measured: where records end, and whether they have parts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, laid_out, pdf_report, text_report, typeset

from profile_extract.segment.labels import find_labels
from profile_extract.segment.regularity import Records, is_structured
from profile_extract.structure import Label


@pytest.mark.parametrize(("line", "length"), [("“What a rope this is”", 4), ("What a rope this is", 2), ("“What” a rope", 2)])
def test_a_quote_in_larger_type_is_no_heading_of_a_chapter(line: str, length: int) -> None:
    pages = [
        typeset(("title", title), ("text", text), ("chapter", line), ("text", text[::-1]))
        for title, text in zip(TITLES, PROSE, strict=True)
    ]
    records = Records(laid_out(pdf_report(*pages)), {}, range(0, 20, 4))
    assert [len(span) for span in records.spans] == [length] * 5


@pytest.mark.parametrize(
    ("title", "below", "label", "is_so"),
    [
        ("", PROSE[0], "", False),
        ("P-07 ", PROSE[0], "", True),
        ("", f"{PROSE[0]}\n\nask@quay.example", "", True),
        ("", f"{PROSE[0]}\n\nAim", "aim", True),
        ("", "Ropes, and nets", "", True),
    ],
    ids=["prose", "code", "address", "label", "line"],
)
def test_half_of_the_records_with_a_label_an_address_or_a_code_are_enough(
    title: str, below: str, label: str, *, is_so: bool
) -> None:
    for count, found in ((2, is_so), (1, False)):
        parts = [
            f"{title if n < count else ''}{name}\n\n{below if n < count else PROSE[n]}\n\n{PROSE[n][::-1]}"
            for n, name in enumerate(TITLES[:4])
        ]
        layout = laid_out(text_report("\n\n".join(parts)))
        starts = [block.index for block in layout.blocks if block.text.text.endswith(TITLES[:4])]
        labels = {b.index: Label(b.index, 0, 3, 3, label, "section") for b in layout.blocks if b.text.text.casefold() == label}
        records = Records(layout, labels, starts)
        assert len(starts) == 4
        assert is_structured(records, records.spans) is found


NAMED = ("Ropes, and nets", "Two lamps, and a bell")


def _kept(numbers: Sequence[str], below: Sequence[str]) -> int:
    """How many records of a dump with such numbers are kept: the last have a line under them, or none, the others a text."""
    texts = [PROSE[n % 5] for n in range(len(numbers) - len(below))] + list(below)
    names = [f"{number} {TITLES[n % 5]}".strip() for n, number in enumerate(numbers)]
    records = (f"{name}\n\n{text}".strip() for name, text in zip(names, texts, strict=True))
    layout = laid_out(text_report("\n\n".join(records)))
    starts = [block.index for block in layout.blocks if block.text.text in names]
    kept, behind = Records(layout, {}, starts).without_outliers()
    assert (*kept, *behind) == tuple(starts)
    assert len(starts) == len(numbers)
    return len(kept)


@pytest.mark.parametrize("number", ["{}.", "{}", "Project {}:", "B{}", "4.{}"])
def test_a_record_without_a_text_that_is_numbered_on_behind_the_others_is_kept(number: str) -> None:
    numbers = [number.format(n) for n in range(1, 8)]
    assert _kept(numbers[:6], NAMED[:1]) == 6
    assert _kept(numbers, NAMED) == 7


@pytest.mark.parametrize("behind", ["", "7.", "5.", "1."])
def test_one_that_is_not_numbered_on_is_dropped(behind: str) -> None:
    assert _kept(["1.", "2.", "3.", "4.", "5.", behind], NAMED[:1]) == 5


@pytest.mark.parametrize("numbers", [("1.", "2.", "3.", "4."), ("2.", "3.", "4.", "5.", "6."), ("1.", "2.", "", "4.", "5.")])
def test_one_behind_few_or_behind_others_that_do_not_count_from_one_is_dropped(numbers: tuple[str, ...]) -> None:
    assert _kept(numbers, NAMED[:1]) == len(numbers) - 1


def test_one_that_has_nothing_but_its_title_is_dropped_and_what_is_behind_it_too() -> None:
    numbers = [f"{n}." for n in range(1, 8)]
    assert _kept(numbers[:6], ("",)) == 5
    assert _kept(numbers, ("", NAMED[0])) == 5
    assert _kept(numbers, (NAMED[0], "")) == 6


def test_numbered_matter_is_none_nor_what_has_no_label_where_all_others_have() -> None:
    def kept(last: str, *, labelled: bool) -> int:
        aim = "Aim:\n\n" if labelled else ""
        names = [*(f"{n}. {title}" for n, title in enumerate(TITLES, 1)), f"6. {last}"]
        texts = [*(f"{aim}{text}" for text in PROSE), NAMED[0]]
        layout = laid_out(text_report("\n\n".join(f"{name}\n\n{text}" for name, text in zip(names, texts, strict=True))))
        starts = [block.index for block in layout.blocks if block.text.text in names]
        return len(Records(layout, find_labels(layout, {}), starts).without_outliers()[0])

    assert kept("Salt of the Weir", labelled=False) == 6
    assert kept("Salt of the Weir", labelled=True) == 5
    assert kept("Index", labelled=False) == 5


def test_a_number_over_a_title_is_of_it() -> None:
    def kept(below: str) -> int:
        records = (f"{n}.\n\n{title}\n\n{text}" for n, (title, text) in enumerate(zip(TITLES, PROSE, strict=True), 1))
        layout = laid_out(text_report("\n\n".join((*records, f"6.\n\nSalt of the Weir{below}"))))
        starts = [block.index for block in layout.blocks if block.text.text[:-1].isdecimal()]
        return len(Records(layout, {}, starts).without_outliers()[0])

    assert kept("") == 5
    assert kept(f"\n\n{NAMED[0]}") == 6
