"""What most profiles of a report have in common: learnt from all, used on each."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from profile_extract.fields.address_blocks import (
    holds_address,
    holds_postal_address,
    opening_address,
    tells_how_to_reach,
    tells_only_in_sentences,
    with_address_apart,
)
from profile_extract.fields.addresses import is_number_alone
from profile_extract.fields.amounts import find_units
from profile_extract.fields.asides import end_in_lines, find_aside_styles, find_closing_style
from profile_extract.fields.bylines import is_byline, names_people
from profile_extract.fields.contact_slots import tells_whole_address
from profile_extract.fields.customs import Customs, learn_customs
from profile_extract.fields.entities import entity_labels, find_entities
from profile_extract.fields.entities.hints import may_begin_with_name
from profile_extract.fields.fact_lines import down_to_facts
from profile_extract.fields.facts import Facts, find_facts
from profile_extract.fields.forms import addresses_of_groups, lines_in_forms, places_in_forms
from profile_extract.fields.idea_lists import tests_of_ideas
from profile_extract.fields.items import Item
from profile_extract.fields.localities import is_postcode_of
from profile_extract.fields.looks import Look, look
from profile_extract.fields.parts import ELECTRONIC, Part, may_be_of_address, split_parts, unlabelled
from profile_extract.fields.persons import reads_as_person
from profile_extract.fields.places import beside_title, is_place_line, place_beginning, place_beside, place_ending
from profile_extract.fields.summaries import find_summary_look, find_tagline_look
from profile_extract.layout.address_lines import is_address_line
from profile_extract.layout.timed import CLOCK, UNTIL
from profile_extract.lexicon import contact_line_field, has_letters, is_closed, names_place
from profile_extract.model import Style
from profile_extract.segment.shapes import is_prose, is_title_like
from profile_extract.segment.titles import count_on, is_number
from profile_extract.structure import Block, Label, Segment, Segmentation

_T = TypeVar("_T")
MOST = 0.5
"""More than this share of profiles makes a norm."""
EMPTY_SHARES = {"section": MOST, "contact": 0.8}
"""Share of the returns of a label with nothing under them, for it to group others only; that of addresses is a known one."""
_TIMES = rf"{CLOCK}(?:{UNTIL}{CLOCK})?(?: ?[-–—:|])?"
_PARTS = r"(?:[a-z]?|[A-Z](?=[.:)])|(?:[-./][A-Z]{0,2}\d+)+[a-zA-Z]?)"
_NUMBERS = rf"[(\[]?(?=[^\s()\[\]]*\d)[A-Z]{{0,4}}[-.]?(?:\d+|[IVX]+){_PARTS}[)\]]?|[IVXLC]+\.\d+"
CODE = re.compile(rf"^(?:{_TIMES}|{_NUMBERS})[.:)]*\s+(?=\S)")
"""A code, number or time before a title: ``(A01)``, ``[S1.2]``, ``III.1``, ``P04.07A``, ``8A.``, ``12.``, ``9.30 – 10.15``."""
_WHEN = re.compile(rf"[^:()]{{0,30}}?(?<![\w:.]){CLOCK}")
FEW_SHARE = 0.2
"""Share of titles that are names of places, up to which these may be so called by chance."""
LEAST_WITH_WORDS = 0.25
"""Share of profiles with more than a number over their titles, for these to show what stands there."""
MOST_WHEN_LINES = 2
CLOSE_LINES, APART_LINES = 0.5, 1.0
"""Space between lines under a title that belong together, and before the text, in lines beyond the usual distance."""
_ARTICLE = re.compile(r"(?<=, )the ")
SERIES_CODE = re.compile(
    r"^(?:\([A-Z]{1,4}[-.]?\d+\)|\[[A-Z]{1,4}[-.]?\d+(?:[-./]\d+)*\]|[A-Z]{1,4}[-.]?\d+[.:)])[.:)]*\s+(?=\S)"
)
"""A code that can be nothing else: ``(A01)``, ``P-12:``."""
_SET_CODE = re.compile(r"[A-Z]{1,4} \d{1,4}[a-z]?[.:]?\s+(?=\S)")
"""A code of letters and a number apart (``B 12 The Rope``): other type tells it from a title, or that most titles have one."""
FEWEST_OF_SERIES = 3
"""Titles with such a code that make a series, where the others have none."""


def set_code_end(title: Block) -> int:
    """Where the title begins behind a code in another type, or in a dump, which has none; 0 if none stands before it."""
    runs, match = title.lines[0].runs, _SET_CODE.match(title.text.text)
    is_set = title.style is None or (match is not None and len(runs) > 1 and runs[1].offset == match.end())
    return match.end() if match and is_set else 0


@dataclass(frozen=True, slots=True)
class Norms:
    """Fields and given names of labels by key; the look of running text; what stands before and under titles."""

    body: Style | None
    fields: dict[str, str]
    names: Mapping[str, str]
    running: Look | None
    facts: Facts
    aside_styles: frozenset[Style]
    closing_style: Style | None
    end_in_lines: bool
    has_codes: bool
    has_counted: bool
    has_series: bool
    has_set_codes: bool
    has_place_titles: bool
    has_few_place_titles: bool
    has_place_lines: bool
    has_place_beginnings: bool
    has_place_endings: bool
    place_look: Look | None
    usual_place: tuple[int, Look] | None
    has_bylines: bool
    customs: Customs
    has_opening_addresses: bool
    organisation_look: Look | None
    byline_look: Look | None
    tagline_look: Look | None
    summary_look: Look | None
    has_times: bool
    has_fact_lines: bool
    has_lone_lines: bool
    has_second_lines: bool
    units: frozenset[str]

    @classmethod
    def of(cls, segmentation: Segmentation) -> Norms:
        """Learn them from all profiles."""
        body = segmentation.layout.body_style
        segments = segmentation.segments
        split = [split_parts(segment, segmentation.labels, body) for segment in segments]
        parts = [with_address_apart(profile, body) for profile in split]
        with_persons = [with_address_apart(profile, body, persons_are_its_own=True) for profile in split]
        fields = _fields(with_persons, segmentation.guide.labels, addresses_of_groups(split, body))
        titles = [segment.title.text.text for segment in segments]
        are_places = list(map(is_place_title, titles))
        return cls(
            body=body,
            fields=fields,
            names=segmentation.guide.names,
            running=_running_look(parts, body),
            facts=find_facts(parts, body),
            aside_styles=find_aside_styles(parts, body),
            closing_style=find_closing_style(parts, body),
            end_in_lines=end_in_lines(parts, body),
            has_codes=bool(titles) and sum(bool(CODE.match(title)) for title in titles) >= MOST * len(titles),
            has_counted=count_on([(s.over_title or (s.title,))[0].text.text for s in segments]),
            has_series=sum(bool(SERIES_CODE.match(title)) for title in titles) >= FEWEST_OF_SERIES,
            has_set_codes=_most(segments, lambda segment: set_code_end(segment.title) > 0),
            has_place_lines=_most(_with_words_over(segments), lambda segment: place_beside(segment) is not None),
            has_place_beginnings=_most(titles, lambda title: place_beginning(title) > 0),
            has_place_endings=_most(titles, lambda title: place_ending(title) > 0),
            place_look=_place_look(segments, parts),
            usual_place=_usual_place(segments),
            has_place_titles=_most(are_places, bool),
            has_few_place_titles=sum(are_places) < FEW_SHARE * len(titles),
            customs=learn_customs(_as_learnt(segmentation, parts, fields), body),
            has_opening_addresses=_most(parts, lambda profile: _opens_with_address(profile, body)),
            organisation_look=_organisation_look(parts, body),
            has_bylines=_most([first for s in segments if (first := first_words(s.under_title))], names_people),
            byline_look=_byline_look(segments),
            tagline_look=find_tagline_look(segments),
            summary_look=find_summary_look(segments, body),
            has_times=_most(segments, lambda s: bool(s.under_title) and opens_with_time(s.under_title[0], body)),
            has_fact_lines=_most(segments, lambda s: down_to_facts(s.under_title) > 0),
            has_lone_lines=body is None and _most(parts, _opens_with_one_line),
            has_second_lines=_most(segments, lambda segment: has_second_line(segment, body)),
            units=find_units(segment.under_title for segment in segments),
        )

    def with_fields(self, labels: Mapping[int, Label]) -> dict[int, Label]:
        """The labels, each with what the text under it has been learnt to be."""
        return {index: label._replace(field=self.fields.get(label.key, label.field)) for index, label in labels.items()}


def has_second_line(segment: Segment, body: Style | None) -> bool:
    """Whether two short lines stand close under a title, the second set as the text and parted from it: a party."""
    if len(segment.under_title) < 3 or body is None:
        return False
    first, second, text = segment.under_title[:3]
    are_close = max(first.gap_lines, second.gap_lines) < CLOSE_LINES and text.gap_lines >= APART_LINES
    are_lines = all(len(block.lines) == 1 and not is_closed(block.text.text) for block in (first, second))
    is_plain = look(second.style) == look(body) != look(first.style) and not is_place_line(first.text.text)
    return are_close and are_lines and is_plain and is_prose(text, body)


def _opens_with_one_line(parts: Sequence[Part]) -> bool:
    """Whether nothing but one short line that is no name stands between the title of a profile and its first label."""
    if not parts or parts[0].label is not None or len(parts) < 2 or len(parts[0].items) != 1:
        return False
    block = parts[0].items[0].block
    text = block.text.text
    is_line = is_title_like(block, None) and block.bullet is None and not is_closed(text) and not is_prose(block, None)
    return is_line and not is_byline(text)


def _as_learnt(
    segmentation: Segmentation, parts: Sequence[Sequence[Part]], fields: Mapping[str, str]
) -> Sequence[Sequence[Part]]:
    """The parts of all profiles, split once more where what is under some label has been learnt, as if it had been known."""
    if all(fields[part.label.key] == part.label.field for profile in parts for part in profile if part.label):
        return parts
    body = segmentation.layout.body_style
    split = (split_parts(segment, segmentation.labels, body, fields) for segment in segmentation.segments)
    return [with_address_apart(profile, body) for profile in split]


def _most(values: Sequence[_T], test: Callable[[_T], bool]) -> bool:
    """Whether more than :data:`MOST` of some values pass a test; no more of them are asked than it takes to know."""
    room = len(values) - MOST * len(values)
    failing = islice((value for value in values if not test(value)), math.ceil(room))
    return len(list(failing)) < room


def _with_words_over(segments: Sequence[Segment]) -> Sequence[Segment]:
    """The profiles but those with only a year over their titles, where others have a place, too; all if these are few."""
    found = [s for s in segments if not s.over_title or not all(is_number(block.text.text) for block in s.over_title)]
    return found if len(found) >= LEAST_WITH_WORDS * len(segments) else segments


def _fields(parts: Sequence[Sequence[Part]], given: Mapping[str, str], in_groups: Set[str]) -> dict[str, str]:
    """What the text under each label is: as given, or by what most of its occurrences hold: an address, nothing, a section.

    Those ``in_groups`` are of addresses.
    """
    under: dict[str, list[tuple[Item, ...]]] = defaultdict(list)
    behind: dict[str, list[bool]] = defaultdict(list)
    own: dict[str, Counter[str]] = defaultdict(Counter)
    for profile in parts:
        for above, part, below in zip((None, *profile), profile, (*profile[1:], None), strict=False):
            if part.label:
                under[part.label.key].append(part.items)
                behind[part.label.key].append(_says_who(above, part) or _heads_address(part, below))
                own[part.label.key][part.label.field] += 1
    fields = {key: counts.most_common(1)[0][0] for key, counts in own.items()}
    in_forms = places_in_forms(parts) | lines_in_forms(parts) | in_groups
    for key, occurrences in under.items():
        if key in given:
            fields[key] = given[key]
        elif fields[key] == "section" and (_most(behind[key], bool) or key in in_forms):
            fields[key] = "contact"
        else:
            fields[key] = _field_of(key, fields[key], occurrences)
    return fields


def _field_of(key: str, field: str, occurrences: Sequence[tuple[Item, ...]]) -> str:
    """What a label announces by what most of its occurrences hold; ``field`` is what it does by its words."""
    if field == "section" and any(_most(occurrences, test) for test in _tests_of_address(key)):
        return "contact"
    if field == "section" and any(_most(occurrences, test) for test in tests_of_ideas(key)):
        return "related"
    if field == "contact" and (_most(occurrences, tells_only_in_sentences) or _most(occurrences, _runs_into_sentence)):
        return "section"
    is_empty = sum(not items for items in occurrences) > EMPTY_SHARES.get(field, 1.0) * len(occurrences)
    return "group" if is_empty else field


def _runs_into_sentence(items: Sequence[Item]) -> bool:
    """Whether a label runs into whole sentences; an address under them is none of what it announces."""
    first = items[:1]
    runs_in = bool(first) and first[0].text.start > first[0].block.text.start and not first[0].text.text.endswith(":")
    return runs_in and tells_only_in_sentences(first)


def _says_who(above: Part | None, part: Part) -> bool:
    """Whether a label is the next line of an address, under how to reach somebody, and runs into the name of a person only."""
    if above is None or not above.items or part.label_block is None or not names_office(part):
        return False
    last, block = above.items[-1].block, part.label_block
    is_under = last.index + 1 == block.index and last.column == block.column and block.gap_lines < CLOSE_LINES
    return is_under and is_address_line(last.lines[-1].text)


def _heads_address(part: Part, below: Part | None) -> bool:
    """Whether a label that runs into the name of a person only is the first line of the address right under it."""
    if below is None or below.label is not None or len(part.items) != 1 or not names_office(part):
        return False
    first = below.items[0].block if below.items else None
    is_next = first is not None and first.index == part.items[0].block.index + 1 and first.gap_lines < CLOSE_LINES
    return is_next and holds_address(below.items)


def names_office(part: Part) -> bool:
    """Whether a label that is the word for an office runs into the name of a person, who holds it (``Director: Ada Berg``)."""
    label, first = part.label, part.items[0].block if part.items else None
    if label is None or label.field != "section" or first is None or first != part.label_block:
        return False
    return "ROLE" in entity_labels(label.key) and reads_as_person(first.lines[0].text[label.value_start :].strip())


def _tests_of_address(key: str) -> Iterator[Callable[[Sequence[Item]], bool]]:
    """What shows that the text under a label is an address.

    Web addresses alone do so if the label ends in a word for a line of an address (``Group website``).
    """
    field = contact_line_field(key) or contact_line_field(key.rpartition(" ")[2])
    yield tells_how_to_reach if field is None else holds_address
    if field == "street" or names_place(key):
        yield tells_whole_address
    if field == "phone":
        yield lambda items: bool(items) and all(is_number_alone(item.text.text) for item in items)
    yield holds_postal_address


def _opens_with_address(profile: Sequence[Part], body: Style | None) -> bool:
    """Whether a whole address stands under the title of a profile, under no label but one of its own lines (``Fax: …``)."""
    label = profile[0].label if profile else None
    is_own = label is None or contact_line_field(label.key) in ELECTRONIC
    return bool(profile) and is_own and opening_address(profile[0].items, body) != (0, 0)


def _running_look(parts: Sequence[Sequence[Part]], body: Style | None) -> Look | None:
    """The look of most prose under no label; that of the body where there is none."""
    looks: Counter[Look] = Counter()
    for profile in parts:
        for item in unlabelled(list(profile)):
            found = look(item.block.style)
            if found and is_prose(item.block, body):
                looks[found] += len(item.text.text)
    return looks.most_common(1)[0][0] if looks else look(body)


def is_place_title(title: str) -> bool:
    """Whether a title is the name of a place and nothing else, a country behind it aside."""
    without_articles = _ARTICLE.sub("", title)
    if len(without_articles) == len(title) and not may_begin_with_name(title):
        return False
    entities = find_entities(title, "PLACE", "COUNTRY")
    covered = sum(_letters(title[e.start : e.end]) for e in entities)
    return any(e.label == "PLACE" for e in entities) and covered >= _letters(without_articles)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def opens_with_time(block: Block, body: Style | None) -> bool:
    """Whether a line under a title says when, and maybe whose it is: it begins with a time of day, a date before it."""
    return len(block.lines) <= MOST_WHEN_LINES and bool(_WHEN.match(block.text.text)) and not is_prose(block, body)


def _byline_look(segments: Iterable[Segment]) -> Look | None:
    """The look of the lines under titles if most of them are names of people."""
    seconds = [first for segment in segments if (first := first_words(segment.under_title))]
    looks = Counter(found for block in seconds if names_people(block) and (found := look(block.style)))
    found, count = looks.most_common(1)[0] if looks else (None, 0)
    return found if count > MOST * len(seconds) else None


def _organisation_look(parts: Sequence[Sequence[Part]], body: Style | None) -> Look | None:
    """The look of the lines between titles and their addresses if most of them name organisations."""
    opening = [profile[0].items for profile in parts if profile and profile[0].label is None]
    firsts = [items[0] for items in opening if items and opening_address(items, body) != (0, 0)]
    named = (item for item in firsts if may_be_of_address(item, body) and "ORG" in entity_labels(item.text.text))
    looks = Counter(found for item in named if (found := look(item.block.style)))
    found, count = looks.most_common(1)[0] if looks else (None, 0)
    return found if count > MOST * len(firsts) else None


def _place_look(segments: Sequence[Segment], parts: Sequence[Sequence[Part]]) -> Look | None:
    """How a place is set that most profiles name on a line of its own away from their titles: over facts, or in a box."""
    looks: Counter[Look] = Counter()
    for segment, profile in zip(segments, parts, strict=True):
        found = [look(block.style) for block in lone_places(segment, profile)]
        looks.update(one for one in set(found) if one is not None and found.count(one) == 1)
    usual, count = looks.most_common(1)[0] if looks else (None, 0)
    return usual if count > MOST * len(segments) else None


def _usual_place(segments: Sequence[Segment]) -> tuple[int, Look] | None:
    """Where most profiles name their place beside their titles, in blocks below these, and how it is set there."""
    places: Counter[tuple[int, Look]] = Counter()
    for segment in segments:
        first = place_beside(segment)
        if first is not None and (found := look(first.style)):
            places[first.index - segment.title.index, found] += 1
    usual, count = places.most_common(1)[0] if places else (None, 0)
    return usual if count > MOST * len(segments) else None


def lone_places(segment: Segment, parts: Iterable[Part]) -> Iterator[Block]:
    """The blocks of a profile under no label, away from its title, that are one line and name a place and nothing else.

    A place behind its postcode is of an address.
    """
    beside = {block.index for block in beside_title(segment)}
    before = ""
    for item in (item for part in parts if part.label is None for item in part.items):
        text = item.text.text
        is_alone = item.block.index not in beside and len(item.block.lines) == 1 and not is_postcode_of(before, text)
        if is_alone and is_place_line(text):
            yield item.block
        before = text


def first_words(blocks: Sequence[Block]) -> Block | None:
    """The first block with a word in it: raised figures that belong to names may stand before them."""
    return next((block for block in blocks if has_letters(block.text.text)), None)
