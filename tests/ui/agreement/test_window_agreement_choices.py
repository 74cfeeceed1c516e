"""What can be asked of the view Agreement: unfinished work, the first pass, batches and days; and what answers it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotations.sets import GOLD, AnnotationSet, Progress, State
from annotations.spans import Span
from models.project import Project
from tests.making import edit
from tests.ui.agreement.agreements import (  # noqa: F401 - fixtures
    WORK,
    cells,
    compare,
    compared_page,
    opened_page,
    put,
    shown,
    table,
    worked_on,
)
from tests.ui.article.article_views import LEFT
from tests.ui.windows import press
from ui.agreement.agreement_page import CHOSEN, AgreementPage
from ui.look.segments import Segments
from ui.main_window import MainWindow


def choose(choice: Segments, word: str) -> None:
    QTest.mouseClick(next(one for one in choice.segments if one.text() == word), LEFT)


def progress(folder: Path, article: str, who: str, state: State, *more: Span) -> None:
    """Somebody's work on the article is in that state, with more spans."""
    project = Project(folder)
    before = project.annotation_set(article, who)
    edit(project, "work", before.having(*more, Progress(state)))
    project.close()


def test_unfinished_work_is_compared_when_all_is_chosen(
    qtbot: QtBot, worked: Path, window: MainWindow
) -> None:
    progress(worked, "second", "ben", State.STARTED)
    window.verbs["agreement"].trigger()
    compare(qtbot, window)
    page = shown(window)
    assert page.heading.about.text() == "1 article compared (1 done)"
    choose(page.people.choices.articles, "All")
    assert page.heading.about.text() == CHOSEN
    compare(qtbot, window)
    assert page.heading.about.text() == "2 articles compared (1 started, 1 done)"


def test_a_first_pass_is_told_in_the_heading(qtbot: QtBot, worked: Path, window: MainWindow) -> None:
    progress(worked, "first", "ben", State.DONE, Span("n", 18, 22, "ORG"))
    window.verbs["agreement"].trigger()
    compare(qtbot, window)
    page = shown(window)
    assert cells(table(page, "Over all"))[0][1] == "0.571"
    choose(page.people.choices.work, "First pass")
    compare(qtbot, window)
    assert page.heading.about.text() == "2 articles compared (2 done), as each was first finished"
    assert cells(table(page, "Over all"))[0][1] == "0.333"


def test_days_and_batches_have_a_card_when_they_are_asked_for(
    qtbot: QtBot, compared: AgreementPage, window: MainWindow
) -> None:
    change = compared.report.questions[3]
    assert change.isHidden()
    choose(compared.people.choices.apart, "Batch")
    compare(qtbot, window)
    assert (change.isVisible(), cells(change.table)[0][:3]) == (
        True,
        ["no batch", "2", "0.333 [0.333, 0.333] rough"],
    )
    choose(compared.people.choices.apart, "Day")
    compare(qtbot, window)
    assert [row[1] for row in cells(change.table)] == ["2"]


def test_each_stands_against_gold_that_was_approved(qtbot: QtBot, worked: Path, window: MainWindow) -> None:
    project = Project(worked)
    edit(project, "gold", AnnotationSet.of("first", GOLD, [*WORK["anna"][:2], Progress(State.REVIEWED)]))
    put(project, "second", GOLD, [])
    project.close()
    window.verbs["agreement"].trigger()
    compare(qtbot, window)
    rows = {tuple(row[:2]): row[2:] for row in cells(table(shown(window), "Each annotator", question=2))}
    assert rows["anna", "Spans, exact bounds"] == ["0.667", "1.000", "0.800"]
    assert rows["ben", "Spans, exact bounds"] == ["0.333", "0.500", "0.400"]


def test_the_choices_are_reached_by_keys(compared: AgreementPage) -> None:
    chosen = compared.people.choices.articles
    chosen.take_keyboard()
    press(compared, "Right")
    assert (chosen.value, compared.heading.about.text()) == ("all", CHOSEN)
