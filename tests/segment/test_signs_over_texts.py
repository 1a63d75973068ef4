"""Signs that head texts, some of them right under each other."""

from __future__ import annotations

import pytest
from builders import PROSE, laid_out, text_report

from profile_extract.segment.candidates import candidates, under_signs
from profile_extract.segment.labels import find_labels


def _headed(count: int, sign: str = "■") -> list[str]:
    return [text for n in range(count) for text in (f"{sign} Aim {n}", PROSE[n % 5])]


@pytest.mark.parametrize(("count", "found"), [(8, 10), (7, 0)], ids=["nine of ten", "eight of nine"])
def test_one_of_ten_signs_may_stand_right_over_another(count: int, found: int) -> None:
    layout = laid_out(text_report("\n\n".join([*_headed(count), "■ Means", "■ Outcome", PROSE[0]])))
    assert len(under_signs(layout)) == found


def test_behind_a_sign_that_heads_texts_a_returning_line_is_a_label() -> None:
    records = [text for n in range(6) for text in (f"{'■' if n else '■ '} Aim", PROSE[n % 5][n:])]
    layout = laid_out(text_report("\n\n".join(["Foreword", *records])))
    assert [label.key for label in find_labels(layout, {}).values()] == ["aim"] * 6


def test_what_stands_behind_no_sign_is_no_item() -> None:
    (block,) = laid_out(text_report("Owner")).blocks
    assert [label.key for label in candidates(block, {}, None)] == ["owner"]
