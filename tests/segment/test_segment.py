"""Where profiles begin and end, and what stands around them."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import pytest
from builders import Page, extraction_of, laid_out, overlaid, page_of, pdf_report, spaced, text_report, typeset
from reportlab.lib.utils import simpleSplit

from profile_extract.fields.warnings import LEAST_CONFIDENCE
from profile_extract.layout.contents import NO_CONTENTS, Contents
from profile_extract.model import Report
from profile_extract.segment import _worth, segment
from profile_extract.segment.choice import _parts_doubled_ones, best_cut, fits
from profile_extract.segment.hypotheses import _candidates, _without_lists, _without_related
from profile_extract.segment.labels import find_labels
from profile_extract.segment.regularity import Records, labels_of
from profile_extract.segment.shapes import is_prose, title_look
from profile_extract.segment.unstyled import _counting
from profile_extract.structure import Guide, Hypothesis, Label, Layout, Segmentation

TITLES = (
    "Chairs After Dark",
    "Apples Behind the Mill",
    "The Counted Steps",
    "Letters for Everybody",
    "A Bell for the Ferry",
    "Bread on Thursdays",
    "The Borrowed Garden",
    "Lamps of the Lower Town",
)
PROSE = (
    "In the second winter the school opened its workshop in the evening, and the neighbours came to mend their chairs.",
    "The council had planned a car park behind the mill, until a petition of bakers turned the plot into an orchard.",
    "Nobody had counted the steps between the station and the river before the walkers painted them on the pavement.",
    "A shop that had been empty for nine years became a place where letters are written for those who cannot write.",
    "The ferry had lost its bell in the flood, and for a year the children of the upper bank called it with a drum.",
    "On the day before market day the ovens of the old barracks are lit, and whoever brings dough may bake it there.",
    "The garden belongs to a hotel that closes in winter; from October on it is dug by a class of the trade school.",
    "When the gas works closed, the lamplighters founded a club that keeps the last forty lamps of the town alight.",
)
COSTS = (
    "Less than a broken window",
    "Four days of work and a press",
    "A bucket of paint",
    "Paper, ink and patience",
    "One bell, second hand",
    "Flour, and the wood",
    "A fence that was not needed",
    "Oil, wicks and a ladder",
)
Part = tuple[str, str]


def _parts(number: int) -> list[Part]:
    """A profile in three kinds of type: title, text, and two labels."""
    body = PROSE[(number + 3) % 8].replace("The", "Later the").replace("On", "Today, on")
    return [
        ("title", TITLES[number]),
        ("text", PROSE[number]),
        ("label", "Results"),
        ("text", body),
        ("label", "Costs"),
        ("text", COSTS[number]),
    ]


def _pages(count: int, before: dict[int, list[Part]] | None = None) -> list[Page]:
    """A page for each profile; ``before`` are parts that stand above some of them."""
    return [typeset(*(before or {}).get(n, []), *_parts(n)) for n in range(count)]


def _dump(number: int) -> str:
    return "\n\n".join(text for _, text in _parts(number))


def _segmented(report: Report) -> Segmentation:
    return segment(laid_out(report))


def _titles(found: Segmentation) -> list[str]:
    return [part.blocks[0].text.text for part in found.segments]


def _cut(found: Segmentation, rule: str) -> list[str]:
    """The blocks that the best cut by one kind of sign begins at."""
    cut = next(hypothesis for hypothesis in found.hypotheses if hypothesis.rule == rule)
    return [found.layout.blocks[start].text.text for start in cut.starts]


def _last(found: Segmentation) -> list[str]:
    """The last block of each profile."""
    return [part.blocks[-1].text.text for part in found.segments]


def _matter(found: Segmentation) -> list[tuple[str, str]]:
    """Kind and first block of each run of matter."""
    return [(matter.kind, matter.blocks[0].text.text) for matter in found.matter]


# Titles


def test_titles_are_known_by_their_style_wherever_they_stand_on_the_page() -> None:
    pages = [typeset(*_parts(n), *_parts(n + 1)) for n in (0, 2, 4)]
    found = _segmented(pdf_report(*pages))
    assert _titles(found) == list(TITLES[:6])
    assert _last(found) == list(COSTS[:6])
    assert found.matter == ()


def test_every_profile_says_how_sure_it_is_and_which_signs_voted_for_it() -> None:
    found = _segmented(pdf_report(*_pages(6)))
    for part in found.segments:
        votes = {vote.rule: vote.score for vote in part.votes}
        assert {"title.style", "title.page-start"} <= votes.keys()
        assert votes["title.style"] > votes["title.page-start"] > 0
        assert max(votes.values()) < part.confidence <= 1.0


def test_a_boundary_that_fewer_signs_share_is_less_sure() -> None:
    found = _segmented(pdf_report(*(typeset(*_parts(n), *_parts(n + 1)) for n in (0, 2, 4))))
    on_top, below = found.segments[2], found.segments[3]
    assert {vote.rule for vote in below.votes} < {vote.rule for vote in on_top.votes}
    assert below.confidence < on_top.confidence


def test_a_profile_that_lacks_what_the_others_have_is_less_sure() -> None:
    pages = _pages(6)
    pages[3] = typeset(*_parts(3)[:2])
    found = _segmented(pdf_report(*pages))
    assert _titles(found) == list(TITLES[:6])
    assert found.segments[3].confidence < min(found.segments[n].confidence for n in (2, 4))


FORM = typeset(
    ("title", "Section I: Who applies"),
    ("text", "Name of the ferry"),
    ("text", "Berth"),
    ("label", "Owner"),
    ("text", PROSE[4]),
    ("title", "Section III: What is asked for"),
    ("text", "A new bell"),
    ("label", "Tick one"),
    ("text", "Large"),
    ("text", "Small"),
    ("title", "Section IV: Signature"),
    ("text", "Date"),
)


def test_the_headings_of_a_form_are_no_profiles_or_doubtful_ones() -> None:
    found = _segmented(pdf_report(FORM))
    assert all(part.confidence < LEAST_CONFIDENCE for part in found.segments)


@pytest.mark.parametrize(("score", "worth"), [(0.7, 0.3), (0.75, 0.3), (0.825, 0.65), (0.9, 1.0), (0.95, 1.0)])
def test_boundaries_count_less_where_the_whole_report_is_hardly_regular(score: float, worth: float) -> None:
    assert _worth(score, is_plain=False) == pytest.approx(worth)


def test_titles_over_nothing_but_prose_must_come_back_more_regularly() -> None:
    assert _worth(0.98, is_plain=True) == pytest.approx(0.6)
    assert _worth(0.94, is_plain=True) < 0.5 < 0.6 < _worth(0.94, is_plain=False)


def test_all_ways_to_cut_the_report_are_kept_the_most_regular_first() -> None:
    found = _segmented(pdf_report(*_pages(6)))
    scores = [hypothesis.score for hypothesis in found.hypotheses]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


def test_a_page_of_a_dump_begins_a_profile() -> None:
    found = _segmented(text_report("\f".join(map(_dump, range(6)))))
    assert _titles(found) == list(TITLES[:6])
    assert _last(found) == list(COSTS[:6])
    assert all("title.page-start" in {vote.rule for vote in part.votes} for part in found.segments)


def test_a_profile_of_a_dump_may_go_on_over_a_page() -> None:
    def pages(number: int) -> str:
        title, text, *rest = (text for _, text in _parts(number))
        return f"{title}\n\n{text}\fand it went on like this for {number} years and more, as all things do.\n\n" + "\n\n".join(
            rest
        )

    found = _segmented(text_report("\f".join(map(pages, range(6)))))
    assert _titles(found) == list(TITLES[:6])
    assert [{block.page for block in part.blocks} for part in found.segments] == [{2 * n + 1, 2 * n + 2} for n in range(6)]


def test_a_page_of_a_spaced_dump_begins_a_profile() -> None:
    def page(number: int) -> str:
        title, text, label, more, costs, value = (text for _, text in _parts(number))
        lines = [title, text[:60] + " ", text[60:], label, more[:55] + " ", more[55:], costs, value]
        return " " + spaced(*lines)

    found = _segmented(text_report("".join(map(page, range(6)))))
    assert _titles(found) == list(TITLES[:6])
    assert _last(found) == list(COSTS[:6])


def test_in_a_dump_without_pages_the_lines_above_the_first_label_open_the_profiles() -> None:
    found = _segmented(text_report("\n\n\n".join(map(_dump, range(6)))))
    assert _titles(found) == list(TITLES[:6])


def test_in_a_dump_without_pages_the_last_short_line_stays_with_its_profile() -> None:
    found = _segmented(text_report("\n\n\n".join(map(_dump, range(6)))))
    assert _last(found) == list(COSTS[:6])


def test_titles_named_in_the_list_of_contents_have_its_vote() -> None:
    rows = "\n".join(f"{title} {number + 2}" for number, title in enumerate(TITLES))
    found = _segmented(text_report("\f".join([f"Inside\n{rows}", *map(_dump, range(8))])))
    assert _titles(found) == list(TITLES)
    assert all("title.contents" in {vote.rule for vote in part.votes} for part in found.segments)
    assert _matter(found)[0][0] == "front"


# What ends a profile


def test_group_headings_in_the_style_of_titles_are_no_profiles() -> None:
    groups: dict[int, list[Part]] = {0: [("title", "In the City")], 3: [("title", "By the River")]}
    found = _segmented(pdf_report(*_pages(6, groups)))
    assert _titles(found) == list(TITLES[:6])
    assert _matter(found) == [("front", "In the City"), ("between", "By the River")]


def test_a_group_heading_at_the_foot_of_the_page_before_is_no_part_of_that_profile() -> None:
    pages = _pages(6)
    pages[2] = typeset(*_parts(2), ("title", "By the River"))
    found = _segmented(pdf_report(*pages))
    assert _titles(found) == list(TITLES[:6])
    assert _last(found)[2] == COSTS[2]
    assert _matter(found) == [("between", "By the River")]


@pytest.mark.parametrize("count", [4, 6, 8])
def test_a_heading_of_a_higher_level_with_its_text_ends_a_profile(count: int) -> None:
    chapter: list[Part] = [("chapter", "By the River"), ("text", PROSE[7].replace("gas works", "harbour"))]
    pages = _pages(count)
    pages.insert(2, typeset(*chapter))
    found = _segmented(pdf_report(*pages))
    assert _titles(found) == list(TITLES[:count])
    assert _matter(found) == [("between", "By the River")]


def test_a_heading_of_a_higher_level_ends_a_profile_in_the_middle_of_a_page() -> None:
    chapter: list[Part] = [("chapter", "By the River"), ("text", PROSE[7].replace("gas works", "harbour"))]
    pages = _pages(6)
    pages[1] = typeset(*_parts(1), *chapter)
    found = _segmented(pdf_report(*pages))
    assert _titles(found) == list(TITLES[:6])
    assert _last(found)[1] == COSTS[1]


def test_front_and_back_matter_stand_in_no_profile() -> None:
    front = typeset(("chapter", "Eight Small Things"), ("text", "A book of the people who made it."), ("text", PROSE[6]))
    back = typeset(("chapter", "How to Take Part"), ("text", PROSE[7]))
    found = _segmented(pdf_report(front, *_pages(5), back))
    assert _titles(found) == list(TITLES[:5])
    assert _matter(found) == [("front", "Eight Small Things"), ("back", "How to Take Part")]


def test_front_and_back_matter_of_a_dump_stand_in_no_profile() -> None:
    front = f"Eight Small Things\n\nA book of the people who made it.\n\n{PROSE[6]}"
    back = f"How to Take Part\n\n{PROSE[7]}"
    found = _segmented(text_report("\f".join([front, *map(_dump, range(6)), back])))
    assert _titles(found) == list(TITLES[:6])
    assert [kind for kind, _ in _matter(found)] == ["front", "back"]


# All of a report


def test_every_block_is_in_one_profile_or_in_matter_in_order() -> None:
    front = typeset(("chapter", "Eight Small Things"), ("text", "A book of the people who made it."))
    found = _segmented(pdf_report(front, *_pages(6, {3: [("title", "By the River")]})))
    profiles = [block.index for part in found.segments for block in part.blocks]
    matter = [block.index for part in found.matter for block in part.blocks]
    assert sorted(profiles + matter) == list(range(len(found.layout.blocks)))
    assert profiles == sorted(profiles)


def test_only_labels_inside_profiles_are_kept() -> None:
    front = typeset(("chapter", "Eight Small Things"), ("label", "Results"), ("text", PROSE[6]))
    found = _segmented(pdf_report(front, *_pages(6)))
    inside = {block.index for part in found.segments for block in part.blocks}
    assert set(found.labels) <= inside
    assert [label.key for label in found.labels.values()] == ["results", "costs"] * 6


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(PROSE),
        "Once\n\nThere was a mill, and then there was none.",
        "one\ntwo\nthree\nfour\nfive\nsix",
        "A single title\n\n" + PROSE[0],
    ],
    ids=["prose", "two lines", "words", "one profile"],
)
def test_a_report_without_repetition_has_no_profiles(text: str) -> None:
    found = _segmented(text_report(text))
    assert found.segments == ()
    assert [block.index for matter in found.matter for block in matter.blocks] == list(range(len(found.layout.blocks)))


def test_a_letter_in_a_pdf_has_no_profiles() -> None:
    page = typeset(("text", "Dear reader,"), *(("text", text) for text in PROSE[:3]), ("text", "Yours, the mill"))
    assert _segmented(pdf_report(page)).segments == ()


def test_a_line_between_title_and_text_does_not_hide_the_title_in_a_dump() -> None:
    pages = (
        f"{title}\n\nNeighbours try it for a year and a day\n\n{text}\n\n" for title, text in zip(TITLES, PROSE, strict=True)
    )
    found = segment(laid_out(text_report("A preface\n\n" + "".join(pages))), {})
    assert [s.blocks[0].text.text for s in found.segments] == list(TITLES)


def test_what_a_title_stands_over_is_no_break() -> None:
    rows = enumerate(zip(TITLES, PROSE, strict=True))
    parts = [(("title", title), ("label", f"Told in {'abcdefgh'[n]} minor"), ("text", text)) for n, (title, text) in rows]
    found = segment(laid_out(pdf_report(*(typeset(*part) for part in parts))), {})
    assert [len(s.blocks) for s in found.segments] == [3] * len(TITLES)


def test_a_profile_with_a_label_less_or_more_than_nearly_all_others_is_less_sure() -> None:
    pages = _pages(8)
    pages[2] = typeset(*_parts(2)[:4])
    pages[5] = typeset(*_parts(5), ("label", "Results"), ("text", PROSE[1].replace("mill", "quay")))
    found = _segmented(pdf_report(*pages))
    assert _titles(found) == list(TITLES[:8])
    sure = min(found.segments[n].confidence for n in (0, 1, 3, 4, 6, 7))
    assert max(found.segments[n].confidence for n in (2, 5)) < sure


def test_a_long_title_and_the_line_under_it_are_no_prose_in_a_dump() -> None:
    titles = [f"{title} and whatever else the neighbours of the quarter made of their empty shops" for title in TITLES[:4]]
    below = [
        f"{text[:30].strip()} is what they learnt from it and tell whoever comes to the door to ask" for text in PROSE[:4]
    ]
    pages = (
        "\n\n".join([title, line, text, "Results", cost])
        for title, line, text, cost in zip(titles, below, PROSE[:4], COSTS, strict=False)
    )
    assert _titles(segment(laid_out(text_report("\f".join(pages))))) == titles


def _listed_page(numbers: Sequence[int]) -> Page:
    """Titles close over a text, two items of a list a little below it, and more space before the next title."""
    bold, plain = [], []
    for place, n in enumerate(numbers):
        top = 30.0 + 90.0 * place
        text = simpleSplit(PROSE[n], "Helvetica", 10, 280)
        items = (f"Whoever has keys to hall {n}", f"Benches and lamps of hall {n}")
        bold.append((50.0, top, TITLES[n]))
        plain += [(50.0, top + 12 * (i + 1), line) for i, line in enumerate(text)]
        plain += [(50.0, top + 12 * len(text) + 18 + 12 * i, line) for i, line in enumerate(items)]
    return overlaid(page_of(bold, "Helvetica-Bold"), page_of(plain))


def test_a_line_nearer_to_what_is_above_it_is_no_title_of_what_is_below() -> None:
    found = _segmented(pdf_report(_listed_page(range(5))))
    assert _titles(found) == _cut(found, "title.style") == list(TITLES[:5])


def test_a_title_alone_at_the_foot_of_a_page_of_a_dump_opens_the_profile_on_the_next() -> None:
    below = [f"{cost} is what it took" for cost in COSTS]
    parts = [[TITLES[n], below[n], PROSE[n], "Results", PROSE[(n + 3) % 8][::-1]] for n in range(6)]
    pages = [[*parts[0], *parts[1], TITLES[2]], [*parts[2][1:], *parts[3]], [*parts[4], *parts[5]]]
    found = segment(laid_out(text_report("\f".join("\n\n".join(page) for page in pages))))
    assert _titles(found) == list(TITLES[:6])


def test_a_value_right_above_the_label_that_opens_a_round_is_no_title() -> None:
    """The first label comes back inside a profile, behind the value of another one."""
    profile = "{}\n\nAim\n\n{}\n\nCosts\n\n{}"
    texts = [profile.format(TITLES[n], PROSE[n], COSTS[n]) for n in range(6)]
    texts[2] += f"\n\nAim\n\n{PROSE[7]}"
    found = segment(laid_out(text_report("\n\n".join(texts))))
    assert _cut(found, "title.before-labels") == list(TITLES[:6])


def test_a_record_of_nothing_but_an_address_has_content() -> None:
    entry = "{}\n\n{} Mill Lane\nNorwich NR1 3JU\nPhone: +44 1603 610 98{}"
    found = segment(laid_out(text_report("\n\n".join(entry.format(TITLES[n], n + 3, n) for n in range(8)))))
    assert _titles(found) == list(TITLES)


def test_an_address_in_several_blocks_is_the_content_of_a_record() -> None:
    entry = "{}\n\n{} Mill Lane\nPhone: +44 1603 610 98{}\n\nferry{}@bank.example"
    found = segment(laid_out(text_report("\n\n".join(entry.format(TITLES[n], n + 3, n, n) for n in range(8)))))
    assert _titles(found) == list(TITLES)


def test_addresses_that_marks_part_in_one_line_are_the_content_of_a_record() -> None:
    entry = "{}\n\n{} Mill Lane • Norwich NR1 3JU\n☎ +44 1603 610 98{} • ferry{}@bank.example"
    found = segment(laid_out(text_report("\n\n".join(entry.format(TITLES[n], n + 3, n, n) for n in range(8)))))
    assert _titles(found) == list(TITLES)


def test_what_follows_the_profiles_without_the_label_that_all_of_them_have_is_none() -> None:
    found = _segmented(pdf_report(*_pages(6), typeset(("title", "About This Booklet"), ("text", PROSE[7]))))
    assert _titles(found) == list(TITLES[:6])
    assert _matter(found) == [("back", "About This Booklet")]


def test_a_foreword_set_as_the_profiles_are_but_without_the_label_that_all_of_them_have_is_none() -> None:
    cover, foreword = typeset(("chapter", "Eight Small Things")), typeset(("title", "Foreword"), ("text", PROSE[7]))
    found = _segmented(pdf_report(cover, foreword, *_pages(6)))
    assert _titles(found) == list(TITLES[:6])


def test_a_heading_set_as_titles_are_ends_the_last_profile_of_those_that_the_contents_name() -> None:
    listed = typeset(("title", "Contents"), *(("text", f"{title} . . . . . {n + 2}") for n, title in enumerate(TITLES[:6])))
    index = typeset(("title", "Overview"), *(("text", title) for title in TITLES[:6]))
    found = _segmented(pdf_report(listed, *_pages(6), index))
    assert _titles(found) == list(TITLES[:6])
    assert "Overview" not in [block.text.text for segment in found.segments for block in segment.blocks]


def test_a_line_no_larger_or_bolder_than_the_text_that_ends_a_profile_is_its_own() -> None:
    letters = "abcdefgh"
    pages = [
        typeset(("label", title), ("text", PROSE[n]), ("name", f"Ana Ruiz {letters[n]}")) for n, title in enumerate(TITLES)
    ]
    found = _segmented(pdf_report(*pages))
    assert [segment.blocks[-1].text.text for segment in found.segments] == [f"Ana Ruiz {letter}" for letter in letters]


def test_marked_names_under_titles_and_set_as_they_are_are_no_titles() -> None:
    pages = [
        typeset(("title", title), ("title" if n % 2 else "text", f"Ana Ruiz{n}, Per Holm{n + 1}"), ("text", PROSE[n]))
        for n, title in enumerate(TITLES)
    ]
    assert _titles(_segmented(pdf_report(*pages))) == list(TITLES)


def test_a_cover_set_as_the_profiles_are_but_without_the_label_that_all_others_have_is_none() -> None:
    cover = typeset(("title", "Eight Small Things"), ("text", PROSE[7]))
    found = _segmented(pdf_report(cover, *_pages(6)))
    assert _titles(found) == list(TITLES[:6])
    assert _matter(found) == [("front", "Eight Small Things")]


def test_a_first_profile_without_labels_is_one_where_another_one_lacks_them_too() -> None:
    pages = [typeset(*_parts(n)[:2]) if n in {0, 3} else typeset(*_parts(n)) for n in range(7)]
    assert _titles(_segmented(pdf_report(*pages))) == list(TITLES[:7])


def test_in_a_dump_without_labels_titles_stand_over_the_texts_and_headings_of_groups_over_titles() -> None:
    pages = [[f"Part {n // 4 + 1}: the quarter"] * (n % 4 == 0) + [TITLES[n], COSTS[n], PROSE[n]] for n in range(8)]
    found = segment(laid_out(text_report("\n\n".join("\n\n".join(page) for page in pages))))
    assert _cut(found, "title.over-text") == list(TITLES)


@pytest.mark.parametrize(
    ("rule", "score", "is_taken"),
    [("title.style", 0.94, True), ("title.style", 0.92, False), ("title.column-start", 0.94, False)],
    ids=["surer", "much less regular", "less sure"],
)
def test_a_finer_cut_is_taken_before_one_by_a_less_sure_sign_that_is_a_little_more_regular(
    rule: str, score: float, is_taken: bool
) -> None:
    layout = laid_out(text_report("\n\n".join(map(_dump, range(6)))))
    coarse = Hypothesis("title.page-start", (0, 12, 24), (), 0.98)
    fine = Hypothesis(rule, (0, 6, 12, 18, 24, 30), (), score)
    assert best_cut(layout, {}, [coarse, fine], Guide(), ()) == (fine if is_taken else coarse)


@pytest.mark.parametrize(("score", "is_taken"), [(0.69, False), (0.71, True)])
def test_a_cut_that_is_hardly_regular_is_none_of_profiles(score: float, is_taken: bool) -> None:
    layout = laid_out(text_report("\n\n".join(map(_dump, range(6)))))
    cut = Hypothesis("title.style", (0, 12, 24), (), score)
    assert best_cut(layout, {}, [cut], Guide(), ()) == (cut if is_taken else None)


def test_a_cut_that_the_report_shows_is_taken_where_its_titles_are_as_the_guide_says() -> None:
    """Its profiles begin with a small line over their titles; another cut has titles of that look, too, but fewer profiles."""
    pages = [typeset(("small", f"In the {5 + n}th year of the ferry"), ("title", TITLES[n]), *_parts(n)[1:]) for n in range(8)]
    layout = laid_out(pdf_report(*pages))
    titles = [block.index for block in layout.blocks if block.text.text in TITLES]
    shown = Hypothesis("title.style", tuple(title - 1 for title in titles), (), 0.98)
    others = Hypothesis("title.page-start", tuple(titles[::2]), (), 0.9)
    look = title_look(layout.blocks[titles[0]])
    assert look is not None
    guide = Guide(title_looks=(look,))
    assert best_cut(layout, {}, [shown, others], guide, ()) == shown
    assert best_cut(layout, {}, [shown, others], Guide(title_rule=others.rule, title_looks=(look,)), ()) == others


def test_a_finer_cut_that_leaves_out_starts_of_the_other_is_not_taken() -> None:
    layout = laid_out(text_report("\n\n".join(map(_dump, range(6)))))
    coarse = Hypothesis("title.page-start", (0, 12, 24), (), 0.98)
    fine = Hypothesis("title.style", (0, 6, 18, 30), (), 0.94)
    assert best_cut(layout, {}, [coarse, fine], Guide(), ()) == coarse


def test_a_report_that_was_cut_by_itself_as_the_guide_says_fits_though_another_cut_that_fits_is_more_regular() -> None:
    layout = laid_out(text_report("\n\n".join(map(_dump, range(6)))))
    coarse = Hypothesis("title.page-start", (0, 12, 24), (), 0.98)
    other = Hypothesis("title.style", (0, 6, 18, 30), (), 0.97)
    fine = Hypothesis("title.style", (0, 6, 12, 18, 24, 30), (), 0.94)
    assert best_cut(layout, {}, [coarse, other, fine], Guide(), ()) == fine
    shown = Segmentation(layout, (), (), {}, Guide(), (coarse, other, fine), fine, ())
    assert fits(shown, Guide(title_rule="title.style"))
    assert not fits(shown, Guide(title_rule="title.page-start"))


def test_a_finer_cut_may_begin_with_the_line_over_a_title() -> None:
    """A code over each title, that the cut by pages leaves out where it is at the top of one."""
    pages = [
        typeset(
            *(part for k in range(2) for part in (("small", f"AB-{2 * n + k}"), ("title", f"{t} {k}"), ("text", PROSE[n])))
        )
        for n, t in enumerate(TITLES)
    ]
    layout = laid_out(pdf_report(*pages))
    titles = [block.index for block in layout.blocks if block.text.text.endswith((" 0", " 1"))]
    coarse = Hypothesis("title.page-start", tuple(titles[::2]), (), 0.98)
    fine = Hypothesis("title.style", tuple(title - 1 for title in titles), (), 0.94)
    assert best_cut(layout, {}, [coarse, fine], Guide(), ()) == fine


def test_a_foreword_set_as_profiles_are_is_none_if_all_of_them_have_a_label() -> None:
    pages = [
        typeset(("title", t), ("label", "Aim"), ("text", PROSE[n]), ("label", "Means"), ("text", PROSE[n]))
        for n, t in enumerate(TITLES)
    ]
    contents = page_of([(50, 60 + 20 * n, f"{title} {n + 3}") for n, title in enumerate(TITLES)])
    foreword = typeset(("title", "Before We Begin"), ("text", PROSE[0]), ("text", PROSE[1]), ("text", PROSE[2]))
    found = extraction_of(pdf_report(contents, foreword, *pages)).profiles
    assert [profile.title.text for profile in found] == list(TITLES)


def test_a_heading_as_large_as_titles_that_ends_a_profile_is_of_what_follows() -> None:
    pages = [
        typeset(("title", t), ("text", PROSE[n]), *([("label16", "Second Day")] * (n == 2))) for n, t in enumerate(TITLES)
    ]
    found = extraction_of(pdf_report(*pages)).profiles
    assert "Second Day" not in [value.text for profile in found for value in (*profile.narrative, *profile.notes)]


def test_texts_tell_the_profiles_of_a_dump_whose_labels_are_headings_of_groups() -> None:
    groups = ["Morning", "", "", "Morning", "", "", "Morning", ""]
    entries = [
        f"{group}\n\n{title}\n\n{text}" if group else f"{title}\n\n{text}"
        for group, title, text in zip(groups, TITLES, PROSE, strict=True)
    ]
    found = segment(laid_out(text_report("\n\n".join(entries))))
    assert _titles(found) == list(TITLES)


def test_of_cuts_of_a_dump_the_one_with_several_times_as_many_profiles_is_taken() -> None:
    layout = laid_out(text_report("\n\n".join(PROSE)))
    few, many = Hypothesis("title.before-labels", (0, 4), (), 0.9), Hypothesis("title.over-text", tuple(range(8)), (), 0.88)
    assert best_cut(layout, {}, [few, many], Guide(), ()) == many
    assert best_cut(layout, {}, [few, many._replace(starts=tuple(range(5)))], Guide(), ()) == few


TOWNS = ("Porto, Portugal", "Ghent, Belgium", "Turin, Italy", "Graz, Austria", "Lyon, France", "Bergen, Norway")


def _of_towns(behind: str = "") -> list[str]:
    return [f"{town}\n\n{PROSE[n]}\n\nSteps on the Quay\n\n{PROSE[n + 1]}{behind}" for n, town in enumerate(TOWNS)]


def test_places_over_texts_of_a_dump_are_titles_and_finer_ones_than_chapters_are() -> None:
    found = segment(laid_out(text_report("\n\n".join(("Water", *_of_towns()[:3], "Roads", *_of_towns()[3:])))))
    assert _cut(found, "title.place") == list(TOWNS)
    layout = found.layout
    chapters = Hypothesis("title.before-labels", (0, 13), (), 0.95)
    places = next(h for h in found.hypotheses if h.rule == "title.place")
    assert best_cut(layout, {}, [chapters, places._replace(score=0.85)], Guide(), ()).rule == "title.place"
    assert best_cut(layout, {}, [chapters, places._replace(score=0.7)], Guide(), ()) == chapters
    assert best_cut(layout, {}, [chapters._replace(starts=(0, 4, 8, 12, 16)), places], Guide(), ()).rule != "title.place"


def test_places_over_texts_are_taken_before_as_many_titles_that_come_back() -> None:
    found = segment(laid_out(text_report("\n\n".join(("Water", *_of_towns())))))
    places = next(h for h in found.hypotheses if h.rule == "title.place")
    steps = [b.index for b in found.layout.blocks if b.text.text == "Steps on the Quay"]
    others = Hypothesis("title.before-labels", tuple(steps), (), 0.9)
    assert best_cut(found.layout, {}, [others, places._replace(score=0.85)], Guide(), ()).rule == "title.place"


def test_numbers_from_1_on_are_taken_in_a_dump_though_a_few_of_the_other_cut_begin_elsewhere() -> None:
    layout = laid_out(text_report("\n\n".join(f"{n}. {title}\n\n{PROSE[n - 1]}" for n, title in enumerate(TITLES, 1))))
    numbered = Hypothesis("title.numbered", tuple(range(0, 16, 2)), (), 0.85)
    few = Hypothesis("title.before-labels", (0, 2, 5), (), 0.9)
    assert best_cut(layout, {}, [few, numbered], Guide(), ()) == numbered
    behind = few._replace(starts=(1, 3, 5))
    assert best_cut(layout, {}, [behind, numbered], Guide(), ()) == numbered
    assert best_cut(layout, {}, [behind, numbered._replace(starts=tuple(range(2, 16, 2)))], Guide(), ()) == behind


def test_towns_without_a_country_where_others_have_one_are_words_of_the_text() -> None:
    entries = [entry.replace("Steps on the Quay", "Bruges") for entry in _of_towns()]
    entries[2] = entries[2].replace(TOWNS[2], "Singapore")
    found = segment(laid_out(text_report("\n\n".join(entries))))
    assert _cut(found, "title.place") == [*TOWNS[:2], "Singapore", *TOWNS[3:]]


COUNTRIES = ("Albania", "Brazil", "Cyprus", "Ghana", "Norway", "Peru")


@pytest.mark.parametrize(
    ("under", "count"),
    [
        ("Consulate of the People\nMill Lane {n}4\n2493{n} Turku", 6),
        ("Consulate of\n{country}\n\nMill Lane {n}4\n2493{n} Turku", 6),
        ("Bells, Ropes and Oars", 0),
    ],
    ids=["an address", "the country once more", "no address"],
)
def test_countries_over_addresses_of_a_dump_are_titles(under: str, count: int) -> None:
    entries = [f"{country}\n\n{under.format(n=n + 1, country=country)}" for n, country in enumerate(COUNTRIES)]
    found = segment(laid_out(text_report("\n\n".join(("Told by others.", *entries)))))
    places = [h for h in found.hypotheses if h.rule == "title.place"]
    assert [found.layout.blocks[start].text.text for h in places for start in h.starts] == list(COUNTRIES[:count])


def test_towns_over_addresses_are_none() -> None:
    towns = ("Turku", "Gera", "Porto", "Leeds", "Ghent", "Bruges")
    entries = [f"{town}\n\nMill Lane {n}4\n2493{n} {town}" for n, town in enumerate(towns, 1)]
    found = segment(laid_out(text_report("\n\n".join(("Told by others.", *entries)))))
    assert "title.place" not in {hypothesis.rule for hypothesis in found.hypotheses}


def test_fewer_places_than_are_no_chance_cut_nothing() -> None:
    found = segment(laid_out(text_report("\n\n".join(_of_towns()[:4]))))
    assert "title.place" not in {hypothesis.rule for hypothesis in found.hypotheses}


def test_a_heading_of_a_dump_that_the_contents_name_ends_the_profile_before() -> None:
    pages = ["\n".join(f"{name} {page}" for name, page in (("Water", 2), ("Roads", 3), ("Thanks", 5)))]
    chapters = ["Water", "Roads"], [_of_towns()[:3], _of_towns()[3:]]
    parts = [f"{name}\n\n{PROSE[7]}" for name in chapters[0]]
    pages += ["\n\n".join((part, *entries)) for part, entries in zip(parts, chapters[1], strict=True)]
    found = segment(laid_out(text_report("\f".join((*pages, f"Thanks\n\n{PROSE[7]}")))))
    assert _titles(found) == list(TOWNS)
    inside = [block.text.text for profile in found.segments for block in profile.blocks]
    assert not {"Roads", "Thanks", PROSE[7]} & set(inside)


def test_a_page_of_a_dump_begins_a_profile_though_its_title_has_lost_its_capitals() -> None:
    titles = [title.lower() if n % 2 else title for n, title in enumerate(TITLES)]
    pages = [f"{title}\n{PROSE[n]}\nCost\n{COSTS[n]}." for n, title in enumerate(titles)]
    pages[4] = pages[4].replace(titles[4], "and the third key.")
    found = segment(laid_out(text_report("\f".join(pages))))
    assert _cut(found, "title.page-start") == [title for title in titles if title != titles[4]]


def test_labels_that_come_back_far_less_often_than_the_records_are_none_of_theirs() -> None:
    labels = {index: Label(index, 0, 5, 5, "break", "section") for index in (0, 2, 4)}
    assert labels_of(labels, range(6, 22)) == {}
    assert labels_of(labels, range(6, 20)) == labels


def test_a_heading_over_a_title_of_a_dump_is_no_part_of_the_record_before() -> None:
    records = [f"{title}\n" + "\n".join(textwrap.wrap(text, 60)) for title, text in zip(TITLES, PROSE, strict=True)]
    records[4] = f"SECOND EVENING\n{records[4]}"
    segmentation = segment(laid_out(text_report("\n".join(records))))
    inside = " ".join(block.text.text for s in segmentation.segments for block in s.blocks)
    assert [s.title.text.text for s in segmentation.segments] == list(TITLES)
    assert "SECOND EVENING" not in inside


def test_titles_in_quotation_marks_may_have_a_full_stop_behind_them() -> None:
    names = ("Ada Okoro.", "Bela Nemeth.", "Carla Ruiz.", "Dora Lind.")
    titles = [f"“{title} and what the whole of the lower town came to learn of it”." for title in TITLES[:4]]
    parts = zip(titles, names, PROSE, strict=False)
    lines = [line for title, name, text in parts for line in (title, name, f"Summary: {text}")]
    segmentation = segment(laid_out(text_report("\n\n".join(lines))))
    assert [s.title.text.text for s in segmentation.segments] == titles


@pytest.mark.parametrize(
    ("between", "score", "is_taken"),
    [(0, 0.81, True), (0, 0.79, False), (2, 0.81, True), (2, 0.79, False), (3, 0.93, True), (3, 0.91, False)],
)
def test_headings_in_larger_type_right_over_more_regular_summaries_are_the_titles_and_one_further_up_over_those_hardly_so(
    between: int, score: float, *, is_taken: bool
) -> None:
    kickers = [("name", "Rope Walk"), ("label", "Lower Town"), ("name", "Third Lane")][:between]
    pages = (typeset(("title", TITLES[n]), *kickers, ("tagline", COSTS[n]), ("text", PROSE[n])) for n in range(8))
    layout = laid_out(pdf_report(*pages))
    count = between + 3
    assert len(layout.blocks) == 8 * count
    titles, summaries = (tuple(range(first, 8 * count, count)) for first in (0, between + 1))
    over, under = Hypothesis("title.style", titles, (), score), Hypothesis("title.style", summaries, (), 0.95)
    assert best_cut(layout, {}, [under, over], Guide(), []) == (over if is_taken else under)
    assert best_cut(layout, {}, [under, over._replace(starts=titles[1:])], Guide(), []) is under


def test_headings_right_over_all_titles_of_a_cut_that_misses_some_are_the_titles() -> None:
    pages = (typeset(("title", TITLES[n]), ("tagline", COSTS[n]), ("text", PROSE[n])) for n in range(8))
    layout = laid_out(pdf_report(*pages))
    titles, summaries = (tuple(range(first, 24, 3)) for first in (0, 1))
    over, under = Hypothesis("title.style", titles, (), 0.93), Hypothesis("title.style", summaries[:7], (), 0.95)
    assert best_cut(layout, {}, [under, over], Guide(), []) is over
    twice = under._replace(starts=(*summaries[:6], summaries[5] + 1))  # two under one heading
    assert best_cut(layout, {}, [twice, over], Guide(), []) is twice


def test_kickers_over_titles_are_not_taken_for_them() -> None:
    layout = laid_out(pdf_report(*(typeset(("name", COSTS[n]), ("title", TITLES[n]), ("text", PROSE[n])) for n in range(8))))
    kickers, titles = (Hypothesis("title.style", tuple(range(first, 24, 3)), (), 0.95 - first / 100) for first in (0, 1))
    assert best_cut(layout, {}, [titles._replace(score=0.96), kickers], Guide(), []) == titles._replace(score=0.96)


@pytest.mark.parametrize(
    ("printed", "top", "is_value"),
    [("Keeper", 60.0, True), ("Keeper", 72.0, False), ("Title", 60.0, False)],
    ids=["on its baseline", "under it", "label of titles"],
)
def test_what_stands_on_the_baseline_of_a_label_is_its_value_and_no_title(printed: str, top: float, is_value: bool) -> None:
    label, value = page_of([(50.0, 60.0, printed)], font="Helvetica-Bold"), page_of([(250.0, top, "Aino Salo")], size=13.0)
    text = page_of([(50.0, 120.0 + 12 * n, line) for n, line in enumerate(textwrap.wrap(PROSE[0], 60))])
    layout = laid_out(pdf_report(overlaid(label, value, text)))
    labels = {0: Label(0, 0, len(printed), len(printed), printed.casefold(), "section")}
    candidates = {block.text.text for _, blocks in _candidates(layout, labels, Contents((), frozenset())) for block in blocks}
    assert ("Aino Salo" not in candidates) is is_value


@pytest.mark.parametrize("first", ["P-{:03} {}", "P-{:03}\n{}", "O{}.1 9:15\n{}", "{:02} {}"])
def test_codes_and_numbers_that_go_up_through_a_dump_cut_it(first: str) -> None:
    parts = enumerate(zip(TITLES, PROSE, strict=True), 1)
    records = [f"{first.format(n, title)}\n" + "\n".join(textwrap.wrap(text, 60)) for n, (title, text) in parts]
    found = extraction_of(text_report("\n".join(records)))
    assert [profile.title.text for profile in found.profiles] == list(TITLES)
    assert "title.numbered" in {hypothesis.rule for hypothesis in found.segmentation.hypotheses}


def test_codes_under_the_names_of_authors_stand_over_no_title() -> None:
    layout = laid_out(text_report("\n\n".join(f"{title}\nP-{n:03}\n{PROSE[n]}" for n, title in enumerate(TITLES, 1) if n < 8)))
    assert list(_counting(layout, ())) == []


def test_a_text_of_a_dump_that_ends_in_an_address_is_prose() -> None:
    entry = f"{PROSE[0][:-1]}, chairs@evening.example"
    title, text = laid_out(text_report(f"{TITLES[0]}\n\n{entry}")).blocks
    assert (is_prose(title, None), is_prose(text, None)) == (False, True)


def _talk(number: int, *, label: str = "") -> tuple[tuple[str, str], ...]:
    """A title, a name, a text, and maybe a label that runs into a line under them."""
    parts = (("title", TITLES[number]), ("name", f"Ana Ruiz, Hall {number}"), ("text", PROSE[number]))
    return (*parts, ("text", f"{label}: {COSTS[number]}")) if label else parts


@pytest.mark.parametrize("front", ["Foreword", "Preface", "Förord"])
def test_a_foreword_set_as_the_profiles_are_is_none_by_its_name(front: str) -> None:
    pages = [typeset(("title", front), ("text", PROSE[7])), *(typeset(*_talk(n)) for n in range(6))]
    assert _titles(_segmented(pdf_report(*pages))) == list(TITLES[:6])


def test_the_heading_of_an_index_ends_the_last_profile() -> None:
    pages = [*(typeset(*_talk(n)) for n in range(6)), typeset(("title", "Index"), *(("text", title) for title in TITLES))]
    found = _segmented(pdf_report(*pages))
    assert _titles(found) == list(TITLES[:6])
    assert _matter(found) == [("back", "Index")]


def test_a_heading_that_comes_back_in_each_profile_is_its_part_whatever_it_is_called() -> None:
    pages = [typeset(*_talk(n), ("label", "Programme"), ("text", PROSE[(n + 1) % 8])) for n in range(6)]
    found = _segmented(pdf_report(*pages))
    assert _titles(found) == list(TITLES[:6])
    assert [label.key for label in found.labels.values()] == ["programme"] * 6


def test_the_headings_of_sessions_with_a_chair_set_as_titles_are_are_none() -> None:
    halls = [(("title", f"Hall of {who}"), ("name", f"Led by Per Holm, {who}")) for who in ("Oslo", "Graz", "Turin")]
    talks = [(("title", title), ("text", f"Ana Ruiz, Hall {n}"), ("text", PROSE[n])) for n, title in enumerate(TITLES)]
    pages = [typeset(*(halls[n // 3] if n % 3 == 0 else ()), *talk) for n, talk in enumerate(talks)]
    assert _cut(_segmented(pdf_report(*pages)), "title.style") == list(TITLES)


def test_profiles_without_the_label_of_the_others_are_told_by_the_names_under_their_titles() -> None:
    pages = [typeset(*_talk(n, label="Keywords" if n in {0, 1, 2, 5} else "")) for n in range(8)]
    assert _titles(_segmented(pdf_report(*pages))) == list(TITLES)


def test_titles_numbered_from_one_on_are_all_of_their_series() -> None:
    layout = laid_out(pdf_report(*(typeset(("title", f"{n + 1}. {TITLES[n]}"), ("text", PROSE[n])) for n in range(8))))
    starts = tuple(range(0, 16, 2))
    cuts = [Hypothesis("title.style", starts[2:], (), 0.98), Hypothesis("title.font", starts, (), 0.85)]
    taken = best_cut(layout, {}, cuts, Guide(), ())
    assert taken is not None
    assert taken.starts == starts


def test_a_series_with_one_left_out_is_no_reason_for_a_less_regular_cut() -> None:
    numbers = (1, 2, 3, 5, 6, 7, 8, 9)
    layout = laid_out(
        pdf_report(*(typeset(("title", f"{number}. {TITLES[n]}"), ("text", PROSE[n])) for n, number in enumerate(numbers)))
    )
    starts = tuple(range(0, 16, 2))
    cuts = [Hypothesis("title.style", starts[2:], (), 0.98), Hypothesis("title.font", starts, (), 0.85)]
    taken = best_cut(layout, {}, cuts, Guide(), ())
    assert taken is not None
    assert taken.starts == starts[2:]


LOOKS = ("title", "chapter", "label16", "tagline", "chapter")
"""How each author of a book has set the title."""


def _submitted(codes: Sequence[str], *before: Page) -> list[str]:
    records = [
        (("text", code), (LOOKS[n % 5], TITLES[n]), ("name", f"Ada Lund and {TITLES[n][0]}. Okoro"), ("text", PROSE[n]))
        for n, code in enumerate(codes)
    ]
    pages = [typeset(*(part for record in records[n : n + 2] for part in record)) for n in range(0, len(records), 2)]
    return [segment.title.text.text for segment in _segmented(pdf_report(*before, *pages)).segments]


def test_records_under_codes_that_count_on_are_profiles_however_each_author_has_set_the_title() -> None:
    codes = ("O1", "O2", "O3", "O4", "P1", "P2", "P3")
    assert _submitted(codes) == list(TITLES[:7])
    contents = typeset(("chapter", "What Is in It"), ("text", "O1 Lamps"), ("text", "O3 Bells"), ("text", "P1 Chairs"))
    assert _submitted(codes, contents) == list(TITLES[:7])


def test_codes_that_end_records_cut_none() -> None:
    records = [(("title", TITLES[n]), ("text", PROSE[n]), ("label", f"P{n + 1} View of the square")) for n in range(8)]
    pages = [typeset(*(part for record in records[n : n + 2] for part in record)) for n in range(0, 8, 2)]
    assert [segment.title.text.text for segment in _segmented(pdf_report(*pages)).segments] == list(TITLES[:8])


def test_codes_of_which_one_is_left_out_say_nothing() -> None:
    assert _submitted(("O1", "O2", "O4", "O5", "P1", "P3", "P4")) != list(TITLES[:7])


def _event(number: int, top: float) -> Page:
    """A kind in small type, a date in bold close under it, and a title nearer to its text than to the date."""
    text = [(50.0, top + 52 + 12 * n, line) for n, line in enumerate(textwrap.wrap(PROSE[number], 50))]
    kind = ("CONCERT", "LECTURE", "TOUR", "READING", "CONCERT", "TOUR")[number]
    return overlaid(
        page_of([(50, top, kind)], size=7),
        page_of([(50, top + 10, f"Mon, {number + 2} May, 7 pm")], "Helvetica-Bold", 9),
        page_of([(50, top + 34, TITLES[number])], "Helvetica-Bold", 14),
        page_of(text),
    )


def _text_at(found: Segmentation, index: int) -> str:
    return found.layout.blocks[index].text.text


def test_a_kind_and_a_date_over_a_title_open_its_profile() -> None:
    found = segment(laid_out(pdf_report(*(overlaid(*(_event(3 * p + k, 40 + 106 * k) for k in range(3))) for p in range(2)))))
    assert [segment.title.text.text for segment in found.segments] == list(TITLES[:6])
    assert {segment.blocks[0].text.text for segment in found.segments} == {"CONCERT", "LECTURE", "TOUR", "READING"}
    assert not any(_text_at(found, cut.starts[0]) == TITLES[0] for cut in found.hypotheses)


def test_what_stands_over_titles_that_the_contents_list_is_of_their_profiles() -> None:
    themes = ("Streets and squares", "Water and green", "Food and trade", "Streets and squares", "Water and green")
    contents = typeset(
        ("chapter", "Contents"),
        ("text", "Foreword ........ 1"),
        *(("text", f"{title} ........ {n + 2}") for n, title in enumerate(TITLES[:5])),
    )
    pages = [typeset(("small", theme), ("title", TITLES[n]), ("text", PROSE[n])) for n, theme in enumerate(themes)]
    found = segment(laid_out(pdf_report(contents, *pages)))
    assert [segment.title.text.text for segment in found.segments] == list(TITLES[:5])
    assert tuple(segment.blocks[0].text.text for segment in found.segments) == themes
    (listed,) = (cut for cut in found.hypotheses if cut.rule == "title.contents")
    assert tuple(_text_at(found, start) for start in listed.starts) == themes


# Labels that announce titles, and books of which each author set a page


def _unit(number: int, *, above: str = "") -> Page:
    """A heading with its kind before its name, over a text and labels; a larger heading may stand over it."""
    over = [("chapter", above)] if above else []
    return typeset(*over, ("title", f"Course unit: {TITLES[number]}"), *_parts(number)[1:])


def test_a_label_set_as_a_heading_with_what_is_behind_it_announces_a_title() -> None:
    found = _segmented(pdf_report(typeset(("title", "Foreword"), ("text", PROSE[7])), *map(_unit, range(6))))
    assert [part.title_label is not None for part in found.segments] == [True] * 6
    assert _titles(found) == [f"Course unit: {title}" for title in TITLES[:6]]


def test_a_label_set_as_a_heading_under_a_larger_one_announces_none() -> None:
    found = _segmented(pdf_report(*(_unit(n, above=TITLES[(n + 1) % 8].upper()) for n in range(6))))
    assert "title.label" not in {hypothesis.rule for hypothesis in found.hypotheses}


def _paged(count: int, *, with_pairs: bool = False) -> tuple[Layout, list[int]]:
    """Profiles of two or three blocks, each on a page of its own or two on one, and where they begin."""
    step = 2 if with_pairs else 1
    layout = laid_out(
        pdf_report(*(typeset(*(p for k in range(n, n + step) for p in _parts(k)[:2])) for n in range(0, count, step)))
    )
    return layout, [block.index for block in layout.blocks if block.text.text in TITLES]


@pytest.mark.parametrize(
    ("rule", "score", "is_taken"),
    [
        ("title.contents", 0.7, True),
        ("title.page-start", 0.7, True),
        ("title.gap", 0.7, False),
        ("title.contents", 0.6, False),
    ],
)
def test_what_opens_every_page_or_is_listed_is_a_title_though_authors_set_it_as_they_liked(
    rule: str, score: float, is_taken: bool
) -> None:
    layout, starts = _paged(8)
    some = Hypothesis("title.font", (starts[1], starts[4], starts[5]), (), 0.8)
    more = Hypothesis(rule, tuple(starts), (), score)
    assert best_cut(layout, {}, [some, more], Guide(), ()) == (more if is_taken else some)
    regular = some._replace(score=0.92)
    assert best_cut(layout, {}, [regular, more._replace(score=0.8)], Guide(), ()) == regular


def test_what_is_listed_but_opens_no_page_is_no_more_than_likely() -> None:
    layout, starts = _paged(8, with_pairs=True)
    some = Hypothesis("title.font", (starts[1], starts[4], starts[5]), (), 0.8)
    assert best_cut(layout, {}, [some, Hypothesis("title.contents", tuple(starts), (), 0.7)], Guide(), ()) == some


def test_a_cover_before_what_is_listed_is_no_profile_where_authors_set_their_pages() -> None:
    layout, starts = _paged(8)
    some = Hypothesis("title.font", (starts[0], starts[4], starts[5]), (), 0.8)
    by_page = Hypothesis("title.page-start", tuple(starts), (), 0.71)
    listed = Hypothesis("title.contents", tuple(starts[1:]), (), 0.7)
    assert best_cut(layout, {}, [some, by_page, listed], Guide(), ()) == listed


def _with_title(number: int, kind: str) -> Page:
    return typeset((kind, TITLES[number]), *_parts(number)[1:])


def test_a_title_set_by_hand_parts_two_profiles_with_all_labels_each() -> None:
    pages = [_with_title(n, "label16" if n == 4 else "title") for n in range(8)]
    assert _titles(_segmented(pdf_report(*pages))) == list(TITLES)


def test_a_heading_set_otherwise_over_a_part_without_the_labels_parts_nothing() -> None:
    pages = [_with_title(n, "title") for n in range(8)]
    pages[4] = typeset(("label16", TITLES[4]), ("text", PROSE[4]), ("text", PROSE[5]))
    assert TITLES[4] not in _titles(_segmented(pdf_report(*pages)))


def test_titles_in_two_sizes_part_the_report_without_the_foreword_that_is_set_as_some_of_them() -> None:
    pages = [_with_title(n, "title" if n % 2 else "label16") for n in range(8)]
    foreword = typeset(("title", "Before We Begin"), ("text", PROSE[0]), ("text", PROSE[1]))
    found = _segmented(pdf_report(foreword, *pages))
    assert _titles(found) == list(TITLES)


def test_a_cut_that_leaves_out_a_title_between_others_parts_no_doubled_ones() -> None:
    layout = laid_out(pdf_report(*_pages(6)))
    labels = find_labels(layout, {})
    titles = [block.index for block in layout.blocks if block.text.text in TITLES]
    records = Records(layout, labels, titles[::2])
    assert _parts_doubled_ones(records, Records(layout, labels, titles))
    assert not _parts_doubled_ones(records, Records(layout, labels, [*titles[:2], *titles[3:]]))


def test_headings_in_the_list_of_contents_extend_no_cut_though_set_as_titles_are() -> None:
    sessions = typeset(*(("title", f"Session {n}") for n in range(1, 4)))
    layout = laid_out(pdf_report(sessions, *(typeset(*_parts(n)) for n in range(6))))
    titles = tuple(block.index for block in layout.blocks if block.text.text in TITLES)
    own, more = Hypothesis("title.style", titles, (), 0.95), Hypothesis("title.font-size", (0, 1, 2, *titles), (), 0.93)
    assert best_cut(layout, {}, [own, more], Guide(), ()) == more
    assert best_cut(layout, {}, [own, more], Guide(), (), Contents(("session",), frozenset({1}))) == own


@pytest.mark.parametrize("kind", ["Session A{n}", "Oral presentations {n}"])
def test_what_a_group_is_and_its_number_is_of_what_follows_with_its_chair_and_room(kind: str) -> None:
    parts = [[f"{code}. {TITLES[code]}", "", PROSE[code], ""] for code in range(8)]
    for number, at in enumerate((1, 4), 1):
        parts[at][3:] = [f"{kind.format(n=number)}: Ropes and Bells", f"Chair: {TITLES[at + 1]}", f"Room 2.{number}", ""]
    found = _segmented(text_report("\n".join(line for part in parts for line in part)))
    assert [segment.blocks[-1].text.text for segment in found.segments] == list(PROSE[:8])


def test_profiles_that_list_others_are_no_list_of_contents() -> None:
    related = [("label", "Related projects"), ("small", TITLES[4]), ("small", TITLES[3])]
    pages = [typeset(("title", t), ("text", PROSE[n]), *related, ("text", PROSE[n][::-1])) for n, t in enumerate(TITLES[:3])]
    layout = laid_out(pdf_report(*pages, *_pages(5)[3:]))
    starts = [block.index for block in layout.blocks if block.style and block.style.size_pt == 16.0]
    assert len(starts) == 5 and list(_without_lists(layout, starts)) == starts


def test_headings_in_a_list_of_contents_without_numbers_are_no_profiles() -> None:
    """They are set as the titles are, and have these under them as profiles have their texts."""
    lists = [
        part for k in range(3) for part in (("title", f"Part {'ABC'[k]}"), *(("text", TITLES[2 * k + n]) for n in range(2)))
    ]
    layout = laid_out(pdf_report(typeset(*lists), *_pages(6)))
    starts = [block.index for block in layout.blocks if block.style and block.style.size_pt == 16.0]
    assert list(_without_lists(layout, starts)) == starts[3:]
    dump = laid_out(text_report("\n\n".join(text for _, text in lists)))
    assert list(_without_lists(dump, starts[:3])) == starts[:3]


def _headed_page(title: str, *labels: str) -> Page:
    """A page under the running header of its magazine: a title, and labels each over its text."""
    labelled = [part for n, name in enumerate(labels) for part in (("label", name), ("text", PROSE[n]))]
    return overlaid(page_of([(50, 30, "Lantern Review")], size=7.0), typeset(("title", title), *labelled))


@pytest.mark.parametrize(("label", "is_inside"), [("Results", True), ("Background", False), ("A word from the mayor", False)])
def test_a_page_without_header_that_begins_with_the_next_label_goes_the_profile_on(label: str, *, is_inside: bool) -> None:
    pages = [_headed_page(title, "Background", "Results", "Costs") for title in TITLES[:5]]
    pages[2] = _headed_page(TITLES[2], "Background")
    pages.insert(3, typeset(("label", label), ("text", PROSE[5])))
    found = extraction_of(pdf_report(*pages)).segmentation.segments
    assert [segment.title.text.text for segment in found] == list(TITLES[:5])
    assert (PROSE[5] in [block.text.text for block in found[2].blocks]) is is_inside


@pytest.mark.parametrize(("label", "is_inside"), [("Results", True), ("Background", False), ("Costs", False)])
def test_behind_the_last_title_such_a_page_goes_on_with_a_label_that_most_profiles_have(
    label: str, *, is_inside: bool
) -> None:
    pages = [
        _headed_page(title, "Background", "Results", *(("Costs", "Costs") if n < 1 else ()))
        for n, title in enumerate(TITLES[:4])
    ]
    pages += [_headed_page(TITLES[4], "Background"), typeset(("label", label), ("text", PROSE[5]))]
    found = extraction_of(pdf_report(*pages)).segmentation.segments
    assert [segment.title.text.text for segment in found] == list(TITLES[:5])
    assert (PROSE[5] in [block.text.text for block in found[-1].blocks]) is is_inside


@pytest.mark.parametrize(("number", "last"), [(2, "Results"), (4, "Results"), (2, None)])
def test_a_page_without_header_under_a_label_at_the_foot_of_the_one_before_is_its_text(number: int, last: str | None) -> None:
    pages = [_headed_page(title, "Background", "Results") for title in TITLES[:5]]
    parts = (("title", TITLES[number]), ("label", "Background"), ("text", PROSE[0]), *((("label", last),) if last else ()))
    pages[number] = overlaid(page_of([(50, 30, "Lantern Review")], size=7.0), typeset(*parts))
    pages.insert(number + 1, typeset(("label10.5", "Doors that stay open"), ("text", PROSE[5])))
    found = extraction_of(pdf_report(*pages)).segmentation.segments
    assert [segment.title.text.text for segment in found] == list(TITLES[:5])
    assert (PROSE[5] in [block.text.text for block in found[number].blocks]) is (last is not None)


@pytest.mark.parametrize(("more", "is_inside"), [(("Results", "Costs"), True), ((), False), (("Letters",), False)])
def test_a_page_of_text_without_header_goes_the_profile_on_if_its_next_labels_follow(
    more: tuple[str, ...], *, is_inside: bool
) -> None:
    pages = [_headed_page(title, "Background", "Results", "Costs") for title in TITLES[:5]]
    pages[2] = _headed_page(TITLES[2], "Background")
    pages.insert(3, typeset(("text", PROSE[5]), *(part for name in more for part in (("label", name), ("text", PROSE[4])))))
    found = extraction_of(pdf_report(*pages)).segmentation.segments
    assert [segment.title.text.text for segment in found] == list(TITLES[:5])
    assert (PROSE[5] in [block.text.text for block in found[2].blocks]) is is_inside


def test_titles_of_others_that_come_twice_are_none_where_they_are_related() -> None:
    layout = laid_out(text_report("\n\n".join([TITLES[0], PROSE[0], TITLES[1], TITLES[2], TITLES[1], PROSE[1]])))
    assert _without_related(layout, {2, 3}, [0, 2, 3, 4]) == [0, 3, 4]
    assert _without_related(layout, set(), [0, 2, 3, 4]) == [0, 2, 3, 4]


def test_a_profile_without_the_label_of_the_others_is_one_though_a_line_stands_over_its_title_as_over_theirs() -> None:
    kickers = ("Hall", "Second room", "By the stairs", "Garden", "The old kitchen", "Attic", "Quay")
    pages = [
        typeset(
            ("small", kicker),
            ("title", title),
            ("text", PROSE[n % 5] * 2),
            *([] if n == 2 else [("label", "Keywords"), ("text", f"{title.split()[-1]}, bread")]),
        )
        for n, (kicker, title) in enumerate(zip(kickers, TITLES, strict=False))
    ]
    layout = laid_out(pdf_report(typeset(("text", "Neighbours at Work")), *pages))
    overs = [block.index for block in layout.blocks if block.text.text in kickers]
    labelled = Hypothesis("title.before-labels", tuple(start for n, start in enumerate(overs) if n != 2), (), 0.95)
    styled = Hypothesis("title.style", tuple(overs), (), 0.94)
    labels = find_labels(layout, {})
    assert best_cut(layout, labels, [labelled, styled], Guide(), ()) == styled


@pytest.mark.parametrize(("kind", "is_title"), [("title", True), ("label", False)])
def test_a_title_may_say_what_a_label_says_in_smaller_type(kind: str, *, is_title: bool) -> None:
    page = typeset(
        ("title", TITLES[0]), ("text", PROSE[0]), ("label", "Aim"), ("text", PROSE[1]), (kind, "Aim"), ("text", PROSE[2])
    )
    layout = laid_out(pdf_report(page))
    labels = {2: Label(2, 0, 3, 3, "aim", "section")}
    found = {block.index for _, blocks in _candidates(layout, labels, NO_CONTENTS) for block in blocks}
    assert (4 in found) is is_title
