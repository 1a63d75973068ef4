"""Where results go: a folder of this machine, or whatever fsspec reaches.

Both keep, beside the results, a folder of the program's own (:data:`OWN`) with the ledger and what is not a result. A
result is written whole or not at all: here beside its place, made safe on the disk and renamed; in a store it is put
there by one call.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from profile_extract.errors import UsageError
from profile_extract.run.ledger import Record, line_of, read_lines
from profile_extract.run.places import filesystem, is_url

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

OWN = ".profile-extract"
"""The program's own folder beside the results."""
LOCKED_FOR_S = 2.0
"""How long a lock is waited for: a run that has just been killed needs a moment to be gone."""
FLUSH_S = 5.0
"""A ledger in a store, which knows no appending, grows by an object each so many seconds; what a kill costs at most."""
PUT_AGAIN_S = (1.0, 5.0, 25.0)
"""Waits before a result is put into a store again that did not take it; after that the run ends."""
_LOCK, _TEMPORARY, _LEDGER = "lock", "tmp", "ledger"


class Store(Protocol):
    """A place for results, and the ledger that is kept there. Paths are relative, with slashes."""

    temporary: Path
    """A folder of this machine for what is being written; emptied at the beginning of each run."""

    def records(self) -> dict[str, Record]:
        """What the ledger says, the last record of each name; a torn tail is cut off."""

    def append(self, record: Record) -> None:
        """Write a record into the ledger."""

    def publish(self, temporary: Path, path: str) -> int:
        """Move a finished file to its place, safely; how many bytes it has."""

    def size(self, path: str) -> int | None:
        """How many bytes a result has; None where it is not there."""

    def open(self, path: str) -> BinaryIO:
        """A result opened for reading."""

    def close(self) -> None:
        """Write what has not been written, and let others in."""


def open_store(place: str) -> Store:
    """The store at a path or URL, locked.

    Raises:
        UsageError: it cannot be written to, or another run is writing to it.
    """
    return RemoteStore(place) if is_url(place) else LocalStore(Path(place))


