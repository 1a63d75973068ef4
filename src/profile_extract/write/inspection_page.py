"""The inspector's view for people: coloured lines with their roles, and under them what was learnt from the report."""

from __future__ import annotations

import io
from collections import Counter

from rich.console import Console
from rich.table import Table
from rich.text import Text

from profile_extract.drafts import Extraction
from profile_extract.model import Line, Report
from profile_extract.write.inspection import UNASSIGNED, label_counts, lines_with_roles, owner_counts, repair_counts
from profile_extract.write.reasons import absences, contested

COLOURS = {
    "title": "bold green",
    "tagline": "green",
    "narrative": "default",
    "note": "dim",
    "notes": "dim",
    "quote": "yellow",
    "quotes": "yellow",
    "section": "cyan",
    "sections": "cyan",
    "related": "magenta",
    "related_ideas": "magenta",
    "contact": "blue",
    "contacts": "blue",
    "links": "dim blue",
    "report": "dim",
    "furniture": "dim red",
    UNASSIGNED: "bold red",
}
MOST_TEXT = 88
MOST_WAYS = 8
"""Rows of what was considered and not taken."""
MOST_ROLES = 3


def inspection_page(extraction: Extraction, columns: int | None = None) -> str:
    """Everything as text, for a terminal of so many columns in colour, else (None) plain."""
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=columns is not None or None, width=columns, highlight=False, soft_wrap=True)
    report = extraction.segmentation.layout.report
    for page, lines in lines_with_roles(extraction).items():
        console.rule(f"page {page}", align="left")
        for line, roles in lines:
            console.print(_row(report, line, roles))
    _print_labels(console, extraction)
    _print_boundaries(console, extraction)
    _print_decisions(console, extraction)
    _print_facts(console, extraction)
    return shown.getvalue()


def _row(report: Report, line: Line, roles: list[str]) -> Text:
    text = report.text_of(line)
    shown = text if len(text) <= MOST_TEXT else text[: MOST_TEXT - 1] + "…"
    names = ", ".join(roles[:MOST_ROLES]) + (" …" if len(roles) > MOST_ROLES else "")
    style = COLOURS.get(roles[0].split(".")[0], "default")
    number = f"{report.row_numbers[line.row]:>6} "
    repaired = "~ " if line.edits else "  "
    return Text.assemble((number, "dim"), (f"{names:<24.24} ", "dim"), (repaired, "red"), (shown, style))


def _print_labels(console: Console, extraction: Extraction) -> None:
    table = Table("label", "is taken for", "times", title="Labels", title_justify="left")
    for (key, field), count in sorted(label_counts(extraction).items(), key=lambda item: -item[1]):
        table.add_row(key, field, str(count))
    console.print(table)


def _print_boundaries(console: Console, extraction: Extraction) -> None:
    table = Table("page", "profile", "sure", "votes for its beginning", title="Profiles", title_justify="left")
    for segment in extraction.segmentation.segments:
        votes = ", ".join(f"{vote.rule} {vote.score:.2f}" for vote in segment.votes)
        first = segment.title
        table.add_row(str(first.page), first.text.text[:60], f"{segment.confidence:.2f}", votes)
    console.print(table)
    taken = extraction.segmentation.taken
    table = Table("way to cut the report", "profiles", "regularity", "", title="Ways considered", title_justify="left")
    for hypothesis in extraction.segmentation.hypotheses[:MOST_WAYS]:
        mark = "taken" if hypothesis == taken else ""
        table.add_row(hypothesis.rule, str(len(hypothesis.starts)), f"{hypothesis.score:.3f}", mark)
    console.print(table)


def _print_decisions(console: Console, extraction: Extraction) -> None:
    """The closest decisions, and why fields are empty, each reason once with the profiles it holds for."""
    blocks = extraction.segmentation.layout.blocks
    table = Table("page", "text", "is", "and not", "by", title="Closest decisions", title_justify="left")
    for decision in contested(extraction)[:MOST_WAYS]:
        winner, loser = decision.winner, decision.losers[0]
        block = blocks[winner.blocks[0]]
        names = f"{winner.role} ({winner.rule})", f"{loser.role} ({loser.rule})"
        table.add_row(str(block.page), block.text.text[:40], *names, f"{winner.score - loser.score:.2f}")
    console.print(table)
    table = Table("field", "why", "profiles", title="Empty fields", title_justify="left")
    reasons = Counter((absence.field, absence.reason) for absence in absences(extraction))
    for (field, reason), count in reasons.items():
        table.add_row(field, reason, str(count))
    console.print(table)


def _print_facts(console: Console, extraction: Extraction) -> None:
    layout = extraction.segmentation.layout
    table = Table("repair", "times", title="Repairs", title_justify="left")
    for rule, count in repair_counts(layout.report).most_common():
        table.add_row(rule, str(count))
    console.print(table)
    table = Table("furniture", "rule", "pages", title="Furniture", title_justify="left")
    seen: dict[tuple[str, str], int] = {}
    for item in layout.furniture:
        text = "(numbers)" if item.rule.endswith("page-number") else item.line.text[:60]
        seen[text, item.rule] = seen.get((text, item.rule), 0) + 1
    for (text, rule), count in seen.items():
        table.add_row(text, rule, str(count))
    console.print(table)
    for problem in extraction.problems:
        console.print(f"warning {problem.code} {problem.path}: {problem.message}", style="yellow", markup=False)
    counts = owner_counts(extraction)
    total = counts.total()
    parts = ", ".join(f"{owner} {counts[owner]}" for owner in ("profiles", "report", "furniture", UNASSIGNED))
    console.print(f"characters {total}: {parts}", style="bold red" if counts[UNASSIGNED] else "bold")
