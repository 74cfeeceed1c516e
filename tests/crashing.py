"""What the crash tests kill: a window in which somebody works; and how to look at what is left of it.

`crashing.py PROJECT KEPT SEED` opens the project through `main()` and presses keys at random for ever.  Each
time the *saved* mark was shown it writes to KEPT what the set at hand must be from now on, and on to the disk.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotations.edits import Change
from annotations.sets import AnnotationSet
from models.project import Project
from models.store.edit_log import changes
from models.store.rows import from_row, to_row
from ui.main_window import MainWindow

WHO = "anna"
PROVEN = 3  # edits after which it says that it works
DECIDING = ("Return", "Return", "Return", "X", "1", "3", "Space", "Shift+Return")
MOVING = ("Alt+Right", "Alt+Left", "Ctrl+Left", "Ctrl+Right", "Tab", "N", "Right", "Shift+Right", "Ctrl+Home")
GOING = ("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+PgDown")
KEYS = DECIDING + MOVING + GOING
PATIENCE = 60  # seconds until a window that does not work is given up
SELDOM = 40  # a key in so many finishes the article


def work(words: Sequence[str]) -> None:
    """The child's whole life."""
    import main

    project, kept, seed = words
    run = QApplication.exec

    def exec_() -> int:
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        with open(kept, "a", encoding="utf-8") as out:
            hands = Hands(window, out, random.Random(int(seed)))
            hands.timer.start()
            return run()

    QApplication.exec = exec_  # type: ignore[method-assign, assignment]
    sys.exit(main.main(["open", project, "--annotator", WHO]))


class Hands(QObject):
    """Presses keys, one each time the window has nothing else to do."""

    def __init__(self, window: MainWindow, out: TextIO, chance: random.Random) -> None:
        super().__init__(window)
        self.window, self.out, self.chance, self.edits = window, out, chance, 0
        self.timer = QTimer(self, interval=0)
        self.timer.timeout.connect(self.press)
        window.session.saved.connect(self.keep)  # after the status line's own, which shows the mark

    def press(self) -> None:
        asking = QApplication.activeModalWidget()
        target = asking or self.window
        if not target.isActiveWindow():  # keys reach the active window only
            target.activateWindow()
            return
        key = "Ctrl+Return" if not self.chance.randrange(SELDOM) else self.chance.choice(KEYS)
        pressed = QKeySequence(self.chance.choice("CRL") if asking else key)[0]
        QTest.keyClick(asking or self.window.view, pressed.key(), pressed.keyboardModifiers())

    def keep(self) -> None:
        made = self.window.session.sheet.set
        if not self.window.status.saved.text():
            raise RuntimeError("saved, but there is no mark")
        self.out.write(json.dumps({"article": made.article, "rows": rows(made)}) + "\n")
        self.out.flush()
        os.fsync(self.out.fileno())
        self.edits += 1
        if self.edits == PROVEN:
            print("working", flush=True)


def rows(made: AnnotationSet) -> list[list[Any]]:
    return [list(row) for row in sorted(map(to_row, made))]


# --- the other side


def start(*words: object) -> subprocess.Popen[str]:
    command = [sys.executable, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def kill(child: subprocess.Popen[str], *, after: float) -> None:
    """SIGKILL, after so many seconds."""
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    child.communicate()


def killed_at_work(project: Path, kept: Path, chance: random.Random) -> None:
    """A window is opened, and killed while its keys are pressed."""
    child = start(ROOT / "tests" / "crashing.py", project, kept, chance.randrange(1 << 30))
    patience = threading.Timer(PATIENCE, child.kill)
    patience.start()
    if child.stdout is None or child.stdout.readline() != "working\n":
        child.kill()
        raise RuntimeError("The window did not come to work.")
    patience.cancel()
    kill(child, after=chance.random() * 0.7)


def sets(project: Project) -> dict[str, AnnotationSet]:
    ids = [row[0] for row in project.db.rows("SELECT id FROM article")]
    return {id_: project.annotation_set(id_, WHO) for id_ in ids}


def expected(before: dict[str, AnnotationSet], kept: Path) -> tuple[dict[str, AnnotationSet], int]:
    """The sets as the window showed them saved, and how many edits it showed so."""
    lines = [
        json.loads(line) for line in kept.read_text("utf-8").splitlines(keepends=True) if line.endswith("\n")
    ]
    said = {
        line["article"]: AnnotationSet.of(line["article"], WHO, map(from_row, map(tuple, line["rows"])))
        for line in lines
    }
    return before | said, len(lines)


def edits(project: Project) -> int:
    row = project.db.row("SELECT count(*) FROM event WHERE kind IN ('edit', 'undo', 'redo')")
    return row[0] if row else 0


def before_the_last(project: Project, now: dict[str, AnnotationSet]) -> dict[str, AnnotationSet]:
    """The sets as they were one edit, undo or redo ago."""
    row = project.db.row("SELECT body FROM event ORDER BY number DESC LIMIT 1")
    done: tuple[Change, ...] = changes(row[0]) if row else ()
    back = {change.article: change.inverse().applied(now[change.article]) for change in done}
    return now | back


if __name__ == "__main__":
    work(sys.argv[1:])
