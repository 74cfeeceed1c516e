"""The one error whose message is meant for people."""

from __future__ import annotations

from pathlib import Path

STALE = "Somebody changed this in the meantime, so {verb} was not done; the article is shown as it is now."


class UserError(Exception):
    """An error whose message is for people.

    The message is a full sentence: what is wrong, where (`file:line`), and what to do about it.
    """

    def __init__(self, sentence: str, *, where: Path | str | None = None, line: int | None = None) -> None:
        self.sentence, self.where, self.line = sentence, where, line
        place = "" if where is None else f"{where}: " if line is None else f"{where}:{line}: "
        super().__init__(place + sentence)


class StaleEdit(UserError):
    """An edit made against rows that somebody else has changed since; nothing was written."""
