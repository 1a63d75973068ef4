"""What of a cut is measured: where records end, and whether they have parts."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, laid_out, pdf_report, text_report, typeset

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
