"""What the end of a line and the beginning of the next one say of whether they are of one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_extract.layout.baselines import begin_alike
from profile_extract.layout.ended import begins_anew
from profile_extract.layout.run_ins import DASHES
from profile_extract.lexicon import is_closed
from profile_extract.model import Line, Style
from profile_extract.structure import LARGER, Block, begins_in_colour, dominant_style

FEWEST_SMALL_WORDS = 3
"""Words in small letters in a line of a sentence, at least; lines of an address have one or two."""
ROOM = 1.25
"""Width of a word, as a share of that of its characters on average, for it to have room: words and cells' edges differ."""
FULL_EM = 3.0
"""How much shorter, in ems, a full line is than the longest of its paragraph at most: a word had no room."""
EARLY_SHARE = 0.6
"""Share of the longest line nearby up to which a line of a heading and the next one's first word reach, where it was ended on
purpose: a title in larger type or in capitals is wrapped earlier than text is."""
FEWEST_CAPITALS = 2
"""Words in capitals that make a heading; one may be an abbreviation that a line of a text begins or ends with."""
MOST_SIZE_CHANGE_PT = 0.5
"""Difference of type sizes, in points, that is only rounding."""
LEAST_SIZE_CHANGE_PT = 0.3
"""Difference of type sizes, in points, from which what begins behind the end of a sentence is no more of its paragraph."""
NEAR_ITEMS = 6
"""How far from a dash at the beginning of a line others show that it begins an item of a list, in lines."""
SAME_END_PT = 1.0
"""Difference of the ends of lines that are justified, in points, at most."""
_CAPITALS = re.compile(r"[^\W\d_]{2,}")


def is_cut(block: Block, line: Line, body: Style | None) -> bool:
    """Whether the lines of a text in the type of most end with a full one, and a line of text in that type follows."""
    last = block.lines[-1]
    if body is None or block.bullet is not None or len(block.lines) < 2 or not last.style == line.style == body:
        return False
    is_full = last.bbox.x1 >= max(other.bbox.x1 for other in block.lines) - FULL_EM * last.bbox.height
    return is_full and is_of_sentence(last) and (is_of_sentence(line) or is_closed(line.text))


def goes_on_with_dash(above: Line, line: Line, above_text: str, text: str, body: Style | None) -> bool:
    """Whether a dash parts two halves of a bold or large heading, and begins no item: it is the first, behind no full stop."""
    if text[0] not in DASHES or len(line.runs) != 1 or above.runs != line.runs:
        return False
    style = line.runs[0].style
    is_heading = style.bold or (body is not None and style.size_pt > LARGER * body.size_pt)
    return is_heading and not is_closed(above_text) and above_text[0] not in DASHES


def goes_on_behind_dash(above: Line, line: Line, text: str, lines: Sequence[Line]) -> bool:
    """Whether a dash at the beginning of a line goes on the sentence above it, and begins no item: a small letter follows.

    The line above, which is full, ends with no mark; the line is set and begins as that is, and none near it has a dash there.
    """
    is_small = text[0] in DASHES and text[1:].lstrip()[:1].islower()
    if not is_small or not above.text[-1:].isalpha() or above.runs != line.runs or not begin_alike(above, line):
        return False
    number = lines.index(line)
    near = lines[max(0, number - NEAR_ITEMS) : number + NEAR_ITEMS + 1]
    return not any(other.text.startswith(tuple(DASHES)) for other in near if other is not line)


def begins_next_label(above: Line, line: Line) -> bool:
    """Whether a line begins in bold under one that does so and ends in plain type, as a label and its value do.

    Or it alone of both begins with some words in another type, up to a colon, or in colour above the same type.
    """
    is_fact = len(above.runs) > 1 and above.runs[0].style.bold and not above.runs[-1].style.bold
    is_next = is_fact and bool(line.runs) and line.runs[0].style.bold
    return is_next or _begins_with_set_label(above, line) or _begins_in_colour_under(above, line)


def _begins_in_colour_under(above: Line, line: Line) -> bool:
    return begins_in_colour(line) and bool(above.runs) and above.runs[-1].style == line.runs[-1].style


def _begins_with_set_label(above: Line, line: Line) -> bool:
    if len(line.runs) < 2 or not above.runs or line.runs[0].style in {line.runs[1].style, *(run.style for run in above.runs)}:
        return False
    label = line.text[: line.runs[1].offset].rstrip()
    return label.endswith(":") and label[0].isupper() and above.runs[-1].style == line.runs[-1].style


