"""Times reading and whole runs against other programs on the same files, in one run, and compares words with pdfplumber's.

    python benchmarks/bench.py [--parts reading,words,whole,growth,start,workers] [--rounds 9] [--json FILE] [PDF ...]

Every round times each program on each file in turn, so that a machine that is slow for a while is slow for all; a figure
is the median over the rounds of the ratio of the sums. Without arguments the files are the PDFs of the shared reports
(``PROFILE_EXTRACT_SHARED``, else ``../shared``), or the samples where there are none.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import importlib.metadata
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium
from rich.console import Console
from rich.table import Table

from profile_extract.read import read_report

sys.path.insert(0, str(Path(__file__).parent))
import whole

ROOT = Path(__file__).parent.parent
PARTS = ("reading", "words", "whole", "growth", "start", "workers")
SLOW_ROUNDS = 3
"""Rounds, at most, of what takes long by itself."""
NEAR_PT = 1.5
"""Edges of a word that differ by at most this, in points, agree."""
SLOW_EVERY = 3
"""Rounds of which one times the slow programs, too: pdfplumber takes fifty times longer than the others."""
MOST_EXAMPLES = 3
OURS, BBOX, PLAIN = "profile-extract", "pdftotext -bbox-layout", "pdfium plain text"
PLUMBER, PLUMBER_WORDS = "pdfplumber extract_words with fonts", "pdfplumber extract_words"


class Timed(NamedTuple):
    """Seconds of one program: by round, by file."""

    name: str
    seconds: list[list[float]]


def files_to_read(given: Sequence[str]) -> list[Path]:
    """The PDFs to be read."""
    if given:
        return [Path(name) for name in given]
    shared = Path(os.environ.get("PROFILE_EXTRACT_SHARED", ROOT.parent / "shared"))
    return sorted(shared.glob("reports/*/report.pdf")) or sorted(ROOT.glob("samples/*/report.pdf"))


def read_ours(path: Path) -> None:
    """Lines with boxes, fonts, words, links and outline."""
    read_report(path)


def read_plain(path: Path) -> None:
    """Nothing but the text of each page, through PDFium."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = pdfium.FPDFText_LoadPage(page)
        count = pdfium.FPDFText_CountChars(text)
        buffer = (pdfium.c_ushort * (count + 1))() if hasattr(pdfium, "c_ushort") else None
        if buffer is None:
            page.get_textpage().get_text_range()
        else:
            pdfium.FPDFText_GetText(text, 0, count, buffer)
            bytes(buffer).decode("utf-16-le", "replace")
        pdfium.FPDFText_ClosePage(text)
        page.close()
    document.close()


def read_bbox(path: Path) -> None:
    """Poppler's words with boxes, written to a file as the program does."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftotext", "-bbox-layout", path, f"{folder}/out.html"], check=True, capture_output=True)


def read_plumber(path: Path) -> None:
    """pdfplumber's words with font and size."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words(extra_attrs=["fontname", "size"])
            page.close()


def timed(
    files: Sequence[Path],
    programs: dict[str, Callable[[Path], None]],
    slow: dict[str, Callable[[Path], None]],
    rounds: int,
) -> list[Timed]:
    """Time every program on every file, one after the other, round by round, after a round that does not count.

    Every second round takes them in reverse: what runs behind another process finds the processor's caches cold.
    """
    seconds: dict[str, list[list[float]]] = defaultdict(list)
    for number in range(rounds + 1):
        row: dict[str, list[float]] = defaultdict(list)
        in_turn = programs | (slow if number % SLOW_EVERY == 1 else {})
        in_turn = dict(reversed(in_turn.items())) if number % 2 else in_turn
        for path in files:
            for name, read in in_turn.items():
                gc.collect()
                begin = time.perf_counter()
                read(path)
                row[name].append(time.perf_counter() - begin)
        if number:
            for name in in_turn:
                seconds[name].append(row[name])
    return [Timed(name, seconds[name]) for name in programs | slow]


def ratio(ours: Timed, other: Timed) -> dict[str, float]:
    """Our time as a share of another's: median, lowest and highest of the rounds, and of the best times of each file.

    One that is slow is compared with the rounds that it was timed in and those up to its next.
    """
    others = [seconds for seconds in other.seconds for _ in range(SLOW_EVERY if len(other.seconds) < len(ours.seconds) else 1)]
    rows = [sum(a) / sum(b) for a, b in zip(ours.seconds, others, strict=False)]
    best = sum(map(min, zip(*ours.seconds, strict=True))) / sum(map(min, zip(*other.seconds, strict=True)))
    return {"median": statistics.median(rows), "lowest": min(rows), "highest": max(rows), "best": best}


