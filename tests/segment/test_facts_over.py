"""Labels with their values over titles."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, extraction_of, laid_out, pdf_report, text_report, typeset

from profile_extract.segment.facts_over import with_facts_over
from profile_extract.structure import Label, Layout

Part = tuple[str, str]
KINDS = ("Talk", "Poster", "Poster", "Keynote", "Talk")


def _over(n: int) -> list[Part]:
    return [("text", f"Number: {40 + 3 * n}"), ("text", f"Kind: {KINDS[n]}")]


def _record(n: int, over: list[Part], under: list[Part]) -> list[Part]:
    place = ("text", f"Room: {TITLES[-n].split()[0]}")
    return [*over, ("title", TITLES[n]), ("text", f"{PROSE[n]} {PROSE[n][::-1]}"), place, *under]


def _sections(*pages: list[Part]) -> list[list[Part]]:
    """The labels and values of each profile."""
    profiles = extraction_of(pdf_report(*(typeset(*page) for page in pages))).profiles
    assert [profile.title.text for profile in profiles if profile.title] == list(TITLES)
    return [[(s.label.text, s.paragraphs[0].text) for s in profile.sections if s.label] for profile in profiles]


def _facts(n: int) -> list[Part]:
    return [("Number", f"{40 + 3 * n}"), ("Kind", KINDS[n]), ("Room", TITLES[-n].split()[0])]


def test_labels_over_each_title_at_the_top_of_a_page_are_of_what_follows() -> None:
    assert _sections(*(_record(n, _over(n), []) for n in range(5))) == [_facts(n) for n in range(5)]


def test_so_are_those_between_a_text_and_the_next_title() -> None:
    pages = [_record(0, _over(0), []) + _record(1, _over(1), []), _record(2, _over(2), []) + _record(3, _over(3), [])]
    assert _sections(*pages, _record(4, _over(4), [])) == [_facts(n) for n in range(5)]


@pytest.mark.parametrize("before", [[], [("text", "Kind: Talk")]])
def test_labels_that_end_the_last_profile_end_them_all(before: list[Part]) -> None:
    pages = [*before, *_record(0, [], _over(0)[::-1])], *(_record(n, [], _over(n)[::-1]) for n in range(1, 5))
    joined = [pages[0] + pages[1], pages[2] + pages[3], pages[4]]
    room = [_facts(n)[2:] + _facts(n)[1::-1] for n in range(5)]
    assert _sections(*joined) == room


def test_labels_at_the_foot_of_the_page_before_are_of_what_is_above() -> None:
    foreword = [("title", "Foreword"), ("text", PROSE[0][::-1]), *_over(0)]
    pages = [_record(n, [], _over(n + 1) if n < 4 else []) for n in range(5)]
    assert _sections(foreword, *pages)[0] == [*_facts(0)[2:], *_facts(1)[:2]]


def _begun(layout: Layout, *, alone: bool = False) -> list[bool]:
    """Whether each profile is made to begin with the line over its title."""
    numbers = [block for block in layout.blocks if block.text.text.startswith("Number")]
    values = {b.index: len(b.text.text) if alone else len("Number: ") for b in numbers}
    labels = {index: Label(index, 0, 6, value, "number", "section") for index, value in values.items()}
    titles = [block.index for block in layout.blocks if block.text.text in TITLES]
    spans = [range(start, stop) for start, stop in zip(titles, [*titles[1:], len(layout.blocks)], strict=True)]
    found = with_facts_over(layout, labels, spans, titles)
    return [new.start < old.start for new, old in zip(found, spans, strict=True)]


def _numbered(count: int = 5, number: str = "Number: {}", last: str = "") -> list[list[Part]]:
    over = [[("text", number.format(TITLES[n][::-1]))] if n < count else [] for n in range(5)]
    under: list[Part] = [("text", last)] if last else []
    return [[*over[n], ("title", TITLES[n]), ("text", PROSE[n]), *(under if n == 4 else [])] for n in range(5)]


@pytest.mark.parametrize(
    ("pages", "is_so"),
    [
        (_numbered(), True),
        (_numbered(4), True),
        (_numbered(3), False),
        (_numbered(last="Number: 50"), False),
        (_numbered(number="Number: {} " + "of the many that we have printed in this long list of ours " * 2), False),
    ],
)
def test_facts_over_nearly_all_titles_on_one_line_each_are_moved(pages: list[list[Part]], *, is_so: bool) -> None:
    assert any(_begun(laid_out(pdf_report(*(typeset(*page) for page in pages))))) is is_so


def test_neither_a_label_alone_nor_a_line_of_a_dump_is_moved() -> None:
    layout = laid_out(pdf_report(*(typeset(*page) for page in _numbered())))
    assert not any(_begun(layout, alone=True))
    dump = text_report("\f".join("\n\n".join(text for _, text in page) for page in _numbered()))
    assert not any(_begun(laid_out(dump)))
