"""What a made report looks like and what its profiles have: drawn once from the seed, the same for the whole report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Any, NamedTuple

from generator.words import LANGUAGES

MEDIA = ("pdf", "spaced", "raw", "paged", "layout", "plain")
"""A PDF, or one of the text dumps: every line followed by an empty one; text with form feeds in the order of the text, the
same with blank lines between blocks, the same set on a grid of characters; paragraphs and nothing else."""
_MEDIA_WEIGHTS = (60, 10, 4, 9, 8, 9)
_DIRECTORY_SHARE = 0.08
_DIRECTORY: dict[str, Any] = {
    "start": "flow",
    "labels": (),
    "label_form": "alone",
    "under_title": "",
    "narrative": (0, 0),
    "contact": "bare",
    "box": "",
    "captions": False,
    "footnotes": False,
}
"""Short records: a name, and the address under it."""
_COLOURS = ("#b03020", "#20508f", "#1f7a4a", "#7a3b8f", "#c06a10")
_BLACK = "#000000"


class Style(NamedTuple):
    """A type: the name of its font, its size in points, its colour."""

    font: str
    size: float
    colour: str = _BLACK


_FAMILIES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
}


@dataclass(frozen=True)
class Design:
    """One report's plan. Lengths are in points, shares between 0 and 1."""

    language: str
    medium: str
    count: int
    page: tuple[float, float]
    columns: int
    start: str
    keeps_titles: bool
    styles: dict[str, Style]
    paragraphs: str
    justify: bool
    hyphenates: bool
    title_length: str
    codes: str
    under_title: str
    narrative: tuple[int, int]
    sentences: tuple[int, int]
    labels: tuple[tuple[str, int], ...]
    label_share: float
    label_form: str
    label_caps: bool
    swaps_labels: bool
    repeats_label: bool
    bullet: str
    contact: str
    has_person: bool
    contact_words: bool
    groups: str
    box: str
    captions: bool
    footnotes: bool
    front: bool
    contents: bool
    back: bool
    index: bool
    header: str
    number_form: str
    is_mirrored: bool
    damages: frozenset[str]

    @property
    def is_pdf(self) -> bool:
        """Whether type and place are seen."""
        return self.medium == "pdf"

    @property
    def body(self) -> Style:
        """The type of the running text."""
        return self.styles["body"]


def draw_design(rng: Random) -> Design:
    """A plan that a person could have made: what tells a title from a label, and a label from text, can be seen."""
    medium = rng.choices(MEDIA, _MEDIA_WEIGHTS)[0]
    is_pdf = medium == "pdf"
    language = rng.choice(LANGUAGES)
    columns = 1 if medium in {"spaced", "plain"} else rng.choice((1, 1, 2))
    labels = _labels(rng, must=not is_pdf)
    start = _start(rng, medium, columns)
    under_title = rng.choices(("", "tagline", "byline"), (50, 30, 20 if is_pdf else 0))[0]
    narrative = (0, 0) if len(labels) > 2 and rng.random() < 0.25 and not under_title else (1, rng.randint(1, 4))
    contact = rng.choices(("", "label", "bare"), (45, 45, 10))[0]
    label_form = _label_form(rng, medium, columns, labels)
    design = Design(
        language=language,
        medium=medium,
        count=rng.randint(6, 18) if start == "page" else rng.randint(8, 28),
        page=_page(rng, start, columns),
        columns=columns,
        start=start,
        keeps_titles=rng.random() < 0.85,
        styles=_styles(rng, label_form),
        paragraphs=rng.choice(("space", "indent", "both")) if is_pdf else "space",
        justify=rng.random() < 0.3,
        hyphenates=medium not in {"spaced", "plain"} and rng.random() < 0.3,
        title_length="short" if medium == "raw" or rng.random() < 0.65 else "mixed",
        codes=rng.choices(("", "letter", "roman", "number", "bracket"), (60, 10, 10, 10, 10))[0],
        under_title=under_title,
        narrative=narrative,
        sentences=(2, rng.randint(3, 6)),
        labels=labels,
        label_share=rng.choice((1.0, 0.9, 0.75)),
        label_form=label_form,
        label_caps=rng.random() < 0.2,
        swaps_labels=rng.random() < 0.15,
        repeats_label=rng.random() < 0.1,
        bullet=rng.choice(("•", "–", "-")),
        contact=contact,
        has_person=rng.random() < 0.3,
        contact_words=rng.random() < 0.6,
        groups=rng.choices(("", "chapters", "weekdays"), (65, 25, 10))[0],
        box=rng.choices(("", "inline", "float"), (70, 18, 12))[0] if is_pdf and narrative[0] else "",
        captions=medium not in {"raw", "layout"} and rng.random() < 0.3,
        footnotes=is_pdf and rng.random() < 0.2,
        front=rng.random() < 0.7,
        contents=rng.random() < 0.6,
        back=rng.random() < 0.4,
        index=rng.random() < 0.3,
        header=rng.choice(("", "title", "chapter")) if medium != "plain" else "",
        number_form=rng.choice(("", "n", "– n –", "n | title", "page n", "n / all")) if medium != "plain" else "",
        is_mirrored=rng.random() < 0.4,
        damages=_damages(rng, medium),
    )
    is_directory = medium not in {"spaced", "raw"} and rng.random() < _DIRECTORY_SHARE
    return replace(design, **_DIRECTORY, count=rng.randint(12, 36)) if is_directory else design


