from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotations.spans import Span, Status
from tests.ui.article.article_views import CONTROL, LEFT, NONE, RIGHT, SHIFT, drag, middle, shown, span
from ui.article.article_view import ArticleView

TRICKY = [
    ("I met 😀 Ann Lee in Rome", "Ann Lee"),
    ("The 👩‍👩‍👧 Jones family left", "Jones family"),
    ("A cafe\u0301 in Zu\u0308rich today", "Zu\u0308rich"),
    ("نزل محمد علي في القاهرة اليوم", "محمد علي"),
    ("קצין אמר ש John Smith הגיע", "John Smith"),
    ("The mayor of תל אביב said so", "תל אביב"),
    ("In 東京 Tokyo 都庁 officials", "Tokyo"),
    ("One\r\nTwo Three\r\nFour", "Two Three"),
    ("The\u00a0New\u00a0York\u00a0Times said", "York"),
    ("First line\u2028second Line here", "Line"),
    ("tab\there, NUL\0 there", "here"),
    ("𝒳𝒴 😀😀 Bob 😀", "Bob"),
]


@pytest.mark.parametrize(("text", "quote"), TRICKY)
def test_a_drag_over_tricky_text_selects_its_code_points(qtbot: QtBot, text: str, quote: str) -> None:
    view = shown(qtbot, text)
    start = text.index(quote)
    first, last = view.article.tokens.at(start), view.article.tokens.at(start + len(quote) - 1)
    assert first
    assert last
    with qtbot.waitSignal(view.selection_made) as made:
        drag(view, middle(view, *first), middle(view, last[0], last[1]) + QPoint(5, 0))
    assert made.args is not None
    assert text[made.args[0] : made.args[1]] == quote


@pytest.mark.parametrize("cluster", ["😀", "👩‍👩‍👧", "e\u0301", "🇩🇪", "한", "ک"])
def test_a_drag_with_control_takes_whole_clusters_exactly(qtbot: QtBot, cluster: str) -> None:
    text = f"abc{cluster}def"
    view = shown(qtbot, text)
    left, right = (
        middle(view, i, j) for i, j in ((3, 3 + len(cluster)), (3 + len(cluster), 4 + len(cluster)))
    )
    drag(view, QPoint(view.caret_rect(3).x(), left.y()), right + QPoint(-3, 0), CONTROL)
    assert view.selection == (3, 3 + len(cluster))


def test_a_drag_backwards_selects_the_same(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha beta gamma")
    drag(view, middle(view, 11, 16), middle(view, 6, 10))
    assert view.selection == (6, 16)


def test_a_drag_over_blanks_alone_selects_nothing_beside_them(qtbot: QtBot) -> None:
    view = shown(qtbot, "   \t   ")
    drag(view, QPoint(30, 30), QPoint(300, 30))
    assert view.selection is None or view.text[slice(*view.selection)].isspace()


def test_a_double_click_selects_the_token(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha beta gamma")
    with qtbot.waitSignal(view.selection_made) as made:
        QTest.mouseDClick(view.viewport(), LEFT, NONE, middle(view, 6, 10))
    assert made.args == [6, 10]
    assert view.selection == (6, 10)


def test_a_click_focuses_the_innermost_span_and_leaving_it_clears(qtbot: QtBot) -> None:
    text = "The University of Cambridge said"
    view = shown(qtbot, text, [span(text, "University of Cambridge", "ORG"), span(text, "Cambridge", "GPE")])
    QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, 20, 24))
    assert view.focus_id == "Cambridge"
    view.set_caret(6)
    assert view.focus_id == "University of Cambridge"
    with qtbot.waitSignal(view.focus_changed) as changed:
        view.set_caret(0)
    assert changed.args == [None]


def test_a_click_on_a_badge_focuses_its_span(qtbot: QtBot) -> None:
    text = "The University of Cambridge said"
    view = shown(qtbot, text, [span(text, "University of Cambridge", "ORG"), span(text, "Cambridge", "GPE")])
    outer = max(view.article.chunk(0).boxes, key=lambda box: box.right)
    end = middle(view, 18, 27)
    x = outer.right - view.article.caret(18).x() + view.caret_rect(18).x() - 12
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(round(x), end.y()))
    assert view.focus_id == "University of Cambridge"


def test_shift_and_click_extends_the_selection(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha beta gamma delta")
    view.set_caret(6)
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, middle(view, 17, 22))
    assert view.selection == (6, 22)


@pytest.mark.parametrize(("to", "bounds"), [((11, 16), (0, 16)), ((0, 5), (0, 5))])
def test_dragging_a_side_moves_the_bound_by_tokens(
    qtbot: QtBot, to: tuple[int, int], bounds: tuple[int, int]
) -> None:
    view = shown(qtbot, "alpha beta gamma", [Span("s", 0, 10, "ORG")])
    box = view.article.chunk(0).boxes[0]
    side = QPoint(
        round(box.right - view.article.caret(0).x()) + view.caret_rect(0).x(), middle(view, 0, 5).y()
    )
    with qtbot.waitSignal(view.bounds_dragged) as dragged:
        drag(view, side, middle(view, *to))
    assert dragged.args == ["s", *bounds]
    assert view.selection is None


