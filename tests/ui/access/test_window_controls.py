"""Every control that is seen in any view, panel or dialog: it has a name, a role, and is large enough."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.ui.access.moments import MOMENTS, come_to, controls, shown, told
from tests.ui.facts.facts_project import SUGGESTED, project_of
from ui.main_window import MainWindow

NO_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}
LEAST = 24


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def nameless(top: QWidget) -> list[str]:
    asked = {one: QAccessible.queryAccessibleInterface(one) for one in controls(top)}
    return [
        told(one)
        for one, told_as in asked.items()
        if not told_as.text(QAccessible.Text.Name).strip() or told_as.role() in NO_ROLES
    ]


def small(top: QWidget) -> list[str]:
    return [told(one) for one in controls(top) if min(one.width(), one.height()) < LEAST]


@pytest.mark.parametrize("moment", MOMENTS)
def test_every_control_has_a_name_and_a_role(window: MainWindow, moment: str) -> None:
    come_to(window, moment)
    assert controls(shown())
    assert (nameless(shown()), small(shown())) == ([], [])


def test_every_control_of_the_welcome_has_a_name_and_a_role(launch: Callable[..., MainWindow]) -> None:
    launch()
    assert (nameless(shown()), small(shown())) == ([], [])
