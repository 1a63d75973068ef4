"""The one place where the stages meet: read, clean, lay out, segment, extract, assemble.

What finds fields and what makes the output take longer to import than most reports to read: they are imported when it
comes to them, so that a file that cannot be read is refused at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from profile_extract import __version__
from profile_extract.clean import clean
from profile_extract.collecting import without_collection
from profile_extract.drafts import Extraction
from profile_extract.layout import em_of, lay_out
from profile_extract.layout.files import read_layout_file
from profile_extract.layout.run_ins import parted_at_run_ins
from profile_extract.layout.tables import pages_with_rows
from profile_extract.model import Report, Table
from profile_extract.read import read_bytes, read_file
from profile_extract.read.watch import Watch
from profile_extract.segment import segment
from profile_extract.segment.choice import EQUALLY_GOOD, fits
from profile_extract.segment.stacks import find_stacked
from profile_extract.segment.titles import count_on
from profile_extract.settings import Settings
from profile_extract.structure import Guide, Segmentation

if TYPE_CHECKING:
    from profile_extract.schema import ExtractedReport

MOST_PAGES_OF_A_TABLE = 200
"""Pages with ruling of a directory that is one table; more are a spreadsheet, and its cells double the time."""
Progress = Callable[[str], None]
"""Told the name of each stage as it begins."""


@without_collection()
def extract(
    path: str | Path,
    settings: Settings | None = None,
    *,
    layout: Guide | None = None,
    with_evidence: bool = True,
    progress: Progress | None = None,
) -> ExtractedReport:
    """Extract a report: a PDF or text file, or standard input where ``path`` is ``-``.

    Nothing need be said about the report; ``layout`` may say what is known of it (see :func:`load_layout`).

    Raises:
        ReadError: or one of its kinds, where the report cannot be read.
    """
    settings = settings or Settings()
    extraction = analyse(path, settings, layout=layout, progress=progress)
    return document_of(extraction, settings, layout, with_evidence=with_evidence)


@without_collection()
def document_of(
    extraction: Extraction, settings: Settings, layout: Guide | None = None, *, with_evidence: bool = True
) -> ExtractedReport:
    """The output document of what was found in a report."""
    from profile_extract.assemble import assemble
    from profile_extract.fields.entities import NER_VERSION
    from profile_extract.schema import Generator

    generator = Generator(
        name="profile-extract",
        version=__version__,
        layout=(layout or Guide()).name,
        ner=NER_VERSION,
        settings_sha256=settings.sha256(),
    )
    return assemble(extraction, generator, with_evidence=with_evidence)


def analyse(
    path: str | Path, settings: Settings, *, layout: Guide | None = None, progress: Progress | None = None
) -> Extraction:
    """Everything that is found in a report, before it is put together.

    Raises:
        ReadError: or one of its kinds, where the report cannot be read.
    """
    _tell(progress, "reading")
    data, name = read_file(path, settings.read)
    return analyse_bytes(data, name, settings, layout=layout, progress=progress)


@without_collection()
def analyse_bytes(
    data: bytes,
    name: str,
    settings: Settings,
    *,
    layout: Guide | None = None,
    progress: Progress | None = None,
    on_page: Callable[[int], None] | None = None,
) -> Extraction:
    """Everything that is found in a report of which the bytes are at hand; ``on_page`` is told each page's 1-based number.

    Raises:
        ReadError: or one of its kinds, where the report cannot be read.
    """
    _tell(progress, "reading")
    report = read_bytes(data, name, settings.read, Watch(name, settings.limits, on_page))
    _tell(progress, "cleaning")
    report = clean(report)
    _tell(progress, "finding the profiles")
    segmentation = _segmented(report, layout or Guide())
    tables = _tables(data, segmentation)
    if tables:
        guide = segmentation.guide
        segmentation = segment(lay_out(segmentation.layout.report, tables, guide), guide)
    _tell(progress, "extracting the fields")
    from profile_extract.fields import find_fields

    return find_fields(replace(segmentation, guide=layout or Guide()))  # all that was said, to be saved again


def _segmented(report: Report, guide: Guide) -> Segmentation:
    """The report cut into profiles as a guide says; as the report shows by itself if that is how titles are to be found."""
    if guide.title_rule or guide.title_looks:
        shown = _cut(report, replace(guide, title_rule=None, title_looks=()))
        if fits(shown, guide):
            return shown
    return _cut(report, guide)


def _cut(report: Report, guide: Guide) -> Segmentation:
    """The report cut into profiles, its lines parted behind titles that run into their texts where that makes more of them."""
    segmentation = segment(lay_out(report, None, guide), guide)
    stacked = find_stacked(segmentation)
    if stacked:
        segmentation = segment(lay_out(report, None, guide, stacked), guide)
    parted = parted_at_run_ins(report)
    if parted is None:
        return segmentation
    begun = frozenset(line.start for line in parted.lines if line.wraps is False) if not report.is_pdf else frozenset[int]()
    other = segment(lay_out(parted, None, guide, begun), guide)
    return other if _is_better(other, segmentation) else segmentation


def _is_better(other: Segmentation, segmentation: Segmentation) -> bool:
    """Whether another cut has more profiles and is more regular, or was preferred to one like this: that is of groups.

    One whose titles are numbered, none left out, is better whatever it is like.
    """
    if other.taken is None or len(other.segments) <= len(segmentation.segments):
        return False
    if segmentation.taken is None or other.taken.score > segmentation.taken.score:
        return True
    if count_on([segment.title.text.text for segment in other.segments]):
        return True
    least = segmentation.taken.score - EQUALLY_GOOD
    return any(len(h.starts) == len(segmentation.segments) and h.score >= least for h in other.hypotheses)


def _tables(data: bytes, segmentation: Segmentation) -> dict[int, tuple[Table, ...]]:
    """The ruled tables inside profiles, asked for only on pages where text stands side by side and there is ruling.

    Where there are no profiles, a table may hold them all: then those of any page, unless there are very many.
    """
    report = segmentation.layout.report
    parts = segmentation.segments or segmentation.matter
    lines = [line for part in parts for block in part.blocks for line in block.lines]
    rows = pages_with_rows(lines, em_of(segmentation.layout.body_style)) if report.is_pdf and lines else set()
    pages = {page for page in rows if report.pages[page - 1].has_grid is not False}
    if not pages or (not segmentation.segments and len(pages) > MOST_PAGES_OF_A_TABLE):
        return {}
    from profile_extract.read.tables import find_tables

    return find_tables(data, pages, [page for page in pages if report.pages[page - 1].has_grid])


def load_layout(path: Path) -> Guide:
    """A layout file. Raises :class:`~profile_extract.errors.LayoutFileError` naming the line that is wrong."""
    return read_layout_file(path)


def _tell(progress: Progress | None, stage: str) -> None:
    if progress is not None:
        progress(stage)
