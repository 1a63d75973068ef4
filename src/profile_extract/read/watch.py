"""Says while a report is read how far it is, and stops it where it is longer than the settings allow."""

from __future__ import annotations

from collections.abc import Callable

from profile_extract.errors import LimitExceededError
from profile_extract.settings import LimitSettings


class Watch:
    """Told by the readers what they are about to read; ``on_page`` is called with the 1-based number of each page."""

    def __init__(self, name: str, limits: LimitSettings | None = None, on_page: Callable[[int], None] | None = None) -> None:
        self._name, self._limits, self._on_page = name, limits or LimitSettings(), on_page

    def count(self, pages: int) -> None:
        """A report has so many pages. Raises :class:`LimitExceededError` where they are too many."""
        if pages > self._limits.pages:
            reason = f"more than {self._limits.pages:,} pages; raise limits.pages in the settings, or cut the file up"
            raise LimitExceededError(reason, path=self._name)

    def page(self, number: int) -> None:
        """A page (1-based) is about to be read."""
        if self._on_page is not None:
            self._on_page(number)

    def characters(self, number: int, count: int) -> None:
        """A page has so many characters. Raises :class:`LimitExceededError` where they are too many."""
        if count > self._limits.page_characters:
            most = f"{self._limits.page_characters:,}"
            reason = f"more than {most} characters; raise limits.page_characters in the settings if the page is real"
            raise LimitExceededError(reason, path=self._name, page=number)
