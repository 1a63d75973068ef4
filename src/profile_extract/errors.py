"""Every error this package raises on purpose.

    ProfileExtractError
    ├── UsageError                 wrong arguments
    ├── SettingsError              a settings file or value (path, key)
    ├── ReadError                  a report that cannot be read (path, page)
    │   ├── UnsupportedFormatError neither PDF nor text
    │   ├── EncryptedError         a password is needed
    │   ├── DamagedError           broken beyond reading
    │   ├── NoTextLayerError       pages of pictures only
    │   └── LimitExceededError     takes more than the settings allow, or brings down the process that reads it
    ├── LayoutFileError            a layout file (path, line)
    ├── SchemaError                output that breaks the contract
    └── EngineError                a part of this program that failed

What a report merely lacks is ``null`` and a warning in the output, never an exception. Each message is one line that
names the file, the page where there is one, what is wrong and what to do.
"""

from __future__ import annotations

from collections.abc import Iterator


class ProfileExtractError(Exception):
    """The root of the family: catch this to catch everything raised on purpose."""


class UsageError(ProfileExtractError):
    """The program was called with arguments that make no sense together."""


class SettingsError(ProfileExtractError):
    """A settings file or value is wrong; ``path`` is the file (or None), ``key`` the setting."""

    def __init__(self, message: str, *, path: str | None = None, key: str | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.key = key


class ReadError(ProfileExtractError):
    """A report cannot be read; ``path`` is the file as given, ``page`` the 1-based page or None."""

    def __init__(self, message: str, *, path: str, page: int | None = None) -> None:
        place = f"{path}: page {page}" if page else path
        super().__init__(f"{place}: {message}")
        self.path = path
        self.page = page


class UnsupportedFormatError(ReadError):
    """The file is neither a PDF nor readable text."""


class EncryptedError(ReadError):
    """The PDF asks for a password."""


class DamagedError(ReadError):
    """The PDF is broken in a way that leaves nothing to read."""


class NoTextLayerError(ReadError):
    """The PDF holds pictures of pages and no text."""


class LimitExceededError(ReadError):
    """The report takes more than the settings allow, or ended the process that read it: a stop, an abort, a kill."""


class LayoutFileError(ProfileExtractError):
    """A layout file is wrong; ``line`` is 1-based, or None where the whole file is meant."""

    def __init__(self, message: str, *, path: str, line: int | None = None) -> None:
        place = f"{path}:{line}" if line else path
        super().__init__(f"{place}: {message}")
        self.path = path
        self.line = line


class SchemaError(ProfileExtractError):
    """An output document breaks the published contract."""


class EngineError(ProfileExtractError):
    """A part of this program failed where the input is not to blame."""


def revived(kind: str, message: str, path: str) -> ProfileExtractError:
    """An error of this family that another process has met, from the name of its class and its whole message."""
    family = {cls.__name__: cls for cls in _descendants(ProfileExtractError)}
    error = Exception.__new__(family.get(kind, EngineError), message)
    for name, value in {"path": path, "page": None, "key": None, "line": None}.items():
        setattr(error, name, value)
    return error


def _descendants(cls: type[ProfileExtractError]) -> Iterator[type[ProfileExtractError]]:
    yield cls
    for child in cls.__subclasses__():
        yield from _descendants(child)
