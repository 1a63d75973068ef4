"""Entries of a list of contents that are an acronym and its full name, under which it stands as a title."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import pdf_report, text_report, typeset

from profile_extract.layout.contents import _as_printed
from profile_extract.lexicon import label_key
from profile_extract.model import Report

NAMED = (
    ("ROPES", "Rivers of People and Exchange of Songs"),
    ("BENCH", "Bakers and Neighbours Caring for Houses"),
    ("LAMPS", "Lending and Mending in Public Squares"),
)
WHOLE = [name.casefold() for _, name in NAMED]
ACRONYMS = [acronym.casefold() for acronym, _ in NAMED]


def _listed(report: Report, form: str = "{}: {}") -> Sequence[str]:
    """What entries of such a form on the first page are known as."""
    return _as_printed([label_key(form.format(*named)) for named in NAMED], report, [1])


def _pages(over: str, under: str, *between: str) -> Report:
    """A page of contents, and one for each name under its acronym in some types, with lines in small type between them."""
    pages = (((over, acronym), *(("small", line) for line in between), (under, name)) for acronym, name in NAMED)
    return pdf_report(typeset(("text", "Inside")), *(typeset(*page, ("text", "It was late.")) for page in pages))


@pytest.mark.parametrize("form", ["{}: {}", "{} – {}", "{} - {}"])
def test_an_acronym_in_larger_type_right_over_its_full_name_is_the_title(form: str) -> None:
    assert _listed(_pages("title", "label"), form) == ACRONYMS


@pytest.mark.parametrize(
    ("over", "under", "between"),
    [
        ("title", "label16", ()),
        ("label10.5", "label", ()),
        ("label", "title", ()),
        ("title", "label", ("a place for all",)),
    ],
    ids=["as large", "hardly larger", "smaller", "further up"],
)
def test_any_other_line_over_a_full_name_is_none(over: str, under: str, between: Sequence[str]) -> None:
    assert _listed(_pages(over, under, *between)) == WHOLE


@pytest.mark.parametrize(("line", "is_title"), [("{} & Songs", True), ("{} & Songs of 2019", False)])
def test_a_line_that_goes_on_behind_it_is_none(line: str, *, is_title: bool) -> None:
    pages = (typeset(("title", line.format(f"Rope {acronym}")), ("label", name)) for acronym, name in NAMED)
    listed = _listed(pdf_report(typeset(("text", "Inside")), *pages), "Rope {} & Songs: {}")
    assert listed == ([f"rope {acronym} & songs" for acronym in ACRONYMS] if is_title else WHOLE)


def test_an_acronym_under_its_full_name_is_none() -> None:
    pages = (typeset(("label", name), ("title", acronym)) for acronym, name in NAMED)
    assert _listed(pdf_report(typeset(("text", "Inside")), *pages)) == WHOLE


def test_a_dump_does_not_say_which_of_the_two_is_larger() -> None:
    text = "\f".join(["Inside", *(f"{acronym}\n{name}\nIt was late." for acronym, name in NAMED)])
    assert _listed(text_report(text)) == WHOLE