def words_of_ours(path: Path) -> dict[int, list[tuple[str, tuple[float, ...]]]]:
    """Words with boxes by page."""
    report = read_report(path)
    found: dict[int, list[tuple[str, tuple[float, ...]]]] = defaultdict(list)
    for line in report.lines:
        found[line.page] += [(word.text, tuple(word.bbox)) for word in report.words(line)]
    return found


def words_of_plumber(path: Path) -> Iterator[tuple[int, str, tuple[float, ...]]]:
    """Words with boxes, measured from the visible page's corner as ours are."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            left, top = page.cropbox[:2]
            for word in page.extract_words(x_tolerance_ratio=0.15):
                box = (word["x0"] - left, word["top"] - top, word["x1"] - left, word["bottom"] - top)
                yield page.page_number, word["text"], box
            page.close()


def agreement(path: Path) -> dict[str, Any]:
    """How many of pdfplumber's words have one of ours with the same text at the same place, and how the rest differ."""
    ours = words_of_ours(path)
    by_text: dict[tuple[int, str], list[tuple[float, ...]]] = defaultdict(list)
    for page, words in ours.items():
        for text, box in words:
            by_text[page, text].append(box)
    total = agreed = 0
    kinds: Counter[str] = Counter()
    examples: dict[str, list[str]] = defaultdict(list)
    for page, text, box in words_of_plumber(path):
        total += 1
        same = next((b for b in by_text[page, text] if all(abs(x - y) <= NEAR_PT for x, y in zip(box, b, strict=True))), None)
        if same is not None:
            by_text[page, text].remove(same)
            agreed += 1
            continue
        kind, example = difference(page, text, box, ours[page])
        kinds[kind] += 1
        if len(examples[kind]) < MOST_EXAMPLES:
            examples[kind].append(example)
    return {"words": total, "agreed": agreed, "kinds": dict(kinds), "examples": dict(examples)}


def difference(page: int, text: str, box: tuple[float, ...], ours: list[tuple[str, tuple[float, ...]]]) -> tuple[str, str]:
    """What kind of difference a word of pdfplumber's shows, and both readings of it."""
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    here = [(t, b) for t, b in ours if b[0] - 1 <= middle[0] <= b[2] + 1 and b[1] - 1 <= middle[1] <= b[3] + 1]
    found, found_box = here[0] if here else ("", ())
    if not found:
        kind = "only pdfplumber has it"
    elif found == text:
        kind = "same word, other box"
    elif sorted(found) == sorted(text):
        kind = "same letters, other order (accents set apart)"
    elif text in found or found in text:
        kind = "one reader joins what the other parts"
    else:
        kind = "other letters"
    shown = f" {[round(x - y, 1) for x, y in zip(found_box, box, strict=True)]} pt" if found == text else f", ours {found!r}"
    return kind, f"page {page}: pdfplumber {text!r}{shown}"


WHO_IS_RIGHT = {
    "same word, other box": "ours ends where the pen goes on, pdfplumber's where the font's width table says; both are usable",
    "same letters, other order (accents set apart)": "neither: the file holds accent and letter as two signs",
    "one reader joins what the other parts": "pdfplumber for leader dots, ours for raised figures",
    "other letters": "ours where pdfplumber prints (cid:n)",
    "only pdfplumber has it": "pdfplumber: PDFium drops signs that its own text layer repeats",
}


def machine() -> dict[str, str]:
    """What was measured on, and with which versions."""
    versions = {name: importlib.metadata.version(name) for name in ("pypdfium2", "pdfplumber", "pdfminer.six")}
    poppler = subprocess.run(["pdftotext", "-v"], capture_output=True, text=True, check=False).stderr.split("\n")[0]
    return {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": str(os.cpu_count()),
        "poppler": poppler,
        **versions,
    }


def main() -> int:
    """Measure, print tables, keep the figures."""
    options = _options()
    files = files_to_read(options.files)
    console = Console()
    if not shutil.which("pdftotext"):
        console.print("pdftotext is not installed (Debian: poppler-utils): its rows are missing", style="bold red")
    result: dict[str, Any] = {"machine": machine(), "files": list(map(str, files)), "load": os.getloadavg()}
    for part in options.parts:
        result[part] = _MEASURES[part](console, files, options.rounds)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    console.print(f"figures kept in {options.json}; load average at the beginning {result['load'][0]:.1f}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--parts", type=lambda text: text.split(","), default=list(PARTS))
    parser.add_argument("--json", type=Path, default=ROOT / "out" / "bench.json")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are: {', '.join(PARTS)}")
    return options


