"""Profiles of a page with a box of facts beside the text, and in that labels over headlines, each over a text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PAGE, Page, pdf
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from profile_extract.drafts import ProfileDraft
from profile_extract.pipeline import analyse_bytes
from profile_extract.settings import Settings

RED, BLUE = HexColor("#b03020"), HexColor("#204080")
STYLES = {
    "over": ParagraphStyle("over", fontName="Helvetica", fontSize=7, leading=9, textColor=BLUE),
    "title": ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=20, leading=24, spaceAfter=6),
    "short": ParagraphStyle("short", fontName="Helvetica-Bold", fontSize=16, leading=20, spaceAfter=6, textColor=BLUE),
    "fact": ParagraphStyle("fact", fontName="Helvetica-Bold", fontSize=7, leading=9, spaceBefore=6, textColor=BLUE),
    "box": ParagraphStyle("box", fontName="Helvetica-Bold", fontSize=9, leading=11, spaceBefore=12, textColor=BLUE),
    "idea": ParagraphStyle("idea", fontName="Helvetica-Bold", fontSize=8.5, leading=10.5, spaceBefore=4),
    "label": ParagraphStyle("label", fontName="Helvetica-Bold", fontSize=7.5, leading=9, spaceBefore=10, textColor=RED),
    "headline": ParagraphStyle("headline", fontName="Helvetica-Bold", fontSize=10, leading=12, spaceBefore=3),
    "text": ParagraphStyle("text", fontName="Helvetica", fontSize=8.5, leading=10.5, spaceBefore=1),
}
WORKSHOPS = (
    "Bell Ropes",
    "Warm Ovens",
    "The Last Ferry",
    "Lamp Oil",
    "Orchard Walls",
    "River Steps",
    "Old Letters",
    "Night Bread",
)
FULL = 6
"""Workshops with a page of their own; the others are short."""
TOWNS = (
    "Lyon (69)",
    "Brest (29)",
    "Nantes (44000)",
    "Saint-Hix-le-Pont (21)",
    "Dijon (21)",
    "Rennes (35)",
    "Angers (49)",
    "Tours",
)
PARTS = (
    (
        "Who is behind it",
        "A club of {0} lends its rooms for a year",
        "The club has rooms behind the mill and lends them to all who",
    ),
    ("What was missing", "Nobody in {0} knew where to ask", "For years those who came to the town hall were sent away to"),
    ("What was tried", "Open doors at {0} on each second day", "A list on the door says who is in and for how long, and what"),
)
TAIL = "it costs, which is nothing for children and little for those who are older than that, as everybody here agrees by now."
INTRO = (
    "Those who come for the first time are shown around by somebody from the town who has been here before, and who is paid"
)


def _draw(canvas: Canvas, x: float, top: float, width: float, parts: Sequence[tuple[str, str]]) -> float:
    for style, text in parts:
        paragraph = Paragraph(text, STYLES[style])
        _, height = paragraph.wrap(width, PAGE[1])
        top += STYLES[style].spaceBefore
        paragraph.drawOn(canvas, x, PAGE[1] - top - height)
        top += height + STYLES[style].spaceAfter
    return top


def _facts(number: int) -> list[tuple[str, str]]:
    values = (TOWNS[number], ("water", "bread", "light")[number % 3], f"Round {number % 4 + 1}")
    return [
        part
        for label, value in zip(("LIEU", "THEME", "ROUND"), values, strict=True)
        for part in (("fact", label), ("text", value))
    ]


def _workshop(number: int, *, is_introduced: bool) -> Page:
    """A workshop on a page of its own: facts and others like it at the left, the text at the right."""
    others = [WORKSHOPS[number - 1], WORKSHOPS[number - 2]]
    ideas = [
        part
        for other in others
        for part in (("idea", other), ("text", f"What is done at {other} in the evening hours, and by whom."))
    ]

    def draw(canvas: Canvas) -> None:
        top = _draw(canvas, 30, 20, 340, [("over", "WORKSHOP"), ("title", WORKSHOPS[number])])
        _draw(canvas, 30, top, 95, [*_facts(number), ("box", "À découvrir aussi"), *ideas])
        intro = [("text", f"{INTRO} for that. {TAIL}")] if is_introduced else []
        parts = [
            part
            for label, headline, text in PARTS
            for part in (("label", label), ("headline", headline.format(WORKSHOPS[number])), ("text", f"{text} {TAIL}"))
        ]
        _draw(canvas, 150, top, 220, [*intro, *parts])

    return draw


def _short_ones(numbers: Sequence[int]) -> Page:
    """Several on one page, set smaller, with facts only."""

    def draw(canvas: Canvas) -> None:
        top = 40.0
        for number in numbers:
            top = _draw(canvas, 30, top + 20, 340, [("short", WORKSHOPS[number]), *_facts(number)])

    return draw


@pytest.fixture(scope="module")
def profiles() -> Sequence[ProfileDraft]:
    pages = [_workshop(number, is_introduced=number == 2) for number in range(FULL)]
    return analyse_bytes(pdf(*pages, _short_ones((6, 7))), "workshops.pdf", Settings()).profiles


def test_what_has_all_labels_of_the_others_once_is_a_profile_however_its_title_is_set(
    profiles: Sequence[ProfileDraft],
) -> None:
    assert [profile.title.text for profile in profiles] == list(WORKSHOPS)


def test_labels_over_headlines_that_come_back_in_order_are_labels(profiles: Sequence[ProfileDraft]) -> None:
    for number, profile in enumerate(profiles[:FULL]):
        found = [(s.label.text, s.paragraphs[0].text) for s in profile.sections if s.label][3:]
        assert found == [(label, headline.format(WORKSHOPS[number])) for label, headline, _ in PARTS]


def test_a_text_far_wider_than_a_box_is_none_of_it(profiles: Sequence[ProfileDraft]) -> None:
    assert [idea.title.text for idea in profiles[2].related_ideas] == ["Warm Ovens", "Bell Ropes"]
    assert [text.text for text in profiles[2].narrative] == [f"{INTRO} for that. {TAIL}"]


def test_a_town_before_the_number_of_its_department_is_the_city(profiles: Sequence[ProfileDraft]) -> None:
    cities = [
        profile.city and (profile.city.name.text, profile.city.country_code and profile.city.country_code.text)
        for profile in profiles
    ]
    assert cities == [
        ("Lyon", "FR"),
        ("Brest", "FR"),
        ("Nantes", "FR"),
        ("Saint-Hix-le-Pont", None),
        ("Dijon", "FR"),
        ("Rennes", "FR"),
        ("Angers", "FR"),
        ("Tours", "FR"),
    ]
