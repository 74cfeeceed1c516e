"""The panel of feedback: what the review changed and why, here and everywhere, and answers to the reviewer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from annotations.facts import Fact, Filler, Number, Role
from annotations.review import decisions, set_states
from annotations.review.comparing import compare
from annotations.sets import GOLD, AnnotationSet, Progress, State
from annotations.spans import Span
from models.project import Project
from tests.annotations.review.golds import settled
from tests.making import edit
from tests.ui.article.article_views import LEFT
from tests.ui.windows import active, focused, here, press, said
from ui.main_window import MainWindow
from ui.project.exchange_dialogs import WorkDialog
from ui.review.feedback_panel import FeedbackPanel

Mark = Span | Fact
AT = "2024-01-01T10:00:00+00:00"


@pytest.fixture
def reviewed(folder: Path) -> Path:
    """anna's Maria Ruiz was made ORG and her Navy was no entity; Oslo was missed in the second article, returned."""
    project = Project(folder)
    work = [Span("p", 0, 10, "PERSON"), Span("n", 18, 22, "ORG"), Span("g", 28, 32, "GPE")]
    decide(project, "first", work, [Span("o", 0, 10, "ORG"), Span("x", 28, 32, "GPE")])
    edit(project, "approve", project.annotation_set("first", GOLD).having(Progress(State.REVIEWED)), by="rex")
    decide(project, "second", [], [Span("s", 0, 4, "GPE")])
    sent = project.annotation_set("second", "anna").having(Progress(State.IN_REVIEW))
    edit(
        project,
        "return",
        set_states.send_back(sent, reason="missed", note="look again", by="rex", at=AT),
        by="rex",
    )
    project.close()
    return folder


def decide(project: Project, article: str, mine: list[Mark], theirs: list[Mark]) -> None:
    """The reviewer takes ben's side in every case."""
    for who, spans in (("anna", mine), ("ben", theirs)):
        edit(project, "work", AnnotationSet.of(article, who, [*spans, Progress(State.DONE)]))
    sets = [project.annotation_set(article, who) for who in ("anna", "ben")]
    gold = project.annotation_set(article, GOLD)
    for case in compare(sets).cases:
        gold = decisions.take(gold, case, "ben", by="rex", note="see the guideline")
    edit(project, "review", settled(gold, *sets), by="rex")


def panel(window: MainWindow) -> FeedbackPanel:
    window.verbs["feedback"].trigger()
    found = window.work.panels.here()
    found.refresh()
    return found


def rows(shown: FeedbackPanel) -> list[list[str]]:
    """Every row's words, with those of the rows below it."""
    tops = [shown.list.topLevelItem(n) for n in range(shown.list.topLevelItemCount())]
    return [[top.text(0), *(top.child(n).text(0) for n in range(top.childCount()))] for top in tops]


def click(shown: FeedbackPanel, item: QTreeWidgetItem) -> None:
    place: QRect = shown.list.visualItemRect(item)
    QTest.mouseClick(shown.list.viewport(), LEFT, pos=place.center())


@pytest.fixture
def shown(reviewed: Path, window: MainWindow) -> FeedbackPanel:
    return panel(window)


def test_what_was_changed_here_is_listed_with_the_reason_and_the_note(
    shown: FeedbackPanel, window: MainWindow
) -> None:
    window.session.open_article("first")
    shown.refresh()
    assert rows(shown) == [
        ["“Maria Ruiz” PERSON → “Maria Ruiz” ORG\nwrong label. see the guideline (rex)"],
        ["“Navy” ORG → nothing\nnot an entity. see the guideline (rex)"],
    ]
    assert "2 corrections: 1 of 3 spans and facts stayed as you had them (33.3%)" in shown.about.text()
    assert not shown.returned.isVisible()


def test_a_corrected_fact_says_what_changed_in_it(folder: Path, window: MainWindow) -> None:
    project = Project(folder)
    two, five = (
        Fact(str(n), "ATTACK", (23, 27), (Role("count", (Filler(0, 10, None, Number(n)),)),)) for n in (2, 5)
    )
    decide(project, "first", [two], [five])
    project.close()
    shown = panel(window)
    window.session.open_article("first")
    shown.refresh()
    assert rows(shown) == [
        ["“left” ATTACK: count of “Maria Ruiz”: 2 → 5\nwrong fact. see the guideline (rex)"]
    ]


