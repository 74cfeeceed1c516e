"""The caret of a review: at the case in hand, in whichever article it is, a fact's too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.review.reviews import (  # noqa: F401 - fixtures
    BOTH,
    LATER,
    TEXT,
    line,
    made,
    marked,
    opened,
    page_of_rex,
    window_of_rex,
)
from tests.ui.windows import here, press
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage


def left(actor: str) -> dict[str, object]:
    """The fact that somebody left, as the record has it."""
    at, start = TEXT.index("left"), TEXT.index(actor)
    filler = {"span": None, "start": start, "end": start + len(actor)}
    roles = [{"role": "actor", "fillers": [filler]}]
    return {"id": f"f{start}", "type": "ATTACK", "trigger": [at, at + 4], "roles": roles}


@pytest.fixture(name="folder")
def folder_with_a_fact(tmp_path: Path) -> Path:
    """The last case of the first article is a fact; the second has one span, at its end."""
    has = (("anna", "Navy"), ("ben", "Oslo"))
    first = [line("first", who, [("Maria Ruiz", "PERSON")], facts=[left(actor)]) for who, actor in has]
    return made(tmp_path / "own", [*first, *BOTH[2:]])


def test_up_to_the_article_before_puts_the_caret_at_its_last_case(
    window: MainWindow, page: ReviewPage
) -> None:
    case = page.hand.at.key
    press(window, "Down")
    assert (here(window), page.view.caret) == ("second", LATER.index("Navy"))
    press(window, "Up")
    assert (here(window), page.hand.at.key) == ("first", case)
    assert (page.view.caret, page.view.focus_id) == (page.hand.at.place[0], None)


def test_from_a_span_to_a_fact_the_caret_goes_along(launch, tmp_path: Path) -> None:
    spans = ([("Maria Ruiz", "PERSON")], [])
    both = zip(("anna", "ben"), spans, ("Navy", "Oslo"), strict=True)
    lines = [line("first", who, has, facts=[left(actor)]) for who, has, actor in both]
    window = launch("open", made(tmp_path / "one", lines), "--annotator", "rex")
    page, seen = opened(window), set()
    for key in ("Down", "Up"):
        seen.add((page.hand.at.is_fact, page.view.caret - page.hand.at.place[0]))
        press(window, key)
    assert seen == {(True, 0), (False, 0)}


def test_the_caret_stays_where_it_was_put_while_the_case_does(window: MainWindow, page: ReviewPage) -> None:
    page.view.set_caret(40)
    window.session.reload()
    assert page.view.caret == 40


def test_of_two_articles_with_one_text_each_is_shown_from_its_case(launch, tmp_path: Path) -> None:
    spans = [("Oslo", "GPE")], [("Navy", "ORG")]
    lines = [
        {**line("first", who, []), "id": id_, "spans": marked(TEXT, has if who == "ben" else [])}
        for id_, has in zip(("first", "second"), spans, strict=True)
        for who in ("anna", "ben")
    ]
    window = launch("open", made(tmp_path / "twins", lines), "--annotator", "rex")
    page = opened(window)
    press(window, "Down")
    assert (here(window), page.view.caret) == ("second", TEXT.index("Navy"))
    press(window, "Up")
    assert (here(window), page.view.caret) == ("first", TEXT.index("Oslo"))
