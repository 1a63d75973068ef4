"""What is said, and where: data on standard output, one line for each error on standard error, an exit status at the end."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import NoReturn

from profile_extract.errors import LayoutFileError, ProfileExtractError, SettingsError, UsageError

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def print_data(text: str) -> None:
    """Print data, the same bytes everywhere."""
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def print_file(path: Path) -> None:
    """Print what stands in a file."""
    with path.open("rb") as file:
        shutil.copyfileobj(file, sys.stdout.buffer)
    sys.stdout.buffer.flush()


def say(message: str) -> None:
    """Say something to people, in one line."""
    print(f"profile-extract: {' '.join(message.split())}", file=sys.stderr)


def complain(message: str) -> None:
    """Say what went wrong, in one line."""
    say(f"error: {message}")


def fail(error: ProfileExtractError) -> NoReturn:
    """Say what went wrong, and end."""
    is_usage = isinstance(error, UsageError | SettingsError | LayoutFileError)
    complain(str(error))
    sys.exit(WRONG_USAGE if is_usage else FAILED)
