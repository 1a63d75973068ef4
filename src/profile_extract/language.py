"""The language of a report, by its function words.

The longest of texts are told apart by their hundred commonest words; a library that knows a hundred languages would take
half the time of starting the program, and reports come in a few.
"""

from __future__ import annotations

import gzip
import re
import tomllib
from collections import Counter
from functools import cache, lru_cache
from importlib import resources
from itertools import repeat

_WORD = re.compile(r"[^\W\d_]+")
LEAST_SHARE = 0.08
"""Share of a text's words that must be function words of its language; prose has 0.25 to 0.4, lists of names under 0.05."""
LEAST_LETTERS = 0.00005
"""Share of the letters of its common words from which a letter is one of the language: foreign names have others."""
STRETCHES, STRETCH_CHARS = 10, 2_500
"""Where a longer text is looked at, evenly from its beginning to its end: three thousand words tell as much as all."""


@lru_cache(maxsize=1)
def find_language(text: str) -> str | None:
    """ISO 639-1 code of the language most function words belong to; None where too few are known.

    It is asked several times of one report, whose text is kept until the next.
    """
    folded = _WORD.findall(_sample(text).casefold())
    words = Counter(filter(_all_function_words().__contains__, folded))
    total = len(folded) or 1
    shares = {code: sum(map(words.get, known, repeat(0))) / total for code, known in _function_words().items()}
    best = max(shares, key=lambda code: (shares[code], code))
    return best if shares[best] >= LEAST_SHARE else None


def _sample(text: str) -> str:
    """The text, or stretches of a long one."""
    if len(text) <= STRETCHES * STRETCH_CHARS:
        return text
    step = (len(text) - STRETCH_CHARS) // (STRETCHES - 1)
    return " ".join(text[start : start + STRETCH_CHARS] for start in range(0, STRETCHES * step, step))


@cache
def ligature_words(language: str | None) -> frozenset[str]:
    """Common words of a language that have letters in them which fonts set as one (``fi``, ``ti``, ``ff``); None: of all."""
    file = resources.files("profile_extract") / "data" / "ligature_words.tsv"
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return frozenset(word for code, words in rows if language in {None, code} for word in words.split())


@cache
def word_list(language: str | None) -> str:
    """Common words of a language in one text, each between two line feeds; empty for a language without a list.

    It is searched as it is: the few words that are asked for take less time than making a set of twenty thousand.
    """
    file = resources.files("profile_extract") / "data" / "words" / f"{language}.txt.gz"
    return gzip.decompress(file.read_bytes()).decode() if file.is_file() else ""


@cache
def accented_letters(language: str | None) -> frozenset[str]:
    """The small letters beyond those of English that common words of a language have; none of one without a list."""
    counts = Counter(char for char in word_list(language) if char.isalpha())
    least = LEAST_LETTERS * counts.total()
    return frozenset(char for char, count in counts.items() if not char.isascii() and count >= least)


def function_words(language: str | None) -> frozenset[str]:
    """The commonest words of a language; none of an unknown one."""
    return _function_words().get(language or "", frozenset())


@cache
def _function_words() -> dict[str, frozenset[str]]:
    file = resources.files("profile_extract") / "data" / "languages.toml"
    return {code: frozenset(words.split()) for code, words in tomllib.loads(file.read_text(encoding="utf-8")).items()}


@cache
def _all_function_words() -> frozenset[str]:
    return frozenset().union(*_function_words().values())
