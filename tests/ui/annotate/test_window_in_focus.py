"""The words of the foot where the caret stands in a span that has no focus."""

from __future__ import annotations

from tests.ui.windows import point, press
from ui.frame.verbs import InFocus
from ui.main_window import MainWindow


def said(window: MainWindow) -> InFocus:
    return window.work.attending.now()


def words(window: MainWindow) -> list[str]:
    return [verb.word for verb in said(window).can]


def test_at_the_articles_start_the_span_there_is_named(window: MainWindow) -> None:
    assert window.view.focus_id is None
    assert said(window).first == "“Maria Ruiz”  PERSON, suggested"
    assert words(window) == ["Next", "Label", "Look for more", "Finish"]


def test_after_escape_the_span_is_named_with_what_labels_keys_do(window: MainWindow) -> None:
    point(window, "Navy")
    press(window, "3", "Shift+Tab", "Tab", "Esc")
    point(window, "Navy")
    press(window, "Esc")
    assert window.view.focus_id is None
    assert (said(window).first, said(window).second) == ("“Navy”  ORG", "confirmed")
    assert words(window) == ["Next", "Relabel", "Look for more", "Finish"]


def test_on_plain_words_there_is_no_label(window: MainWindow) -> None:
    point(window, "left")
    assert (said(window).first, said(window).second) == ("“left”", "no label here")


def test_once_all_is_decided_finish_is_the_first_verb_until_that_is_done(window: MainWindow) -> None:
    press(window, "Tab", "Return", "Return")
    press(window, "Shift+N")
    assert words(window)[0] == "Next"
    press(window, "Ctrl+End", "Shift+Return", "N")
    assert words(window)[:3] == ["Finish", "Next", "Delete"]
    press(window, "Ctrl+Home", "Esc")
    assert words(window) == ["Finish", "Next", "Label", "Look for more"]
    press(window, "Ctrl+Return", "Esc", "N")
    assert words(window)[0] == "Next"


def test_an_article_without_anything_decided_is_not_yet_to_be_finished(window: MainWindow) -> None:
    press(window, "Ctrl+PgDown", "Tab", "X", "Ctrl+Z", "Esc")
    assert (words(window)[0], window.session.sheet.set.spans) == ("Next", {})