def _labels(rng: Random, *, must: bool) -> tuple[tuple[str, int], ...]:
    """The labels of a report in their order: what stands under each, and its number in the list of such labels."""
    count = rng.choices((0, 1, 2, 3, 4, 5), (25, 12, 18, 18, 15, 12))[0]
    if must:
        count = max(count, 1)
    kinds = [rng.choices(("prose", "list", "value"), (60, 20, 20))[0] for _ in range(count)]
    if kinds:
        kinds[0] = "prose"
    return tuple((kind, number) for number, kind in enumerate(kinds))


def _start(rng: Random, medium: str, columns: int) -> str:
    if medium == "raw":
        return "page"
    return rng.choices(("page", "column", "flow"), (30, 15 if columns > 1 else 0, 55))[0]


def _page(rng: Random, start: str, columns: int) -> tuple[float, float]:
    if columns == 2 and start == "column":
        return (842.0, 595.0)
    return rng.choice(((595.0, 842.0), (595.0, 842.0), (482.0, 680.0) if columns == 1 else (612.0, 792.0)))


def _label_form(rng: Random, medium: str, columns: int, labels: tuple[tuple[str, int], ...]) -> str:
    """How labels stand: alone on a line, running into their text, or to the left of it."""
    if medium == "raw":
        return "colon"
    forms = ["alone", "alone", "colon"]
    if medium == "pdf":
        forms.append("styled")
        if columns == 1 and len(labels) > 1:
            forms += ["grid", "grid"]
    return rng.choice(forms)


def _styles(rng: Random, label_form: str) -> dict[str, Style]:
    family, other = rng.sample(sorted(_FAMILIES), 2)
    plain, bold, italic, bold_italic = _FAMILIES[family]
    size = rng.choice((9.0, 9.5, 10.0, 10.5, 11.0))
    colour, second = rng.sample(_COLOURS, 2)
    title_kind = rng.choice(("bigger", "bigger", "bold", "coloured", "coloured-bigger", "font"))
    title = {
        "bigger": Style(bold, size + rng.choice((2.0, 4.0, 7.0))),
        "bold": Style(bold, size),
        "coloured": Style(bold, size, colour),
        "coloured-bigger": Style(rng.choice((plain, bold)), size + 4.0, colour),
        "font": Style(_FAMILIES[other][0], size + rng.choice((0.0, 1.0))),
    }[title_kind]
    labels = [Style(italic, size), Style(bold_italic, size), Style(bold, size, second)]
    if title_kind in {"bigger", "coloured-bigger"}:
        labels += [Style(bold, size), Style(bold, size)]
    label = rng.choice(labels if label_form in {"styled", "alone", "grid"} else [*labels, Style(plain, size)])
    line = min(size + rng.choice((1.0, 1.5, 2.0)), title.size)
    taglines = [Style(italic, line), Style(_FAMILIES[other][2], line, second), Style(plain, line, second)]
    return {
        "body": Style(plain, size),
        "title": title,
        "label": label,
        "tagline": rng.choice(taglines),
        "byline": Style(italic if label.font != italic else plain, size, _BLACK if label.font != italic else second),
        "caption": Style(rng.choice((plain, italic)), size - 1.5),
        "note": Style(plain, size - 2.0),
        "box": Style(_FAMILIES[other][0], size - 0.5),
        "box-label": Style(_FAMILIES[other][1], size - 0.5),
        "chapter": Style(bold, title.size + 6.0, rng.choice((_BLACK, second))),
        "report": Style(bold, title.size + 14.0),
        "furniture": Style(plain, size - 1.5),
    }


def _damages(rng: Random, medium: str) -> frozenset[str]:
    """What a dump does to letters."""
    if medium == "pdf":
        return frozenset()
    possible = ["ligatures", "doubled-spaces", "unreadable-bullets", "decomposed"]
    if medium == "spaced":
        possible.append("lost-capitals")
    return frozenset(damage for damage in possible if rng.random() < 0.25)
