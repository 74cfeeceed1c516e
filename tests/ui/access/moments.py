"""The moments of the window in which every control is looked at, and how each is come to."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.ui.windows import press
from ui.article.article_view import ArticleView
from ui.main_window import MainWindow

PRESSED = (QAbstractButton, QAbstractItemView, QAbstractSlider, QTabBar)
TYPED = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, ArticleView)
INNER = (QComboBox, QAbstractSpinBox, QTabBar, QHeaderView, QAbstractItemView)

# A moment's name: the keys pressed in the article, or the actions triggered one after the other.
MOMENTS: dict[str, tuple[str, ...]] = {
    "annotate": (),
    "labels": ("facts_panel", "key Tab", "key Tab"),
    "fact in focus": ("key Tab", "key Tab", "key Tab", "key Tab", "key Tab", "key Tab", "key Tab"),
    "comments": ("show_comments",),
    "unsure": ("doubt_panel",),
    "checks": ("lint_panel",),
    "history": ("show_history",),
    "feedback": ("feedback",),
    "find": ("find",),
    "filter": ("filter_articles",),
    "same": ("key Tab", "same_mentions"),
    "jump": ("jump",),
    "guideline": ("key Tab", "guideline"),
    "guideline written": ("key Tab", "guideline", "key E"),
    "lists": ("lists",),
    "types": ("fact",),
    "builder": ("fact", "key Return"),
    "note": ("fact", "key Return", "key Alt+C"),
    "finish": ("finish",),
    "blind check": ("key Ctrl+Home", "key Ctrl+Shift+End", "key Return", "blind_check"),
    "skip": ("skip_article",),
    "review": ("review_view",),
    "across": ("across",),
    "agreement": ("agreement",),
    "compare": ("compare_view",),
    "search": ("search_view",),
    "searched": ("search_view", "key O", "key S", "key L", "key O", "key Return"),
    "export": ("export",),
    "learn": ("learn_view",),
    "statistics": ("statistics_view",),
    "settings": ("settings",),
    "keys": ("cheat_sheet",),
    "schema": ("schema",),
    "fact type": ("schema", "key Shift+Tab", "key Shift+Tab", "key Right"),
    "article": ("article_info",),
    "assign": ("assign",),
    "pack": ("pack",),
    "rename annotator": ("rename_annotator",),
    "backups": ("backups",),
    "new project": ("new_project",),
    "project": ("project",),
    "paste": ("paste_text",),
    "report": ("report",),
    "about": ("about",),
}


def come_to(window: MainWindow, moment: str) -> None:
    """Does what leads to the moment."""
    QApplication.processEvents()
    for step in MOMENTS[moment]:
        if step.startswith("key "):
            press(window, step.removeprefix("key "))
        else:
            window.verbs[step].trigger()
        QApplication.processEvents()


def shown() -> QWidget:
    """What is shown over all else: a dialog, or the window."""
    found = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert found is not None
    return found


def controls(top: QWidget) -> list[QWidget]:
    """All that can be pressed or typed into, as far as it is seen; not Qt's own parts of one."""
    return [
        one
        for one in top.findChildren(QWidget)
        if one.isVisible()
        and not one.size().isEmpty()
        and isinstance(one, (*PRESSED, *TYPED))
        and not isinstance(one, QScrollBar | QHeaderView)
        and not is_inner(one)
    ]


def is_inner(one: QWidget) -> bool:
    parent = one.parentWidget()
    while parent is not None:
        if isinstance(parent, INNER) and type(one).__module__.startswith("PySide6"):
            return True
        parent = parent.parentWidget()
    return False


def told(one: QWidget) -> str:
    """The control for the sentence of a test that fails."""
    words = one.text() if isinstance(one, QAbstractButton | QLineEdit | QLabel) else ""
    return f"{type(one).__name__} {one.objectName()} {words!r} {one.width()}x{one.height()}"
