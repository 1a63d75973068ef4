"""Extracts reports that have gold, and measures the output against it and against the floors committed here.

    python benchmarks/eval.py [--out FOLDER] [what `profile-extract evaluate` takes ...]

Reports are the samples and, where they are present, the shared ones (``PROFILE_EXTRACT_SHARED``, else ``../shared``): each a
folder with ``report.*`` and ``gold.json``. Exit status 1 if a report cannot be extracted or a figure fell under its floor.
``--update-baseline`` raises the floors.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "benchmarks" / "floors.json"
PROGRAM = (sys.executable, "-m", "profile_extract")


def reports_with_gold() -> list[Path]:
    """The reports to be extracted, each in a folder of its own name."""
    shared = Path(os.environ.get("PROFILE_EXTRACT_SHARED", ROOT.parent / "shared"))
    found = [*ROOT.glob("samples/*/report.*"), *shared.glob("reports/*/report.*")]
    return sorted((path for path in found if (path.parent / "gold.json").exists()), key=lambda path: path.parent.name)


def extract(report: Path, predicted: Path) -> bool:
    """Write the output document of a report; whether that went well. What went wrong is on standard error."""
    target = predicted / f"{report.parent.name}.json"
    done = subprocess.run([*PROGRAM, "extract", "--quiet", report, "--output", target], check=False)
    return done.returncode == 0


def main() -> int:
    """Extract and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "eval", help="folder for gold and output, side by side")
    options, more = parser.parse_known_args()
    gold, predicted = options.out / "gold", options.out / "predicted"
    for folder in (gold, predicted):  # reports that were there the last time are not measured again
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    reports = reports_with_gold()
    for report in reports:
        shutil.copy(report.parent / "gold.json", gold / f"{report.parent.name}.json")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        went_well = list(pool.map(lambda report: extract(report, predicted), reports))
    measured = subprocess.run([*PROGRAM, "evaluate", gold, predicted, "--baseline", FLOORS, *more], check=False)
    return measured.returncode or int(not all(went_well))


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main())
