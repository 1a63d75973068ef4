"""Titles said again over what goes on from another page."""

from __future__ import annotations

import pytest
from builders import text_report

from profile_extract.layout.said_again import find_said_again


@pytest.mark.parametrize("mark", ["(cont.)", "(continued)", "(Cont'd)", "(Fortsetzung)", "(suite)", "[continua]"])
def test_a_title_that_is_continued_is_said_again(mark: str) -> None:
    report = text_report(f"Night Trams\n\nThey run late.\n\fNight Trams {mark}\n\nThey run early, too.\n")
    assert [line.text for line in find_said_again(report)] == [f"Night Trams {mark}"]


@pytest.mark.parametrize(
    "line", ["Night Trams", "Night Trams (Tartu)", "Day Trams (continued)", "(continued)", "Night Trams continued"]
)
def test_others_are_not(line: str) -> None:
    report = text_report(f"Night Trams\n\nThey run late.\n\f{line}\n\nThey run early, too.\n")
    assert not list(find_said_again(report))
