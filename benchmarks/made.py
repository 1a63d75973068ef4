"""Extracts the made reports of ``tests/reports`` and their dumps, and holds the means to those committed in ``made.json``.

    python benchmarks/made.py [--out FOLDER] [--update-baseline] [NAME ...]

The figure is the mean micro F1 at level strict over PDFs and each kind of dump. Single reports have no floors: a rule
that is right may cost one of so many designs something. Each one's figure is printed; with names, only those are measured.
Exit status 1 if a report cannot be extracted or a mean fell; ``--update-baseline`` raises the means.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "tests" / "reports"
MEANS = ROOT / "benchmarks" / "made.json"
PROGRAM = (sys.executable, "-m", "profile_extract")
DIGITS = 3
"""Of the committed means, which are rounded down."""


def lay_out(folder: Path, names: Iterable[str]) -> None:
    """Reports and gold side by side, each report under its name and kind (``atlas.pdf``, ``atlas.raw.txt``)."""
    shutil.rmtree(folder, ignore_errors=True)  # reports that were there the last time are not measured again
    for part in ("reports", "gold"):
        (folder / part).mkdir(parents=True)
    for name in names:
        for report in REPORTS.glob(f"{name}/report.*"):
            named = name + report.name.removeprefix("report")
            shutil.copy(report, folder / "reports" / named)
            shutil.copy(report.parent / "gold.json", folder / "gold" / f"{named}.json")


def scores(folder: Path) -> dict[str, dict[str, Any]]:
    """The evaluation of each report, by the name of its file."""
    predicted = folder / "predicted"
    command = [*PROGRAM, "extract", "--quiet", folder / "reports", "-o", predicted, "--jobs", str(os.cpu_count())]
    subprocess.run(command, check=True)
    measured = subprocess.run(
        [*PROGRAM, "evaluate", "--json", folder / "gold", predicted], check=True, capture_output=True, text=True
    )
    found: dict[str, dict[str, Any]] = json.loads(measured.stdout)["reports"]
    return found


def means_of(figures: Mapping[str, float]) -> dict[str, float]:
    """The mean over the reports of each kind, rounded down."""
    kinds: dict[str, list[float]] = defaultdict(list)
    for name, figure in figures.items():
        kinds[name.split(".")[1]].append(figure)
    return {kind: math.floor(statistics.fmean(values) * 10**DIGITS) / 10**DIGITS for kind, values in sorted(kinds.items())}


def main() -> int:
    """Extract and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "made", help="folder for gold and output, side by side")
    parser.add_argument("--update-baseline", action="store_true", help="raise the committed means")
    parser.add_argument("names", nargs="*", help="folders of tests/reports; all without")
    options = parser.parse_args()
    lay_out(options.out, options.names or sorted(path.parent.name for path in REPORTS.glob("*/gold.json")))
    found = scores(options.out)
    for name, score in sorted(found.items()):
        print(f"{name:36} {score['micro_f1']['strict']:.3f} whole {score['whole_profiles']['strict']:.2f}")
    means = means_of({name: score["micro_f1"]["strict"] for name, score in found.items()})
    print("mean of", ", ".join(f"{kind} {mean:.{DIGITS}f}" for kind, mean in means.items()))
    return 0 if options.names else held(means, update=options.update_baseline)


def held(means: Mapping[str, float], *, update: bool) -> int:
    """Compare with the committed means, or raise those."""
    committed: dict[str, float] = json.loads(MEANS.read_text(encoding="utf-8")) if MEANS.exists() else {}
    fallen = [kind for kind, mean in means.items() if mean < committed.get(kind, 0.0)]
    for kind in fallen:
        print(f"the mean of {kind} fell from {committed[kind]} to {means[kind]}", file=sys.stderr)
    if update:
        raised = {kind: max(mean, committed.get(kind, 0.0)) for kind, mean in means.items()}
        MEANS.write_text(json.dumps(raised, indent=2) + "\n", encoding="utf-8")
    return int(bool(fallen))


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main())
