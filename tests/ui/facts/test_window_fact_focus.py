"""The fact in focus: marked in the article without covering a word, changed or confirmed in the strip."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication

from annotations.edits import Edit
from annotations.fact_verbs import reject_fact
from annotations.facts import Fact
from annotations.spans import Status
from models.project import Project
from tests.ui.facts.building import SEA, facts, in_hand, news_project, sign, slots
from tests.ui.windows import point, press, run, said, selected, stored, suggested
from ui.look.roles import SCHEMES
from ui.look.theme import palette
from ui.main_window import MainWindow

TEXT = SEA + (
    "On Tuesday the Orland Navy struck a depot near Selby, jumping gaps quickly, gauging gray fog.\n"
    "Everybody typed pages of gossip by then.\nEnvoys met in Calder on Friday.\n"
)
SPANS = (("Orland Navy", "ORG"), ("Selby", "GPE"), ("Tuesday", "DATE"), ("Calder", "GPE"), ("Friday", "DATE"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    spans = [suggested(TEXT, *span) for span in SPANS]
    return news_project(tmp_path, {"id": "first", "text": TEXT, "spans": spans}, {"id": "2", "text": "Oslo."})


def build(window: MainWindow, *keys: str) -> None:
    point(window, "struck")
    press(window, "F", "A")
    press(window, sign(window, "Orland Navy"), *keys, "Return")
    press(window, *["Return"] * window.work.building.is_open)


def only(window: MainWindow) -> Fact:
    [fact] = window.session.sheet.facts()
    return fact


def test_a_fact_that_was_built_is_in_focus_until_escape(window: MainWindow) -> None:
    build(window)
    assert window.session.fact_id == only(window).id
    press(window, "Esc")
    assert window.session.fact_id is None


def test_among_its_words_the_fact_in_focus_is_changed_in_one_edit(window: MainWindow, folder: Path) -> None:
    build(window)
    press(window, "E")
    assert (slots(window)["actor"], in_hand(window)) == ("“Orland Navy”", "target")
    press(window, "2", "Return")
    assert [len(fact["roles"]) for fact in facts(folder)] == [2]
    press(window, "Ctrl+Z")
    assert said(window) == "Undid: change ATTACK “struck”."
    assert [len(fact["roles"]) for fact in facts(folder)] == [1]


@pytest.mark.parametrize("away", ["Esc", "Right", "Ctrl+End", "Shift+Right"])
def test_elsewhere_or_with_words_selected_a_new_fact_is_begun(window: MainWindow, away: str) -> None:
    build(window)
    press(window, away, "F")
    assert "which type" in window.work.strip.line.aside


def test_the_fact_keeps_the_focus_while_its_own_words_are_selected(window: MainWindow) -> None:
    build(window)
    id_ = window.session.fact_id
    press(window, "Shift+Right")
    assert (selected(window), window.session.fact_id) == ("struck", id_)
    press(window, "Esc")
    assert (selected(window), window.session.fact_id) == ("", id_)
    press(window, "Shift+Right", "Shift+Right")
    assert window.session.fact_id is None


def test_a_fact_left_as_it_was_writes_nothing(window: MainWindow, folder: Path) -> None:
    build(window)
    before = window.session.project.history.next_undo("anna")
    press(window, "E", "Return", "Return", "Ctrl+Z")
    assert (before, facts(folder)) == ("ATTACK “struck”", [])
    assert (window.work.strip.isHidden(), window.view.hasFocus()) == (True, True)


def test_escape_from_a_change_leaves_the_fact_as_it_was(window: MainWindow, folder: Path) -> None:
    build(window)
    before = facts(folder)
    press(window, "E", "2", "Tab", "Esc")
    assert (window.work.strip.isHidden(), facts(folder)) == (True, before)


def test_a_fact_with_nothing_left_in_it_goes(window: MainWindow, folder: Path) -> None:
    build(window)
    press(window, "E", "Alt+1", "Backspace", "Alt+8", "Backspace", "Return", "Return")
    assert facts(folder) == []


@pytest.fixture
def with_suggestions(folder: Path) -> Path:
    assert run("suggest", folder, "--what", "facts", "--again") == 0
    return folder


def test_enter_confirms_a_suggested_fact_as_it_was_changed(launch, with_suggestions: Path) -> None:
    window = launch("open", with_suggestions, "--annotator", "anna")
    fact = next(fact for fact in window.session.sheet.facts() if fact.type == "ATTACK")
    window.session.focus_fact(fact.id)
    press(window, "E", "Return", "Return")
    [kept] = facts(with_suggestions)
    assert (kept["id"], kept["status"], kept["origin"]) == (fact.id, "confirmed", fact.origin)
    assert "Orland Navy" in [quote for quote, _ in stored(with_suggestions)]
    press(window, "Ctrl+Z")
    assert said(window) == "Undid: confirm ATTACK “struck”."
    assert window.session.sheet.facts()[0].status is Status.SUGGESTED


def test_a_fact_that_somebody_took_out_meanwhile_is_not_written(window: MainWindow, folder: Path) -> None:
    build(window)
    press(window, "E", "2")
    other = Project(folder)
    before = other.annotation_set("first", "anna")
    other.apply(Edit.between("reject", before, reject_fact(before, *before.facts.values())), by="anna")
    other.close()
    press(window, "Return", "Return")
    assert "Somebody changed this" in said(window)
    assert facts(folder) == []


# --- what the article shows


def picture(window: MainWindow) -> QImage:
    """What the viewport shows, once it has the colours and the size that it was told."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return window.view.viewport().grab().toImage()


