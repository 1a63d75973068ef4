"""A parent with nothing but children: does all files of some folders several times over, and says what came of each.

Usage: python driver.py ROUNDS OUT FOLDER...
"""

from __future__ import annotations

import json
import selectors
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from profile_extract.run.isolation import Child, Outcome
from profile_extract.run.job import Job, preload
from profile_extract.settings import LimitSettings, Settings

sys.path.append(str(Path(__file__).parent.parent))
from memory import peak_bytes

LIMITS = LimitSettings(memory_bytes=2**29 + 2**28, cpu_s=1.5, wall_factor=10.0)
"""Three quarters of the usual memory and a seventh of the usual time: the same kinds of ends, sooner. The clock is not what
ends anything here: on a machine with other work to do it would not end the same files each time."""
AT_ONCE = 2


def outcomes(rounds: int, out: Path, files: list[Path]) -> Iterator[tuple[int, Path, Outcome]]:
    """What came of each file in each round, as it comes."""
    queue = iter([(number, file) for number in range(rounds) for file in files])
    running: dict[Child, tuple[int, Path]] = {}
    with selectors.DefaultSelector() as selector:
        while True:
            while len(running) < AT_ONCE and (task := next(queue, None)):
                job = Job(str(task[1]), task[1].name, Settings(limits=LIMITS))
                child = Child.start(job, out / f"{task[0]}-{task[1].name}.json")
                selector.register(child, selectors.EVENT_READ)
                running[child] = task
            if not running:
                return
            selector.select(max(0.0, min(child.deadline for child in running) - time.monotonic()))
            for child in list(running):
                outcome = child.advance()
                if outcome is not None:
                    selector.unregister(child)
                    yield *running.pop(child), outcome


def main() -> None:
    """Print a line of JSON for each end, and one with this process's own peak of memory."""
    rounds, out, *folders = sys.argv[1:]
    preload()
    files = sorted(file for folder in folders for file in Path(folder).iterdir() if file.suffix != ".json")
    for number, file, outcome in outcomes(int(rounds), Path(out), files):
        print(json.dumps([number, file.name, outcome._asdict()]), flush=True)
    print(json.dumps(peak_bytes()))


if __name__ == "__main__":
    main()
