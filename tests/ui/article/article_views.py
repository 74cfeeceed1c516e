"""Article views for tests, and where on them a code point is drawn."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotations.spans import Span, Status
from ui.article.article_view import ArticleView

CONTROL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
HUES = {"PERSON": 210, "ORG": 80, "GPE": 290}


def shown(
    qtbot: QtBot, text: str, spans: Iterable[Span] = (), *, width: int = 900, height: int = 600
) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.appearance.choose(hues=HUES)
    view.resize(width, height)
    with qtbot.waitExposed(view):
        view.show()
    view.set_article(text, spans)
    view.grab()
    return view


def span(text: str, quote: str, label: str = "PERSON", status: Status = Status.CONFIRMED) -> Span:
    start = text.index(quote)
    return Span(quote, start, start + len(quote), label, status)


def middle(view: ArticleView, start: int, end: int) -> QPoint:
    """The middle of what is drawn of a range, in the viewport."""
    article = view.article
    index = article.index_of(start)
    strip = article.chunk(index).strips(start - article.start(index), end - article.start(index))[0]
    origin = view.caret_rect(start).topLeft() - article.caret(start).toAlignedRect().topLeft()
    return strip.translated(0.0, article.top(index)).center().toPoint() + origin


def drag(view: ArticleView, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    port = view.viewport()
    QTest.mousePress(port, LEFT, modifier, start)
    for at in (start + (end - start) / 2, end):
        QTest.mouseEvent(QTest.MouseAction.MouseMove, port, LEFT, modifier, at)
    QTest.mouseRelease(port, LEFT, modifier, end)
