"""Facts decided while another program holds the project: seen at once, written when it lets go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotations.spans import Status
from tests.ui.facts.facts_project import SUGGESTED, decided, opened, project_of
from tests.ui.waits import LONGEST, Hold, is_saved, timed, waits
from tests.ui.windows import point, press, run, said
from tests.unprivileged import read_only_disk
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def test_facts_are_decided_while_another_program_writes(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    panel = opened(window)
    qtbot.waitUntil(lambda: not window.suggesting.is_busy, timeout=30_000)  # suggestions would wait too
    holder = hold()
    assert timed(window, "Return", "X") < LONGEST
    assert (waits(window), decided(folder)) == (2, {})
    assert sorted(card.fact.status for card in panel.model.cards) == [Status.CONFIRMED, Status.SUGGESTED]
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert sorted(decided(folder).values()) == [Status.CONFIRMED, Status.REJECTED]
    assert run("check", folder) == 0


def test_a_fact_is_built_while_another_program_writes(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    qtbot.waitUntil(lambda: not window.suggesting.is_busy, timeout=30_000)
    holder = hold()
    point(window, "warned")
    assert timed(window, "F", "Return", "1", "Tab", "2", "Return", "Return") < LONGEST
    assert (waits(window), decided(folder), window.work.strip.isHidden()) == (1, {}, True)
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert [*decided(folder).values()] == [Status.CONFIRMED]


def test_a_fact_that_cannot_be_written_stays_in_the_builder(launch: Launch, folder: Path) -> None:
    with read_only_disk(folder):
        window = launch("open", folder, "--annotator", "anna")
        point(window, "warned")
        press(window, "F", "Return", "1", "Tab", "2", "Return", "Return")
        assert "open for reading alone" in said(window)
        assert (window.work.strip.isHidden(), window.work.building.draft is None) == (False, False)
        press(window, "Esc")
        window.close()
