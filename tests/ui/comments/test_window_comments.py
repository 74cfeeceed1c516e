"""Comments in the window: C, threads, answers, the sign, the jump there and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotations.sets import AnnotationSet, Comment, Progress, State
from annotations.spans import Span
from models.project import Project
from tests.making import edit
from tests.ui.windows import by_key, focused, here, point, press, row, said, selected, state
from ui.comments.comments_panel import CommentsPanel
from ui.main_window import MainWindow
from ui.widgets.target import Target


def comments(folder: Path, annotator: str = "anna") -> list[tuple[str, str | None, bool]]:
    """Text, what it is on, whether resolved; as stored."""
    project = Project(folder)
    found = project.annotation_set("first", annotator).comments.values()
    project.close()
    return [(one.text, one.on, one.resolved) for one in sorted(found, key=lambda one: (one.at, one.text))]


def panel(window: MainWindow) -> CommentsPanel:
    """The panel, up to date."""
    found = window.work.panels.open("comments")
    found.refresh()
    return found


def listed(window: MainWindow) -> list[list[str]]:
    """The threads: first the comment's head and text, then its answers' texts."""
    tree = panel(window).list
    tops = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return [
        [top.text(0), *(top.child(n).text(0).split("\n")[1] for n in range(top.childCount()))] for top in tops
    ]


def write(window: MainWindow, text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)
    press(window, "Ctrl+Return")


@pytest.fixture
def of_bert(folder: Path) -> None:
    """bert has commented on the Navy, and made a span that anna does not have."""
    project = Project(folder)
    navy = next(span for span in project.pool("first") if isinstance(span, Span) and span.label == "ORG")
    oslo = Span("his", 36, 43, "NOTE", origin="bert")
    made = [Comment("b1", "Which navy?", "bert", "2024-01-01T10:00:00+00:00", navy.id)]
    made.append(Comment("b2", "And when?", "bert", "2024-01-01T11:00:00+00:00", oslo.id))
    edit(project, "comment", AnnotationSet.of("first", "bert", [oslo, *made]))
    project.close()


@by_key(["C"])
def test_c_comments_on_the_span_in_focus(window: MainWindow, folder: Path, key: str) -> None:
    press(window, "Tab", key)
    write(window, "Is she the minister?")
    (span,) = (span for span in window.view.spans.values() if span.label == "PERSON")
    assert comments(folder) == [("Is she the minister?", span.id, False)]
    window.menus.name_undo()
    assert window.verbs["undo"].text() == "Undo: comment on “Maria Ruiz”"
    assert "“Maria Ruiz” · anna" in listed(window)[0][0]
    assert here(window) == "first"


def test_c_without_a_span_comments_on_the_article(window: MainWindow, folder: Path) -> None:
    point(window, "said")
    press(window, "C")
    write(window, "Old news.")
    assert comments(folder) == [("Old news.", None, False)]


@pytest.mark.usefixtures("straight_on")
def test_a_comment_does_not_mark_a_finished_article_as_changed(window: MainWindow, folder: Path) -> None:
    press(window, "Ctrl+Home", "Shift+End", "Return", "Ctrl+Return", "Ctrl+PgUp")
    press(window, "C")
    write(window, "Good.")
    assert (len(comments(folder)), state(folder)) == (1, "done")


def test_an_article_in_review_takes_no_comment_and_says_why(window: MainWindow, folder: Path) -> None:
    project = Project(folder)
    edit(project, "send", AnnotationSet.of("first", "anna", [Progress(State.IN_REVIEW)]))
    project.close()
    window.session.look_for_others()
    press(window, "C")
    write(window, "Late.")
    assert "in review" in said(window)
    assert window.work.panels.here().box.toPlainText() == "Late."


def test_an_empty_comment_is_refused_with_a_sentence(window: MainWindow, folder: Path) -> None:
    press(window, "C", "Ctrl+Return")
    assert said(window) == "An empty comment says nothing; write some words first."
    assert comments(folder) == []


def test_a_thread_is_answered_resolved_and_reopened(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "C")
    write(window, "Who?")
    found = panel(window)
    found.list.setCurrentItem(found.list.topLevelItem(0))
    found.box.setFocus()
    write(window, "The admiral.")
    assert listed(window)[0][1:] == ["The admiral."]
    found.settle.click()
    assert listed(window) == []
    found.shown.setCurrentIndex(1)
    assert "✓ resolved" in listed(window)[0][0]
    found.list.setCurrentItem(found.list.topLevelItem(0))
    found.settle.click()
    assert [resolved for _, _, resolved in comments(folder)] == [False, False]


def test_writing_resolving_and_deleting_are_taken_back_by_undo(window: MainWindow, folder: Path) -> None:
    press(window, "C")
    write(window, "Hm.")
    found = panel(window)
    found.list.setCurrentItem(found.list.topLevelItem(0))
    found.settle.click()
    found.shown.setCurrentIndex(1)
    found.list.setCurrentItem(found.list.topLevelItem(0))
    found.remove.click()
    seen = [comments(folder)]
    for _ in range(3):
        press(window, "Esc", "Ctrl+Z")
        seen.append(comments(folder))
    assert seen == [[], [("Hm.", None, True)], [("Hm.", None, False)], []]


def test_the_comments_of_others_are_shown_answerable_and_otherwise_closed(
    of_bert: None, window: MainWindow, folder: Path
) -> None:
    assert [head.split("\n")[1] for (head,) in listed(window)] == ["Which navy?", "And when?"]
    found = panel(window)
    found.list.setCurrentItem(found.list.topLevelItem(0))
    assert (found.settle.isEnabled(), found.remove.isEnabled()) == (False, False)
    found.box.setFocus()
    write(window, "The Norwegian one.")
    assert listed(window)[0][1:] == ["The Norwegian one."]
    assert [text for text, *_ in comments(folder)] == ["The Norwegian one."]
    assert len(comments(folder, "bert")) == 2


def test_f6_goes_to_the_threads_and_tab_on_to_the_box(of_bert: None, window: MainWindow) -> None:
    found = panel(window)
    window.view.setFocus()
    press(window, "F6")
    assert found.list.hasFocus()
    press(window, "Down", "Tab")
    assert found.box.hasFocus()


@by_key(["Alt+Home"])
def test_enter_jumps_to_what_a_comment_is_on_and_a_key_comes_back(
    of_bert: None, window: MainWindow, key: str
) -> None:
    point(window, "return")
    tree = panel(window).list
    tree.setFocus()
    tree.setCurrentItem(tree.topLevelItem(0))
    press(window, "Return")
    assert (focused(window), window.view.hasFocus()) == ("Navy", True)
    press(window, key)
    assert window.view.text[window.view.caret :] == "return."
    press(window, key)
    assert said(window) == "There is no jump to come back from."


def test_coming_back_crosses_articles_and_a_double_click_is_one_jump(
    of_bert: None, window: MainWindow
) -> None:
    press(window, "Ctrl+PgDown")
    window.view.set_caret(5)
    for _ in range(2):
        window.work.panels.pointed.emit(Target("first", 18, 22))
    assert (here(window), selected(window)) == ("first", "Navy")
    press(window, "Alt+Home")
    assert (here(window), window.view.caret) == ("second", 5)


def test_coming_back_brings_the_selection_back(window: MainWindow) -> None:
    point(window, "left")
    press(window, "Shift+Right", "Shift+Right")
    before = selected(window)
    window.work.panels.pointed.emit(Target("second", 0, 4))
    press(window, "Alt+Home")
    assert selected(window) == before != ""


def test_a_comment_on_a_span_of_somebody_else_selects_its_words(of_bert: None, window: MainWindow) -> None:
    tree = panel(window).list
    tree.itemClicked.emit(tree.topLevelItem(1), 0)
    assert selected(window) == "Tuesday"


def test_a_comment_stays_when_its_span_is_deleted_and_finds_it_again_by_undo(
    window: MainWindow, folder: Path
) -> None:
    point(window, "left")
    press(window, "1", "C")
    write(window, "Why left?")
    press(window, "Esc", "X")
    assert "on what is gone" in listed(window)[0][0]
    press(window, "Esc", "Ctrl+Z")
    assert "“left”" in listed(window)[0][0]


def test_an_open_comment_signs_its_span_and_its_article(window: MainWindow) -> None:
    press(window, "Tab", "C")
    before = window.view.grab().toImage()
    write(window, "Who?")
    assert row(window, 0)[0] == "✎1 First"
    assert window.view.article.commented == {window.view.focus_id}
    text = QAccessible.queryAccessibleInterface(window.view).textInterface()
    assert text.attributes(0)[0] == "label:PERSON;status:suggested;comment:open;"
    assert window.view.grab().toImage() != before
    panel(window).list.setCurrentItem(panel(window).list.topLevelItem(0))
    panel(window).settle.click()
    assert (row(window, 0)[0], window.view.article.commented) == ("First", frozenset())


def test_what_is_being_written_stays_with_its_article_and_thread(of_bert: None, window: MainWindow) -> None:
    found = panel(window)
    found.list.setCurrentItem(found.list.topLevelItem(1))
    found.box.setFocus()
    QTest.keyClicks(found.box, "Half a")
    press(window, "Ctrl+PgDown")
    assert (panel(window).box.toPlainText(), found.about.text()) == ("", "New comment on the article:")
    press(window, "Ctrl+PgUp")
    assert (panel(window).box.toPlainText(), found.about.text()) == ("Half a", "Answer to bert:")


@pytest.mark.parametrize(
    "text", ["<b>no</b>", "👩‍🚀 e\u0301", "שלום\u200f", "a\r\nb\u2028c\x00", "x" * 500_000]
)
def test_hostile_comments_are_shown_as_they_are(window: MainWindow, folder: Path, text: str) -> None:
    project = Project(folder)
    said = Comment("b", text, "<i>bert</i>", "no time", "no span", "no thread")
    edit(project, "comment", AnnotationSet.of("first", "bert", [said]))
    project.close()
    ((shown,),) = listed(window)
    assert shown.startswith("on what is gone · <i>bert</i> · no time\n" + text[:4_000])
    found = panel(window)
    found.list.setCurrentItem(found.list.topLevelItem(0))
    assert not found.grab().isNull()
    assert found.about.textFormat() is Qt.TextFormat.PlainText


def test_a_comment_that_another_window_writes_appears(
    qtbot: QtBot, window: MainWindow, folder: Path, launch: Callable[..., MainWindow]
) -> None:
    panel(window)
    QApplication.processEvents()  # the panel has refreshed for being opened
    project = Project(folder)
    edit(project, "comment", AnnotationSet.of("first", "bert", [Comment("b", "Hello", "bert", "2024")]))
    project.close()
    window.session.look_for_others()
    tree = window.work.panels.here().list
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 1)
