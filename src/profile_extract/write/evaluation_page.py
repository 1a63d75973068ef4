"""The evaluation's view for people at a terminal."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from profile_extract.evaluation import Evaluation
from profile_extract.write.evaluation import Grid, grids, remarks


def print_evaluation(evaluation: Evaluation, *, misses: int | None = None) -> None:
    """Print tables and remarks to standard output.

    Args:
        evaluation: what to show.
        misses: how many values that do not hold verbatim are listed; some if None.
    """
    console = Console(highlight=False)
    for grid in grids(evaluation):
        console.print(_table(grid))
    for line in remarks(evaluation, misses=misses):
        console.print(line, markup=False, soft_wrap=True)


def _table(grid: Grid) -> Table:
    table = Table(title=grid.title, title_justify="left", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for number, name in enumerate(grid.header):
        table.add_column(name, justify="right" if number else "left", no_wrap=True)
    first_total = len(grid.rows) - grid.totals
    for number, row in enumerate(grid.rows):
        is_total = number >= first_total
        table.add_row(*row, style="bold" if is_total else None, end_section=number == first_total - 1)
    return table
