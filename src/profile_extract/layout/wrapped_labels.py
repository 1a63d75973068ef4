"""Labels of two lines beside their values: where some columns of labels show that they are one, they are everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from profile_extract.layout.baselines import is_level
from profile_extract.layout.columns import Flow
from profile_extract.layout.parted_rows import em_of_line
from profile_extract.model import Line, Style

FEWEST_WHOLE = 2
"""How often the lines of a label are read one behind the other before they are known to be one."""
_Pair = tuple[str, str, Style | None]


def with_labels_whole(leaves: Sequence[Sequence[Flow]]) -> list[list[Flow]]:
    """The flows of each page or leaf of a PDF, the second line of such a label read before what stands beside its first."""
    pairs = Counter(pair for flows in leaves for flow in flows for pair in _labels_of_two(flow.lines))
    known = {pair for pair, count in pairs.items() if count >= FEWEST_WHOLE}
    return [[_with_known(flow, known) if known else flow for flow in flows] for flows in leaves]


def _labels_of_two(lines: Sequence[Line]) -> Iterator[_Pair]:
    """Two lines in one type, one right under the other, before something else beside the first of them."""
    for first, second, value in zip(lines, lines[1:], lines[2:], strict=False):
        if _is_under(second, first) and first.bbox.x1 < value.bbox.x0 and _are_level(first, value):
            yield _pair(first, second)


def _with_known(flow: Flow, known: Container[_Pair]) -> Flow:
    lines = list(flow.lines)
    for at in range(len(lines) - 2):
        first, value = lines[at : at + 2]
        below = next((n for n in range(at + 2, len(lines)) if not _are_level(lines[n], value)), len(lines))
        is_two = below < len(lines) and _are_level(first, value) and _is_under(lines[below], first)
        if is_two and _pair(first, lines[below]) in known:
            lines.insert(at + 1, lines.pop(below))
    return flow._replace(lines=tuple(lines))


def _pair(first: Line, second: Line) -> _Pair:
    return first.text, second.text, first.style


def _is_under(line: Line, above: Line) -> bool:
    """Whether a line stands right under another one that is set as it is."""
    gap_pt = line.bbox.top - above.bbox.bottom
    return line.style == above.style and abs(gap_pt) < em_of_line(line) / 2 and line.bbox.x0 < above.bbox.x1


def _are_level(line: Line, other: Line) -> bool:
    return is_level(line, other, em_of_line(line))
