"""Builds the lists of common words that ship with the package, from well translated programs and from spelling checkers.

    pip download --no-deps -d wheels django django-cms indico pyspellchecker symspellpy wagtail
    python scripts/build_words.py wheels

``src/profile_extract/data/ligature_words.tsv`` has a line for each language: its code, and its words. They are evidence for
what a damaged letter stands for, so only words are kept in which letters stand that fonts set as one. The words are those of
the messages that these programs show; of English also the commonest of SymSpell's.

``src/profile_extract/data/words/CODE.txt.gz`` has the words of a language, each on a line of its own. They are evidence for
what a hyphen at a line's end is. They are the words of the same messages, and the commonest of the spelling checkers': of
English SymSpell's, of other languages pyspellchecker's, with those that are written with a hyphen.
"""

from __future__ import annotations

import gettext
import gzip
import io
import json
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parent.parent / "src" / "profile_extract" / "data"
LANGUAGES = "en de fr es it nl pt sv da nb fi pl cs hu ro ca tr id".split()
MOST_ENGLISH = 2500
"""Words taken of SymSpell's, the commonest first: they cover 19 of 20 English words with ligatures."""
MOST_COMMON = 20_000
"""Words taken of a spelling checker's, the commonest first: two thirds of the words that reports break (German: a third).

Further down stand compounds that many write with a hyphen: ``stormwater``, ``pretreatment``.
"""
FEWEST_LETTERS = 4
"""Of words that are broken at lines' ends: two before the hyphen, two behind it."""
_CATALOGUE = re.compile(r"(?:locale|translations)/([a-z]{2})(?:_\w+)?/LC_MESSAGES/\w+\.mo$")
_WORDS_OF_SYMSPELL = re.compile(r"frequency_dictionary_en_\w+\.txt$")
_WORDS_OF_SPELLCHECKER = re.compile(r"spellchecker/resources/([a-z]{2})\.json\.gz$")
_CODE = re.compile(r"<[^>]*>|%\(\w+\)\w|\{[^}]*\}|https?:\S+|\S+@\S+|&\w+;")
_WORD = re.compile(r"[^\W\d_]{3,}")
_HAS_LIGATURE = re.compile(r"ff|fi|fl|fj|ft|tf|ti|tt|^th")


def words_of(text: str) -> Iterator[str]:
    """The words of a message, in lower case; no code, no abbreviations."""
    return (word.lower() for word in _WORD.findall(_CODE.sub(" ", text)) if word[1:].islower())


def catalogue_words(wheel: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Language and word, of all message catalogues in a wheel; the messages translated are English."""
    for name in wheel.namelist():
        match = _CATALOGUE.search(name)
        if match is None or match[1] not in LANGUAGES:
            continue
        catalogue = gettext.GNUTranslations(io.BytesIO(wheel.read(name)))
        for key, message in catalogue._catalog.items():  # type: ignore[attr-defined]
            yield from (("en", word) for word in words_of(key if isinstance(key, str) else key[0]))
            yield from ((match[1], word) for word in words_of(str(message)))


def common_words(wheel: zipfile.ZipFile) -> Iterator[tuple[str, list[str]]]:
    """Languages and their words of a spelling checker's wheel, the commonest first."""
    for name in wheel.namelist():
        if _WORDS_OF_SYMSPELL.search(name):
            rows = (line.split() for line in wheel.read(name).decode("utf-8-sig").splitlines())
            yield "en", _ranked({word: int(count) for word, count in rows})
        match = _WORDS_OF_SPELLCHECKER.search(name)
        if match is not None and match[1] in LANGUAGES and match[1] != "en":
            yield match[1], _ranked(json.loads(gzip.decompress(wheel.read(name))))


def _ranked(counts: dict[str, int]) -> list[str]:
    known = (word for word in counts if len(word) >= FEWEST_LETTERS and word.replace("-", "").isalpha())
    return sorted(known, key=lambda word: (-counts[word], word))


def main(folder: Path) -> None:
    """Write the words found in all wheels of a folder."""
    shown: dict[str, set[str]] = defaultdict(set)
    ranked: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.glob("*.whl")):
        with zipfile.ZipFile(path) as wheel:
            for language, word in catalogue_words(wheel):
                shown[language].add(word)
            ranked.update(common_words(wheel))
    write_ligatures(shown, ranked["en"])
    write_words(shown, ranked)


def write_ligatures(shown: dict[str, set[str]], english: list[str]) -> None:
    """Write the words with letters that may be one ligature."""
    words = {language: set(filter(_HAS_LIGATURE.search, shown[language])) for language in LANGUAGES}
    words["en"].update([word for word in english if _HAS_LIGATURE.search(word)][:MOST_ENGLISH])
    lines = [f"{language}\t{' '.join(sorted(words[language]))}\n" for language in LANGUAGES]
    (DATA / "ligature_words.tsv").write_text("".join(lines), encoding="utf-8")


def write_words(shown: dict[str, set[str]], ranked: dict[str, list[str]]) -> None:
    """Write the words long enough to be broken, a file for each language; the same words are the same bytes."""
    (DATA / "words").mkdir(exist_ok=True)
    for language in LANGUAGES:
        words = {word for word in shown[language] if len(word) >= FEWEST_LETTERS}
        words.update(ranked[language][:MOST_COMMON], (word for word in ranked[language] if "-" in word))
        text = "".join(f"\n{word}" for word in sorted(words)) + "\n"
        (DATA / "words" / f"{language}.txt.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
