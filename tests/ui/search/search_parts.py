"""The line, the form and the saved searches of a view in a window of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotations.search.query import Query
from ui.search.query_form import QueryForm
from ui.search.query_line import QueryLine
from ui.search.saved_searches import SavedSearches

KNOWN = {
    "label": {"PERSON": "people", "ORG": "agency", "GPE": "", "A, B": ""},
    "value": {"count": "number"},
    "status": {"suggested": "", "confirmed": "", "rejected": ""},
}


class SearchParts(QWidget):
    """The parts, as they lie in a view; `asked`: what was asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.line = QueryLine()
        self.line.offer(KNOWN)
        self.form, self.saved = QueryForm(self.line), SavedSearches(self.line)
        self.saved.open(folder)
        self.asked: list[Query] = []
        self.line.asked.connect(self.asked.append)
        layout = QVBoxLayout(self)
        for part in (self.line, self.form, self.saved):
            layout.addWidget(part)
        self.resize(400, 900)


@pytest.fixture
def parts(qtbot: QtBot, tmp_path: Path) -> SearchParts:
    made = SearchParts(tmp_path)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.line.setFocus()
    return made
