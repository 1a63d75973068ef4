"""Where files are: paths of this machine, and URLs that fsspec reaches. What is local never imports fsspec."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from typing import Any, BinaryIO

from profile_extract.errors import ReadError, UsageError

EXTRAS = {"s3": "s3", "s3a": "s3", "gs": "gs", "gcs": "gs", "az": "az", "abfs": "az", "abfss": "az", "adl": "az"}
"""Extras of this package by the protocols they serve."""
CHUNK_BYTES = 1 << 20
"""What is read at a time for a hash, so that memory stays flat."""
RACY_S = 2.0
"""A file changed less than so many seconds ago may change again within the same tick of the clock (FAT has ticks of 2 s)."""
_HASHES_OF_STORES = ("ETag", "etag", "md5Hash", "content_md5", "crc32c", "checksum")


def is_url(place: str) -> bool:
    """Whether this is a URL (``s3://bucket/key``) and not a path of this machine."""
    protocol, found, _ = place.partition("://")
    return bool(found) and protocol.isascii() and protocol.replace("+", "").isalnum()


def absolute(place: str) -> str:
    """A place as it is called from everywhere: an absolute path, or a URL without a slash at its end."""
    if place.startswith("file://"):
        place = place.removeprefix("file://")
    return place.rstrip("/") if is_url(place) else os.path.abspath(place)  # noqa: PTH100 - also drops "..", asks no disk


def filesystem(url: str) -> Any:
    """The file system of a URL.

    Raises:
        UsageError: nothing here reaches it; the message says which extra does.
    """
    import fsspec

    protocol = url.partition("://")[0]
    try:
        return fsspec.url_to_fs(url)[0]
    except ImportError as error:
        extra = EXTRAS.get(protocol)
        advice = f"pip install 'profile-extract[{extra}]'" if extra else str(error)
        raise UsageError(f"{url}: what reads {protocol}:// is not installed; {advice}") from error
    except ValueError as error:
        raise UsageError(f"{url}: nothing is known of {protocol}://; there are s3, gs, az and what fsspec knows") from error


def with_protocol(path: str, url: str) -> str:
    """A path that a file system gave, as a URL of the same protocol as ``url``."""
    protocol = url.partition("://")[0]
    return path if is_url(path) else f"{protocol}://{path.lstrip('/')}"


def open_place(place: str) -> BinaryIO:
    """A file opened for reading."""
    if not is_url(place):
        return open(place, "rb")  # noqa: PTH123 - a path as bytes of the system gave it
    opened: BinaryIO = filesystem(place).open(place, "rb")
    return opened


def local_stamp(path: str) -> str | None:
    """What tells, without reading it, that a file has not changed; None where nothing does.

    The time of change cannot be set by programs, unlike that of modification.
    """
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode) or time.time() - found.st_ctime < RACY_S:
        return None
    return f"{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}:{found.st_ino}"


def content_sha256(place: str, limit_bytes: int) -> str | None:
    """The hash of what stands in a file; None where it cannot be read, is no regular file or larger than allowed."""
    try:
        if not is_url(place) and not stat.S_ISREG(os.stat(place).st_mode):  # noqa: PTH116 - a pipe would be waited for
            return None
        digest, left = hashlib.sha256(), limit_bytes
        with open_place(place) as file:
            for chunk in _chunks(file):
                digest.update(chunk)
                left -= len(chunk)
                if left < 0:
                    return None
    except Exception:  # stores raise what they like; whatever it is, the report is read again and says what is wrong
        return None
    return digest.hexdigest()


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(CHUNK_BYTES):
        yield chunk


def list_store(url: str, *, is_pattern: bool) -> Iterator[tuple[str, str | None]]:
    """All files under a URL, or those that it matches, sorted: their URLs with what the store says of their content.

    Raises:
        ReadError: the store does not answer, or refuses to.
    """
    files = filesystem(url)
    try:
        found = files.glob(url, detail=True) if is_pattern else files.find(url, detail=True)
    except Exception as error:  # stores raise what they like
        raise ReadError(f"cannot be listed: {error}", path=url) from error
    for path, info in sorted(found.items()):
        if info.get("type") == "file":
            yield with_protocol(path, url), _stamp(info)


def store_has_folder(url: str) -> bool:
    """Whether there is something under a URL.

    Raises:
        ReadError: the store does not answer, or refuses to.
    """
    try:
        return bool(filesystem(url).isdir(url))
    except UsageError:
        raise
    except Exception as error:  # stores raise what they like
        raise ReadError(f"cannot be reached: {error}", path=url) from error


def stamp_in_store(url: str) -> str | None:
    """What the store says of a file's content; None where it says nothing, or there is no such file."""
    files = filesystem(url)
    try:
        return _stamp(files.info(url))
    except Exception:  # stores raise what they like; reading will say what is wrong
        return None


def _stamp(info: dict[str, Any]) -> str | None:
    """A store's own hash of a file, whatever the store calls it."""
    values = (info.get(key) for key in _HASHES_OF_STORES)
    return next((f"{info.get('size')}:{value}" for value in values if isinstance(value, str) and value), None)
