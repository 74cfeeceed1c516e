"""The fact builder in a review, on what is proposed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from tests.ui.article.article_views import LEFT, NONE, drag, middle
from tests.ui.review.fact_cases import (  # noqa: F401 - fixtures
    ANNA,
    BEN,
    digits,
    fact,
    folder_of_two,
    gold_facts,
    of_people,
    page_of_rex,
    proposed,
    reviewed,
    select,
    sentence,
    take,
    told,
    window_of_rex,
)
from tests.ui.review.reviews import TEXT, decisions, in_hand, line, made
from tests.ui.windows import by_key, press, said
from ui.building.strip import BuilderStrip
from ui.review.review_page import ReviewPage

RUIZ = {"type": "ATTACK", "trigger": "left", "actor": "Maria Ruiz", "place": "Oslo"}


@by_key(["E"])
def test_the_builder_changes_what_is_proposed_and_enter_takes_it(
    window, page, folder: Path, key: str
) -> None:
    press(window, key, "Backspace", "Alt+N", "Return")
    assert page.card.isVisible()
    assert proposed(page) == ["trigger left", "actor –", "place Oslo", "modality asserted", "negated negated"]
    assert digits(page) == {"actor": 1, "modality": 3, "negated": 4}
    assert (gold_facts(folder), said(window)) == ([], "Enter takes what is proposed now.")
    take(window)
    (kept,) = gold_facts(folder)
    assert told(kept) == {"type": "ATTACK", "trigger": "left", "place": "Oslo", "negated": True}
    assert page.view.hasFocus()


def test_it_opens_at_the_first_role_that_differs_with_the_article_above(launch, tmp_path: Path) -> None:
    facts = [fact(actor="Maria Ruiz", place=place) for place in ("Oslo", "the Navy")]
    window, page = reviewed(launch, of_people(tmp_path / "p", *([one] for one in facts)))
    press(window, "E")
    assert sentence(page).startswith("ATTACK: Maria Ruiz attacked in Oslo; current role: place: “Oslo”")
    assert (page.card.isVisible(), page.attending.now().kind) == (False, "builder")
    assert page.evidence.height() > page.height() // 2
    press(window, "Esc")
    assert (page.card.isVisible(), page.evidence.height() < page.height() // 2) == (True, True)


def test_esc_gives_back_the_proposal_and_undo_what_was_taken(window, page, folder: Path) -> None:
    press(window, "1", "E", "Backspace", "Esc")
    assert said(window) == "Left, nothing is changed. Ctrl+Z brings back what was taken."
    assert proposed(page)[:2] == ["trigger left", "actor Ruiz"]
    assert page.view.hasFocus()
    press(window, "Ctrl+Z", "Return")
    assert proposed(page)[:2] == ["trigger left", "actor –"]
    assert gold_facts(folder) == []


def test_the_article_marks_the_fact_only_while_it_is_built(window, page) -> None:
    before = page.view.grab().toImage()
    press(window, "E")
    assert page.view.grab().toImage() != before
    press(window, "Esc")
    assert page.view.grab().toImage() == before


def test_nothing_changed_is_the_proposal_as_it_was(window, page, folder: Path) -> None:
    before = page.hand.draft
    press(window, "E", "Return")
    assert page.hand.draft is before
    press(window, "Return")
    assert decisions(folder) == {}
    assert said(window).startswith("Nothing is proposed, a draw")


def test_words_are_selected_in_the_article_while_it_is_open(window, page, folder: Path) -> None:
    press(window, "E", "Backspace")
    select(page, "the Navy")
    press(window, "Return", "Return")
    take(window)
    assert told(gold_facts(folder)[0])["actor"] == "the Navy"


def test_a_fact_without_words_is_not_proposed(window, page) -> None:
    press(window, "E", "Backspace", "Alt+2", "Backspace", "Alt+T", "Backspace", "Return", "Return")
    assert said(window) == ("Nothing of the fact is left; Esc leaves it as it was, and X takes it away.")
    press(window, "Esc")
    assert proposed(page)[1] == "actor"


def test_a_fact_of_one_annotator_alone_is_changed(launch, tmp_path: Path) -> None:
    folder = of_people(tmp_path / "p", [ANNA])
    window, _ = reviewed(launch, folder)
    press(window, "E", "Alt+M", "Return")
    take(window)
    assert told(gold_facts(folder)[0]) == {**RUIZ, "modality": "claimed"}


def test_a_fact_that_only_one_has_is_changed(launch, tmp_path: Path) -> None:
    folder = of_people(tmp_path / "p", [ANNA], [])
    window, page = reviewed(launch, folder)
    press(window, "E", "Alt+N", "Return")
    assert proposed(page)[-1] == "negated negated"
    take(window)
    assert told(gold_facts(folder)[0]) == {**RUIZ, "negated": True}


def test_a_fact_that_all_agree_on_is_opened_and_changed(launch, tmp_path: Path) -> None:
    folder = of_people(tmp_path / "p", [ANNA], [ANNA])
    window, page = reviewed(launch, folder)
    press(window, "V", "Down")
    assert in_hand(page) == "ATTACK “left”: all agree"
    press(window, "E", "Alt+N", "Return")
    assert digits(page) == {"negated": 3}
    take(window)
    assert [told(one) for one in gold_facts(folder)] == [{**RUIZ, "negated": True}]
    press(window, "Ctrl+Z")
    assert [told(one) for one in gold_facts(folder)] in ([RUIZ], [])


def test_a_decided_fact_is_changed_again(window, page, folder: Path) -> None:
    press(window, "Left", "E", "Alt+N", "Return")
    take(window)
    assert [told(one) for one in gold_facts(folder)] == [{**RUIZ, "negated": True}]


def test_a_span_is_no_fact(launch, tmp_path: Path) -> None:
    folder = made(
        tmp_path / "p",
        [line("first", who, [("Oslo", label)]) for who, label in (("anna", "ORG"), ("ben", "GPE"))],
    )
    window, page = reviewed(launch, folder)
    press(window, "E")
    assert said(window).startswith("This case is about a span:")
    assert page.card.isVisible()


def test_another_case_in_hand_leaves_the_builder(launch, tmp_path: Path) -> None:
    other = fact("MEETING", "waited", actor="Lima")
    window, page = reviewed(launch, of_people(tmp_path / "p", [ANNA, other], [BEN]))
    press(window, "E", "Backspace")
    page.cases.pointed.emit(page.hand.cases[1].key)
    assert sentence(page) == ""
    assert in_hand(page).startswith("MEETING “waited”")
    press(window, "Ctrl+Z", "Return")
    assert in_hand(page).startswith("ATTACK “left”")
    assert proposed(page)[1] == "actor –"


def badge(page: ReviewPage, quote: str) -> QPoint:
    """The middle of the badge of the last box that begins there, in the viewport."""
    view, start = page.view, TEXT.index(quote)
    index = view.article.index_of(start)
    chunk = view.article.chunk(index)
    *_, box = (box for box in chunk.boxes if box.piece.span.start == start)
    rect = box.badge_rect(chunk.lines[box.line], view.article.measures.badge_height)
    at = rect.translated(0.0, view.article.top(index)).center()
    return (at - view.article.caret(0).topLeft() + view.caret_rect(0).topLeft()).toPoint()


def test_boxes_of_the_article_are_clicked_and_dragged_into_the_fact(launch, tmp_path: Path) -> None:
    spans = {
        "anna": [("Oslo", "ORG"), ("Maria Ruiz", "PERSON")],
        "ben": [("Oslo", "GPE"), ("Maria Ruiz", "PERSON")],
    }
    facts = {"anna": fact(actor="Maria Ruiz"), "ben": fact(actor="Ruiz")}
    folder = made(tmp_path / "p", [line("first", who, spans[who], facts=[facts[who]]) for who in spans])
    window, page = reviewed(launch, folder)
    press(window, "Down", "E", "Backspace")
    at = TEXT.index("Maria")
    QTest.mouseClick(page.view.viewport(), LEFT, NONE, middle(page.view, at, at + 5))
    assert "current role: actor: “Maria Ruiz”" in sentence(page)
    place = page.findChild(BuilderStrip).tabs.buttons[1]
    to = page.view.viewport().mapFromGlobal(place.mapToGlobal(place.rect().center()))
    drag(page.view, badge(page, "Oslo"), to)
    press(window, "Return")
    take(window)
    assert told(gold_facts(folder)[0]) == RUIZ
