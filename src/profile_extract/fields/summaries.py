"""What stands right under titles and sums the profiles up: how it is set where most profiles have it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from profile_extract.fields.bylines import has_organisation, names_people
from profile_extract.fields.looks import Look, look
from profile_extract.fields.places import is_place_line
from profile_extract.lexicon import is_closed
from profile_extract.model import Style
from profile_extract.segment.shapes import stands_out
from profile_extract.structure import Block, Segment

MOST_CHARS = 250
"""Longest tagline, in characters; the longest of 14 real ones has 121."""
SHARE = 0.7
"""Share of profiles with a block set so under the title, and of small lines that may sum something up, for small taglines."""
SUMMARY_SHARE = 0.5
"""More than this share of what is set so is no longer than a tagline and no text, for all of it to be taglines."""
MOST_SMALL_LINES = 2
FEWEST_WORDS = 3
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?] [^\W\d_a-z]")


def find_tagline_look(segments: Sequence[Segment]) -> Look | None:
    """The look of the lines right under nearly all titles that may sum them up, whatever their size.

    They have no figures, and few of them name people, a place or an organisation.
    """
    usual, blocks = _usual_under_titles(segments)
    return usual if sum(map(_sums_up, blocks)) >= SHARE * len(blocks) else None


def find_summary_look(segments: Sequence[Segment], body: Style | None) -> Look | None:
    """The look of what stands right under nearly all titles in other type than the text, most of it as taglines are.

    Of one report, all of it is the same: where a longer one is set so, it sums a profile up, too.
    """
    usual, blocks = _usual_under_titles(segments)
    own = [block for block in blocks if look(block.style) == usual and stands_out(block, body)]
    return usual if sum(map(reads_as_tagline, own)) > SUMMARY_SHARE * len(own) else None


def _usual_under_titles(segments: Sequence[Segment]) -> tuple[Look | None, list[Block]]:
    """The look of most blocks right under titles, if nearly all profiles have one, and these blocks; none where few have."""
    blocks = [segment.under_title[0] for segment in segments if segment.under_title]
    usual, count = Counter(look(block.style) for block in blocks).most_common(1)[0] if blocks else (None, 0)
    return (usual, blocks) if usual is not None and count >= SHARE * len(segments) else (None, [])


def reads_as_tagline(block: Block) -> bool:
    """Whether a block is short enough and no text: not several sentences, the last of them ended."""
    text = block.text.text
    return len(text) <= MOST_CHARS and not (is_closed(text) and _SENTENCE.search(text))


def _sums_up(block: Block) -> bool:
    """Whether a short block may say what a profile is about: several words, and no names or figures."""
    text = block.text.text
    is_short = len(block.lines) <= MOST_SMALL_LINES and not is_closed(text) and len(text.split()) >= FEWEST_WORDS
    is_other = names_people(block) or has_organisation(text) or is_place_line(text) or any(map(str.isdecimal, text))
    return is_short and not is_other