def measure_reading(console: Console, files: Sequence[Path], rounds: int) -> dict[str, Any]:
    """Reading alone, beside what else reads."""
    return _compared(console, files, rounds, {OURS: read_ours, PLAIN: read_plain, BBOX: read_bbox}, {PLUMBER: read_plumber})


def measure_whole(console: Console, files: Sequence[Path], rounds: int) -> dict[str, Any]:
    """Reports end to end, after one that loads what is loaded once."""
    programs = {OURS: whole.extract_whole, PLAIN: read_plain, BBOX: whole.print_bbox}
    return _compared(console, files, rounds, programs, {PLUMBER_WORDS: whole.plumb_words})


def _compared(
    console: Console,
    files: Sequence[Path],
    rounds: int,
    programs: dict[str, Callable[[Path], None]],
    slow: dict[str, Callable[[Path], None]],
) -> dict[str, Any]:
    programs = {name: run for name, run in programs.items() if name != BBOX or shutil.which("pdftotext")}
    times = timed(files, programs, slow, rounds)
    ratios = {other.name: ratio(times[0], other) for other in times[1:]}
    print_ratios(console, times, ratios)
    return {"seconds": {row.name: row.seconds for row in times}, "ratios": ratios}


def measure_words(console: Console, files: Sequence[Path], _: int) -> dict[str, Any]:
    """Agreement with pdfplumber, word by word."""
    words = {path.parent.name: agreement(path) for path in files}
    print_words(console, words)
    return words


def measure_growth(console: Console, _: Sequence[Path], rounds: int) -> list[dict[str, Any]]:
    """Cost per page of made reports of different lengths."""
    rows = whole.growth(rounds)
    console.print(whole.growth_table(rows))
    return rows


def measure_start(console: Console, _: Sequence[Path], rounds: int) -> dict[str, float]:
    """Cold starts."""
    times = whole.start_up(rounds)
    console.print(whole.start_table(times))
    return times


def measure_workers(console: Console, files: Sequence[Path], rounds: int) -> list[dict[str, float]] | None:
    """Many reports with one worker and with two, round by round."""
    found = whole.throughput(files, min(rounds, SLOW_ROUNDS))
    console.print(whole.throughput_table(found) if found else "this command takes one report at a time: no throughput")
    return found


_MEASURES: dict[str, Callable[[Console, Sequence[Path], int], Any]] = {
    "reading": measure_reading,
    "words": measure_words,
    "whole": measure_whole,
    "growth": measure_growth,
    "start": measure_start,
    "workers": measure_workers,
}


def print_ratios(console: Console, times: Sequence[Timed], ratios: dict[str, dict[str, float]]) -> None:
    """Our time against each of the others'."""
    table = Table("reading by", "seconds (median)", "ours / theirs", "lowest", "highest", "of best times")
    table.add_row(OURS, f"{statistics.median(map(sum, times[0].seconds)):.3f}", "", "", "", "")
    for other in times[1:]:
        r = ratios[other.name]
        seconds = f"{statistics.median(map(sum, other.seconds)):.3f}"
        figures = (f"{r['median']:.3f}", f"{r['lowest']:.3f}", f"{r['highest']:.3f}", f"{r['best']:.3f}")
        if r["median"] < 0.2:
            figures = tuple(f"1/{1 / r[k]:.0f}" for k in ("median", "lowest", "highest", "best"))
        table.add_row(other.name, seconds, *figures)
    console.print(table)


def print_words(console: Console, words: dict[str, dict[str, Any]]) -> None:
    """Agreement with pdfplumber, and where the two differ."""
    table = Table("report", "pdfplumber's words", f"agree within {NEAR_PT} pt", "share")
    total, agreed = (sum(row[key] for row in words.values()) for key in ("words", "agreed"))
    for name, row in words.items():
        table.add_row(name, str(row["words"]), str(row["agreed"]), f"{row['agreed'] / row['words']:.4f}")
    table.add_row("all", str(total), str(agreed), f"{agreed / total:.4f}", style="bold")
    console.print(table)
    table = Table("where they differ", "words", "who is right", "examples")
    kinds = Counter[str]()
    examples: dict[str, list[str]] = defaultdict(list)
    for name, row in words.items():
        kinds.update(row["kinds"])
        for kind, found in row["examples"].items():
            examples[kind] += [f"{name} {example}" for example in found]
    for kind, count in kinds.most_common():
        table.add_row(kind, str(count), WHO_IS_RIGHT[kind], "\n".join(examples[kind][:MOST_EXAMPLES]))
    console.print(table)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main())
