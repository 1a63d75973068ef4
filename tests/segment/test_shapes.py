"""What a line or a block looks like by itself."""

from __future__ import annotations

import pytest
from builders import laid_out, page_of, pdf_report, wrapped

from profile_extract.layout.address_lines import fields_of, is_address_line
from profile_extract.segment.shapes import reads_as_prose


@pytest.mark.parametrize(
    "line",
    [
        "harbour@example.org",
        "E-mail: harbour@example.org",
        "https://harbour.example/stairs",
        "Web http://harbour.example",
        "www.harbour.example",
        "+358 9 310 1691",
        "Tel. (09) 310-1691",
        "☎ 09 / 310 16 91",
        "Website: harbour.example",
        "Sitio web: harbour.example/stairs ↗",
        "www.harbour.example ↗",
    ],
)
def test_a_line_is_an_address_whatever_stands_for_it(line: str) -> None:
    assert is_address_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The harbour has a stair.",
        "Ask harbour@example.org for a key",
        "In 2014",
        "Pier 7",
        "Stairs: harbour.example",
        "Built: 2014–2027",
        "2014-02-28",
        "Opened: 2014-02",
        "28.02.2014",
        "28. 2. 2014",
    ],
)
def test_a_line_with_words_of_its_own_is_none(line: str) -> None:
    assert not is_address_line(line)


REACHED = "tel: 0161 496 0101 - rope@quay.example"
WORDS = "the old mill behind the quay where the ropes are"


@pytest.mark.parametrize(
    ("text", "is_prose"),
    [
        (f"Ask in {WORDS} made, Quay Street 3 {REACHED}", False),
        (f"Ask in {WORDS} made, Quay Street 3 tel: 0161 496 0101", True),  # no way to write
        (f"Ask in {WORDS} made, Quay Street 3 tel: 0161 496 0101 - www.quay.example", True),
        (f"Ask in {WORDS} made, Quay Street 3 - rope@quay.example", True),  # nor to call
        (f"Ask in {WORDS} made and in all the houses that have a door to the water, {REACHED}", True),  # a sentence
        (", ".join((WORDS, WORDS, WORDS, WORDS, f"Quay Street 3 {REACHED}")), False),
        (", ".join((WORDS, WORDS, WORDS, WORDS, WORDS, WORDS, f"Quay Street 3 {REACHED}")), True),  # too long
    ],
)
def test_a_short_text_whose_fields_run_into_each_other_is_an_address(text: str, *, is_prose: bool) -> None:
    lines = [(10.0, 50 + 12.0 * n, line) for n, line in enumerate(wrapped(text, 14))]
    block = laid_out(pdf_report(page_of(lines, size=7))).blocks[0]
    assert reads_as_prose(block) is is_prose


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Quay Street 3, Leeds | Mondays", ["Quay Street 3", "Leeds", "Mondays"]),
        (
            "Quay Street 3 Tel.: 0161 496 0101, fax 0161 496 0102",
            ["Quay Street 3", "Tel.: 0161 496 0101", "fax 0161 496 0102"],
        ),
        ("Ropes – Quay – rope@quay.example - www.quay.example", ["Ropes – Quay", "rope@quay.example", "www.quay.example"]),
        ("The fax and the web of it", ["The fax and the web of it"]),
    ],
)
def test_marks_labels_and_dashes_before_addresses_part_the_fields_of_a_line(line: str, fields: list[str]) -> None:
    assert fields_of(line) == fields
