"""Lines that name people: what is a byline by its words."""

from __future__ import annotations

import re

from profile_extract.fields.entities import find_entities
from profile_extract.fields.entities.words import is_small_word
from profile_extract.structure import Block

BYLINE_CAPITALS = 0.7
"""Share of the words of a byline that begin with a capital; of titles in English 0.5 to 1, of sentences under 0.3."""
MOST_BYLINE_WORDS = 60
MOST_SMALL_CHARS = 3
_TITLE_AND_MORE = re.compile(r"[^ ,:;(\d]+(?: [^ ,:;(\d]+){2,}: \S")
"""Three words or more, a colon and something else: no names of people begin so, and labels of names are shorter."""
_INITIALS_AND_NAME = r"(?:[^\W\d_]\.[ -]?){1,3}(?:[^\W\d_]{1,3} )?[^\W\d_][\w’'-]+"
_INITIALED = re.compile(rf"{_INITIALS_AND_NAME}(?:(?:,| &| (?i:and|und|et|y|e|i)) {_INITIALS_AND_NAME})*")
"""One name or several with nothing else (``D. de Wit``, ``A. BERG, C. DE WIT``)."""
_AFTER_NAME = re.compile(r"[,;:|/·–—]")
_BRACKETED = re.compile(r"\([^)]*\)")


def has_organisation(text: str) -> bool:
    """Whether a line names an organisation or a part of one."""
    return bool(find_entities(text, "ORG", "DEPARTMENT"))


def is_byline(text: str) -> bool:
    """Names of people, with what they belong to: mostly words with capitals, no sentence and no line in capitals.

    What stands in brackets (``she/her``) and small words of up to three letters (``of``, ``and``) do not count.
    """
    if _INITIALED.fullmatch(text):
        return True
    if text.isupper() or re.search(r"[.!?] [A-Z]\w+ [a-z]", text) or _TITLE_AND_MORE.match(text):
        return False
    words = [w for w in re.findall(r"[^\W\d_]{2,}", _BRACKETED.sub(" ", text)) if w[0].isupper() or len(w) > MOST_SMALL_CHARS]
    capitals = sum(word[0].isupper() for word in words)
    return 1 < len(words) <= MOST_BYLINE_WORDS and capitals >= BYLINE_CAPITALS * len(words)


def reads_as_names(text: str) -> bool:
    """Whether a byline has no other small words than those inside names before its first mark.

    In German most words of any heading have capitals, but not ``mit`` and ``für``. A first word (``by``) may be any, and so
    may those of the name of an organisation.
    """
    if not is_byline(text):
        return False
    words = re.findall(r"[^\W\d_]+", _AFTER_NAME.split(_BRACKETED.sub(" ", text), maxsplit=1)[0])
    return all(not word[0].islower() or is_small_word(word) for word in words[1:]) or has_organisation(text)


def names_people(block: Block) -> bool:
    """Whether a block is a byline; in print, where more lines stand under titles, one that reads as names do."""
    text = block.text.text
    return is_byline(text) if block.style is None else reads_as_names(text)
