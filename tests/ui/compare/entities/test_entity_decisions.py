"""Entities are decided by single keys, each one edit and one undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations import span_verbs
from tests.ui.compare.entities.entity_panes import (  # noqa: F401 - fixtures
    entity,
    go_to,
    held,
    opened_pane,
    propose,
    proposed_folder,
    said,
    wordings,
)
from tests.ui.windows import press
from tests.ui.windows import said as noticed
from ui.compare.entities.entity_pane import EntityPane
from ui.main_window import MainWindow

NOTHING_SAID = ([], [])


def stored_names(folder: Path) -> list[str]:
    return sorted(one.name for one in said(folder, "entity"))


def test_return_confirms_the_entity_and_goes_on(pane: EntityPane, folder: Path, window: MainWindow) -> None:
    go_to(pane, "KF")
    press(window, "Return")
    assert (stored_names(folder), len(said(folder, "member"))) == (["Kestrel Front"], 6)
    assert held(pane) == "Selim Karim"
    assert pane.list.hasFocus()
    press(window, "Ctrl+Z")
    assert (said(folder, "entity"), said(folder, "member")) == NOTHING_SAID
    assert held(pane) == "Kestrel Front"


def test_return_again_and_again_decides_all_and_says_so(
    pane: EntityPane, folder: Path, window: MainWindow
) -> None:
    press(window, "Home", "Return", "Return", "Return", "Return")
    assert not any(row.is_to_decide for row in pane.list.entities.rows)
    assert noticed(window) == "Nothing is left to decide among these entities."
    assert pane.filter.count.text() == "0 of 4 to decide"
    assert stored_names(folder) == ["Amalia", "Kestrel Front", "Selim Karim", "Torvik"]


def test_x_rejects_the_proposal_and_goes_on(pane: EntityPane, folder: Path, window: MainWindow) -> None:
    go_to(pane, "KF")
    press(window, "X")
    assert len(said(folder, "apart")) == 2
    assert held(pane) == "Selim Karim"
    assert entity(pane, "KF").id != entity(pane, "Kestrel Front").id
    press(window, "Ctrl+Z")
    assert said(folder, "apart") == []
    assert entity(pane, "KF").id == entity(pane, "Kestrel Front").id


def test_one_wording_cannot_be_rejected_and_a_sentence_says_why(
    pane: EntityPane, folder: Path, window: MainWindow
) -> None:
    go_to(pane, "Amalia")
    press(window, "X")
    assert said(folder, "apart") == []
    assert noticed(window).startswith("There is nothing to reject: it has one wording.")


def test_return_on_a_wording_confirms_that_wording_alone(
    pane: EntityPane, folder: Path, window: MainWindow
) -> None:
    go_to(pane, "KF")
    press(window, "Right", "Return")
    assert len(said(folder, "member")) == 4  # Kestrel Front
    assert [words.split(",")[2].strip() for words in wordings(pane)] == ["confirmed", "proposed", "proposed"]
    assert wordings(pane)[pane.card.mentions.currentIndex().row()].startswith("Kastrel Front")
    press(window, "Return", "Return")
    assert entity(pane, "KF").undecided == ()
    assert (held(pane), pane.card.mentions.hasFocus()) == ("Selim Karim", True)


def test_backspace_takes_a_wording_out_and_undo_brings_it_back(
    pane: EntityPane, folder: Path, window: MainWindow
) -> None:
    go_to(pane, "KF")
    press(window, "Right", "End", "Backspace")
    assert len(wordings(pane)) == 2
    out, rest = entity(pane, "KF"), entity(pane, "Kestrel Front")
    assert out.id != rest.id
    assert [other for other, _ in rest.apart] == [out.id]
    press(window, "Ctrl+Z")
    assert len(wordings(pane)) == 3


def test_backspace_takes_one_mention_out(pane: EntityPane, window: MainWindow) -> None:
    go_to(pane, "Amalia")
    press(window, "Right", "Right", "Down", "Backspace")
    assert [len(one.mentions) for one in pane.comparing.comparison.entities if one.name == "Amalia"] == [2, 1]


def test_in_the_list_there_is_nothing_to_take_out(pane: EntityPane, folder: Path, window: MainWindow) -> None:
    press(window, "Backspace")
    assert said(folder, "member") == []
    assert noticed(window) == "Go to the wordings first (Right), and choose what to take out."


def test_s_makes_the_marked_wordings_an_entity_of_their_own(pane: EntityPane, window: MainWindow) -> None:
    go_to(pane, "KF")
    press(window, "Right", "Down", "Space", "Down", "Space", "S")
    out = entity(pane, "KF")
    assert {mention.text for mention in out.mentions} == {"Kastrel Front", "KF"}
    assert held(pane) == "Kestrel Front"
    press(window, "Ctrl+Z")
    assert len(entity(pane, "KF").mentions) == 6


def test_m_merges_what_is_marked_into_the_first(pane: EntityPane, folder: Path, window: MainWindow) -> None:
    go_to(pane, "KF")
    press(window, "Space")
    go_to(pane, "Torvik")
    press(window, "Space")
    go_to(pane, "Amalian")
    press(window, "Space", "M")
    merged = entity(pane, "KF")
    assert merged.id == entity(pane, "Torvik").id == entity(pane, "Amalian").id
    assert (merged.name, held(pane)) == ("Kestrel Front", "Kestrel Front")
    assert pane.strip.words.text() == "None marked"
    press(window, "Ctrl+Z")
    assert said(folder, "united") == []
    assert len({entity(pane, name).id for name in ("KF", "Torvik", "Amalian")}) == 3


def test_one_mark_is_merged_with_the_entity_in_hand(pane: EntityPane, window: MainWindow) -> None:
    go_to(pane, "KF")
    press(window, "Space", "Down", "M")
    assert entity(pane, "KF").id == entity(pane, "Karim").id


def test_nothing_is_merged_without_marks(pane: EntityPane, folder: Path, window: MainWindow) -> None:
    press(window, "M")
    assert said(folder, "united") == []
    assert noticed(window) == "Mark two entities to merge or more."


def test_k_keeps_two_apart_with_a_note_and_shift_k_forgets_it(
    pane: EntityPane, folder: Path, window: MainWindow
) -> None:
    go_to(pane, "Torvik")
    press(window, "Space")
    go_to(pane, "Oslo")
    press(window, "K", "F", "A", "R", "Return")
    (apart,) = said(folder, "apart")
    assert apart.note == "far"
    assert "Kept apart from Torvik: far" in pane.card.details.toPlainText()
    assert pane.list.hasFocus()
    go_to(pane, "Torvik")
    press(window, "Space")
    go_to(pane, "Oslo")
    press(window, "Shift+K")
    assert said(folder, "apart") == []


def test_escape_keeps_nothing_apart(pane: EntityPane, folder: Path, window: MainWindow) -> None:
    go_to(pane, "Torvik")
    press(window, "Space", "Down", "K", "F", "Esc")
    assert said(folder, "apart") == []
    assert pane.list.hasFocus()


def test_k_alone_says_what_to_mark(pane: EntityPane, window: MainWindow) -> None:
    press(window, "K")
    assert noticed(window) == "Mark two entities first, or one beside the one in hand (Space)."


@pytest.mark.parametrize(("key", "from_", "how"), [("1", "Amalian", "people of"), ("8", "Amalia", "within")])
def test_l_relates_the_one_in_hand_to_the_marked_one(
    pane: EntityPane, folder: Path, window: MainWindow, key: str, from_: str, how: str
) -> None:
    go_to(pane, "Amalia")
    press(window, "Space")
    go_to(pane, "Amalian")
    press(window, "L", key)
    (related,) = said(folder, "relation")
    assert (related.how, related.from_) == (how, entity(pane, from_).id)
    press(window, "Ctrl+Z")
    assert said(folder, "relation") == []


def test_deciding_twice_writes_one_edit(pane: EntityPane, folder: Path, window: MainWindow) -> None:
    go_to(pane, "KF")
    press(window, "Return")
    go_to(pane, "KF")
    press(window, "Return", "Ctrl+Z")
    assert said(folder, "entity") == []
    go_to(pane, "KF")
    press(window, "X", "Ctrl+Z", "X", "Ctrl+Z")
    assert said(folder, "apart") == []


def test_a_proposal_that_adds_to_a_confirmed_entity_is_marked_so(
    pane: EntityPane, folder: Path, window: MainWindow
) -> None:
    propose(folder, [(("Torvik",), 1.0, ())])
    pane.comparing.watch(is_on=True)
    go_to(pane, "Torvik")
    press(window, "Return")
    propose(folder, [(("Torvik", "Torwik"), 0.7, ("spelling variants: Torvik, Torwik",))])
    pane.comparing.watch(is_on=True)
    row = pane.list.entities.row(pane.list.entities.place(entity(pane, "Torvik").id) or 0)
    assert row is not None
    assert (row.standing.value, row.added) == ("confirmed, and more is proposed", 1)
    go_to(pane, "Torvik")
    assert "More is proposed, with a score of 70%: spelling variants" in pane.card.details.toPlainText()


def reject_span(window: MainWindow, name: str) -> None:
    """Rejects the first mention of those words in its article, as in Annotate."""
    span = next(one for one in window.session.sheet if window.session.text[one.start : one.end] == name)
    assert window.session.do("reject", [span], lambda made: span_verbs.reject(made, span))


def test_a_confirmed_mention_whose_span_is_rejected_is_shown_as_gone_and_can_be_forgotten(
    pane: EntityPane, folder: Path, window: MainWindow
) -> None:
    go_to(pane, "Torvik")
    press(window, "Return")
    window.session.open_article("harbor")
    reject_span(window, "Torvik")
    go_to(pane, "Torwik")
    assert [words.split(",")[2].strip() for words in wordings(pane)] == ["confirmed", "gone"]
    press(window, "Right", "End", "Backspace")
    assert len(said(folder, "member")) == 1
    assert len(wordings(pane)) == 1
    press(window, "Ctrl+Z", "Ctrl+Z")
    go_to(pane, "Torwik")
    assert [words.split(",")[2].strip() for words in wordings(pane)] == ["confirmed", "confirmed"]


def test_marks_that_were_not_merged_stay(pane: EntityPane, window: MainWindow) -> None:
    go_to(pane, "KF")
    press(window, "Space")
    go_to(pane, "Karim")
    press(window, "Space", "M")
    go_to(pane, "Amalia")
    press(window, "Space")
    go_to(pane, "Torvik")
    assert pane.strip.words.text() == "1 marked: Amalia"
    press(window, "K", "Return")
    assert pane.strip.words.text() == "None marked"
