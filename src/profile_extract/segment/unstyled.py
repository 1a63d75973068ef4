"""Signs of titles that a dump has only, where no type tells them: what counts, what runs into a text, what stands over one."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from profile_extract.gazetteer import find_country_code, find_name
from profile_extract.layout.address_lines import is_of_address
from profile_extract.layout.bylines import is_author_line, is_marked
from profile_extract.layout.codes import FEWEST_COUNTED, are_rising, counter_of, counting, is_names, is_when
from profile_extract.layout.run_ins import is_parted
from profile_extract.layout.timed import is_time_and_room
from profile_extract.lexicon import is_closed, label_key
from profile_extract.segment.shapes import MOST_SHORT_CHARS, MOST_TITLE_CHARS, address_lines, is_prose
from profile_extract.segment.titles import is_number
from profile_extract.structure import Block, Label, Layout, stands_alone

APART_SHARE = 0.6
"""Share of the codes on lines of their own that begin apart from what is above, for them to stand over titles."""
MOST_OF_ENTRY = 8
"""Blocks of an entry of a directory, a heading between two of them included: a name, and an address of several lines."""
MOST_OVER_ADDRESS = 3
"""Blocks under a country down to that with the address of an office: a name, and perhaps a second one."""
MOST_PLACE_CHARS = 50
"""Longest line that is a place and its country, in characters; those of 35 cities have up to 38."""
QUOTES = "\"'“‘«„"
DIFFERENT_SHARE = 0.7
"""Share of the names under titles that differ: running lines and labels come back."""
SIGNED_SHARE = 0.6
"""Share of the titles of a dump that have a name over them, for the names to be of what is above."""
TOWN_AND_COUNTRY = 2
"""Names in a line that is a town and its country."""
SAME_ROUND_SHARE = 0.6
"""Share of the rounds of labels that begin, and end, with the same one, and of those behind which a title may stand."""
FEWEST_PLACES = 5
"""Different places over texts, for these to be the names of profiles."""


def find_unstyled(layout: Layout, labels: Mapping[int, Label], titles: Sequence[Block]) -> Iterator[tuple[str, list[Block]]]:
    """The blocks at which each of these signs cuts a dump, with its name; ``titles`` are those that may be one."""
    yield from (("title.numbered", blocks) for blocks in _counting(layout, labels))
    yield "title.numbered", [block for block in layout.blocks if is_time_and_room(block.text.text)]
    yield "title.run-in", list(_run_ins(layout))
    over_text = list(_over_text(layout, labels, titles))
    yield "title.over-text", over_text
    yield "title.over-text", _over_addresses(layout, titles)
    yield "title.over-address", _opening_with_addresses(layout, titles)
    yield "title.over-names", _over_names(layout, titles, over_text)
    yield "title.over-noted-names", _over_noted_names(titles, layout)
    yield "title.place", _places(layout, titles)
    yield "title.behind-labels", list(_behind_labels(layout, labels))


def _run_ins(layout: Layout) -> Iterator[Block]:
    """The titles of a dump that were parted from the texts they run into."""
    return (above for above, text in pairwise(layout.blocks) if is_parted(above.lines[-1], text.lines[0]))


def _counting(layout: Layout, labels: Mapping[int, Label]) -> Iterator[list[Block]]:
    """The blocks of a dump that begin with a code or number which goes up; one that stands alone is over its title.

    So is what a record is and its number (``Poster 7``), and a day with its time.
    """
    series: dict[str, list[tuple[Block, int]]] = defaultdict(list)
    for block in layout.blocks:
        if counter := counter_of(block.text.text):
            series[counter[0]].append((block, counter[1]))
    for counted in series.values():
        if len(counted) >= FEWEST_COUNTED and are_rising([(number,) for _, number in counted]):
            yield [block for block, _ in counted]
    days = [b for b in layout.blocks if is_when(b.text.text) and not stands_alone(labels.get(b.index - 1), layout)]
    are_apart = sum(b.index - a.index > 1 for a, b in pairwise(days)) >= APART_SHARE * len(days)
    if len(days) >= FEWEST_COUNTED and len({block.text.text for block in days}) >= DIFFERENT_SHARE * len(days) and are_apart:
        yield days
    for places in counting([block.text.text for block in layout.blocks]):
        found = [layout.blocks[place] for place in places]
        alone = [block for block in found if is_number(block.text.text)]
        if sum(_begins_apart(layout, block) for block in alone) >= APART_SHARE * len(alone):
            yield found


def _behind_labels(layout: Layout, labels: Mapping[int, Label]) -> Iterator[Block]:
    """The short lines right behind rounds of labels that run into their values, as records end that begin with a title.

    The first record has none before it: it begins its page.
    """
    rounds = list(_rounds(layout, labels))
    edges = [Counter(labels[found[end]].key for found in rounds).most_common(1) for end in (0, -1)]
    usual = [edge[0][0] for edge in edges if edge and edge[0][1] >= SAME_ROUND_SHARE * len(rounds)]
    whole = [found for found in rounds if [labels[found[end]].key for end in (0, -1)] == usual]
    behind = [layout.blocks[found[-1] + 1] for found in whole if found[-1] + 1 < len(layout.blocks)]
    titles = [block for block in behind if _may_be_behind(block, labels)]
    if not titles or len(titles) < SAME_ROUND_SHARE * len(whole):
        return
    first = next((i for i in range(whole[0][0], -1, -1) if layout.blocks[i].gap_lines == math.inf), 0)
    yield from (block for block in (layout.blocks[first], *titles) if _may_be_behind(block, labels))


def _may_be_behind(block: Block, labels: Container[int]) -> bool:
    text = block.text.text
    most = MOST_TITLE_CHARS if text.isupper() else MOST_SHORT_CHARS
    return block.index not in labels and block.bullet is None and len(text) <= most


def _rounds(layout: Layout, labels: Mapping[int, Label]) -> Iterator[list[int]]:
    """Runs of blocks, one behind the other, with a label that runs into its value, two different ones at least."""
    run: list[int] = []
    for block in layout.blocks:
        if block.index in labels and not stands_alone(labels[block.index], layout):
            run.append(block.index)
            continue
        if len({labels[index].key for index in run}) > 1:
            yield run
        run = []


def _begins_apart(layout: Layout, block: Block) -> bool:
    """Whether what is above a block has ended: space parts them, or it ends as a sentence does."""
    return block.gap_lines > 0 or is_closed(layout.blocks[block.index - 1].text.text)


def _over_text(layout: Layout, labels: Container[int], titles: Sequence[Block]) -> Iterator[Block]:
    """The first of the short blocks over each text of a dump under no label; of more than usual, the upper are headings.

    The headings are named, too: as starts with nothing under them they end what is before. A name right behind an address
    is that of whom to ask for there.
    """
    candidates = {block.index for block in titles if not _is_behind_address(layout, block)}
    runs: list[list[int]] = []
    run: list[int] = []
    for block in layout.blocks:
        if block.index in labels:
            run = []
        elif is_prose(block, None):
            runs += [run] if run else []
            run = []
        elif block.index in candidates or run:
            run.append(block.index)
    runs = _without_signatures(layout, runs, run)
    usual = Counter(map(len, runs)).most_common(1)[0][0] if runs else 0
    for found in runs:
        top = max(0, len(found) - usual)
        if found[top] in candidates:
            headings = list(takewhile(candidates.__contains__, reversed(found[:top])))
            yield from (layout.blocks[index] for index in (*headings, found[top]))


def _without_signatures(layout: Layout, runs: Sequence[list[int]], last: Sequence[int]) -> list[list[int]]:
    """The short blocks over texts without the names that are of the texts above them: who wrote these, or speaks.

    Most have such a name on top and a title under it, and more names are nearer to what is above. ``last`` are the short
    blocks that no text follows.
    """
    blocks = layout.blocks
    signed = [found for found in runs[1:] if len(found) > 1 and is_author_line(blocks[found[0]].text.text)]
    signed = [found for found in signed if not is_author_line(blocks[found[1]].text.text)]
    if len(signed) < FEWEST_COUNTED or len(signed) < SIGNED_SHARE * (len(runs) - 1):
        return list(runs)
    nearer = [blocks[a].gap_lines < blocks[b].gap_lines for a, b, *_ in signed if blocks[a].gap_lines != blocks[b].gap_lines]
    is_last_signed = bool(last) and is_author_line(blocks[last[0]].text.text)
    if sum(nearer) + is_last_signed <= nearer.count(False):
        return list(runs)
    names = {found[0] for found in signed}
    return [found[1:] if found[0] in names else found for found in runs]


def _is_behind_address(layout: Layout, block: Block) -> bool:
    """Whether a block is a person's name and what stands behind it (``Ana Ruiz, director``), right under an address."""
    return block.gap_lines <= 0 and is_names(block.text.text) and address_lines(layout.blocks[block.index - 1]) > 0


