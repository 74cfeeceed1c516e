"""The choice of the articles' language: a list that is searched as one types, by name or by code."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter

from annotations.errors import UserError
from annotations.schema.languages import DEFAULT, LANGUAGES
from ui.widgets.still import StillBox


class LanguageBox(StillBox):
    """The list of languages.  `spoken`: another is chosen, by its code."""

    spoken = Signal(str)

    def __init__(self) -> None:
        super().__init__("Language of the articles", 24)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for code, name in sorted(LANGUAGES.items(), key=lambda one: one[1]):
            self.offer(code, f"{name} ({code})")
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self._code = ""
        self.choose(DEFAULT)
        self.editTextChanged.connect(self._look)
        if line := self.lineEdit():
            line.editingFinished.connect(self._complete)

    def choose(self, value: str) -> None:
        """Choose the language of that code; one that is not listed is listed by its code."""
        if self.findData(value) < 0:
            self.offer(value, value)
        self._code = value
        self.setCurrentIndex(self.findData(value))

    @property
    def spoken_code(self) -> str:
        """Return the code of the language that was chosen last."""
        return self._code

    @property
    def code(self) -> str:
        """Return the code of the language.  UserError when what is typed is none."""
        if found := self._found():
            return found
        raise UserError(f"There is no language {self.currentText().strip()} in the list; choose one of it.")

    def _found(self) -> str:
        """Return the code of what is typed, a name or a code, or how one name alone begins; "" when it is neither."""
        typed, begin = self.currentText().strip().casefold(), list[str]()
        for at in range(self.count()):
            code, words = str(self.itemData(at)), self.itemText(at).casefold()
            if typed in (code, words, words.rsplit(" (", 1)[0]):
                return code
            begin += [code] if typed and words.startswith(typed) else []
        return begin[0] if len(begin) == 1 else ""

    def _complete(self) -> None:
        """Write the language in full once somebody has left the field."""
        if found := self._found():
            self.choose(found)

    def _look(self) -> None:
        if (found := self._found()) and found != self._code:
            self._code = found
            self.spoken.emit(found)
