from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.windows import press
from ui import bindings, views
from ui.frame.late import late, made_so_far
from ui.frame.late_parts import LateParts
from ui.main_window import MainWindow


class Whole:
    hits: list[str] = late("frame.late:made_so_far")
    path: Path


def test_a_part_is_made_when_it_is_first_asked_for_and_once() -> None:
    whole = Whole()
    assert made_so_far(whole, "hits") == []
    made = whole.hits
    assert whole.hits is made
    assert made_so_far(whole, "hits", "path") == [made]


def test_what_an_action_does_is_there_whichever_part_it_is_of(window: MainWindow) -> None:
    for row in views.window_actions():
        assert callable(bindings.doing(row, window, window.work)), row.name


def test_every_late_part_of_the_window_can_be_made(window: MainWindow) -> None:
    names = [name for name in vars(LateParts) if not name.startswith("_")]
    assert len(names) > 10
    for name in names:
        assert getattr(window, name) is getattr(window, name)


def test_tab_leads_to_what_was_made_late_where_it_stands(window: MainWindow) -> None:
    filters, bar = window.work.filters, window.work.finding.bar
    window.verbs["filter_articles"].trigger()
    filters.more.setFocus()
    press(window, "Tab")
    assert filters.details.state.hasFocus()
    filters.details.below.setFocus()
    press(window, "Tab")
    assert window.work.list.hasFocus()
    window.verbs["find"].trigger()
    assert bar.wanted.hasFocus()
    bar.accents.setFocus()
    press(window, "Tab", "Tab")
    assert window.work.panels.isAncestorOf(QApplication.focusWidget())