class LocalStore:
    """A folder of this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder, own = folder, folder / OWN
        self.temporary = own / _TEMPORARY
        self._made = set[Path]()
        with _named(str(folder)):
            own.mkdir(parents=True, exist_ok=True)
            self._lock = _lock(own / _LOCK, str(folder))
            _empty(self.temporary)
            self._ledger = (own / f"{_LEDGER}.jsonl").open("a+b")

    def records(self) -> dict[str, Record]:
        """What the ledger says."""
        self._ledger.seek(0)
        records, whole_bytes = read_lines(self._ledger)
        self._ledger.truncate(whole_bytes)
        return records

    def append(self, record: Record) -> None:
        """Write a record into the ledger; it survives this process at once, and the machine when the run ends."""
        self._ledger.write(line_of(record))
        self._ledger.flush()

    def publish(self, temporary: Path, path: str) -> int:
        """Move a finished file to its place."""
        target = self._folder / path
        if target.parent not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        size = _synced(temporary)
        temporary.replace(target)
        _synced(target.parent)
        return size

    def size(self, path: str) -> int | None:
        """How many bytes a result has."""
        try:
            return (self._folder / path).stat().st_size
        except OSError:
            return None

    def open(self, path: str) -> BinaryIO:
        """A result opened for reading."""
        return (self._folder / path).open("rb")

    def close(self) -> None:
        """Make the ledger safe on the disk, and let others in."""
        os.fsync(self._ledger.fileno())
        self._ledger.close()
        shutil.rmtree(self.temporary, ignore_errors=True)
        self._lock.close()


class RemoteStore:
    """Whatever fsspec reaches. Files are made in a folder of this machine, which is also locked, and put there whole."""

    def __init__(self, url: str) -> None:
        self._url, self._files = url, filesystem(url)
        own = own_folder(hashlib.sha256(url.encode()).hexdigest()[:16])
        self._lock = _lock(own / _LOCK, url)
        self.temporary = own / _TEMPORARY
        _empty(self.temporary)
        self._waiting, self._flushed = list[bytes](), time.monotonic()
        with _named(url):
            self._sizes: dict[str, int] = dict(self._listed())

    def records(self) -> dict[str, Record]:
        """What all parts of the ledger say, the later ones last."""
        records: dict[str, Record] = {}
        for path in sorted(path for path in self._sizes if path.startswith(f"{OWN}/{_LEDGER}/")):
            with self.open(path) as file:
                records.update(read_lines(file)[0])
        return records

    def append(self, record: Record) -> None:
        """Keep a record to be written soon."""
        self._waiting.append(line_of(record))
        if time.monotonic() - self._flushed > FLUSH_S:
            self._flush()

    def publish(self, temporary: Path, path: str) -> int:
        """Put a finished file there, by one call."""
        size = temporary.stat().st_size
        for wait_s in (*PUT_AGAIN_S, None):
            try:
                with _named(self._url):
                    self._files.makedirs(f"{self._url}/{path}".rpartition("/")[0], exist_ok=True)
                    self._files.put_file(str(temporary), f"{self._url}/{path}")
                break
            except UsageError:
                if wait_s is None:
                    raise
                time.sleep(wait_s)
        temporary.unlink()
        self._sizes[path] = size
        return size

    def size(self, path: str) -> int | None:
        """How many bytes a result has, or had when the run began."""
        return self._sizes.get(path)

    def open(self, path: str) -> BinaryIO:
        """A result opened for reading."""
        opened: BinaryIO = self._files.open(f"{self._url}/{path}", "rb")
        return opened

    def close(self) -> None:
        """Write the rest of the ledger, and let others in."""
        self._flush()
        shutil.rmtree(self.temporary, ignore_errors=True)
        self._lock.close()

    def _flush(self) -> None:
        if self._waiting:
            part = f"{OWN}/{_LEDGER}/{time.time_ns():020d}-{uuid.uuid4().hex[:8]}.jsonl"
            temporary = self.temporary / "ledger"
            temporary.write_bytes(b"".join(self._waiting))
            self.publish(temporary, part)
            self._waiting.clear()
        self._flushed = time.monotonic()

    def _listed(self) -> Iterator[tuple[str, int]]:
        """All files there, by one listing: asking for each would take longer than extracting."""
        root = str(self._files._strip_protocol(self._url)).rstrip("/") + "/"
        self._files.invalidate_cache()
        with contextlib.suppress(FileNotFoundError):  # some stores say so where others list nothing
            for path, info in self._files.find(self._url, detail=True).items():
                yield path.removeprefix(root), int(info.get("size") or 0)


@contextlib.contextmanager
def written(store: Store, path: str) -> Iterator[BinaryIO]:
    """A file to be written to, which is put in its place when all went well."""
    temporary = store.temporary / "being-written"
    with temporary.open("wb") as file:
        yield file
    store.publish(temporary, path)


@contextlib.contextmanager
def _named(place: str) -> Iterator[None]:
    """Turns whatever a store raises into an error that names it."""
    try:
        yield
    except UsageError:
        raise
    except OSError as error:
        raise UsageError(f"{place}: cannot be written: {error.strerror or error}") from error
    except Exception as error:  # stores raise what they like
        raise UsageError(f"{place}: cannot be written: {type(error).__name__}: {error}") from error


def _lock(path: Path, place: str) -> BinaryIO:
    """Lock a file for as long as this process lives and keeps it open.

    These locks belong to a process, not to whoever inherits the open file: a child that lives a moment longer holds none.
    """
    file = path.open("a+b")
    until = time.monotonic() + LOCKED_FOR_S
    while fcntl is not None:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except OSError as error:
            if error.errno not in {errno.EACCES, errno.EAGAIN}:
                break  # a file system without locks
        if time.monotonic() > until:
            file.close()
            raise UsageError(f"{place}: another run is writing there; wait for it, or choose another folder")
        time.sleep(LOCKED_FOR_S / 20)
    return file


def own_folder(name: str) -> Path:
    """A folder of this user's on this machine for what is being written, the same each time.

    Raises:
        UsageError: somebody else has made it.
    """
    user = os.getuid() if hasattr(os, "getuid") else 0
    root = Path(tempfile.gettempdir()) / f"profile-extract-{user}"
    with _named(str(root)):
        root.mkdir(mode=0o700, exist_ok=True)
        root.chmod(0o700)  # refused where it is somebody else's
        (root / name).mkdir(exist_ok=True)
    return root / name


def _empty(folder: Path) -> None:
    """Take away what a killed run has left."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()


def _synced(path: Path) -> int:
    """Wait until a file or folder is safe on the disk; its size."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
        return os.fstat(handle).st_size
    finally:
        os.close(handle)
