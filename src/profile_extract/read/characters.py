"""Characters that must never get further than reading, whatever the source."""

from __future__ import annotations

import re

_LAST_OF_PLANES = "".join(chr(plane + last) for plane in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_UNUSABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + _LAST_OF_PLANES + "]"
)
_UNNAMED = re.compile(r"\(cid:\d{1,10}\)")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_WINDOWS = {chr(code): bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
"""Control characters that stand where Windows-1252 was taken for ISO 8859-1: mostly quotation marks and dashes."""


def usable(text: str) -> str:
    """The same text, same length, with control characters, lone surrogates and non-characters replaced by U+FFFD.

    Line and page ends, tabs and U+0085 stay: they are the reader's to interpret. Unicode Standard 23.1 and 23.7. Controls
    U+0080 to U+009F are what they are in Windows-1252, as in browsers: WHATWG Encoding Standard, 4.2.
    """
    return _UNUSABLE.sub(lambda match: _WINDOWS.get(match.group()) or REPLACEMENT, text)


def without_numbers(text: str) -> str:
    """The same text, same length, with pdfminer's signs for characters that a font does not name replaced by U+FFFD."""
    return _UNNAMED.sub(lambda sign: REPLACEMENT * len(sign.group()), text) if "(cid:" in text else text


def unusable_share(text: str) -> float:
    """The share of characters that :func:`usable` would replace by U+FFFD, 0 to 1."""
    lost = sum(not _WINDOWS.get(character) for character in _UNUSABLE.findall(text))
    return lost / len(text) if text else 0.0