def test_a_click_and_enter_go_to_the_place(shown: FeedbackPanel, window: MainWindow) -> None:
    window.session.open_article("first")
    shown.refresh()
    click(shown, shown.list.topLevelItem(1))
    assert (here(window), focused(window)) == ("first", "Navy")
    shown.list.setFocus()
    press(window, "Up", "Return")
    assert focused(window) == "Maria Ruiz"


def test_a_returned_article_says_on_top_why_it_came_back(shown: FeedbackPanel, window: MainWindow) -> None:
    window.session.open_article("second")
    shown.refresh()
    assert shown.returned.isVisible()
    assert shown.returned.text() == "↩ This article came back to you.\nRound 2: missed: look again (rex)"
    assert shown.about.text().startswith("Round 2. 1 article reviewed, 1 correction:")
    assert rows(shown)[0] == ["nothing → “Oslo” GPE\nmissed. see the guideline (rex)"]
    assert rows(shown)[1][0].startswith("✎ rex · ")


def test_the_summary_counts_errors_by_label_and_reason_with_examples_to_go_to(
    qtbot: QtBot, shown: FeedbackPanel, window: MainWindow
) -> None:
    shown.shown.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(rows(shown)) == 3)
    assert rows(shown) == [
        ["GPE · missed: 1", "“Oslo” missed GPE · Second"],
        ["ORG · not an entity: 1", "“Navy” ORG: nothing here · First"],
        ["PERSON · wrong label: 1", "“Maria Ruiz” PERSON is ORG · First"],
    ]
    assert shown.about.text().startswith("2 articles reviewed, 3 corrections: 1 of 3 spans")
    click(shown, shown.list.topLevelItem(0).child(0))
    assert (here(window), window.view.caret) == ("second", 0)
    click(shown, shown.list.topLevelItem(2).child(0))
    assert (here(window), focused(window)) == ("first", "Maria Ruiz")


def test_the_reviewer_is_answered_and_the_thread_resolved(shown: FeedbackPanel, window: MainWindow) -> None:
    window.session.open_article("second")
    shown.refresh()
    click(shown, shown.list.topLevelItem(1))
    shown.box.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "I will.")
    press(window, "Ctrl+Return")
    assert rows(shown)[1][1].endswith("\nI will.")
    shown.list.setCurrentItem(shown.list.topLevelItem(1))
    QTest.mouseClick(shown.settle, LEFT)
    assert rows(shown)[1][0].startswith("✎ ✓ resolved · rex")
    QTest.mouseClick(shown.settle, LEFT)
    assert rows(shown)[1][0].startswith("✎ rex")


def test_a_button_leads_to_all_comments(shown: FeedbackPanel, window: MainWindow) -> None:
    QTest.mouseClick(shown.all_comments, LEFT)
    assert window.work.panels.current == "comments"


def test_without_a_review_it_says_so(window: MainWindow) -> None:
    shown = panel(window)
    assert (rows(shown), shown.about.text()) == ([], "Nothing of this article has been reviewed yet.")
    shown.shown.setCurrentIndex(1)
    assert shown.about.text() == "Nothing of your work has been reviewed yet."


def test_what_a_reviewer_writes_meanwhile_is_taken_in(
    qtbot: QtBot, reviewed: Path, window: MainWindow
) -> None:
    shown = panel(window)
    shown.shown.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(rows(shown)) == 3)
    project = Project(reviewed)
    gold = project.annotation_set("first", GOLD)
    navy = Span("again", 18, 22, "ORG")
    edit(project, "both", gold.having(navy, Progress(State.STARTED)), by="rex")
    project.close()
    window.session.look_for_others()
    qtbot.waitUntil(lambda: len(rows(shown)) == 2)


def test_feedback_is_written_from_the_menu(
    qtbot: QtBot, reviewed: Path, window: MainWindow, tmp_path: Path
) -> None:
    for name, many in (("f.md", 3), ("f.zip", 2)):  # the second article is returned: its gold is not packed
        window.verbs["feedback_to"].trigger()
        dialog = active(qtbot, WorkDialog)
        assert dialog.annotator.currentText() == "anna"
        dialog.path.setText(str(tmp_path / name))
        press(dialog, "Return")
        qtbot.waitUntil(lambda: not window.files.is_busy, timeout=30_000)
        assert said(window) == f"Wrote {tmp_path / name}: {many} corrections in 2 articles."
        assert (tmp_path / name).is_file()


def test_feedback_on_nothing_is_a_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.sharing.feedback_to("anna", str(tmp_path / "f.md"))
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=30_000)
    assert "Nothing of anna's work has been reviewed yet." in said(window)
