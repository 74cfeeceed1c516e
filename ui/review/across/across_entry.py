"""The entry of a review that leads across articles, with how many cases are open there."""

from __future__ import annotations

from models.queries.comparing.reviewing import AcrossArticles, annotators, is_large
from ui.frame.verb_row import spelled
from ui.key_words import USUAL
from ui.look.buttons import Button
from ui.look.layouts import Pane, row
from ui.plain_text import tip
from ui.session import Session

TITLE = "Across articles"


class AcrossEntry(Pane):
    """The entry; it is hidden where nobody says anything across articles, and has no number where finding it takes long."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.button = Button(TITLE, "files", height=32, takes_focus=True)
        self.setLayout(row(self.button, None, gap=0, margins=(12, 2, 12, 6)))

    def look(self) -> None:
        """Count the open cases, and show the entry if there is something to open."""
        project = self._session.project
        names = annotators(project) if project else []
        self.setVisible(bool(names))
        words = TITLE
        if project and names and not is_large(project):
            words = f"{TITLE}: {len(AcrossArticles(project, names).found.open):,} open"
        self.button.say(words, "files", "")
        self.button.setToolTip(tip(f"{words} ({spelled(USUAL['across'])})"))
