"""Builds the given names that ship with the package, from Faker, which invents people of many countries.

    pip download --no-deps -d wheels faker
    python scripts/build_given_names.py wheels

``src/profile_extract/data/given_names.txt`` has a name a line, in lower case, sorted; of names with a hyphen or a space each
part. Names that are function words, or cues of organisations and streets (``Les``, ``Forum``, ``Villa``), are left out.
"""

from __future__ import annotations

import importlib
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parent.parent / "src" / "profile_extract" / "data"
FEWEST_LETTERS = 2
LAST_LATIN = "\u024f"
"""Other letters than these and those with marks (U+1E00 to U+1EFF) are of other scripts."""
CUES = ("organization", "department", "role", "street", "small")
OTHER_WORDS = (
    "north south east west bay river rivers canyon valley wolf thunder wind windy storm ocean sea sky sunny sun moon "
    "star stars snow rain winter summer spring autumn stone rock lake mountain forest wood garden meadow field hill "
    "island harbor harbour green golden gold silver long white black brown gray grey red blue scarlet copper coral "
    "amber ivory media villa salt prince princess king queen major baron duke earl saint royal noble loyal true free "
    "early modern general young little great america africa asia europa europe world city country home house market "
    "bridge mill park tower castle church chapel temple peace love hope liberty justice honor trust legend story "
    "history science music magic dream merit kindly die der das und vier tre due uno ein eine deux trois igreja santa "
    "santo santos san sankt"
).split()
"""Names that begin the names of places, plants and houses more often than those of people."""
_PARTS = re.compile(r"[\s-]+")


def names_of(provider: object) -> Iterator[str]:
    """The given names of one locale of Faker."""
    for attribute in filter(lambda name: name.startswith("first_name"), dir(provider)):
        names = getattr(provider, attribute)
        if isinstance(names, (tuple, list, dict)):
            yield from (name for name in names if isinstance(name, str))


def is_name(part: str) -> bool:
    """Whether a part of a name is written in Latin letters and no initial."""
    is_latin = all(c <= LAST_LATIN or "\u1e00" <= c <= "\u1eff" for c in part)
    return is_latin and part.isalpha() and part[0].isupper() and len(part) >= FEWEST_LETTERS


def no_names() -> set[str]:
    """Words that are others in the texts where names are looked for."""
    languages = tomllib.loads((DATA / "languages.toml").read_text(encoding="utf-8"))
    cues = tomllib.loads((DATA / "entities.toml").read_text(encoding="utf-8"))
    found = {word for words in languages.values() for word in words.split()}
    return found.union(OTHER_WORDS, (cue.strip("*.") for name in CUES for cue in cues[name]))


def main(folder: Path) -> None:
    """Write the given names that the wheel of Faker in a folder knows."""
    wheel = max(folder.glob("[fF]aker*.whl"))
    sys.path.insert(0, str(wheel))
    persons = importlib.import_module("faker.providers.person")
    found: set[str] = set()
    for locale in importlib.import_module("faker.config").AVAILABLE_LOCALES:
        try:
            provider = importlib.import_module(f"{persons.__name__}.{locale}").Provider
        except ModuleNotFoundError:
            continue
        found |= {part.casefold() for name in names_of(provider) for part in _PARTS.split(name) if part and is_name(part)}
    (DATA / "given_names.txt").write_text("\n".join(sorted(found - no_names())) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
