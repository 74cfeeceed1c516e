"""PySide6 6.12.0 drops a reference to None on most void calls, and the process dies of it."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_void_calls_do_not_drop_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for n in range(200):
        label.setText(str(n))
    assert sys.getrefcount(None) > before - 50
