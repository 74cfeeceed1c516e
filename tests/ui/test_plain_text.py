"""Words of others are only text: nothing in the window goes past the door that sees to it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from ui.plain_text import PlainLabel, menu_text, message_box, tip, window_title

ROOT = Path(__file__).parents[2]
DOOR = "ui/plain_text.py"
PATHS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "ui").rglob("*.py"))
NAMES = [name for name in PATHS if name != DOOR]
# What makes HTML of words, or shows them in Qt's own format; the guideline alone is Markdown, without HTML.
NEVER = {
    *("QLabel", "QMessageBox", "QErrorMessage", "QStaticText", "QWhatsThis", "showText", "setWhatsThis", "setStatusTip"),
    *("setHtml", "insertHtml", "appendHtml", "appendPlainHtml", "setTextFormat", "setInformativeText", "setMarkdown"),
    *("setOpenExternalLinks", "setToolTipsVisible"),
}  # fmt: skip
ALLOWED = {
    ("ui/schema/guideline.py", "setMarkdown"),
    ("ui/schema/codebook_pdf.py", "setHtml"),  # for paper, of the codebook's own writer, which escapes all
    ("ui/article/pointer.py", "showText"),  # what it shows went through the door
    ("ui/building/sentence_words.py", "showText"),
    ("ui/plots/marked_canvas.py", "showText"),
    ("ui/review/readings.py", "showText"),
    ("ui/compare/table/heads.py", "showText"),
    ("ui/compare/table/writing.py", "QStaticText"),  # always plain text
    ("ui/compare/table/writing.py", "setTextFormat"),
    ("ui/search/hits/found_cells.py", "QStaticText"),  # always plain text
    ("ui/search/hits/found_cells.py", "setTextFormat"),
}
THROUGH = {
    "setToolTip": {"tip"},
    "setWindowTitle": {"window_title"},
    "addRow": {"PlainLabel", "Words"},
}  # Words is one
OF_TABLES = {("ui/export/export_form.py", "addRow")}
MARKUP = '<b>BOLD</b><img src="file:///picture.png"><a href="http://example.org/">click</a>'


def called(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            yield ("QMessageBox" if ast.unparse(node.func).startswith("QMessageBox.") else name), node


def is_data(node: ast.expr) -> bool:
    """Whether the text is made of more than what the program itself says."""
    if isinstance(node, ast.BinOp):
        return is_data(node.left) or is_data(node.right)
    if isinstance(node, ast.IfExp):
        return is_data(node.body) or is_data(node.orelse)
    return not isinstance(node, ast.Constant)


@pytest.mark.parametrize("name", NAMES)
def test_no_text_goes_past_the_door(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text("utf-8"))
    past = {does for does, _ in called(tree) if does in NEVER and (name, does) not in ALLOWED}
    for does, call in called(tree):
        texts = call.args[:1] if does == "addRow" else call.args[-1:]
        if does in THROUGH and (name, does) not in OF_TABLES and len(call.args) >= 1 + (does == "addRow"):
            doors = THROUGH[does]
            wrong = [t for t in texts if is_data(t) and not doors & {made for made, _ in called(t)}]
            past |= {f"{does}({ast.unparse(text)})" for text in wrong}
    assert past == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_tip_of_a_model_or_item_goes_through_the_door(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text("utf-8"))
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            roles = {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}
            tips = {"ToolTipRole", "StatusTipRole", "WhatsThisRole"} & roles
            through = {made for made, _ in called(function)} & {"tip"}
            assert not tips or through, f"{function.name} gives a tip that is no plain text."


def test_a_tip_shows_markup_letter_by_letter(qtbot: QtBot) -> None:
    label = QLabel(tip(f"{MARKUP}\n  second"))
    qtbot.addWidget(label)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    label.setSelection(0, 1000)
    label.show()
    label.setFocus()
    qtbot.waitUntil(label.hasFocus)
    qtbot.keyClick(label, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert label.selectedText().replace("\u2029", "\n") == f"{MARKUP}\n  second"


@pytest.mark.parametrize("words", ["Left of Oslo", "a < 3 & c > d", "two\nlines"])
def test_a_tip_without_markup_is_as_it_is(words: str) -> None:
    assert tip(words) == words


def test_a_box_has_no_label_that_is_more_than_text(qtbot: QtBot) -> None:
    box = message_box(QMessageBox.Icon.Question, MARKUP, MARKUP, more=MARKUP)
    qtbot.addWidget(box)
    box.show()
    told = [label for label in box.findChildren(QLabel) if label.text() == MARKUP]
    assert len(told) == 2
    assert {label.textFormat() for label in told} == {Qt.TextFormat.PlainText}


def test_a_label_keeps_to_text_whatever_it_is_given(qtbot: QtBot) -> None:
    label = PlainLabel(MARKUP)
    qtbot.addWidget(label)
    assert (label.textFormat(), label.text()) == (Qt.TextFormat.PlainText, MARKUP)


@pytest.mark.parametrize("turn", [*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))])
def test_no_name_turns_a_sentence_of_ours_around(qtbot: QtBot, turn: str) -> None:
    words, plain = f"Remove “A{turn}b”?", f"Remove “A\\u{ord(turn):04x}b”?"
    box, label = message_box(QMessageBox.Icon.Question, words, words, more=words), PlainLabel(words)
    qtbot.addWidget(box)
    qtbot.addWidget(label)
    box.setDetailedText(words)
    label.setText(words)
    said = [box.windowTitle(), box.text(), box.informativeText(), box.detailedText(), label.text()]
    assert {*said, PlainLabel(words).text(), tip(words), window_title(words), menu_text(words)} == {plain}


def test_letters_of_a_script_from_right_to_left_stay() -> None:
    assert tip("قال \u200fעברית\u200e") == "قال \u200fעברית\u200e"


def test_titles_and_menus_keep_what_qt_would_take_for_a_mark() -> None:
    assert window_title("a[*]\x07b\nc") == "a[*][*] b c"
    assert menu_text("Holt & Sons") == "Holt && Sons"
