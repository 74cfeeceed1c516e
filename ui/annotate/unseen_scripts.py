"""Says, once for each, which writing an article has that no font of this machine can draw."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer

from ui.look.scripts import missing_scripts, package_of
from ui.session import Session

LOOKED_AT = 20_000  # characters of an article: a script that is only further on is not worth a wait
PAUSE = 400  # milliseconds after the article was opened


class UnseenScripts(QObject):
    """The look at each article that is opened, when it has been painted."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._said: set[str] = set()
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self._look)
        session.article_opened.connect(self._soon.start)

    def _look(self) -> None:
        missing = [name for name in missing_scripts(self._session.text[:LOOKED_AT]) if name not in self._said]
        self._said |= set(missing)
        if missing:
            self._session.noted.emit(sentence(missing))


def sentence(scripts: list[str]) -> str:
    """Return what to say of scripts that no font has.

    >>> sentence(["Hebrew"]).split(":")[0]
    'No font on this computer can draw Hebrew'
    """
    named = " and ".join(scripts)
    packages = " ".join(sorted({package_of(script) for script in scripts}))
    how = f"install {packages}" if sys.platform.startswith("linux") else "install a font that has it"
    return f"No font on this computer can draw {named}: {how}, and open the window again."
