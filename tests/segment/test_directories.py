"""Directories and catalogues: entries under headings of groups, strips of figures, labels that few entries have."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, Page, extraction_of, laid_out, overlaid, page_of, pdf_report, run_in, text_report, wrapped
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from profile_extract.layout.contents import NO_CONTENTS
from profile_extract.segment import segment
from profile_extract.segment.figures import find_captions
from profile_extract.segment.groups import is_inside_groups
from profile_extract.segment.hypotheses import _candidates, _is_office_holder
from profile_extract.segment.labels import find_labels
from profile_extract.structure import Hypothesis

CLUBS = tuple(f"{what} {where}" for what in ("Chess Club", "Rowing Club", "Choir") for where in ("Gera", "Anklam", "Kappeln"))
GROUPS = ("Sport", "Music", "Neighbours")
NAMES = tuple(f"{first} {last}" for first in ("Ada", "Emil", "Ines") for last in ("Okoro", "Varga", "Prado"))


def _entry(n: int, top: float, *, over: str = "") -> Page:
    """A club, what it does, and how to reach it; a line may stand between the name and that."""
    lines = wrapped(PROSE[n % 5])
    rows = [*([over] if over else []), *lines, f"Mill Lane {n + 2}", "24937 Flensburg", f"ask{n}@club.example"]
    return overlaid(
        page_of([(50, top, CLUBS[n])], "Helvetica-Bold", 11),
        page_of([(50, top + 14 + 12 * k, row) for k, row in enumerate(rows)]),
    )


@pytest.mark.parametrize("address", [("24937 Flensburg", "ropes{n}.example"), ("110 00, Zorgau 1", "Zorgkade {n}")])
def test_entries_that_are_nothing_but_an_address_say_something(address: tuple[str, str]) -> None:
    """There is no electronic address in them that is known without a word for one."""

    def entry(n: int, top: float) -> Page:
        rows = [(50.0, top + 14 + 12 * k, line.format(n=n)) for k, line in enumerate(address)]
        return overlaid(page_of([(50, top, CLUBS[n])], "Helvetica-Bold", 11), page_of(rows))

    report = pdf_report(*(overlaid(*(entry(4 * page + k, 70.0 + 100 * k) for k in range(4))) for page in range(2)))
    found = extraction_of(report).profiles
    assert [profile.title.text for profile in found if profile.title] == list(CLUBS[:8])


def _group(number: int, over: str = "") -> Page:
    entries = (_entry(3 * number + k, 110.0 + 120 * k) for k in range(3))
    head = page_of([(50, 80, GROUPS[number])], "Helvetica-Bold", 16)
    return overlaid(head, *([page_of([(50, 95, over)])] if over else []), *entries)


def test_entries_with_addresses_right_under_headings_are_the_profiles() -> None:
    found = extraction_of(pdf_report(*map(_group, range(3)))).profiles
    assert [profile.title.text for profile in found if profile.title] == list(CLUBS)


@pytest.mark.parametrize(("over", "is_inside"), [("", True), ("Chair: the mason", False)])
def test_headings_of_groups_stand_right_over_the_first_entry(over: str, *, is_inside: bool) -> None:
    layout = laid_out(pdf_report(*(_group(n, over) for n in range(3))))
    cuts = (
        tuple(block.index for block in layout.blocks if block.text.text in names and block.lines[0].bbox.height > 9)
        for names in (CLUBS, GROUPS)
    )
    assert is_inside_groups(layout, {}, *(Hypothesis("title.style", starts, (), 0.9) for starts in cuts)) == is_inside


def test_names_and_affiliations_under_titles_are_no_entries() -> None:
    pages = (
        f"{title}\n\n{NAMES[n]}\n\nCity of Bologna\n\na{n}@ferry.example\n\n{PROSE[n]}\n\nResults: {PROSE[(n + 1) % 5]}\n\n"
        f"Contact\n\n{NAMES[n]}\nCity of Bologna\nMill Lane 16\na{n}@ferry.example"
        for n, title in enumerate(TITLES[:5])
    )
    found = extraction_of(text_report("\f".join(pages))).profiles
    assert [profile.title.text for profile in found if profile.title] == list(TITLES[:5])


FIGURES = (("€ 6.8 m", "Investment"), ("24,500", "Inhabitants"), ("3,90 t", "Coal saved"), ("201", "Running since"))


def _strip(n: int, *, shown: int = 4, own: bool = False, headed: bool = False) -> Page:
    """A title, figures with what they count under them, and a text; the last figure stands under a word at the edge."""
    edges = (50.0, 180.0, 310.0, 450.0)
    figures = [(x, 120.0, f"{figure}{n}") for x, (figure, _) in zip(edges, FIGURES[:shown], strict=False)]
    captions = [
        (x, 134.0, f"{TITLES[n]} {caption}"[-20:] if own else caption)
        for x, (_, caption) in zip(edges, FIGURES[:shown], strict=False)
    ]
    heads = [(x, 104.0, f"{what} now") for x, (_, what) in zip(edges, FIGURES[:shown], strict=False)] if headed else []
    return overlaid(
        page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 20),
        page_of([(450, 60, ("Energy", "Water", "Traffic", "Waste", "Food")[n])], "Helvetica", 8),
        page_of([(50, 100, f"{TITLES[4 - n]} for all of us")], "Helvetica-Oblique", 10),
        page_of(figures, "Helvetica-Bold", 16),
        page_of([*captions, *heads], "Helvetica", 8),
        page_of([(50, 170 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
    )


def test_a_text_over_figures_in_the_type_of_their_labels_is_none() -> None:
    text = "Two years of talks came before the pipe was laid beside the river"
    pages = [overlaid(_strip(n), page_of([(50, 108, text)], "Helvetica", 8)) for n in range(5)]
    labels = [label.key for label in find_captions(laid_out(pdf_report(*pages)))]
    assert labels.count("investment") == 5


def test_what_stands_under_figures_side_by_side_is_their_label() -> None:
    for n, profile in enumerate(extraction_of(pdf_report(*(_strip(n) for n in range(5)))).profiles):
        found = {s.label.text: [p.text for p in s.paragraphs] for s in profile.sections if s.label}
        assert found == {caption: [f"{figure}{n}"] for figure, caption in FIGURES}
        assert PROSE[n] in [value.text for value in profile.narrative]


@pytest.mark.parametrize(
    ("shown", "pages", "headed", "own"), [(1, 5, False, False), (4, 1, False, False), (4, 5, True, False), (4, 5, False, True)]
)
def test_a_figure_alone_or_once_or_under_a_label_has_none_under_it(shown: int, pages: int, *, headed: bool, own: bool) -> None:
    """Nor have those over lines that do not come back."""
    layout = laid_out(pdf_report(*(_strip(n, shown=shown, headed=headed, own=own) for n in range(pages))))
    assert not list(find_captions(layout))


def _labelled(n: int, label: str, font: str = "Helvetica-Oblique") -> Page:
    """A title, a text, an address, and right under it a label in its own type with a short text."""
    return overlaid(
        page_of([(50, 80, f"{TITLES[n % 5]}{('', ' Again', ' Once More')[n // 5]}")], "Helvetica-Bold", 14),
        page_of([(50, 98 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n % 5]))]),
        page_of([(50, 158, f"Mill Lane {n + 2}"), (50, 170, "24937 Flensburg"), (50, 182, f"ask{n}@club.example")]),
        run_in(
            (50, 194, f"{label}: "),
            font,
            f"every {('Monday', 'Friday', 'Sunday')[n // 4]} at {('six', 'seven', 'eight', 'nine')[n % 4]}",
        ),
    )


RARE = (*("Training", "Choir night", "Open house") * 3, "Cider days", "Quiz", "Flea market")


def test_labels_in_italics_are_parts_however_seldom_they_come() -> None:
    pages = [_labelled(n, label) for n, label in enumerate(RARE)]
    labels = [s.label.text for p in extraction_of(pdf_report(*pages)).profiles for s in p.sections if s.label]
    assert labels == list(RARE)


def test_names_before_what_they_say_are_none() -> None:
    said = [run_in((50, 230, f"{NAMES[n]}: "), "Helvetica-Bold", PROSE[n % 5][:60]) for n in range(5)]
    pages = [_labelled(n, label, "Helvetica-Bold") for n, label in enumerate(("Training", "Choir night", "Open house") * 3)]
    between = page_of([(50, 212, "Bring a chair of your own, and a lamp.")])
    pages = [overlaid(page, between, *said[n : n + 1]) for n, page in enumerate(pages)]
    labels = find_labels(laid_out(pdf_report(*pages)), {})
    assert {label.key for label in labels.values()} == {"training", "choir night", "open house"}


def _headed(n: int, *labels: str) -> Page:
    """A title, and texts under headings in one type."""
    tops = (100.0 + 80 * k for k in range(len(labels)))
    parts = [
        (
            page_of([(50, top, label)], "Helvetica-Bold", 11),
            page_of([(50, top + 14 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[(n + j) % 5]))]),
        )
        for j, (label, top) in enumerate(zip(labels, tops, strict=True))
    ]
    return overlaid(page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 18), *(page for pair in parts for page in pair))


def _tinted(page: Page, n: int) -> Page:
    """A page in a colour of its own."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(n / 5, 0.2, 1 - n / 5)
        page(canvas)

    return draw


