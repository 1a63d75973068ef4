"""Names of organisations and those of their hosts (``Mill Works``, ``www.millworks.example``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from profile_extract.fields.entities.words import plain_letters

HOST_CHARS = 8
"""Letters in which the name of an organisation and that of its host agree from the first on, for the one to be the other's."""
FEWEST_HOST_CHARS = 5
"""Letters of a host that a name begins with: shorter ones are abbreviations, or parts of any name."""
_HOST_BEGINS = re.compile(r"^(?:https?://)?(?:www\.)?")
_HOST = re.compile(r"(?:@|https?://|www\.)(?:www\.)?([\w.-]+)")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]")


def names_host(name: str, hosts: Sequence[str]) -> bool:
    """Whether the name of a host, or of a site, begins as a name does."""
    begin = _NOT_A_LETTER.sub("", plain_letters(name))[:HOST_CHARS]
    bare = (_HOST_BEGINS.sub("", host.casefold()).replace("-", "") for host in hosts)
    return len(begin) == HOST_CHARS and any(host.startswith(begin) for host in bare)


def is_named_by_host(name: str, texts: Sequence[str]) -> bool:
    """Whether a host in some texts goes by a name, or by its beginning, and no person has an address there."""
    letters = _NOT_A_LETTER.sub("", plain_letters(name))
    return any(_goes_by(letters, host) for host in _hosts(texts))


def _hosts(texts: Sequence[str]) -> Iterator[str]:
    """The first part of the name of each host, in letters only."""
    for text in texts:
        for match in _HOST.finditer(text.casefold()):
            yield _NOT_A_LETTER.sub("", match.group(1).partition(".")[0])


def _goes_by(letters: str, host: str) -> bool:
    begins = len(host) >= FEWEST_HOST_CHARS and letters.startswith(host)
    return begins or (len(host) >= HOST_CHARS and host in letters)
