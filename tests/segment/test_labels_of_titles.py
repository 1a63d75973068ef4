"""Labels that announce titles, alone over them or with nothing behind."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from builders import PROSE, laid_out, text_report

from profile_extract.drafts import Value
from profile_extract.fields.titles import propose
from profile_extract.segment import _is_label_alone
from profile_extract.structure import Hypothesis, Label

NAME = Label(0, 0, 4, 4, "name", "section")


@pytest.mark.parametrize(
    ("rule", "label", "span", "is_alone"),
    [
        ("title.form", NAME, range(3), True),
        ("title.label", NAME, range(3), True),
        ("title.gap", NAME, range(3), False),
        ("title.form", NAME._replace(value_start=2), range(3), False),
        ("title.form", NAME, range(1), False),
    ],
    ids=["a form", "labels of titles", "another sign", "the title behind it", "nothing under it"],
)
def test_the_title_is_what_stands_under_its_label(rule: str, label: Label, span: range, *, is_alone: bool) -> None:
    layout = laid_out(text_report(f"NAME\n\nThe Ropery\n\n{PROSE[0]}"))
    assert _is_label_alone(layout, {0: label}, Hypothesis(rule, (0,), (), 0.9), span, 0) is is_alone


def test_a_label_of_titles_with_nothing_behind_it_is_the_title_itself() -> None:
    layout = laid_out(text_report(f"NAME\n\n{PROSE[0]}"))
    segment = SimpleNamespace(title=layout.blocks[0], votes=(), title_label=NAME, under_title=(), over_title=())
    norms = SimpleNamespace(has_set_codes=False, has_codes=False, has_counted=False, has_series=False)
    (found,) = propose(cast("Any", SimpleNamespace(segment=segment, norms=norms, confidence=0.9)))
    assert isinstance(found.draft, Value)
    assert found.draft.text == "NAME"
