"""The job of two people and a reviewer: two copies of a project, packages, review by keys, gold, feedback."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ui.review.reviews import made, opened
from tests.ui.windows import press, run
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage

TEXTS = {
    "first": "Maria Ruiz of the Navy left Oslo on Tuesday. Lima waited for Ruiz.",
    "second": "The Guard in Bergen met Tom Berg. Oslo agreed.",
}
TRUTH = {
    "first": [("Maria Ruiz", "PERSON"), ("Navy", "ORG"), ("Oslo", "GPE"), ("Lima", "GPE")],
    "second": [("Guard", "ORG"), ("Bergen", "GPE"), ("Tom Berg", "PERSON"), ("Oslo", "GPE")],
}
ANNA = {  # planted: a wrong label, one too many, wrong bounds
    "first": [
        ("Maria Ruiz", "PERSON"),
        ("Navy", "ORG"),
        ("Oslo", "ORG"),
        ("Tuesday", "GPE"),
        ("Lima", "GPE"),
    ],
    "second": [("Guard", "ORG"), ("Bergen", "GPE"), ("Tom", "PERSON"), ("Oslo", "GPE")],
}
BEN = {  # planted: one missed, a wrong label
    "first": [("Maria Ruiz", "PERSON"), ("Navy", "ORG"), ("Oslo", "GPE")],
    "second": [("Guard", "GPE"), ("Bergen", "GPE"), ("Tom Berg", "PERSON"), ("Oslo", "GPE")],
}
KEYS = {"PERSON": "1", "ORG": "3", "GPE": "O"}
Launch = Callable[..., MainWindow]


def copy(folder: Path) -> Path:
    return made(folder, [{"id": id_, "title": id_.title(), "text": text} for id_, text in TEXTS.items()])


def annotate(launch: Launch, folder: Path, who: str, work: dict[str, list[tuple[str, str]]]) -> None:
    """Labels by keys, and finishes each article."""
    window = launch("open", folder, "--annotator", who)
    for article, spans in work.items():
        for quote, label in spans:
            at = TEXTS[article].index(quote)
            window.view.set_selection(at, at + len(quote))
            press(window, KEYS[label])
        press(window, "Ctrl+Return", "Return")  # and on from what was done
    window.close()


def adjudicate(window: MainWindow, page: ReviewPage) -> None:
    """Decides by keys alone: the side that is true, else nothing; and approves both articles."""
    for article in TEXTS:
        assert window.session.article.id == article
        while page.hand.work.open_cases:
            sides = page.hand.at.sides
            said = {who: (page.view.text[s.start : s.end], s.label) for who, s in sides.items()}
            right = [who for who, reading in said.items() if reading in TRUTH[article]]
            press(window, *{"anna": ("Left",), "ben": ("Right",)}[right[0]] if right else ("X", "3"))
        press(window, "Ctrl+Return")


@pytest.fixture
def reviewed(launch: Launch, tmp_path: Path) -> Path:
    """The reviewer's copy, with both people's packages merged and all decided."""
    mine, theirs = copy(tmp_path / "mine"), copy(tmp_path / "theirs")
    annotate(launch, mine, "anna", ANNA)
    annotate(launch, theirs, "ben", BEN)
    assert run("pack", theirs, tmp_path / "ben.zip", "--annotator", "ben") == 0
    assert run("merge", mine, tmp_path / "ben.zip") == 0
    window = launch("open", mine, "--annotator", "rex")
    adjudicate(window, opened(window))
    window.close()
    return mine


def corrections(folder: Path, who: str) -> list[tuple[str, str, Any, Any]]:
    """Words, reason, and the label as it was and is, of what the feedback corrects."""
    out = folder.parent / f"{who}.json"
    assert run("feedback", folder, who, out) == 0
    said = [c for article in json.loads(out.read_text("utf-8"))["articles"] for c in article["corrections"]]
    return [
        (c["quote"], c["reason"], *(side and side["label"] for side in (c["was"], c["now"]))) for c in said
    ]


def test_the_gold_that_leaves_is_the_truth(reviewed: Path, tmp_path: Path) -> None:
    out = tmp_path / "gold.jsonl"
    words = ("--format", "jsonl", "--annotator", "gold", "--articles", "reviewed")
    assert run("export", reviewed, out, *words) == 0
    records = [json.loads(text) for text in out.read_text("utf-8").splitlines()]
    found = {r["id"]: [(s["text"], s["label"]) for s in r["spans"]] for r in records}
    assert found == TRUTH


def test_the_feedback_names_every_planted_error_with_its_reason(reviewed: Path) -> None:
    assert corrections(reviewed, "anna") == [
        ("Oslo", "wrong label", "ORG", "GPE"),
        ("Tuesday", "not an entity", "GPE", None),
        ("Tom Berg", "wrong bounds", "PERSON", "PERSON"),
    ]
    assert corrections(reviewed, "ben") == [
        ("Lima", "missed", None, "GPE"),
        ("Guard", "wrong label", "GPE", "ORG"),
    ]


def test_the_feedback_can_be_read_by_its_annotator(reviewed: Path, tmp_path: Path) -> None:
    assert run("feedback", reviewed, "anna", tmp_path / "anna.md") == 0
    text = (tmp_path / "anna.md").read_text("utf-8")
    assert "- “Oslo” ORG is GPE: wrong label" in text
    assert "- “Tuesday” GPE: nothing here: not an entity (rex)" in text
    assert "- “Tom Berg” PERSON: “Tom” → “Tom Berg”: wrong bounds" in text
