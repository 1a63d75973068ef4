"""Titles set alike that another cut has some of, and headings that are all that a few profiles have."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, laid_out, pdf_report, text_report, typeset

from profile_extract.segment.choice import _stands_over, _takes_all_titles, best_cut
from profile_extract.structure import Guide, Hypothesis, Layout

Part = tuple[str, str]
SOME = (0, 2, 3)
"""Which of the profiles another cut has."""
LEADS = ("Nobody was asked", "Every bench was lent", "It took two winters", "Whoever can write helps", "The ovens are lit")


def _page(n: int, *, title: str = "title", lead: bool = True, more: Sequence[Part] = (), text: str = "text") -> list[Part]:
    """The parts of a profile: a title, a lead that some have, other parts, and a text."""
    return [(title, TITLES[n]), *([("tagline", LEADS[n])] if lead else []), *more, (text, PROSE[n])]


def _layout(pages: Sequence[Sequence[Part]]) -> Layout:
    return laid_out(pdf_report(*(typeset(*page) for page in pages)))


def _cuts(layout: Layout, score: float = 0.9, some: Sequence[int] = SOME) -> tuple[Hypothesis, Hypothesis]:
    """A cut by all titles, and one by some of them."""
    starts = [block.index for block in layout.blocks if block.text.text in TITLES]
    fewer = Hypothesis("title.style", tuple(starts[n] for n in some), (), 0.9)
    return Hypothesis("title.font-size", tuple(starts), (), score), fewer


def _takes(pages: Sequence[Sequence[Part]], some: Sequence[int] = SOME) -> bool:
    layout = _layout(pages)
    return _takes_all_titles(layout, {}, *_cuts(layout, some=some))


def test_a_cut_has_all_that_is_set_as_the_titles_of_another_one() -> None:
    assert _takes([_page(n, lead=n in SOME) for n in range(5)])


@pytest.mark.parametrize(
    ("changed", "is_so"),
    [
        (_page(1, title="chapter", lead=False), False),
        (_page(1, title="label16", lead=False), False),
        (_page(1, more=[("title", "Soup at Six")]), True),
        (_page(1, more=[("chapter", "“Soup at Six”")]), False),
        ([("title", TITLES[1]), ("label", "Soup at Six")], False),
        ([("title", TITLES[1])], False),
    ],
    ids=["larger", "another font", "another heading as large", "larger words inside", "no text", "nothing under it"],
)
def test_its_titles_are_the_largest_print_of_profiles_that_say_something(changed: Sequence[Part], *, is_so: bool) -> None:
    assert _takes([_page(0), changed, *(_page(n, lead=n in SOME) for n in range(2, 5))]) is is_so


def test_behind_the_last_title_larger_print_may_follow() -> None:
    last = [*_page(4, lead=False), ("chapter", "“All That Was Lent”"), ("text", PROSE[0])]
    assert _takes([*(_page(n, lead=n in SOME) for n in range(4)), last])


def test_titles_hardly_larger_than_the_text_are_none() -> None:
    assert not _takes([_page(n, title="label10.5", lead=False) for n in range(5)])


def test_titles_of_the_other_cut_are_all_among_its_own() -> None:
    layout = _layout([_page(n, lead=n in SOME) for n in range(5)])
    more, fewer = _cuts(layout)
    assert not _takes_all_titles(layout, {}, more, fewer._replace(starts=tuple(start + 1 for start in fewer.starts)))
    assert not _takes_all_titles(layout, {}, more, more)


def test_a_dump_does_not_say_how_titles_are_set() -> None:
    layout = laid_out(text_report("\f".join("\n\n".join(text for _, text in _page(n)) for n in range(5))))
    assert not _takes_all_titles(layout, {}, *_cuts(layout))


@pytest.mark.parametrize(("score", "is_taken"), [(0.84, True), (0.82, False)])
def test_such_a_cut_is_taken_though_the_other_is_a_little_more_regular(score: float, *, is_taken: bool) -> None:
    layout = _layout([_page(n, lead=n in SOME) for n in range(5)])
    more, fewer = _cuts(layout, score)
    assert best_cut(layout, {}, [fewer, more], Guide(), []) is (more if is_taken else fewer)


# Headings that are all that a few profiles have


def _headed(layout: Layout, score: float = 0.95) -> tuple[Hypothesis, Hypothesis]:
    """A cut by the headings, and one by the leads, or the heading where there is none."""
    found = {block.text.text: block.index for block in layout.blocks}
    headings = tuple(found[title] for title in TITLES)
    leads = tuple(found.get(lead, heading) for lead, heading in zip(LEADS, headings, strict=True))
    return Hypothesis("title.font-size", headings, (), score), Hypothesis("title.style", leads, (), 0.95)


def _over(pages: Sequence[Sequence[Part]]) -> bool:
    """Whether the headings of pages stand over the leads that most of these have."""
    layout = _layout(pages)
    return _stands_over(layout, {}, *_headed(layout))


@pytest.mark.parametrize(
    ("bare", "is_so"),
    [((), True), ((1,), True), ((0,), True), ((4,), True), ((1, 3), True), ((1, 2, 3), False), (tuple(range(5)), False)],
)
def test_less_than_half_of_the_profiles_may_have_nothing_but_the_heading(bare: Sequence[int], *, is_so: bool) -> None:
    assert _over([_page(n, lead=n not in bare) for n in range(5)]) is is_so


@pytest.mark.parametrize("kind", ["chapter", "label16"])
@pytest.mark.parametrize(("bare", "is_so"), [((), True), ((1,), False)], ids=["none", "one"])
def test_where_some_have_nothing_else_all_headings_are_set_alike(kind: str, bare: Sequence[int], *, is_so: bool) -> None:
    assert _over([_page(n, lead=n not in bare, title=kind if n == 3 else "title") for n in range(5)]) is is_so


def test_headings_in_no_larger_type_stand_over_no_leads() -> None:
    leads = [[] if n == 1 else [("label16", LEADS[n])] for n in range(5)]
    assert not _over([_page(n, lead=False, more=more) for n, more in enumerate(leads)])


@pytest.mark.parametrize(
    "pages",
    [
        [[("tagline", LEADS[1]), *_page(1, lead=False)], _page(2)],
        [[*_page(1, lead=False)], _page(2, more=[("tagline", LEADS[1])])],
    ],
    ids=["under it", "under the next one"],
)
def test_a_heading_stands_over_the_lead_of_its_own_profile(pages: Sequence[Sequence[Part]]) -> None:
    assert not _over([_page(0), *pages, _page(3), _page(4)])


@pytest.mark.parametrize(("score", "is_taken"), [(0.93, True), (0.91, False)])
def test_the_headings_are_the_titles_of_those_with_nothing_else_too(score: float, *, is_taken: bool) -> None:
    layout = _layout([_page(n, lead=n != 1) for n in range(5)])
    headings, leads = _headed(layout, score)
    assert best_cut(layout, {}, [leads, headings], Guide(), []) is (headings if is_taken else leads)
