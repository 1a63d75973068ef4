"""Related ideas: a list of other practices, each with a title and perhaps a place and a description."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from profile_extract.drafts import Candidate, CityDraft, RelatedDraft, Value
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.items import Item
from profile_extract.fields.looks import Look, look
from profile_extract.fields.parts import index_at
from profile_extract.fields.places import city as make_city
from profile_extract.fields.places import find_place, read_place_line, reads_as_name
from profile_extract.layout.ended import begins_anew
from profile_extract.lexicon import before_page, names_elsewhere
from profile_extract.model import Line
from profile_extract.passage import Passage
from profile_extract.structure import Layout

_IN_BRACKETS = re.compile(r"^(?P<title>.+\S)\s*\((?P<place>[^()]+)\)$")
_PLACE_FIRST = re.compile(r"^(?P<place>[^:–—]{2,60}?)\s*[:–—]\s+(?P<title>\S.*)$", re.DOTALL)
_INITIALS = re.compile(r"\b[^\W\d_]")
_SEPARATOR = re.compile(r"\s*[–—,]\s+|\s+-\s+")
_DESCRIPTION = re.compile(r"\s+[–—-]\s+|:\s+")


def propose(context: ProfileContext) -> Iterator[Candidate]:
    """The list under a label that announces one."""
    for part in context.parts:
        if part.field == "related" and part.items:
            first, is_named = part.items[0].text, part.label is not None and names_elsewhere(part.label.key)
            if _place_line(first) is not None:
                items = [piece for item in part.items for piece in _parted_before_places(item, context.layout)]
            else:
                is_list = _begins_with_place(first, is_named=is_named)
                parted = (_parted_at_places(i, context.layout, is_list=is_list, is_named=is_named) for i in part.items)
                items = [piece for pieces in parted for piece in pieces]
            confidence = round(context.confidence * 0.95, 3)
            drafts = split_over_places(part.items, context.layout, confidence)
            named = [piece for item in items for piece in _without_pages(item, context.layout)]
            drafts = drafts or split_related(named, confidence, is_named=is_named)
            yield Candidate("related", part.block_indices, "related.label", 0.9, drafts)


def _parted_before_places(item: Item, layout: Layout) -> list[Item]:
    """A block of a dump as pieces, each from a line on that is a place and its country, with which the next idea begins."""
    lines = item.block.lines[1:] if item.block.style is None else ()
    texts = [layout.report.passage(line) for line in lines]
    return _cut(item, [text.start for text in texts if "," in text.text and _place_line(text) is not None])


def _cut(item: Item, begins: Iterable[int]) -> list[Item]:
    """An item in pieces, one from each of some offsets into the source on."""
    edges = [0, *(index_at(item.text, begin) for begin in sorted(set(begins))), len(item.text)]
    return [Item(item.block, item.text[start:end].stripped()) for start, end in itertools.pairwise(edges)]


def _parted_at_places(item: Item, layout: Layout, *, is_list: bool, is_named: bool) -> list[Item]:
    """A block as it is, or, where its first line and others begin with a place before a title, a piece from each on.

    In a list of such, known by its first one (``is_list``), also a piece from the line on that is set unlike the title. Where
    its label names other places (``is_named``), an unknown one begins an idea if the line above had room for its first word.
    """
    lines = item.block.lines
    texts = [layout.report.passage(line) for line in lines]
    width = max(len(text) for text in texts)
    begins = [
        text.start
        for above, text in itertools.pairwise(texts)
        if text.start > item.text.start and _begins_with_place(text, is_named=is_named and _has_room(above, text, width))
    ]
    if is_list:
        begins += [line.start for above, line in itertools.pairwise(lines) if _ends_title(above, line, layout)]
    if not begins or not (is_list or _begins_with_place(item.text)):
        return [item]
    return _cut(item, begins)


def _without_pages(item: Item, layout: Layout) -> Iterator[Item]:
    """A block without the page at its end that has the idea, parted where other lines end with the page of one."""
    texts = [layout.report.passage(line).text for line in item.block.lines]
    ends = [line.end for line, text in zip(item.block.lines, texts, strict=True) if before_page(text) < len(text)]
    for piece in _cut(item, [end for end in ends if item.text.start < end < item.text.end]) if ends else (item,):
        end = before_page(piece.text.text)
        yield Item(piece.block, piece.text[:end]) if 0 < end < len(piece.text) else piece


def _has_room(above: Passage, line: Passage, width: int) -> bool:
    """Whether the first word of a line had room in the one above it, in a column of a width in characters."""
    return len(above) + 1 + len(line.text.split()[0]) <= width


def _ends_title(above: Line, line: Line, layout: Layout) -> bool:
    """Whether a line that ends in the type of a title, behind its place or not, stands over one in another type."""
    is_other = bool(above.runs and line.runs) and look(above.runs[-1].style) != look(line.runs[0].style)
    return is_other and not _begins_with_place(layout.report.passage(line))


def _begins_with_place(text: Passage, *, is_named: bool = False) -> bool:
    """Whether a title stands behind a place; behind what may be the name of one, where the label promises that."""
    match = _PLACE_FIRST.match(text.text)
    if match is None:
        return False
    place = text[match.start("place") : match.end("place")].stripped()
    return _place_line(place) is not None or (is_named and reads_as_name(place.text))


def split_related(items: Sequence[Item], confidence: float, *, is_named: bool = False) -> tuple[RelatedDraft, ...]:
    """The ideas of a list, in order; a name before a title is of a place where its label says so (``is_named``)."""
    return tuple(_idea(group, confidence, is_named=is_named) for group in _groups(items))


def split_over_places(items: Sequence[Item], layout: Layout, confidence: float) -> tuple[RelatedDraft, ...]:
    """The ideas of a list in a dump, each a title, the line of its place and its country, and perhaps a description.

    Or the title ends with the place in brackets. Empty where the list is none of such. What stands between two places is the
    description of one idea and the title of the next: that begins with the last line that may begin a text, best one whose
    first word had room in the line above.
    """
    blocks = [item.block for item in items] if items[0].block.style is None else []
    lines = [layout.report.passage(line) for block in blocks for line in block.lines]
    places = [n for n, text in enumerate(lines) if "," in text.text and _place_line(text) is not None]
    ends = [n for n, text in enumerate(lines) if _ends_in_place(text)] if not places else []
    if (places and (places[0] == 0 or any(b - a < 2 for a, b in itertools.pairwise(places)))) or not (places or ends):
        return ()
    width = max(len(text.text) for text in lines)
    over = [(above + 1, below) for above, below in itertools.pairwise(places)]
    over += [(above + 1, below + 1) for above, below in itertools.pairwise(ends)]
    titles = [0, *(_title_between(lines, *between, width) for between in over)]
    behind = {n + 1 for n in (*places, *ends) if n + 1 < len(lines)}
    begins = [lines[n].start for n in sorted({*titles, *places, *behind})]
    inside = ((item, bisect_right(begins, item.text.start), bisect_left(begins, item.text.end)) for item in items)
    pieces = [piece for item, first, last in inside for piece in _cut(item, begins[first:last])]
    named = {lines[title].start for title in titles}
    firsts = [n for n, piece in enumerate(pieces) if piece.text.start in named]
    if len(firsts) != len(titles):
        return ()
    return tuple(_idea(pieces[a:b], confidence) for a, b in itertools.pairwise([*firsts, len(pieces)]))


def _ends_in_place(line: Passage) -> bool:
    """Whether a line ends with a place in brackets, and with its region or country behind a comma if nobody knows it."""
    match = _IN_BRACKETS.match(line.text)
    if match is None or any(map(str.isdecimal, match["place"])):
        return False
    place = line[match.start("place") : match.end("place")]
    return _place_line(place) is not None or (place.text.count(",") == 1 and all(map(reads_as_name, place.text.split(", "))))


def _title_between(lines: Sequence[Passage], first: int, place: int, width: int) -> int:
    """The line from ``first`` on with which the title over a place begins, in a column of a width in characters."""
    may_begin = [n for n in range(first, place) if n == first or begins_anew(lines[n].text)]
    with_room = [n for n in may_begin if n > first and _has_room(lines[n - 1], lines[n], width)]
    return (with_room or may_begin)[-1]


def _groups(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The blocks of each idea: it begins at a place line, else at a bullet, else in the look the list begins with."""
    starts = _starts(items)
    bounds = [*starts, len(items)]
    for start, end in itertools.pairwise(bounds):
        yield list(items[start:end])


