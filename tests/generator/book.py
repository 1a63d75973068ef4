"""A report put together: front matter, groups, profiles, back matter, and what its pages repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from generator.content import Profile, Section
from generator.design import Design
from generator.prose import Writer
from generator.typeset import MARGIN, Element, Placed, Setter, Sheet, Span

_GRID_SHARE = 0.28
"""Width of the labels of a grid, of the column's."""


class Book:
    """One report, set."""

    def __init__(self, rng: Random, design: Design, writer: Writer, profiles: Sequence[Profile]) -> None:
        self.rng, self.design, self.writer = rng, design, writer
        self.words = writer.words
        self.name = rng.choice(self.words.report_titles)
        self.foreword = [writer.paragraph(3) for _ in range(rng.randint(1, 3))]
        self.about = [writer.paragraph(3) for _ in range(rng.randint(1, 3))]
        self.profiles = profiles
        self.chapters: dict[int, str] = {}
        self.sheet = self._set()
        self.pages = 1 + max(line.page for line in self.sheet.lines)
        self.sheet.lines = sorted([*self.sheet.lines, *self._furniture()], key=lambda line: line.page)

    def _set(self) -> Sheet:
        """The body first, whose pages the list of contents then gives."""
        body = [element for profile in self.profiles for element in self._profile(profile)]
        titles = [number for number, element in enumerate(body) if element.kind == "title"]
        setter = self._setter(self.design.columns)
        sheet = setter.set_all(body)
        starts = [sheet.pages[number] for number in titles]
        front = self._front_sheet(starts, 0)
        shift = 1 + max((line.page for line in front.lines), default=-1)
        front = self._front_sheet(starts, shift)
        for profile, page in zip(self.profiles, starts, strict=True):
            if profile.group:
                self.chapters[page + shift] = profile.group
        lines = [*front.lines, *(line._replace(page=line.page + shift) for line in sheet.lines)]
        boxes = [box._replace(page=box.page + shift) for box in sheet.boxes]
        end = 1 + max(line.page for line in lines)
        back = self._setter(1).set_all(list(self._back()))
        lines += [line._replace(page=line.page + end) for line in back.lines]
        return Sheet(lines, boxes)

    def _setter(self, columns: int) -> Setter:
        return Setter(self.design.page, columns, self.design.hyphenates, self.design.justify)

    def _span(self, text: str, kind: str = "body") -> Span:
        return Span(text, self.design.styles[kind])

    def _element(self, kind: str, text: str, style: str = "body", **more: object) -> Element:
        return Element(kind, (self._span(text, style),), **more)  # type: ignore[arg-type]

    def _front_sheet(self, starts: Sequence[int], shift: int) -> Sheet:
        return self._setter(1).set_all(list(self._front(starts, shift)))

    def _front(self, starts: Sequence[int], shift: int) -> Iterator[Element]:
        """Cover, foreword and list of contents."""
        design = self.design
        if design.front:
            yield self._element("report", self.name, "report", before=120.0)
            yield self._element("heading", self.words.foreword, "chapter", start="page", keep=True)
            yield from self._paragraphs(self.foreword, first_gap=True)
            yield self._element("text", self.writer.words.first_names[0] + " " + self.words.surnames[0], before=10.0)
        if design.contents:
            yield self._element("heading", self.words.contents, "chapter", start="page", keep=True)
            for profile, page in zip(self.profiles, starts, strict=True):
                text = f"{profile.code} {profile.title}".strip()
                yield self._element("entry", text, before=design.body.size * 0.5, right=str(page + shift + 1))

    def _back(self) -> Iterator[Element]:
        """What follows the profiles: some words about the report, and a table of all titles."""
        design, start = self.design, "page"
        if design.back:
            yield self._element("heading", self.words.about, "chapter", start=start, keep=True)
            yield from self._paragraphs(self.about, first_gap=True)
        if design.index:
            yield self._element("heading", self.words.index, "chapter", start=start, keep=True)
            for number, profile in enumerate(self.profiles):
                own = (self._span(profile.code or str(number + 1)),)
                yield Element("row", (self._span(profile.title),), before=design.body.size * 0.5, indent=60.0, beside=own)

    def _profile(self, profile: Profile) -> Iterator[Element]:
        design, size = self.design, self.design.body.size
        start = design.start if design.start != "flow" else ""
        if profile.group:
            yield self._element("chapter", profile.group, "chapter", start=start, keep=True, before=3.0 * size)
            start = ""
        title = f"{profile.code} {profile.title}".strip()
        yield self._element("title", title, "title", start=start, keep=design.keeps_titles, before=2.2 * size)
        if profile.tagline:
            gap = 0.3 if design.is_pdf else 1.0
            yield self._element("tagline", profile.tagline, "tagline", before=gap * size, keep=design.keeps_titles)
        if profile.byline:
            yield self._element("byline", profile.byline, "byline", before=0.2 * size, keep=design.keeps_titles)
        text = list(self._narrative(profile))
        yield from text[:-1]
        yield from (replace(last, ends_text=True) for last in text[-1:])
        for section in profile.sections:
            yield from self._section(section)
        if profile.contact:
            yield from self._contact(profile)

    def _paragraphs(self, texts: Sequence[str], *, first_gap: bool) -> Iterator[Element]:
        """Paragraphs told apart as the design has it: by space, by an indent, or by both."""
        form, size = self.design.paragraphs, self.design.body.size
        for number, text in enumerate(texts):
            is_first = number == 0
            gap = 0.8 * size if (is_first and first_gap) or (form != "indent" and not is_first) else 0.0
            first = 1.4 * size if form != "space" and not is_first else 0.0
            yield self._element("text", text, before=gap, first=first)

    def _narrative(self, profile: Profile) -> Iterator[Element]:
        size = self.design.body.size
        texts = list(self._paragraphs(profile.narrative, first_gap=True))
        for number, element in enumerate(texts):
            if profile.footnote and number == 0:
                yield self._with_note(element, profile.footnote)
            else:
                yield element
            if number == 0 and profile.caption:
                yield self._element("caption", profile.caption, "caption", before=0.8 * size)
            if number == 0 and profile.box:
                spans = (self._span(profile.box.label + ": ", "box-label"), self._span(profile.box.paragraphs[0], "box"))
                floats = self.design.box == "float"
                yield Element("box", spans, before=1.0 * size, boxed=True, floats=floats)

    def _with_note(self, element: Element, note: str) -> Element:
        """A paragraph with the mark of a footnote behind its first sentence."""
        style = self.design.body
        first, _, rest = element.spans[0].text.partition(". ")
        mark = Span("1", style._replace(size=style.size * 0.6), style.size * 0.35)
        spans = (Span(first + ".", style), mark, Span(" " + rest, style)) if rest else (Span(first, style),)
        foot = Element("note", (Span("1 " + note, self.design.styles["note"]),))
        return replace(element, spans=spans, note=foot)

    def _section(self, section: Section) -> Iterator[Element]:
        form, size = self.design.label_form, self.design.body.size
        if form == "alone":
            yield self._element("label", section.label, "label", before=1.0 * size, keep=True)
            if section.is_list:
                bullet = self.design.bullet + " "
                for item in section.paragraphs:
                    yield self._element("item", bullet + item, before=0.2 * size)
            else:
                yield from self._paragraphs(section.paragraphs, first_gap=False)
        elif form == "grid":
            width = _GRID_SHARE * (self.design.page[0] - 2 * MARGIN)
            label = (self._span(section.label, "label"),)
            yield Element("text", (self._span(section.paragraphs[0]),), before=0.9 * size, indent=width, beside=label)
        else:
            mark = {"colon": ": ", "styled": ". "}[form]
            spans = (self._span(section.label + mark, "label"), self._span(section.paragraphs[0]))
            yield Element("text", spans, before=0.8 * size)

    def _contact(self, profile: Profile) -> Iterator[Element]:
        size = self.design.body.size
        if self.design.contact == "label":
            label = self.words.contact_label
            label = label.upper() if self.design.label_caps else label
            yield self._element("label", label, "label", before=1.0 * size, keep=True)
        for number, line in enumerate(profile.contact.lines if profile.contact else ()):
            is_apart = number == 0 and self.design.contact != "label"
            yield self._element("address", line, before=1.0 * size if is_apart else 0.0, keep=number < 3)

    def _furniture(self) -> Iterator[Placed]:
        """Running headers and page numbers; the cover has none."""
        first = 1 if self.design.front else 0
        chapter = ""
        for page in range(self.pages):
            chapter = self.chapters.get(page, chapter)
            if page < first:
                continue
            if self.design.header:
                text = chapter if self.design.header == "chapter" and chapter else self.name
                yield self._at_edge(page, text, MARGIN - 26.0)
            if self.design.number_form:
                yield self._at_edge(page, self._number(page), self.design.page[1] - MARGIN + 34.0)

    def _at_edge(self, page: int, text: str, y: float) -> Placed:
        is_right = self.design.is_mirrored and page % 2 == 0
        span = self._span(text, "furniture")
        x = self.design.page[0] - MARGIN - 0.55 * span.style.size * len(text) if is_right else MARGIN
        return Placed(page, 0, x, y, (span,), "furniture")

    def _number(self, page: int) -> str:
        n = page + 1
        forms = {
            "n": str(n),
            "– n –": f"– {n} –",
            "n | title": f"{n} | {self.name}",
            "page n": f"{self.words.page} {n}",
            "n / all": f"{n} / {self.pages}",
        }
        return forms[self.design.number_form]
