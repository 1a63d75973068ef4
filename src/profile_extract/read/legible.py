"""What control characters in the lines of a PDF are: letters of bitmap fonts that TeX made, or nothing that can be read.

Such fonts have no names, neither of their own nor for their characters. What a text layer gives for them are the codes of
TeX's encodings, taken for Latin-1: in T1, 0x1D is the ligature of ``f`` and ``l``, and 0xFF, a ``ÿ`` to others, is ``ß``.
Which encoding it is shows in the ligatures: no other text has such codes between letters. Sources: T1 ("Cork"), M. Ferguson,
TUGboat 11 (1990), 514; OT1, D. Knuth, Computer Modern Typefaces (1986); both in the LaTeX font encodings guide (encguide).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from profile_extract.model import Line
from profile_extract.read.characters import usable
from profile_extract.read.fonts import is_unnamed

_FROM_80 = (
    "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§"  # 0x80
    "ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£"  # 0xA0
)
_QUOTES = {0x27: "’", 0x60: "‘"}
"""Both encodings have single quotation marks, and so apostrophes, where others have straight ones."""
_T1 = {
    **dict(enumerate("`´ˆ˜¨˝˚ˇ˘¯˙¸˛‚‹›“”„«»–—\N{ZERO WIDTH NON-JOINER}")),
    **dict(enumerate("ıȷﬀﬁﬂﬃﬄ", 0x19)),
    **_QUOTES,
    0x7F: "-",
    **dict(enumerate(_FROM_80, 0x80)),
    0xD7: "Œ",
    0xDF: "ẞ",
    0xF7: "œ",
    0xFF: "ß",
}
_OT1 = {
    **dict(enumerate("ΓΔΘΛΞΠΣΥΦΨΩﬀﬁ")),
    **dict(enumerate("ﬃﬄıȷ`´ˇ˘¯˚¸ßæœøÆŒØ", 0x0E)),
    **dict(enumerate("–—˝˜¨", 0x7B)),
    **_QUOTES,
    0x22: "”",
    0x3C: "¡",
    0x3E: "¿",
    0x5C: "“",
}
_LETTER = r"[^\W\d_]"
_T1_LIGATURE = re.compile(rf"{_LETTER}[\x1b-\x1f]|[\x1b-\x1f]{_LETTER}")
_OT1_LIGATURE = re.compile(rf"{_LETTER}[\x0b\x0c\x0e\x0f]|[\x0b\x0c\x0e\x0f]{_LETTER}")


def legible(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, of the same lengths, without control characters: as letters where nameless fonts show their encoding."""
    odd = [line for line in lines if not line.text.isprintable()]
    encoding = _encoding(text for line in odd for text, is_nameless in _stretches(line) if is_nameless)
    if encoding is not None:
        lines = [line._replace(text="".join(_translated(line, encoding))) for line in lines]
    elif not odd:
        return lines
    return [line if line.text.isprintable() else line._replace(text=usable(line.text)) for line in lines]


def _encoding(texts: Iterable[str]) -> Mapping[int, str] | None:
    t1 = ot1 = 0
    for text in texts:
        t1 += len(_T1_LIGATURE.findall(text))
        ot1 += len(_OT1_LIGATURE.findall(text))
    if t1 == ot1 == 0:
        return None
    return _T1 if t1 > ot1 else _OT1


def _translated(line: Line, encoding: Mapping[int, str]) -> Iterator[str]:
    for text, is_nameless in _stretches(line):
        yield text.translate(encoding) if is_nameless else text


def _stretches(line: Line) -> Iterator[tuple[str, bool]]:
    """The stretches of a line in one style, and whether their font is nameless."""
    ends = (*(run.offset for run in line.runs[1:]), len(line.text))
    for run, end in zip(line.runs, ends, strict=True):
        yield line.text[run.offset : end], is_unnamed(run.style.font)