@pytest.mark.parametrize("tinted", [False, True])
def test_a_heading_in_the_type_of_labels_is_one_where_few_profiles_have_it(tinted: bool) -> None:
    rare = [("Good to know",) if n == 2 else () for n in range(5)]
    pages = [_headed(n, "What you learn", "How it goes", *rare[n]) for n in range(5)]
    pages = [_tinted(page, n) for n, page in enumerate(pages)] if tinted else pages
    labels = find_labels(laid_out(pdf_report(*pages)), {})
    assert sorted(label.key for label in labels.values()) == sorted(["what you learn", "how it goes"] * 5 + ["good to know"])


def test_over_a_number_it_is_the_head_of_a_table() -> None:
    table = overlaid(page_of([(50, 300, "Births")], "Helvetica-Bold", 11), page_of([(50, 314, "4,118 in all")]))
    pages = [_headed(n, "What you learn", "How it goes") for n in range(5)]
    pages[2] = overlaid(pages[2], table)
    labels = find_labels(laid_out(pdf_report(*pages)), {})
    assert {label.key for label in labels.values()} == {"what you learn", "how it goes"}


def test_the_name_over_an_address_is_no_label_though_it_comes_back() -> None:
    pages = [
        overlaid(
            _headed(n, "What you learn"),
            page_of([(50, 200, "Booking")], "Helvetica-Bold", 11),
            page_of([(50, 214, "Museum of the Old Mill")], "Helvetica-Bold", 10),
            page_of([(50, 226, "Office for schools"), (50, 238, "Tel. 0461 555 310"), (50, 250, "schools@mill.example")]),
        )
        for n in range(5)
    ]
    for profile in extraction_of(pdf_report(*pages)).profiles:
        (contact,) = profile.contacts
        assert contact.organization is not None
        assert contact.organization.text == "Museum of the Old Mill"


