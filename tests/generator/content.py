"""What a made report says, profile by profile, and the truth about it in the form of a gold file."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from generator.design import Design
from generator.prose import Contact, Writer
from generator.words import Words

FEWEST_WORDS_OF_A_SPAN = 12
"""Shorter texts of sections are given whole."""
_ENDS = 6
"""Words with which a text is known by its beginning and its end."""
_FEWEST_GROUP = 2
_REPEAT_SHARE = 0.3


@dataclass
class Section:
    """A labelled part: paragraphs, or the items of a list."""

    label: str
    paragraphs: list[str]
    is_list: bool = False


@dataclass
class Profile:
    """One profile as it is meant."""

    title: str
    code: str = ""
    tagline: str = ""
    byline: str = ""
    narrative: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    box: Section | None = None
    caption: str = ""
    footnote: str = ""
    contact: Contact | None = None
    group: str = ""
    """Heading of the group that begins with this profile."""


def write_profiles(rng: Random, design: Design, writer: Writer) -> list[Profile]:
    """All profiles of a report."""
    groups = _groups(rng, design, writer.words)
    return [_profile(rng, design, writer, number, groups.get(number, "")) for number in range(design.count)]


def _groups(rng: Random, design: Design, words: Words) -> dict[int, str]:
    """Which profiles a group begins with, and its heading."""
    if not design.groups:
        return {}
    names = words.chapters if design.groups == "chapters" else words.weekdays
    count = min(rng.randint(3, len(names)), design.count // _FEWEST_GROUP)
    chosen = rng.sample(range(1, design.count // _FEWEST_GROUP), count - 1)
    return dict(zip([0, *(_FEWEST_GROUP * n for n in sorted(chosen))], names, strict=False))


def _profile(rng: Random, design: Design, writer: Writer, number: int, group: str) -> Profile:
    words = writer.words
    length = "long" if design.title_length == "mixed" and rng.random() < 0.5 else "short"
    profile = Profile(writer.title(length), code=_code(design, number), group=group)
    if design.under_title == "tagline":
        profile.tagline = writer.once(writer.clause)
    elif design.under_title == "byline":
        profile.byline = f"{', '.join(writer.person() for _ in range(rng.randint(1, 3)))} ({writer.organisation()})"
    if design.narrative[1]:
        profile.narrative = [writer.paragraph(rng.randint(*design.sentences)) for _ in range(rng.randint(*design.narrative))]
    profile.sections = _sections(rng, design, writer)
    if design.box and rng.random() < 0.8:
        profile.box = Section(words.box_labels[0 if not _clashes(design) else 1], [writer.paragraph(rng.randint(1, 2))])
    if design.captions and profile.narrative and rng.random() < 0.6:
        what = f"{words.figure} {number + 1}: {writer.clause()}" if number % 2 else f"{words.photo}: {writer.person()}"
        profile.caption = what
    if design.footnotes and profile.narrative and rng.random() < 0.4:
        profile.footnote = writer.sentence()
    if design.contact and (design.contact == "label" or not (design.narrative[1] or design.labels) or rng.random() < 0.9):
        profile.contact = writer.contact(has_person=design.has_person, has_words=design.contact_words)
    return profile


def _clashes(design: Design) -> bool:
    """Whether a label of the boxes is one of the text, too."""
    return any(kind == "prose" for kind, _ in design.labels)


def _code(design: Design, number: int) -> str:
    forms = {
        "": "",
        "letter": f"{'ABCD'[number // 9]}{number % 9 + 1:02}",
        "roman": f"{('I', 'II', 'III', 'IV')[number // 9]}.{number % 9 + 1}",
        "number": f"{number + 1}.",
        "bracket": f"(P{number + 1:02})",
    }
    return forms[design.codes]


def _sections(rng: Random, design: Design, writer: Writer) -> list[Section]:
    made = []
    for position, (kind, number) in enumerate(design.labels):
        if position == 0 or rng.random() < design.label_share:
            made.append(_section(rng, design, writer, kind, number))
    if design.repeats_label and made and rng.random() < _REPEAT_SHARE:
        made.append(_section(rng, design, writer, *design.labels[0]))
    if design.swaps_labels and len(made) > 2 and rng.random() < 0.3:
        made[1], made[2] = made[2], made[1]
    return made


def _section(rng: Random, design: Design, writer: Writer, kind: str, number: int) -> Section:
    words = writer.words
    names = {"prose": words.prose_labels, "list": words.list_labels, "value": words.value_labels}[kind]
    label = names[number % len(names)]
    label = label.upper() if design.label_caps else label
    if kind == "value":
        return Section(label, [writer.value(number % len(names))])
    if kind == "list" and design.label_form == "alone":
        return Section(label, [writer.item() for _ in range(rng.randint(2, 5))], is_list=True)
    most = 2 if design.label_form == "alone" else 1
    return Section(label, [writer.paragraph(rng.randint(1, 3)) for _ in range(rng.randint(1, most))])


def gold_of(profiles: list[Profile], design: Design) -> dict[str, Any]:
    """The truth, without the keys that the contract leaves open."""
    return {"complete": True, "profiles": [_gold(profile, design) for profile in profiles]}


def _gold(profile: Profile, design: Design) -> dict[str, Any]:
    sections = [*([profile.box] if profile.box else []), *profile.sections]
    gold: dict[str, Any] = {"title": profile.title}
    if not profile.byline:
        gold["tagline"] = profile.tagline or None
    gold["narrative"] = _narrative(profile, design)
    gold["sections"] = [_section_gold(section) for section in sections]
    gold["contacts"] = [profile.contact.parts] if profile.contact else []
    return gold


def _narrative(profile: Profile, design: Design) -> list[str] | dict[str, Any] | None:
    """Paragraph by paragraph where the page tells them apart and no mark of a footnote stands in them."""
    if not profile.narrative:
        return None
    is_told = design.medium != "raw" and not profile.footnote
    return profile.narrative if is_told else span_of(" ".join(profile.narrative))


def span_of(text: str) -> dict[str, Any]:
    """A text by its beginning, its end and its length in words."""
    words = text.split()
    return {"starts": " ".join(words[:_ENDS]), "ends": " ".join(words[-_ENDS:]), "words": len(words)}


def _section_gold(section: Section) -> dict[str, Any]:
    text = " ".join(section.paragraphs)
    if len(text.split()) < FEWEST_WORDS_OF_A_SPAN:
        return {"label": section.label, "value": text}
    return {"label": section.label, "text": span_of(text)}
