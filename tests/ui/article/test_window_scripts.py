"""Texts of other scripts, labelled by mouse and by key and read back from an export, code point for code point."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint

from tests.ui.article.article_views import drag, middle
from tests.ui.windows import press, run, stored
from ui.look.scripts import begins_right_to_left
from ui.main_window import MainWindow

TEXTS = {
    "emoji": ("I met 😀 Ann Lee in Rome 😀😀.", "Ann Lee"),
    "zwj family": ("The 👩‍👩‍👧 Jones family left", "Jones family"),
    "emoji itself": ("He sent 👩‍👩‍👧 twice", "👩‍👩‍👧"),
    "flag": ("Sent by 🇩🇪 Ann", "Ann"),
    "combining marks": ("A cafe\u0301 in Zu\u0308rich today", "Zu\u0308rich"),
    "arabic": ("نزل محمد علي في القاهرة اليوم", "محمد علي"),
    "hebrew in latin": ("The mayor of תל אביב said so", "תל אביב"),
    "latin in hebrew": ("קצין אמר ש John Smith הגיע", "John Smith"),
    "chinese and japanese": ("In 東京 Tokyo 都庁 officials", "Tokyo"),
    "chinese alone": ("東京 都庁", "東京"),
    "crlf": ("One\r\nTwo Three\r\nFour", "Two Three"),
    "no-break spaces": ("The\u00a0New\u00a0York\u00a0Times said", "New\u00a0York"),
    "line separator": ("First line\u2028second Line here", "second Line"),
    "beyond the plane": ("𝒳𝒴 😀😀 Bob 😀 Ann", "Bob"),
}


@pytest.fixture(params=TEXTS.values(), ids=TEXTS)
def case(request: pytest.FixtureRequest) -> tuple[str, str]:
    return request.param


@pytest.fixture
def records(case: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"id": "first", "text": case[0]}]


def read_back(folder: Path) -> tuple[str, list[str]]:
    """The article's text and the quotes of its spans, from the exported record."""
    out = folder.with_name("out.jsonl")
    assert run("export", folder, out, "--format", "jsonl", "--articles", "all") == 0
    [line] = out.read_bytes().decode("utf-8").removesuffix("\n").split("\n")
    record = json.loads(line)
    assert all(span["text"] == record["text"][span["start"] : span["end"]] for span in record["spans"])
    return record["text"], [span["text"] for span in record["spans"]]


def test_the_mouse_labels_it_exactly(window: MainWindow, folder: Path, case: tuple[str, str]) -> None:
    text, quote = case
    start = text.index(quote)
    first, last = window.view.article.tokens.at(start), window.view.article.tokens.at(start + len(quote) - 1)
    assert first
    assert last
    drag(window.view, middle(window.view, *first), middle(window.view, *last) + QPoint(5, 0))
    press(window, "1")
    assert stored(folder) == [(quote, "PERSON")]
    assert read_back(folder) == (text, [quote])


def test_the_keys_label_it_exactly(window: MainWindow, folder: Path, case: tuple[str, str]) -> None:
    text, quote = case
    on = "Left" if begins_right_to_left(text) else "Right"
    while window.view.caret < text.index(quote):
        press(window, on)
    while window.view.selection is None or window.view.selection[1] < text.index(quote) + len(quote):
        press(window, f"Shift+{on}")
    press(window, "O")
    assert stored(folder) == [(quote, "GPE")]
    assert read_back(folder) == (text, [quote])