def words(window: MainWindow) -> list[QRect]:
    """Where the words are drawn, in the viewport."""
    article, found = window.view.article, []
    for index, top in article.visible(0.0, window.view.viewport().height()):
        start = article.start(index)
        for left, right in article.tokens.of_chunk(index):
            strips = article.chunk(index).strips(left - start, right - start)
            moved = window.view.caret_rect(0).topLeft() - article.caret(0).topLeft().toPoint()
            found += [strip.translated(0.0, top).toRect().translated(moved) for strip in strips]
    return found


def ink(image: QImage, rects: list[QRect], *, dark: bool) -> set[tuple[int, int]]:
    """The pixels in the rectangles that are plainly of the text's colour."""
    every = ((x, y) for r in rects for x in range(r.left(), r.right()) for y in range(r.top(), r.bottom()))
    return {at for at in every if (image.pixelColor(*at).lightness() > 170 if dark else _is_dark(image, at))}


def _is_dark(image: QImage, at: tuple[int, int]) -> bool:
    return image.pixelColor(*at).lightness() < 60


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_fact_in_focus_is_marked_and_no_word_is_covered(window: MainWindow, scheme: str) -> None:
    window.preferences.set("palette", scheme)
    build(window, "Tab", "2", "Tab", "Tab", "Tab", "1")
    id_ = window.session.fact_id
    window.session.focus_fact(None)
    plain, before = picture(window), words(window)
    window.session.focus_fact(id_)
    marked, after = picture(window), words(window)
    dark = scheme != "light"
    read = [ink(plain.copy(rect), [QRect(QPoint(), rect.size())], dark=dark) for rect in before]
    assert plain != marked
    assert plain.pixelColor(1, 1) == palette(scheme).color(QPalette.ColorRole.Base)
    assert sum(map(len, read)) > 500
    assert read == [ink(marked.copy(rect), [QRect(QPoint(), rect.size())], dark=dark) for rect in after]


def test_what_was_undone_is_no_longer_marked(window: MainWindow) -> None:
    point(window, "struck")
    press(window, "1", "Ctrl+Z", "Esc")
    point(window, "struck")
    plain = picture(window)
    build(window)
    assert picture(window) != plain
    press(window, "Ctrl+Z", "Esc")  # a key takes away the ring round what came back
    point(window, "struck")
    assert picture(window) == plain


def test_marks_outside_of_the_window_are_no_trouble(window: MainWindow) -> None:
    build(window, "Tab", "3")
    window.view.appearance.set_font_size(40.0)
    for key in ("Ctrl+End", "Ctrl+Home"):
        press(window, key)
        assert not picture(window).isNull()
    window.view.appearance.choose(spacing=1.0, badges="above")
    assert not picture(window).isNull()