def _over_addresses(layout: Layout, titles: Sequence[Block]) -> list[Block]:
    """The short blocks right over addresses that have no other text between them: entries of a directory."""
    over = ((block, layout.blocks[block.index + 1]) for block in titles if block.index + 1 < len(layout.blocks))
    found = [block for block, below in over if is_of_address(below.lines[0].text) and not is_of_address(block.text.text)]
    near = sum(_is_next_entry(layout, block, after) for block, after in pairwise(found))
    return found if near >= APART_SHARE * (len(found) - 1) else []


def _opening_with_addresses(layout: Layout, titles: Sequence[Block]) -> list[Block]:
    """The short blocks over addresses with texts between the entries: as many as usual are a name and what is under it.

    Of more the upper ones are headings; they are named, too, and end what is before.
    """
    free = {block.index for block in titles if not is_of_address(block.lines[0].text)}
    runs: list[list[int]] = []
    run: list[int] = []
    for block in layout.blocks:
        if block.index in free:
            run = [*run, block.index] if block.gap_lines < math.inf else [block.index]
            continue
        runs += [run] if run and is_of_address(block.lines[0].text) else []
        run = []
    if len(runs) < FEWEST_COUNTED:
        return []
    usual = Counter(map(len, runs)).most_common(1)[0][0]
    return [layout.blocks[index] for run in runs for index in run[: max(1, len(run) - usual + 1)]]


