"""The command line: arguments, progress, exit codes. The only place that prints.

Data goes to standard output or a file, everything for people to standard error. What is slow to import is imported where
it is used, so that ``--help`` answers at once.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from profile_extract import __version__
from profile_extract.cli.console import DONE, FAILED, INTERRUPTED, WRONG_USAGE, complain, fail, print_data, print_file, say
from profile_extract.errors import ProfileExtractError, UsageError

if TYPE_CHECKING:
    from profile_extract.evaluation import Evaluation
    from profile_extract.evaluation.floors import Floors
    from profile_extract.evaluation.scores import Score
    from profile_extract.run.job import Job
    from profile_extract.settings import Settings
    from profile_extract.structure import Guide

_SHELLS = ("bash", "zsh", "fish")
_OF_FILES = frozenset({".json", ".jsonl"})
"""How a file for one report ends: no folder for many."""
_REPORT = click.argument("report", metavar="REPORT")
_READER = click.option(
    "--reader",
    type=click.Choice(["pdfium", "pdfplumber"]),
    default=None,
    help="Engine that reads PDF text.  [default: pdfium]",
)
_SETTINGS = click.option(
    "--settings", "settings_file", metavar="FILE", type=click.Path(path_type=Path), help="Settings (TOML)."
)
_LAYOUT = click.option("--layout", "layout_file", metavar="FILE", type=click.Path(path_type=Path), help="Layout file (TOML).")
_EXAMPLE = click.option(
    "--example",
    "examples",
    metavar="TITLE",
    multiple=True,
    help="A title of a profile, as printed; for reports that puzzle the program.",
)
_NO_ISOLATION = click.option(
    "--no-isolation", is_flag=True, help="Read REPORT in this process, without limits; to look for errors."
)
_QUIET = click.option("-q", "--quiet", is_flag=True, help="No progress on standard error.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="profile-extract")
def app() -> None:
    """Turn reports full of profiles (PDF or text) into JSON in which every value leads back to its source."""


def _for_many(command: Callable[..., None]) -> Callable[..., None]:
    """The options that only many reports have."""
    options = (
        click.option("-j", "--jobs", metavar="N", type=click.IntRange(1), help="Reports at a time.  [default: processors]"),
        click.option("--engine", type=click.Choice(["local", "ray"]), help="What does the work.  [default: local]"),
        click.option("--address", metavar="HOST:PORT", help="A Ray cluster.  [default: one is started here]"),
        click.option("--fail-fast", is_flag=True, help="End with the first report that fails."),
        click.option("--retry-failed", is_flag=True, help="Try all again that failed in an earlier run."),
        click.option("--force", is_flag=True, help="Do all again."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@app.command()
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="OUT", help="File for one report (- is standard output), folder or URL for many.")
@click.option("--no-evidence", is_flag=True, help="Leave the evidence out.")
@click.option("--compact", is_flag=True, help="JSON without line breaks and indentation.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl"]),
    default="json",
    show_default=True,
    help="A document for each report, or a line for each profile.",
)
@_LAYOUT
@_EXAMPLE
@_READER
@_SETTINGS
@_NO_ISOLATION
@_for_many
@_QUIET
def extract(
    reports: tuple[str, ...],
    output: str | None,
    layout_file: Path | None,
    examples: tuple[str, ...],
    settings_file: Path | None,
    reader: str | None,
    form: str,
    *,
    no_evidence: bool,
    compact: bool,
    no_isolation: bool,
    quiet: bool,
    **of_many: Any,
) -> None:
    """Extract the profiles of REPORT (PDF or text; - reads standard input) as JSON.

    Many reports (several, a FOLDER, a PATTERN, s3://...) go to a folder: -o OUT/. What has been done before is not done
    again, so the same command goes on where a run has ended.
    """
    from profile_extract.run.sources import are_many, is_for_many

    output = None if output == "-" else output
    is_batch = are_many(reports) or (output is not None and is_for_many(output))
    _check_usage(reports, output, of_many, is_batch=is_batch, no_isolation=no_isolation)
    settings, layout = _settings(settings_file, reader), _layout(layout_file, examples)
    if is_batch and output is not None:
        from profile_extract.cli.batch import extract_batch
        from profile_extract.run.batch import Options
        from profile_extract.run.many import engine_called

        again = {name: of_many[name] for name in ("fail_fast", "retry_failed", "force")}
        engine = engine_called(of_many["engine"] or "local", of_many["jobs"], of_many["address"])
        options = Options(settings, layout, form=form, with_evidence=not no_evidence, compact=compact, **again)
        sys.exit(extract_batch(reports, output, options, engine, is_quiet=quiet))
    from profile_extract.run.job import Job

    is_lines, with_evidence = form == "jsonl", not no_evidence
    job = Job(reports[0], reports[0], settings, layout, with_evidence, compact, profile_lines=is_lines)
    _do(job, Path(output) if output else None, is_isolated=not no_isolation, quiet=quiet)


def _check_usage(
    reports: Sequence[str], output: str | None, of_many: Mapping[str, Any], *, is_batch: bool, no_isolation: bool
) -> None:
    """Refuse options that make no sense together."""
    from profile_extract.settings import STANDARD_INPUT

    given = [f"--{name.replace('_', '-')}" for name, value in of_many.items() if value]
    if is_batch and output is None:
        raise click.UsageError("Many reports need a folder for what comes out: add -o OUT/")
    if is_batch and output is not None and Path(output).suffix in _OF_FILES and not Path(output).is_dir():
        raise click.UsageError(f"Many reports go to a folder, and {output} is named like a file: give -o OUT/")
    if is_batch and no_isolation:
        raise click.UsageError("--no-isolation is for one report.")
    if is_batch and STANDARD_INPUT in reports:
        raise click.UsageError("- (standard input) is one report; it goes to a file or to standard output.")
    if given and not is_batch:
        raise click.UsageError(f"{', '.join(given)} is for many reports: give a folder for what comes out, -o OUT/")
    if of_many["address"] and of_many["engine"] != "ray":
        raise click.UsageError("--address is for --engine ray.")


@app.command()
@_REPORT
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.option(
    "--save-layout",
    "learnt_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write down the layout learnt (TOML), to be changed and used with --layout.",
)
@_LAYOUT
@_EXAMPLE
@_READER
@_SETTINGS
@_NO_ISOLATION
@_QUIET
def inspect(
    report: str,
    layout_file: Path | None,
    examples: tuple[str, ...],
    settings_file: Path | None,
    reader: str | None,
    learnt_file: Path | None,
    *,
    as_json: bool,
    no_isolation: bool,
    quiet: bool,
) -> None:
    """Show what the program saw in REPORT: lines with their roles, labels, boundaries, repairs, accounting."""
    from profile_extract.run.job import Job

    settings, layout = _settings(settings_file, reader), _layout(layout_file, examples)
    view = "layout" if learnt_file else "json" if as_json else "page"
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    job = Job(report, report, settings, layout, view=view, columns=columns)
    _do(job, learnt_file, is_isolated=not no_isolation, quiet=quiet)
    if learnt_file and not quiet and sys.stderr.isatty():
        say(f"{learnt_file}: the layout learnt; change it, and use it with --layout")


@app.command()
@click.argument("files", metavar="FILE|FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How violations are shown; github: as annotations of a workflow.",
)
def validate(files: tuple[Path, ...], style: str) -> None:
    """Check output documents against the contract: files (- reads standard input), or all .json and .jsonl in a folder.

    Exit status 1 if any is invalid.
    """
    from profile_extract.validate import find_documents, validate_file
    from profile_extract.write.violations import render

    documents = [document for file in files for document in find_documents(file)]
    found = [violation for document in documents for violation in validate_file(document)]
    print_data(render(style, found, list(map(str, documents))))
    sys.exit(FAILED if found else DONE)


@app.command()
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path))
@click.argument("predicted", metavar="PRED", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.option(
    "--misses", metavar="N", type=click.IntRange(0), help="How many misses are listed.  [default: 20; with --json all]"
)
@click.option("--min-f1", metavar="X", type=click.FloatRange(0, 1), help="Least micro F1 (strict) of every report.")
@click.option(
    "--baseline", metavar="FILE", type=click.Path(path_type=Path), help="Floors that no report may fall under (JSON)."
)
@click.option("--update-baseline", is_flag=True, help="Raise the floors to what is measured; none is lowered.")
def evaluate(
    gold: Path,
    predicted: Path,
    misses: int | None,
    min_f1: float | None,
    baseline: Path | None,
    *,
    as_json: bool,
    update_baseline: bool,
) -> None:
    """Measure PRED (output documents) against GOLD (made by hand): two files, or two folders.

    Exit status 1 if a file is missing or no use, or a figure is lower than --min-f1 or --baseline allow.
    """
    from profile_extract.evaluation import evaluate as evaluate_cases
    from profile_extract.evaluation.files import Case, find_cases
    from profile_extract.evaluation.floors import load_floors, shortfalls, too_low

    if update_baseline and baseline is None:
        raise UsageError("--update-baseline needs --baseline FILE")
    is_new = update_baseline and baseline is not None and not baseline.exists()
    floors = load_floors(baseline) if baseline and not is_new else {}
    found = list(find_cases(gold, predicted))
    problems = [str(item) for item in found if not isinstance(item, Case)]
    evaluation = evaluate_cases(item for item in found if isinstance(item, Case))
    if evaluation.reports:
        _show_evaluation(evaluation, misses, as_json=as_json)
    problems += too_low(evaluation.reports, min_f1 or 0.0) + shortfalls(floors, evaluation.reports)
    if baseline and update_baseline:
        unusable = {item.name for item in found if isinstance(item, Case) and item.predicted is None}
        _raise_floors(baseline, floors, [score for score in evaluation.reports if score.name not in unusable])
    for problem in problems:
        complain(problem)
    sys.exit(FAILED if problems else DONE)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the output."""
    from profile_extract.schema import schema_text

    print_data(schema_text())


@app.command()
@click.argument("shell", type=click.Choice(_SHELLS))
def completion(shell: str) -> None:
    """Print the completion script for a SHELL, to be evaluated in its start-up file."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    print_data(kind(app, {}, "profile-extract", "_PROFILE_EXTRACT_COMPLETE").source() + "\n")


def _do(job: Job, output: Path | None, *, is_isolated: bool, quiet: bool) -> None:
    """Do a job and publish what it wrote: to a file, or to standard output (None)."""
    from profile_extract.run.single import made

    with made(job, output, is_isolated=is_isolated, progress=lambda: _progress(job.name, quiet=quiet)) as result:
        if output is None:
            print_file(result)


def _settings(file: Path | None, reader: str | None) -> Settings:
    import dataclasses

    from profile_extract.settings import Settings

    settings = Settings.load(file) if file else Settings()
    if reader is None:
        return settings
    return dataclasses.replace(settings, read=dataclasses.replace(settings.read, reader=reader))


def _layout(file: Path | None, examples: tuple[str, ...]) -> Guide | None:
    """What is known of the layout: from a file, from examples, from both; None where from neither."""
    if file is None and not examples:
        return None
    import dataclasses

    from profile_extract.pipeline import load_layout
    from profile_extract.structure import Guide

    guide = load_layout(file) if file else Guide()
    return dataclasses.replace(guide, examples=(*guide.examples, *examples))


def _show_evaluation(evaluation: Evaluation, misses: int | None, *, as_json: bool) -> None:
    from profile_extract.write.evaluation import evaluation_json, evaluation_text

    if as_json:
        print_data(evaluation_json(evaluation, misses=misses))
    elif not sys.stdout.isatty():
        print_data(evaluation_text(evaluation, misses=misses))
    else:
        from profile_extract.write.evaluation_page import print_evaluation

        print_evaluation(evaluation, misses=misses)


def _raise_floors(baseline: Path, floors: Floors, scores: Sequence[Score]) -> None:
    from profile_extract.evaluation.floors import floors_text, measured_floors, raised
    from profile_extract.write import write_text

    write_text(baseline, floors_text(raised(floors, measured_floors(scores))))


@contextlib.contextmanager
def _progress(report: str, *, quiet: bool) -> Iterator[Callable[[str], None] | None]:
    """Says what the program is at, if a person is looking."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape

    name = escape(Path(report).name)  # without its folders, which would wrap
    with Console(stderr=True).status(f"{name}: starting") as status:
        yield lambda stage: status.update(f"{name}: {stage}")


def main() -> None:
    """Run the command line; every error raised on purpose is one line on standard error and an exit status."""
    try:
        app.main(prog_name="profile-extract", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(WRONG_USAGE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(DONE)
    except ProfileExtractError as error:
        fail(error)


if __name__ == "__main__":
    main()
