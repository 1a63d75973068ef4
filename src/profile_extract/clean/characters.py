"""Repairs of single characters that need no evidence: composition, ligatures, spaces, bullets."""

from __future__ import annotations

import re
import unicodedata

from profile_extract.passage import Passage

BULLET = "•"
BULLETS = "•▪■□▫●○◦‣⁃∙·➢➤►▶❖✓✔"
"""Marks that begin an item of a list."""
TELEPHONES = r"\u260e\u260f\u2706\u2121\U0001f4de\U0001f4f1\U0001f57f\U0001f581\uf095\uf10b\uf879"
"""Signs of telephones: of Unicode, and of the fonts of icons that most pages of the web use."""
_SYMBOLS = "\uf06c\uf06e\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc"
_UNREADABLE_BULLET = re.compile(f"^(?:(?![{TELEPHONES}])[\ufffd\ue000-\uf8ff](?=\\s|$)|[{_SYMBOLS}](?=\\w))")
"""A mark at the beginning of an item that is no known character, or one of those that Symbol and Wingdings have for it."""
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_INVISIBLE = re.compile(
    "[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+|(?<=[^\\W\\d_])\xad+ (?=[a-zß-öø-ÿ])|\xad+(?!$)"
)
"""Characters without width or that only direct the text, and hyphens of lines that have become one."""
_JOINER = re.compile("(?<=[A-Za-z])[\u200c\u200d]+(?=[A-Za-z])")
"""Marks that join or part letters where scripts join them; between Latin ones they do nothing."""
_HYPHEN = re.compile("[\N{HYPHEN}\N{NON-BREAKING HYPHEN}]")
_ODD_SPACE = re.compile("[\t\x0c\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_SPACES = re.compile(" {2,}")
_CLUSTER = re.compile("(?s).[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]*")
_NEEDS_LOOK = re.compile(
    "[\N{REPLACEMENT CHARACTER}\ue000-\uf8ff\ufb00-\ufb06\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\xad\u2010\u2011"
    "\t\x0c\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]| {2}"
)


def is_plain(text: str) -> bool:
    """Whether a line has nothing to be repaired by :func:`with_plain_characters`."""
    if text.isascii():
        return "  " not in text and "\t" not in text
    return unicodedata.is_normalized("NFC", text) and not _NEEDS_LOOK.search(text)


def with_plain_characters(passage: Passage) -> Passage:
    """The text of a line in NFC, with ligatures as letters, single plain spaces and readable bullets."""
    if is_plain(passage.text):
        return passage
    if not unicodedata.is_normalized("NFC", passage.text):
        passage = _composed(passage)
    for match in reversed(list(_LIGATURE.finditer(passage.text))):
        passage = passage.edited(*match.span(), _LIGATURES[match.group()], "ligature")
    passage = passage.replaced(_INVISIBLE, "", "invisible-character")
    passage = passage.replaced(_JOINER, "", "invisible-character")
    passage = passage.replaced(_HYPHEN, "-", "plain-hyphen")
    passage = passage.replaced(_ODD_SPACE, " ", "plain-space")
    passage = passage.replaced(_SPACES, " ", "collapse-spaces")
    passage = passage.replaced(_UNREADABLE_BULLET, BULLET, "bullet")
    return passage if unicodedata.is_normalized("NFC", passage.text) else _composed(passage)


def _composed(passage: Passage) -> Passage:
    """In Unicode normal form C, changed cluster by cluster (the whole where clusters do not add up to it)."""
    whole = unicodedata.normalize("NFC", passage.text)
    clusters = list(_CLUSTER.finditer(passage.text))
    if "".join(unicodedata.normalize("NFC", m.group()) for m in clusters) != whole:
        return passage.edited(0, len(passage.text), whole, "compose")
    for match in reversed(clusters):
        composed = unicodedata.normalize("NFC", match.group())
        if composed != match.group():
            passage = passage.edited(*match.span(), composed, "compose")
    return passage