def _over_names(layout: Layout, titles: Sequence[Block], over_text: Sequence[Block]) -> list[Block]:
    """The blocks right over the names of authors, each of others; over those of speakers stands what they say, in quotes.

    What stands over a text (``over_text``) and is no name itself is a title with its names in one block.
    """
    over = ((block, layout.blocks[block.index + 1].text.text) for block in titles if block.index + 1 < len(layout.blocks))
    pairs = ((block, names) for block, names in over if block.text.text[0] not in QUOTES)
    found = [(block, names) for block, names in pairs if is_names(names) and not is_names(block.text.text)]
    different = {names for _, names in found}
    if len(different) < DIFFERENT_SHARE * len(found) or len(found) < FEWEST_COUNTED:
        return []
    return [*(block for block, _ in found), *(block for block in over_text if not is_names(block.text.text))]


def _over_noted_names(titles: Sequence[Block], layout: Layout) -> list[Block]:
    """The blocks right over names with the marks of notes, which stand nowhere but under titles."""
    over = ((block, layout.blocks[block.index + 1].text.text) for block in titles if block.index + 1 < len(layout.blocks))
    found = [block for block, names in over if is_marked(names) and not is_marked(block.text.text)]
    return found if len(found) >= FEWEST_COUNTED else []


def _is_next_entry(layout: Layout, block: Block, after: Block) -> bool:
    """Whether no text stands between two names, and not much else."""
    between = layout.blocks[block.index : after.index]
    return len(between) <= MOST_OF_ENTRY and not any(is_prose(other, None) for other in between)


def _places(layout: Layout, titles: Sequence[Block]) -> list[Block]:
    """The blocks that say a place and nothing else (``Porto, Portugal``) and are over texts, each another one.

    Where towns have their countries behind them, what has none is a word of the text, unless it is a country itself.
    """
    found = [block for block in titles if _is_place(block)]
    over = [block for block in found if _is_over_text(layout, block) or _is_country_over_address(layout, block)]
    if len({label_key(block.text.text) for block in over}) < FEWEST_PLACES:
        return []
    usual = Counter(block.text.text.count(",") for block in over).most_common(1)[0][0]
    whole = [block for block in found if block.text.text.count(",") == usual > 0]
    alone = [block for block in over if not usual or find_country_code(block.text.text)]
    return [*whole, *_each_once(alone)]


def _each_once(places: Sequence[Block]) -> Iterator[Block]:
    """The places, of the names of a country the first: another one behind it is a line of its address."""
    said: set[str] = set()
    for block in places:
        country = find_country_code(block.text.text)
        if country is None or country not in said:
            yield block
        said |= {country} if country else set()


def _is_over_text(layout: Layout, block: Block) -> bool:
    below = layout.blocks[block.index + 1 : block.index + 2]
    return bool(below) and is_prose(below[0], None)


def _is_country_over_address(layout: Layout, block: Block) -> bool:
    """Whether a block is a country, and the name of an office there and its address stand under it."""
    below = layout.blocks[block.index + 1 : block.index + 1 + MOST_OVER_ADDRESS]
    is_country = find_country_code(block.text.text) is not None
    return is_country and any(is_of_address(line.text) for other in below for line in other.lines)


def _is_place(block: Block) -> bool:
    """Whether a line names a place or a country, or a town, which may be unknown, and its country, but no organisation."""
    text = block.text.text
    if len(block.lines) > 1 or len(text) > MOST_PLACE_CHARS:
        return False
    names = [find_name(part) for part in text.split(", ", 2)]
    is_known = names[0].is_country or names[0].is_place
    return is_known or (len(names) == TOWN_AND_COUNTRY and names[1].is_country)


def has_lost_capitals(layout: Layout, index: int) -> bool:
    """Whether a short line of a dump that begins small goes on nothing all the same: it stands right over a text."""
    block, below = layout.blocks[index], layout.blocks[index + 1 : index + 2]
    if layout.body_style is not None or len(block.lines) > 1 or not block.text.text[:1].islower() or not below:
        return False
    return len(block.text.text) <= MOST_SHORT_CHARS and not is_closed(block.text.text) and is_prose(below[0], None)
