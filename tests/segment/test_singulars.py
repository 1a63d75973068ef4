"""Rounds of labels that open with one word, in the singular and in the plural."""

from __future__ import annotations

from itertools import cycle

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.segment.announced import find_before_labels
from profile_extract.segment.candidates import candidates


def _found(openers: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """What stands over records whose two labels change from one to the next; an opener of no letters is not there."""
    records = zip(TITLES, cycle(openers), PROSE, cycle(others), strict=False)
    texts = [
        "\n\n".join((title, *([f"{first}: {text[:30]}"] if first else []), text, f"{second}: {title}"))
        for title, first, text, second in records
    ]
    layout = laid_out(text_report("\n\n".join((PROSE[0], *texts))))
    labels = {b.index: label for b in layout.blocks if (label := next(candidates(b, {}, None), None)) and ":" in b.text.text}
    titles = [block for block in layout.blocks if block.text.text in TITLES]
    return [block.text.text for block in find_before_labels(layout, labels, titles)]


@pytest.mark.parametrize(
    "openers",
    [
        ("Author", "Authors"),
        ("Course", "Courses"),
        ("Coach", "Coaches"),
        ("Zeit", "Zeiten"),
        ("Feld", "Felder"),
        ("Schule", "Schulen"),
        ("Ziel", "Ziele"),
    ],
)
@pytest.mark.parametrize("others", [("Means",), ("Work",), ("Zuvor",)])
def test_singular_and_plural_of_a_label_open_one_round(openers: tuple[str, ...], others: tuple[str, ...]) -> None:
    assert _found(openers, others) == list(TITLES)


@pytest.mark.parametrize("openers", [("Author", "Writer"), ("Buch", "Bücher"), ("Aims", "Aimed"), ("Author", "Authorship")])
def test_other_words_open_others(openers: tuple[str, ...]) -> None:
    assert _found(openers, ("Work",)) == []


@pytest.mark.parametrize("others", [("Zeit", "Zeiten"), ("Author", "Authors")])
def test_singular_and_plural_of_another_label_open_none(others: tuple[str, ...]) -> None:
    assert _found(("Means",), others) == list(TITLES)


def test_singular_and_plural_of_a_label_that_closes_records_open_none_even_where_it_is_the_commonest() -> None:
    found = _found(("Means", ""), ("Author", "Authors"))
    assert found == [title for i, title in enumerate(TITLES) if i % 2 == 0]
