"""Builds the common words with ligatures in them that ship with the package, from programs that are translated well.

    pip download --no-deps -d wheels django django-cms indico symspellpy wagtail
    python scripts/build_words.py wheels

``src/profile_extract/data/ligature_words.tsv`` has a line for each language: its code, and its words. They are evidence for
what a damaged letter stands for, so only words are kept in which letters stand that fonts set as one. The words are those of
the messages that these programs show; of English also the commonest of SymSpell's.
"""

from __future__ import annotations

import gettext
import io
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
_CATALOGUE = re.compile(r"(?:locale|translations)/([a-z]{2})(?:_\w+)?/LC_MESSAGES/\w+\.mo$")
_WORDS_OF_SYMSPELL = re.compile(r"frequency_dictionary_en_\w+\.txt$")
_CODE = re.compile(r"<[^>]*>|%\(\w+\)\w|\{[^}]*\}|https?:\S+|\S+@\S+|&\w+;")
_WORD = re.compile(r"[^\W\d_]{3,}")
_HAS_LIGATURE = re.compile(r"ff|fi|fl|fj|ft|tf|ti|tt|^th")


def words_of(text: str) -> Iterator[str]:
    """The words of a message with letters that may be one ligature, in lower case; no code, no abbreviations."""
    for word in _WORD.findall(_CODE.sub(" ", text)):
        if word[1:].islower() and _HAS_LIGATURE.search(word.lower()):
            yield word.lower()


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


def common_english(wheel: zipfile.ZipFile) -> Iterator[str]:
    """The commonest English words with ligatures, where the wheel is SymSpell's."""
    for name in filter(_WORDS_OF_SYMSPELL.search, wheel.namelist()):
        rows = (line.split() for line in wheel.read(name).decode("utf-8-sig").splitlines())
        ranked = sorted(((-int(count), word) for word, count in rows if word.isalpha() and len(word) > 3))
        found = [word for _, word in ranked if _HAS_LIGATURE.search(word)]
        yield from found[:MOST_ENGLISH]


def main(folder: Path) -> None:
    """Write the words found in all wheels of a folder."""
    words: dict[str, set[str]] = defaultdict(set)
    for path in sorted(folder.glob("*.whl")):
        with zipfile.ZipFile(path) as wheel:
            for language, word in catalogue_words(wheel):
                words[language].add(word)
            words["en"].update(common_english(wheel))
    lines = [f"{language}\t{' '.join(sorted(words[language]))}\n" for language in LANGUAGES]
    (DATA / "ligature_words.tsv").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
