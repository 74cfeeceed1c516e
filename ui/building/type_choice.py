"""The choice of a new fact's type: the one in hand, by its key or by the letters that its name begins with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.schema.types import FactType

PAUSE = 1000  # milliseconds without a key, after which letters begin anew


class TypeChoice(QObject):
    """The types to choose from; `typed` are the letters so far, `missed` those that no name has."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.types: Sequence[FactType] = ()
        self.hand = 0  # the place of the one in hand
        self.typed = self.missed = ""
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._forget)

    def begin(self, types: Sequence[FactType]) -> None:
        """Have these to choose from, the first in hand."""
        self.types, self.hand = types, 0
        self.end()

    def end(self) -> None:
        """Forget what was typed."""
        self.typed = self.missed = ""
        self._pause.stop()

    def go(self, step: int) -> None:
        """Go to the next type (1) or the one before (-1)."""
        if self.types:
            self.hand = (self.hand + step) % len(self.types)
            self._forget()

    def keyed(self, character: str) -> int | None:
        """Return the place of the type with that key; None while letters are typed."""
        if not character or self.typed:
            return None
        return next((n for n, type_ in enumerate(self.types) if type_.key == character), None)

    def type(self, character: str) -> None:
        """Go to the first type whose name begins with all that was typed, else to one that has it."""
        typed = self.typed + character
        if not _plain(typed):
            return
        names = [_plain(type_.name) for type_ in self.types]
        begins = (n for n, name in enumerate(names) if name.startswith(_plain(typed)))
        has = (n for n, name in enumerate(names) if _plain(typed) in name)
        found = next(begins, next(has, None))
        if found is None:
            self.missed = typed
        else:
            self.hand, self.typed, self.missed = found, typed, ""
        self._pause.start()
        self.changed.emit()

    def shorten(self) -> None:
        """Take the last letter back, that which led to none first."""
        kept = self.typed if self.missed else self.typed[:-1]
        self._forget()
        self.type(kept)

    def _forget(self) -> None:
        self.end()
        self.changed.emit()


def _plain(name: str) -> str:
    """Return the letters and digits of a name, without case."""
    return "".join(character for character in name.casefold() if character.isalnum())
