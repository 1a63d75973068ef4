"""Labels inside the paragraphs of some abstracts."""

from __future__ import annotations

import pytest
from builders import laid_out, text_report

from profile_extract.layout.inner_labels import find_inner_labels

PARTED = "Aim: To mend chairs.\nWays: We asked the bakers.\nFinds: Most came.\n"


def _inside(line: str, parted: str = PARTED, times: int = 3) -> list[str]:
    """What the parts of a line begin with, under some abstracts."""
    report = text_report(parted * times + line)
    return [report.text[start + at :].split()[0] for start, cuts in find_inner_labels(report).items() for at in cuts]


def test_labels_of_other_abstracts_part_a_paragraph_that_has_them_in_their_order() -> None:
    assert _inside("Aim: To count steps. Ways: We walked. Finds: There are nine.") == ["Ways:", "Finds:"]


@pytest.mark.parametrize(
    ("line", "parted", "times"),
    [
        ("Aim: To count steps. Ways: We walked.", PARTED, 2),
        ("What came of it. Aim: To count steps.", PARTED, 3),
        ("Aim: To count the Ways: We walked.", PARTED, 3),
        ("Aim: To count steps. Ways: on foot.", PARTED, 3),
        ("Aim: To count steps. Fax: None.", "Aim: To mend.\nFax: None.\n", 3),
        ("Aim: To count. Ways: We ran. " * 4, PARTED, 3),
    ],
    ids=["too rare", "another order", "inside a sentence", "no sentence behind", "address", "oftener inside"],
)
def test_other_words_before_a_colon_part_none(line: str, parted: str, times: int) -> None:
    assert _inside(line, parted, times) == []


def test_they_begin_blocks_of_their_own() -> None:
    parts = ["Aim: To count steps.", "Ways: We walked.", "Finds: Nine."]
    report = text_report("\n\n".join([*[PARTED.replace("\n", "\n\n")] * 3, " ".join(parts)]))
    assert [block.text.text for block in laid_out(report).blocks][-3:] == parts
