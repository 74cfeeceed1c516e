"""The menu of a cell: the verbs of the table, and facts of other types that may be about the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from annotations.compare.comparison import ComparedGroup, CrossComparison
from annotations.schema.types import Schema
from annotations.sentences import sentence_of
from ui.compare.compare_actions import COMPARE, LINES_BEFORE
from ui.plain_text import menu_text

SEE_ALSO = "See also"
MOST = 12  # facts that are listed
SHORT = 90  # code points of one


def row_menu(of: QWidget) -> QMenu:
    """Return a new menu of the verbs of the table, which are the actions of that widget."""
    menu = QMenu(of.window())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    by_text: dict[str, QAction] = {action.text(): action for action in of.actions()}
    for row in COMPARE:
        if row.text in by_text and not row.windowed:
            if row.name in LINES_BEFORE:
                menu.addSeparator()
            menu.addAction(by_text[row.text])
    return menu


def add_see_also(
    menu: QMenu,
    group: ComparedGroup,
    comparison: CrossComparison,
    schema: Schema,
    show: Callable[[str], object],
) -> None:
    """Add the facts of other types that may belong to the event of the group; `show` takes the key of one."""
    found = [(key, at) for key in group.see_also[:MOST] if (at := comparison.fact(key))]
    if not found:
        return
    below = menu.addMenu(SEE_ALSO)
    for key, (article, fact) in found:
        said = f"{fact.type}: {sentence_of(fact, article.text, schema, article.by_id).words}"
        shown = said if len(said) <= SHORT else f"{said[: SHORT - 1]}…"
        below.addAction(menu_text(shown), partial(show, key))