def names_in_bold(above: Line, line: Line) -> bool:
    """Whether a line behind a sentence is some words, a colon, and what is in bold behind that: who holds an office."""
    if len(line.runs) != 2 or line.runs[0].style.bold or not line.runs[1].style.bold or not is_closed(above.text):
        return False
    return line.text[: line.runs[1].offset].rstrip().endswith(":")


def is_of_sentence(line: Line) -> bool:
    """Whether a line holds as many words in small letters as sentences do, and addresses do not."""
    return sum(word[0].islower() and word.isalpha() for word in line.text.split()) >= FEWEST_SMALL_WORDS


def has_room_for(above: Line, line: Line, right: float, share: float = ROOM) -> bool:
    """Whether the next line's first word would surely have had room behind a line of its column; by a share of 1, maybe."""
    width_pt = share * line.bbox.width / max(len(line.text), 1)
    return above.bbox.x1 + width_pt * (len(line.text.split(" ", 1)[0]) + 1) < right


def ends_colour(above: Line, line: Line, right: float) -> bool:
    """Whether all of a line is in another colour than all of the next, whose first word would have had room: no link."""
    if len(above.runs) != 1 or len(line.runs) != 1 or above.runs[0].style.color == line.runs[0].style.color:
        return False
    return has_room_for(above, line, right)


def is_heading_wrapped_early(above: Line, line: Line, right: float) -> bool:
    """Whether two lines are bold, and the first had no room for the next one's first word: a heading, wrapped early."""
    if not above.runs or not line.runs or not (above.runs[-1].style.bold and line.runs[0].style.bold):
        return False
    return not has_room_for(above, line, right)


def is_heading_line(above: Line, line: Line, right: float) -> bool:
    """Whether a line begins in another font than the next, whose first word would have had room: names, a date, a place.

    What begins in bold and runs on is a label and its text.
    """
    if not above.runs or not line.runs or above.runs[0].style.font == line.runs[0].style.font or above.runs[0].style.bold:
        return False
    width_pt = above.bbox.width / max(len(above.text), 1)
    return above.bbox.x1 + width_pt * (len(line.text.split(" ", 1)[0]) + 1) < right


def may_go_on_in_capitals(above: str, text: str) -> bool:
    """Whether a heading in capitals, which are wider than other letters, may go on in the next line."""
    return is_in_capitals(above) and text.isupper()


def ends_in_word(line: str) -> bool:
    """Whether a line ends inside a word, which the next one goes on with."""
    return line.rstrip().endswith(("-", "\N{HYPHEN}", "\N{SOFT HYPHEN}"))


def is_in_capitals(text: str) -> bool:
    """Whether a line has several words, all in capitals: a heading where there is no other type for it."""
    return text.isupper() and len(_CAPITALS.findall(text)) >= FEWEST_CAPITALS


def fills_measure(lines: Sequence[Line], below: Line) -> bool:
    """Whether the last of some lines ends where the ones over and under it do: a measure that a picture makes narrow."""
    ends = [line.bbox.x1 for line in (*lines[-2:], below)]
    return len(lines) > 1 and max(ends) - min(ends) < SAME_END_PT


def changes_style(above: Line, line: Line, *, is_full: bool) -> bool:
    """Whether a line is set in another style than the one above.

    Emphasis that runs on across the line end is no change, nor is emphasis with which a line goes on small behind a full one,
    nor another colour alone behind such: a link. A label in bold is parted from a value whose first word is, too.
    """
    if above.runs is line.runs and len(line.runs) == 1:
        return False
    if len(line.runs) == 1 and above.runs == line.runs:
        return False
    a, b = dominant_style((above,)), dominant_style((line,))
    if a == b or a is None or b is None:
        return False
    if abs(a.size_pt - b.size_pt) > MOST_SIZE_CHANGE_PT:
        return True
    if a.font == b.font and is_full:
        return abs(a.size_pt - b.size_pt) > LEAST_SIZE_CHANGE_PT and is_closed(above.text) and begins_anew(line.text)
    if is_full and not a.bold and not b.bold and not is_closed(above.text) and not begins_anew(line.text):
        return False
    is_label_over_bold = not is_full and len(above.runs) == 1 and a.bold and not b.bold
    return is_label_over_bold or above.runs[-1].style != line.runs[0].style