def _starts(items: Sequence[Item]) -> list[int]:
    places = [i for i, item in enumerate(items) if _place_line(item.text) is not None]
    bullets = [i for i, item in enumerate(items) if item.block.bullet is not None]
    for found in (places, _titled(items), bullets):
        if found and found[0] == 0:
            return found
    first = look(items[0].block.style)
    if first is None or all(look(item.block.style) == first for item in items):
        return list(range(len(items)))
    return [i for i, item in enumerate(items) if look(item.block.style) == first]


def _titled(items: Sequence[Item]) -> list[int]:
    """The items that begin with a place before a title, if all others are set unlike these titles: descriptions."""
    titled = [i for i, item in enumerate(items) if _begins_with_place(item.text)]
    looks = {_look_of_line(items[i]) for i in titled}
    others = {_look_of_line(item) for i, item in enumerate(items) if i not in titled}
    return titled if None not in looks and looks.isdisjoint(others) else []


def _look_of_line(item: Item) -> Look | None:
    """How the line that an item begins in ends."""
    line = max((line for line in item.block.lines if line.start <= item.text.start), key=lambda line: line.start)
    return look(line.runs[-1].style) if line.runs else None


def _place_line(text: Passage, confidence: float = 1.0) -> CityDraft | None:
    return read_place_line(text, "related.place-line", confidence)


