"""Link annotations: whose they are, what they say, and whether the visible address agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from profile_extract.drafts import ContactDraft, LinkDraft, Value
from profile_extract.fields.addresses import find_emails, find_urls
from profile_extract.model import Line, Link, Report
from profile_extract.passage import Passage
from profile_extract.structure import Layout, Segment

_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_EMPTY_QUERY = re.compile(r"\?(?:subject=|body=|&)*$", re.IGNORECASE)
_SCHEME = re.compile(r"^(?P<scheme>https?)://", re.IGNORECASE)


def profile_links(layout: Layout, segments: Sequence[Segment]) -> list[list[Link]]:
    """The links of each profile: those on its lines, or in a dump those printed at the end of a page it is on."""
    owner = {line.start: s.index for s in segments for block in s.blocks for line in block.lines}
    last_on = {block.page: s.index for s in segments for block in s.blocks}
    aside = {item.line.row for item in layout.furniture if item.line.is_link}
    found: list[list[Link]] = [[] for _ in segments]
    lines = layout.report.lines_by_page
    for link in layout.report.links:
        if link.bbox is None:
            index = last_on.get(link.page) if link.row not in aside else None
        else:
            index = next((owner[line.start] for line in _under(link, lines) if line.start in owner), None)
            index = last_on.get(link.page) if index is None and not _under(link, lines) else index
        if index is not None:
            found[index].append(link)
    return found


def _under(link: Link, lines: Mapping[int, Sequence[Line]]) -> list[Line]:
    """The lines that a link annotation covers."""
    box = link.bbox
    return [line for line in lines.get(link.page, ()) if box is not None and box.overlaps(line.bbox)]


def link_drafts(links: Sequence[Link], report: Report, confidence: float) -> tuple[LinkDraft, ...]:
    """The links of one profile, each address once."""
    drafts: dict[str, LinkDraft] = {}
    for link in links:
        value = _printed(link, report, confidence) if link.bbox is None else _annotated(link, report, confidence)
        drafts.setdefault(value.text, LinkDraft(value, link_kind(value.text), link.bbox))
    return tuple(drafts.values())


def _printed(link: Link, report: Report, confidence: float) -> Value:
    row = link.row or 0
    start = report.row_starts[row]
    end = report.text.find("\n", start)
    text = Passage.of(report.text, start, len(report.text) if end < 0 else end).stripped()
    return Value.verbatim(plain_uri(text), "link.printed", confidence)


def _annotated(link: Link, report: Report, confidence: float) -> Value:
    """An annotation's address stands in no text: it points to the words it covers, or to the line nearest to it."""
    lines = report.lines_by_page
    covered = [w for line in _under(link, lines) for w in _words_under(link, line, report)]
    if not covered and lines.get(link.page) and link.bbox:
        box = link.bbox
        nearest = min(lines[link.page], key=lambda line: abs(line.bbox.top - box.top) + abs(line.bbox.x0 - box.x0))
        covered = [report.passage(nearest)]
    text = Passage.joined(covered) if covered else Passage.of(report.text, 0, 1)
    return Value.derived(decoded(link.uri), text, "link-annotation", confidence)


def _words_under(link: Link, line: Line, report: Report) -> list[Passage]:
    box = link.bbox
    words = [w for w in report.words(line) if box is not None and box.overlaps(w.bbox)]
    if not words:
        return []
    return [Passage.of(report.text, line.start + words[0].start, line.start + words[-1].end)]


def plain_uri(uri: Passage) -> Passage:
    """An address without percent-encoding and without an empty query, as edits."""
    for match in reversed(list(_PERCENT.finditer(uri.text))):
        uri = uri.edited(*match.span(), unquote(match.group()), "percent-decoding")
    return uri.replaced(_EMPTY_QUERY, "", "empty-query")


def decoded(uri: str) -> str:
    """The same of an address that stands in no text."""
    return _EMPTY_QUERY.sub("", unquote(uri))


def link_kind(uri: str) -> str:
    """What an address leads to; ``fragment`` where only a piece of it is left."""
    lower = uri.lower()
    if lower.startswith("mailto:") or ("@" in uri and any(find_emails(uri))):
        return "email"
    if lower.startswith(("tel:", "callto:")):
        return "phone"
    if any(a == 0 for a, _ in find_urls(uri)) or _SCHEME.match(uri):
        return "web"
    return "other" if re.match(r"^[a-z][a-z0-9+.-]*:", lower) else "fragment"


def with_schemes(contact: ContactDraft, links: Sequence[LinkDraft]) -> Iterator[Value]:
    """The websites of a contact as absolute URLs: without a printed scheme, that of the link to it, else ``https``."""
    for value in contact.websites:
        match = _SCHEME.match(value.text)
        if match:
            yield value
            continue
        linked = next((link.uri.text for link in links if same_address(link.uri.text, value.text)), "")
        found = _SCHEME.match(linked)
        scheme, rule = (found["scheme"].lower(), "scheme-of-link") if found else ("https", "default-scheme")
        passage = value.sources[0].edited(0, 0, f"{scheme}://", rule)
        yield Value.verbatim(passage, value.rule, value.confidence)


def bare_address(uri: str) -> str:
    """An address without scheme, ``www.``, query of a mail, and trailing slash, in lower case: what is compared."""
    bare = re.sub(r"^(?:mailto:|https?://)?(?:www\.)?", "", uri.strip(), flags=re.IGNORECASE)
    return bare.split("?")[0].rstrip("/").casefold()


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are the same but for scheme, ``www.`` and case."""
    return bare_address(one) == bare_address(other)
