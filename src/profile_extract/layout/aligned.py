"""As many values as there are labels, in lines with nothing between them: where each of them ends.

A line that goes on the one above it begins no value; one behind a line that had room for its first word begins one. Whether
the others do is known only where their number leaves no choice, or the sentences that end there do.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

from profile_extract.layout.address_lines import is_of_address, is_reached
from profile_extract.layout.ended import LEAST_WIDTH
from profile_extract.lexicon import is_closed
from profile_extract.model import Line

ROOM_SHARE, MUCH_ROOM = 0.85, 0.7
"""Share of the longest line up to which there was room for the next word: characters differ in width; and surely was."""
MOST_OVER_ADDRESS = 2
"""Lines of names over an address at most: a person and an organisation."""
_GOES_ON = (",", "-", "–")


class _End(IntEnum):
    """What the end of a line says, from none of a value to surely one."""

    NONE = 0
    SMALL = 1
    OPEN = 2
    SENTENCE = 3
    VALUE = 4


def goes_on(above: Line, line: Line) -> bool:
    """Whether a line begins as none does that begins a value: small, or behind a mark that ends none; no way to reach one."""
    first = next(filter(str.isalnum, line.text), "")
    return (first.islower() or above.text.endswith(_GOES_ON)) and not is_reached(line.text.strip())


def aligned(lines: Sequence[Line], count: int, width: int) -> list[list[Line]]:
    """The lines of each of ``count`` values in a column so many characters wide; empty where they cannot be told apart.

    The last value may be an address with the names over it.
    """
    ends = [_end(above, line, max(width, LEAST_WIDTH)) for above, line in pairwise(lines)]
    for least in (_End.VALUE, _End.SENTENCE, _End.OPEN, _End.SMALL):
        begun = [end >= least for end in ends]
        if sum(begun) == count - 1:
            return _parted(lines, begun)
    return _with_address(lines, ends, count)


def _end(above: Line, line: Line, width: int) -> _End:
    """What the end of a line says, by how much room there was behind it and by how the next one begins."""
    reach = len(above.text) + 1 + len(line.text.split(" ", 1)[0])
    if goes_on(above, line):
        return _End.SMALL if reach <= MUCH_ROOM * width and not above.text.endswith(_GOES_ON) else _End.NONE
    if reach <= ROOM_SHARE * width or is_reached(line.text.strip()) or is_reached(above.text.strip()):
        return _End.VALUE
    return _End.SENTENCE if is_closed(above.text) else _End.OPEN


def _parted(lines: Sequence[Line], begun: Sequence[bool]) -> list[list[Line]]:
    """The lines in values; ``begun`` says of each but the first whether it begins one."""
    values = [[lines[0]]]
    for line, begins in zip(lines[1:], begun, strict=True):
        if begins:
            values.append([line])
        else:
            values[-1].append(line)
    return values


def _with_address(lines: Sequence[Line], ends: Sequence[_End], count: int) -> list[list[Line]]:
    """Values of which the last is an address and one or two names over it, and no other one says how somebody is reached."""
    values = _parted(lines, [end is not _End.NONE for end in ends])
    *before, rest = (*values[: count - 1], [line for value in values[count - 1 :] for line in value])
    addresses = [is_of_address(line.text.strip()) for line in rest]
    is_address = any(addresses[-1:]) and 0 < addresses.index(True) <= MOST_OVER_ADDRESS
    has_other = any(is_reached(line.text.strip()) for value in before for line in value)
    return [*before, rest] if is_address and not has_other else []