def test_dragging_the_first_side_with_control_moves_it_exactly(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha beta gamma", [Span("s", 6, 10, "ORG")])
    box = view.article.chunk(0).boxes[0]
    side = QPoint(
        round(box.left - view.article.caret(0).x()) + view.caret_rect(0).x(), middle(view, 0, 5).y()
    )
    with qtbot.waitSignal(view.bounds_dragged) as dragged:
        drag(view, side, QPoint(view.caret_rect(3).x(), side.y()), CONTROL)
    assert dragged.args == ["s", 3, 10]


def test_another_article_ends_a_drag(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha beta gamma")
    QTest.mousePress(view.viewport(), LEFT, NONE, middle(view, 0, 5))
    view.set_article("other words", ())
    QTest.mouseRelease(view.viewport(), LEFT, NONE, QPoint(200, 30))
    assert view.selection is None
    assert view.caret == 0


def test_the_right_button_asks_for_a_menu(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha beta", [Span("s", 6, 10, "ORG")])
    for token, expected in (((6, 10), "s"), ((0, 5), None)):
        with qtbot.waitSignal(view.menu_requested) as asked:
            QTest.mouseClick(view.viewport(), RIGHT, NONE, middle(view, *token))
        assert (asked.args or [""])[0] == expected


def test_changing_a_span_lays_out_only_the_chunks_it_touches(qtbot: QtBot) -> None:
    text = "One one.\nTwo two.\nThree three."
    one, two = span(text, "One"), span(text, "Two")
    view = shown(qtbot, text, [one, two])
    before = [view.article.chunk(index) for index in range(3)]
    view.change_spans(["Two"], [replace(two, label="ORG")])
    after = [view.article.chunk(index) for index in range(3)]
    assert [a is b for a, b in zip(before, after, strict=True)] == [True, False, True]
    assert view.spans["Two"].label == "ORG"


def test_an_altered_span_keeps_the_focus_and_a_removed_one_loses_it(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha beta", [Span("s", 0, 5, "ORG")])
    view.set_focus("s")
    view.change_spans(["s"], [Span("s", 0, 10, "GPE")])
    assert view.focus_id == "s"
    with qtbot.waitSignal(view.focus_changed):
        view.change_spans(["s"], [])
    assert view.focus_id is None


def test_rejected_spans_are_not_drawn(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha beta", [Span("s", 0, 5, "ORG", Status.REJECTED)])
    view.change_spans([], [Span("t", 6, 10, "ORG", Status.REJECTED)])
    assert not view.spans
    assert view.article.span_at(1) is None


CHANGES: list[Callable[[ArticleView], None]] = [
    lambda view: view.appearance.zoom(3),
    lambda view: view.resize(600, 500),
    lambda view: view.appearance.choose(badges="above"),
    lambda view: view.appearance.choose(spacing=1.2),
]


@pytest.mark.parametrize("change", CHANGES)
def test_zooming_and_resizing_keep_the_top_of_the_window(
    qtbot: QtBot, change: Callable[[ArticleView], None]
) -> None:
    text = "\n".join(f"Paragraph {n}: " + "some words that fill the line " * 12 for n in range(200))
    view = shown(qtbot, text, [span(text, f"Paragraph {n}:") for n in range(0, 200, 3)])
    view.verticalScrollBar().setValue(4000)
    view.grab()
    top = view.article.offset_at(view.scrolling.to_article(QPointF(0, 0)))
    change(view)
    view.grab()
    assert abs(view.caret_rect(top).top()) < 40


def test_scrolling_up_into_estimated_chunks_does_not_jump(qtbot: QtBot) -> None:
    text = "\n".join("wide W wide W " * (n % 37) for n in range(400))
    view = shown(qtbot, text)
    view.reveal(len(text) // 2)
    for _ in range(30):
        i = view.article.offset_at(view.scrolling.to_article(QPointF(0, 100)))
        before = view.caret_rect(i).top()
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 200)
        view.grab()
        assert abs(view.caret_rect(i).top() - before - 200) <= 2


def test_control_and_wheel_zoom(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha")
    wheel = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CONTROL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(view.appearance.zoomed) as zoomed:
        QApplication.sendEvent(view.viewport(), wheel)
    assert zoomed.args == [13.0]


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_A]
)
def test_keys_are_passed_on(qtbot: QtBot, key: Qt.Key) -> None:
    view = shown(qtbot, "word " * 5000)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, NONE)
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()
    assert view.verticalScrollBar().value() == 0


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\r\n\r\n", "\0", "\u2028\u2028", "word" * 125_000, "a " * 3000]
)
def test_odd_texts_are_drawn_and_walked_through(qtbot: QtBot, text: str) -> None:
    view = shown(qtbot, text, [Span("s", 0, len(text), "ORG"), Span("t", 0, 1, "GPE")])
    for unit in ("token", "line", "character", "page", "row", "edge"):
        view.move_caret(unit, 1)
        view.move_caret(unit, 1, select=True)
        view.move_caret(unit, -1)
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(100, 100))
    assert 0 <= view.caret <= len(text)
    assert not view.grab().isNull()


def test_a_new_palette_gives_new_colours(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha beta", [Span("s", 0, 5, "ORG")])
    dark = QPalette(view.palette())
    dark.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.black)
    dark.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.white)
    view.setPalette(dark)
    assert view.grab().toImage().pixelColor(2, 2) == Qt.GlobalColor.black


def test_clearing_leaves_nothing(qtbot: QtBot) -> None:
    view = shown(qtbot, "alpha beta", [Span("s", 0, 5, "ORG")])
    view.set_focus("s")
    view.set_article("", ())
    assert (view.text, dict(view.spans), view.focus_id, view.caret, view.selection) == ("", {}, None, 0, None)


def test_an_article_at_its_top_stays_there_when_suggestions_come(qtbot: QtBot) -> None:
    text = "\n\n".join(f"Ann Lee {n} met Bob Ray in Rome. " * 6 for n in range(40))
    view = shown(qtbot, text)
    starts = [n for n in range(0, len(text) - 8, 9) if text[n : n + 7].strip() == text[n : n + 7]]
    view.change_spans([], [Span(str(n), n, n + 7, "CARDINAL", Status.SUGGESTED) for n in starts])
    view.grab()
    assert view.verticalScrollBar().value() == 0
