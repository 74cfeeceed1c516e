"""Same facts: the list below the article from which one decision is carried to all facts of the same words.

The article at hand is searched at once, the others in slices of a few milliseconds.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from annotations.facts import Fact
from annotations.spans import Status
from models.queries import same_facts
from models.queries.same_facts import FactHit, FactWording
from ui.annotate.same_fact_hits import FactHits
from ui.annotate.same_list import SameList
from ui.fixed_keys import FIXED
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Elided
from ui.session import Session
from ui.wording import called

SLICE = 0.012  # seconds of searching between two events
NOTHING = "There is no other fact of these words to decide; {key:same_all} looks in all articles."


class SameFacts(QWidget):
    """The list of same facts, and the decision carried from it.

    `applied`: the decision was carried, with the Fact.  `left`: the keyboard has no place any more.
    """

    applied = Signal(object)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._fact: Fact | None = None
        self._wording = FactWording("", ())
        self._search: Iterator[list[FactHit]] | None = None  # what is left of it
        self._is_wanted = self._is_applying = self._in_all = False
        self.does: dict[str, Callable[[], object]] = {
            "same_all": lambda: self.whole.toggle(),
            "same_none": self.turn,
            "same_veto": self._veto,
            "same_apply": self.apply,
        }
        self._keys = {key: do for name, do in self.does.items() for key in FIXED[name].keys}
        self.hits, self.says = FactHits(), Elided(px=13, weight=600)
        self.list = SameList(self.hits, frozenset(self._keys))
        self.list.setAccessibleName("Same facts")
        self.whole, self.none = QCheckBox("&All articles"), QCheckBox("Reject instead")
        self._timer = QTimer(self, interval=0)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self.setAccessibleName("Same facts")
        (apply, *_), (back, *_) = FIXED["same_apply"].keys[::-1], FIXED["fact_leave"].keys
        self._apply = Button("Apply", "check", apply, kind="primary")
        self._back = Button("Back", "", back, kind="ghost")
        lines = column(self.says, gap=8, margins=(8, 4, 8, 4))
        lines.add(self.list, 1)
        lines.add(row(self.whole, self.none, None, self._apply, self._back))
        self.setLayout(lines)

    def _connect(self) -> None:
        session = self._session
        self._timer.timeout.connect(self._pull)
        self.list.asked.connect(lambda key: self._keys[key]())
        self.whole.toggled.connect(self.search)
        self.none.toggled.connect(self._judge)
        self._apply.clicked.connect(self.apply)
        self._back.clicked.connect(self.leave)
        self.hits.dataChanged.connect(self._say)
        for gone in (session.article_opened, session.project_opened):
            gone.connect(self.leave)
        for changed in (session.edited, session.reloaded):
            changed.connect(self._look_again)

    # --- opening and leaving

    def open(self, fact: Fact, *, in_all: bool = False) -> None:
        """List the facts with the words of this one; `in_all`: of all articles this time."""
        self._fact, self._wording = fact, FactWording.of(fact, self._session.text)
        self.hits.begin_with(fact.status)
        self.none.setChecked(False)
        self._in_all = in_all and not self.whole.isChecked()
        self.whole.setChecked(self.whole.isChecked() or in_all)
        self.list.fit(called(fact, self._session.text))
        self.show()
        self.list.setFocus()
        self.search()

    def leave(self) -> bool:
        """Close the list; return whether it was open."""
        if self.isHidden():
            return False
        self._search, focus = None, QApplication.focusWidget()
        self._timer.stop()
        had_keyboard = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if self._in_all:
            self._in_all = False
            self.whole.setChecked(False)
        if had_keyboard:
            self.left.emit()
        return True

    # --- searching

    @property
    def is_searching(self) -> bool:
        return self._search is not None

    def search(self) -> None:
        """Search and list the facts anew; what was vetoed stays vetoed."""
        project, article, who = self._session.project, self._session.article, self._session.annotator
        if self.isHidden() or project is None or article is None:
            return
        self.hits.clear()
        self._is_wanted = False
        for found in same_facts.find(project, self._wording, who, articles=[article.id]):
            self.hits.take(found)
        if self.whole.isChecked():
            elsewhere = same_facts.find(project, self._wording, who)
            self._search = ([hit for hit in found if hit.article != article.id] for found in elsewhere)
            self._timer.start()
        else:
            self._end()

    def _pull(self) -> None:
        """Search on for one slice of time."""
        end = time.monotonic() + SLICE
        if self._session.project is None:  # it was closed meanwhile
            self.leave()
        while self._search and time.monotonic() < end:
            if (found := next(self._search, None)) is None:
                self._end()
            else:
                self.hits.take(found)

    def _end(self) -> None:
        self._search = None
        self._timer.stop()
        if self.hits.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.hits.index(0, 0))
        self._say()
        if self._is_wanted:
            self.apply()

    def _look_again(self) -> None:
        """Search again when something was written while the list is open."""
        if not self._is_applying:
            self.search()

    # --- deciding

    def turn(self) -> None:
        """Reject instead of confirm, or confirm again."""
        self.none.toggle()

    def _judge(self) -> None:
        self.hits.judge(Status.REJECTED if self.none.isChecked() else Status.CONFIRMED)
        if self.hits.rowCount():
            self.list.setCurrentIndex(self.hits.index(0, 0))
        self.list.setFocus()
        self._say()

    def _veto(self) -> None:
        if self.list.currentIndex().isValid():
            self.hits.veto(self.list.currentIndex().row())

    def apply(self) -> None:
        """Write one edit for all that is chosen; wait for the end of the search."""
        chosen, project = self.hits.chosen(), self._session.project
        if self._search:
            self._is_wanted = True
        elif not chosen or project is None:
            self._session.noted.emit(NOTHING)
        else:
            verdict, who, verb = self.hits.verdict, self._session.annotator, self._verb(len(chosen))
            wording = self._wording
            self._is_applying = True
            is_done = self._session.apply(
                lambda: same_facts.edit(project, verb, chosen, verdict, wording=wording, annotator=who)
            )
            self._is_applying = False
            if is_done:
                self._done(verb)
            else:
                self.search()

    def _done(self, verb: str) -> None:
        self.leave()
        self.applied.emit(self._fact)
        self._session.noted.emit(f"Done: {verb}; {{key:undo}} takes all of it back.")

    def _verb(self, count: int) -> str:
        verb = "confirm" if self.hits.verdict is Status.CONFIRMED else "reject"
        name = called(self._fact, self._session.text) if self._fact else ""
        return f"{verb} {count:,} × {name}"

    def _say(self) -> None:
        """Name what Enter does."""
        chosen, rows, barred = self.hits.chosen(), self.hits.rowCount(), self.hits.barred()
        verb = self._verb(len(chosen))
        articles = len({hit.article for hit in chosen})
        parts = [
            f"{verb[:1].upper()}{verb[1:]}" if rows else "No other fact has these words",
            f"{len(chosen):,} of {rows:,} chosen" * bool(rows),
            f"{articles:,} articles" * (articles > 1),
            f"{barred:,} cannot be changed" * bool(barred),
        ]
        self.says.setText("  ·  ".join(filter(None, parts)))