def _idea(items: Sequence[Item], confidence: float, *, is_named: bool = False) -> RelatedDraft:
    city = _place_line(items[0].text, confidence)
    texts = [item.text for item in items[1 if city else 0 :]]
    if city is None and len(texts) > 1 and ("," in texts[1].text or _has_page(items[1])):
        city = _place_line(texts[1], confidence)
        texts = [texts[0], *texts[2:]] if city else texts
    if not texts:
        return RelatedDraft(city=city)
    title, rest = texts[0], texts[1:]
    if city is None:
        title, city = _without_place(title, confidence, is_named=is_named)
    if not rest and city is None:
        title, rest = _with_description(title)
    return RelatedDraft(
        title=Value.verbatim(title, "related.title", confidence),
        description=_description(rest, confidence),
        city=city,
    )


def _has_page(item: Item) -> bool:
    """Whether the block of an item says on which page something is, behind where it is."""
    return before_page(item.block.text.text) < len(item.block.text.text)


def _description(texts: Sequence[Passage], confidence: float) -> Value | None:
    """The blocks under a title as one text."""
    if not texts:
        return None
    whole = texts[0]
    for text in texts[1:]:
        whole = Passage.joined([whole.edited(len(whole), len(whole), " ", "join-blocks"), text])
    return Value.verbatim(whole, "related.description", confidence)


def _without_place(title: Passage, confidence: float, *, is_named: bool) -> tuple[Passage, CityDraft | None]:
    """A title parted from the place printed with it: before a colon or dash, behind one, or in brackets."""
    for pattern in (_IN_BRACKETS, _PLACE_FIRST):
        match = pattern.match(title.text)
        if match and not _are_initials(match["place"], match["title"]):
            place = title[match.start("place") : match.end("place")].stripped()
            city = _place_line(place, confidence) or (_town_in_region(place, confidence) if pattern is _IN_BRACKETS else None)
            if city is None and is_named and pattern is _PLACE_FIRST and reads_as_name(place.text):
                city = make_city(place, None, None, "related.place-line", confidence)
            if city is not None:
                return title[match.start("title") : match.end("title")], city
    for separator in _SEPARATOR.finditer(title.text):
        place, own = title[separator.end() :], title[: separator.start()]
        city = None if _are_initials(place.text, own.text) else _place_line(place, confidence)
        if city is not None:
            return own, city
    return title, None


def _are_initials(text: str, title: str) -> bool:
    """Whether a text is what a title is called for short (``Groupes Action-Projet (GAP)``)."""
    initials = "".join(_INITIALS.findall(title))
    capitals = "".join(filter(str.isupper, initials))  # small words have none
    return text.isupper() and text in {initials.upper(), capitals}


def _town_in_region(place: Passage, confidence: float) -> CityDraft | None:
    """The city of a known town and, behind a comma, a region that nobody knows."""
    town, comma, region = place.text.partition(", ")
    if not comma or find_place(town) is None or not reads_as_name(region):
        return None
    return make_city(place[: len(town)], None, None, "related.place-line", confidence)


def _with_description(title: Passage) -> tuple[Passage, list[Passage]]:
    """A title parted from a description printed in one block with it."""
    match = _DESCRIPTION.search(title.text)
    if not match or len(title.text) < 60:
        return title, []
    return title[: match.start()], [title[match.end() :]]
