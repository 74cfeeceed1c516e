"""PySide loaded quickly says the same as PySide loaded whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
WHOLE = "import PySide6.QtCore"
QUICK = "from ui.frame.quick_qt import load_qt; load_qt()"
TRIED = """
def said(call):
    try:
        return repr(call())
    except Exception as error:
        return f"{type(error).__name__}: {error}"

import inspect, sys
from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QLabel

class Sender(QObject):
    sent = Signal(object, int)
    named = Signal(str, arguments=["word"])

    @Slot(object, int)
    def take(self, thing, number):
        print(thing, number)

app = QApplication(["tried", "-platform", "offscreen"])
sender = Sender()
sender.sent.connect(sender.take)
sender.sent.emit({1: None}, 2)
for call in (
    lambda: QPoint("one", "two"), lambda: QPoint(1, 2, 3, 4),
    lambda: QRect(QPoint(), "size"),
    lambda: QLabel(text="one", nothing=2),
    lambda: QLabel(5),
    lambda: QTimer.singleShot(),
    lambda: sender.sent.emit(),
    lambda: sender.sent.connect(3),
    lambda: setattr(QLabel("a"), "nothing", 1),
    lambda: QLabel("a").setAlignment("left"),
    lambda: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
    lambda: Qt.Key(Qt.Key.Key_A), lambda: Qt.Key["Nothing"], lambda: Qt.Key_A, lambda: Qt.AlignmentFlag(3),
    lambda: inspect.signature(QObject.findChild), lambda: QLabel.setText.__signature__,
    lambda: inspect.signature(QLabel), lambda: QLabel.setText.__doc__, lambda: QRect.__doc__,
    lambda: __import__("PySide6.support.signature.lib.enum_sig", fromlist=["x"]).HintingEnumerator.__name__,
    lambda: __import__("PySide6.support.signature.mapping", fromlist=["x"]).nothing,
    lambda: sys.modules["shibokensupport.signature.mapping"].__path__,
):
    print(said(call))
"""
FEATURES = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["tried", "-platform", "offscreen"])
import builtins
builtins.__import__ = builtins.__feature_import__
from __feature__ import snake_case, true_property
label = QLabel("a")
label.text = "of snakes"
label.set_num(4)
print(label.text, label.alignment, QLabel.set_num.__doc__)
"""


def told(loading: str, lines: str) -> str:
    """Return what the lines print after PySide was loaded so."""
    words = [sys.executable, "-c", f"{loading}\n{lines}"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=True, text=True, timeout=60)
    return done.stdout + done.stderr


def test_signatures_errors_enums_and_signals_are_as_in_pyside_loaded_whole() -> None:
    quick = told(QUICK, TRIED)
    assert "Supported signatures" in quick
    assert quick.splitlines() == told(WHOLE, TRIED).splitlines()


def test_the_features_of_pyside_are_as_in_pyside_loaded_whole() -> None:
    assert told(QUICK, FEATURES) == told(WHOLE, FEATURES)


def test_the_modules_of_signatures_wait_until_one_is_asked_for() -> None:
    lines = """
import sys
from ui.frame.quick_qt import SIGNATURES
modules = [sys.modules[name.removesuffix(".py").replace("/", ".")] for name in SIGNATURES]
print({len(vars(module)) > 10 for module in modules}, "logging" in sys.modules)
from PySide6.QtCore import QPoint
print(QPoint.__doc__)
print(sorted(module.__name__ for module in modules if len(vars(module)) <= 10))
"""
    first, *_, last = told(QUICK, lines).splitlines()
    assert first == "{False} False"
    assert last == "['shibokensupport.signature.lib.enum_sig', 'shibokensupport.signature.lib.pyi_generator']"
