"""The window of an installed wheel, worked by itself: `wheel_window.py SCRIPT PROJECT SAMPLE`.

It imports the sample, waits for the suggestions, and writes the line that the export view shows for a shell.
"""

from __future__ import annotations

import runpy
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

LONGEST = 120  # seconds


def wait(until: Callable[[], Any], window: Any) -> None:
    end = time.monotonic() + LONGEST
    while not until():
        assert time.monotonic() < end
        assert not window.files.trouble, window.files.trouble
        QTest.qWait(20)


def work() -> int:
    from ui.export.export_words import Wanted, command_line  # the wheel's, which its door has put on the path

    window: Any = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "session"))
    window.files.import_paths([SAMPLE])
    wait(lambda: window.session.article is not None, window)
    wait(lambda: len(window.session.sheet.undecided) > 10, window)
    window.close()
    print(command_line(Wanted(str(PROJECT.with_name("out.jsonl"))), PROJECT))
    return 0


SCRIPT, PROJECT, SAMPLE = map(Path, sys.argv[1:])
QApplication.exec = work  # type: ignore[method-assign]
sys.argv = [str(SCRIPT), "open", str(PROJECT), "--annotator", "anna"]
runpy.run_path(str(SCRIPT), run_name="__main__")