@pytest.mark.parametrize(("colons", "count"), [((3,), 5), ((0, 1, 2, 3, 4), 5)])
def test_a_title_may_end_in_a_colon(colons: tuple[int, ...], count: int) -> None:
    pages = [
        overlaid(
            page_of([(50, 80, TITLES[n] + (":" if n in colons else ""))], "Helvetica-Bold", 16),
            page_of([(50, 100 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
        )
        for n in range(5)
    ]
    assert len(segment(laid_out(pdf_report(*pages))).segments) == count


def _may_be_titles(*lines: str) -> set[str]:
    """Which of some lines in bold, each over a text, are titles by some sign."""
    pages = [
        overlaid(
            page_of([(50, 80, line)], "Helvetica-Bold", 11),
            page_of([(50, 100 + 12 * k, text) for k, text in enumerate(wrapped(PROSE[n % 5]))]),
        )
        for n, line in enumerate(lines)
    ]
    layout = laid_out(pdf_report(*pages))
    return {block.text.text for _, blocks in _candidates(layout, {}, NO_CONTENTS) for block in blocks}


def test_a_line_with_a_colon_that_comes_back_is_none() -> None:
    found = _may_be_titles(*TITLES[:4], "References:", "References:", f"{TITLES[4]}:")
    assert found == {*TITLES[:4], f"{TITLES[4]}:"}


@pytest.mark.parametrize(
    ("said", "name", "below", "holds"),
    [
        ("Chair:", "Ada Okoro", "ask@club.example", True),
        ("Chair:", "Dr. Ada Okoro", "Tel. 0461 555 310", True),
        ("Project 3:", "Silent Streets", PROSE[0], False),
        ("Chair:", "of the year", "ask@club.example", False),
        ("Chair", "Ada Okoro", "ask@club.example", False),
    ],
)
def test_a_name_in_bold_behind_an_office_is_over_an_address(said: str, name: str, below: str, *, holds: bool) -> None:
    page = overlaid(
        page_of([(50, 160, said)]),
        page_of([(50 + stringWidth(f"{said} ", "Helvetica", 10), 160, name)], "Helvetica-Bold"),
        page_of([(50, 190 + 12 * k, line) for k, line in enumerate(wrapped(below))]),
    )
    layout = laid_out(pdf_report(page))
    assert _is_office_holder(layout.blocks[0], layout) == holds


def test_who_holds_one_is_no_title() -> None:
    said = "Chair:"
    page = overlaid(
        page_of([(50, 80, TITLES[0])], "Helvetica-Bold", 11),
        page_of([(50, 100, said)]),
        page_of([(50 + stringWidth(f"{said} ", "Helvetica", 10), 100, "Ada Okoro")], "Helvetica-Bold"),
        page_of([(50, 130, "ask@club.example"), (50, 180, PROSE[0][:60]), (50, 192, PROSE[0][60:])]),
    )
    layout = laid_out(pdf_report(page))
    found = {block.text.text for _, blocks in _candidates(layout, {}, NO_CONTENTS) for block in blocks}
    assert (TITLES[0] in found, "Chair: Ada Okoro" in found) == (True, False)
