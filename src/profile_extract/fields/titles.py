"""The title: the block a profile opens with, without a code before it or the full stop behind its quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile

from profile_extract.drafts import Candidate, Value
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.looks import look
from profile_extract.fields.norms import CODE, SERIES_CODE, set_code_end
from profile_extract.layout.run_ins import is_parted
from profile_extract.passage import Passage
from profile_extract.structure import Block

_QUOTED = re.compile(r"[\"“«„‘'].*[\"”»“’']\.", re.DOTALL)
"""A title in quotation marks and the full stop behind them, which closes the line and not the title."""
_AMOUNT = re.compile(r"[€$£]? ?\d[\d.,]*(?: [^\W\d]\w{0,9}| [€$£])?")
"""A number and its unit: ``6 ECTS``, ``€ 12``."""


def propose(context: ProfileContext) -> Iterator[Candidate]:
    """The opening block, by the rule that voted most for it."""
    block = context.segment.title
    rule = max(context.segment.votes, key=lambda vote: vote.score).rule if context.segment.votes else "title.first"
    label = context.segment.title_label
    behind = block.text[label.value_start :].stripped() if label and label.block == block.index else block.text
    text = behind if behind.text else block.text  # a label of titles with nothing behind it or under it is all there is
    title = _without_amount(_without_code(text, context, block), block)
    if context.segment.under_title and is_parted(block.lines[-1], context.segment.under_title[0].lines[0]):
        title = title[:-1].stripped()
    if _QUOTED.fullmatch(title.text):
        title = title[:-1]
    value = Value.verbatim(title, rule, context.confidence)
    announced = (label.block,) if label and label.block != block.index else ()
    yield Candidate("title", (*announced, block.index), rule, 1.0, value)


def _without_code(title: Passage, context: ProfileContext, block: Block) -> Passage:
    """The title behind its code, if such codes are usual in this report.

    They may stand before some titles and over the others: these have no other one.
    """
    norms = context.norms
    if norms.has_set_codes and title.text == block.text.text and (end := set_code_end(block)):
        return title[end:]
    has_code = norms.has_codes or (norms.has_counted and not context.segment.over_title)
    match = CODE.match(title.text) if has_code else SERIES_CODE.match(title.text) if norms.has_series else None
    return title[match.end() :] if match and match.end() < len(title.text) else title


def _without_amount(title: Passage, block: Block) -> Passage:
    """The title before a number with its unit that is set otherwise: credits, a price, a page at the end of its line."""
    style = block.lines[0].style
    looks = ((line.start + run.offset, look(run.style)) for line in block.lines for run in line.runs)
    ends = list(dropwhile(lambda found: found[1] == look(style), looks))
    if style is None or not ends or any(found == look(style) for _, found in ends):
        return title
    cut = next((n for n in range(1, len(title.text)) if title[n:].start >= ends[0][0]), len(title.text))
    return title[:cut].stripped() if _AMOUNT.fullmatch(title.text[cut:].strip()) else title
