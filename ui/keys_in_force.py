"""The keys in force: those of every action in the window just now, and sentences filled with them.

They are one for the program, as its colours are: whoever shows a sentence asks here and is handed nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from ui import key_words


class KeysInForce(QObject):
    """The keys of all actions just now: a person's own or the usual ones, less those that labels take.

    `changed`: they are others now.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._keys: Mapping[str, tuple[str, ...]] = key_words.USUAL

    def take(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Put these in force, by the action's name; what shows a key follows at once."""
        if keys != self._keys:
            self._keys = dict(keys)
            self.changed.emit()

    def typed(self, name: str, text: str) -> bool:
        """Return whether a key that types the text, whatever is held with it, is one of the action's."""
        return text.upper() in self._keys.get(name, ())

    def of(self, name: str) -> tuple[str, ...]:
        """Return the keys of the action."""
        return self._keys.get(name, ())

    def fill(self, sentence: str) -> str:
        """Return the sentence with the keys of the actions that it names."""
        return key_words.filled(sentence, self._keys)


IN_FORCE = KeysInForce()
