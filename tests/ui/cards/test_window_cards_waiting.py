"""Facts decided while another program holds the project: seen at once, written when it lets go."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotations.spans import Status
from tests.ui.facts.facts_project import SUGGESTED, decided, opened, project_of
from tests.ui.waits import LONGEST, Hold, is_saved, timed, waits
from tests.ui.windows import run
from ui.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def test_facts_are_decided_while_another_program_writes(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    panel = opened(window)
    holder = hold()
    assert timed(window, "Return", "X") < LONGEST
    assert (waits(window), decided(folder)) == (2, {})
    assert sorted(card.fact.status for card in panel.model.cards) == [Status.CONFIRMED, Status.SUGGESTED]
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert sorted(decided(folder).values()) == [Status.CONFIRMED, Status.REJECTED]
    assert run("check", folder) == 0
