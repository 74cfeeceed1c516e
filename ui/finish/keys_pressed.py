"""How many keys were pressed in each article since the project was opened."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from ui.session import Session


class KeysPressed(QObject):
    """The counts of keys by article; `since` is when they began, ISO 8601."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._counts = Counter[str]()
        self.since = ""
        self._begin()
        session.project_opened.connect(self._begin)

    def note(self) -> None:
        """Count a key that was pressed."""
        if article := self._session.article:
            self._counts[article.id] += 1

    def of(self, article: str) -> int:
        return self._counts[article]

    def _begin(self) -> None:
        self._counts.clear()
        self.since = datetime.now(UTC).isoformat(timespec="milliseconds")
