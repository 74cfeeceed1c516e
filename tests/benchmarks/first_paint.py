"""A process that ends at its first paint: `first_paint.py bare`, or `first_paint.py` and the words of `main.py`.

It prints CPU seconds since the process began, the time of day, and the modules that the window must not have.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

FORBIDDEN = ("spacy", "numpy", "typer", "trafilatura", "dateparser")


def bare() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 820)
    window.setCentralWidget(QPlainTextEdit("Maria Ruiz of the Navy left Oslo on Tuesday."))
    window.show()
    app.processEvents()
    said()


def ours(words: list[str]) -> None:
    sys.path.insert(0, str(Path(__file__).parents[2]))
    import main
    from ui.frame.quick_qt import load_qt

    load_qt()
    from PySide6.QtWidgets import QApplication

    def painted() -> int:
        QApplication.processEvents()
        said()
        QApplication.closeAllWindows()  # as a person ends it
        return 0

    QApplication.exec = painted  # type: ignore[method-assign, assignment]
    main.main(words)


def said() -> None:
    loaded = [name for name in FORBIDDEN if name in sys.modules]
    print(time.process_time(), time.time(), ",".join(loaded) or "-", flush=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["bare"]:
        bare()
    else:
        ours(sys.argv[1:])
