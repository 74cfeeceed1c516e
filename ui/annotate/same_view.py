"""Same mentions: the list below the article from which one decision is carried to all places of a wording.

The article at hand is searched at once, the others in slices of a few milliseconds; Enter pressed meanwhile
waits for the end of the search.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotations.same_mentions import CarriedDecision, Hit, Wording, on_tokens
from annotations.spans import Status
from models.queries import same_mentions
from ui.annotate.same_hits import Hits
from ui.annotate.same_list import SameList
from ui.annotate.same_subject import Subject
from ui.fixed_keys import FIXED
from ui.keys_in_force import IN_FORCE
from ui.plain_text import PlainLabel
from ui.schema.label_keys import LabelKeys
from ui.session import Session
from ui.wording import carried

SLICE = 0.012  # seconds of searching between two events
FEW = 200  # hits that are worth a painting of the list
NO_SPAN = "no span: reject, delete"
CUT = "Same mentions are looked for by whole words; select whole words."
NO_LABEL = "There is no current label; click one, or press a label's key."
NOTHING = (
    "There is nothing else to change; {key:same_all} looks in all articles, {key:same_case} and {key:same_variants} take"
    " more wordings."
)


class SameView(QWidget):
    """The list of same mentions, and the decision carried from it.

    `applied`: the decision was carried, with the Subject.  `left`: the keyboard has no place any more.
    """

    applied = Signal(object)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._subject, self._words = session, Subject(0, 0, ""), ""
        self._search: Iterator[list[Hit]] | None = None  # what is left of it
        self._found: list[Hit] = []  # but not listed yet
        self._is_wanted = self._is_applying = self._in_all = False
        self.whole = _box("&All articles")
        self.any_case = _box("Any &case")
        self.variants = _box("&Variants: ’ as ', hyphen as blank")
        self.does: dict[str, Callable[[], object]] = {
            "same_all": lambda: self.whole.toggle(),
            "same_case": lambda: self.any_case.toggle(),
            "same_variants": lambda: self.variants.toggle(),
            "same_none": lambda: self.decide(None),
            "same_veto": self._veto,
            "same_apply": self.apply,
        }
        self._keys = {key: do for name, do in self.does.items() for key in FIXED[name].keys}
        self.hits, self.says = Hits(), PlainLabel()
        self.list = SameList(self.hits, frozenset(self._keys))
        self.then = QComboBox()
        self.then.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.then.setAccessibleName("Label then")
        self._label_keys = LabelKeys(self.list, self.decide)
        self._apply, self._back = QPushButton(), QPushButton()
        self._timer = QTimer(self, interval=0)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self.setAccessibleName("Same mentions")
        row, column = QHBoxLayout(), QVBoxLayout(self)
        then = PlainLabel("&Then")
        then.setBuddy(self.then)
        for widget in (self.whole, self.any_case, self.variants, then, self.then):
            row.addWidget(widget)
        row.addStretch()
        for button, verb in ((self._apply, self.apply), (self._back, self.leave)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(verb)
            row.addWidget(button)
        self.says.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # its words come and go
        column.addWidget(self.says)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.setContentsMargins(8, 4, 8, 4)

    def _connect(self) -> None:
        session = self._session
        self._timer.timeout.connect(self._pull)
        self.list.asked.connect(lambda key: self._keys[key]())
        for box in (self.whole, self.any_case, self.variants):
            box.toggled.connect(self.search)
        self.then.activated.connect(lambda at: self.decide(self.then.itemData(at)))
        self.hits.dataChanged.connect(self._say)
        for gone in (session.article_opened, session.project_opened):
            gone.connect(self.leave)
        for changed in (session.edited, session.reloaded):
            changed.connect(self._look_again)
        session.schema_changed.connect(self._show_schema)
        IN_FORCE.changed.connect(self._say_keys)
        self._say_keys()

    def _say_keys(self) -> None:
        self._apply.setText(IN_FORCE.fill("Apply ({key:same_apply})"))
        self._back.setText(IN_FORCE.fill("Back ({key:leave})"))

    # --- opening and leaving

    def open(self, subject: Subject, *, in_all: bool = False) -> None:
        """List the places with the subject's wording; a notice says why if it cannot be looked for.

        `in_all`: of all articles this time, whatever was looked through before.
        """
        text = self._session.text
        self._subject, self._words = subject, " ".join(text[subject.start : subject.end].split())
        if subject.status is None and not on_tokens(text, subject.start, subject.end):
            self._session.noted.emit(CUT)
        elif not subject.label:
            self._session.noted.emit(NO_LABEL)
        else:
            self.hits.begin(CarriedDecision(subject.label, subject.label))
            self._show_schema()
            self._in_all = in_all and not self.whole.isChecked()
            self.whole.setChecked(self.whole.isChecked() or in_all)
            self.list.fit(self._words)
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

    def _show_schema(self) -> None:
        schema = self._session.project.schema if self._session.project else None
        self._label_keys.bind(schema)
        self.then.clear()
        for label in schema.labels.values() if schema else ():
            if not label.archived:
                self.then.addItem(label.name, label.name)
        self.then.addItem(NO_SPAN, None)
        self.then.setCurrentIndex(self.then.findData(self.hits.decision.label))

    # --- searching

    @property
    def is_searching(self) -> bool:
        return self._search is not None

    def search(self) -> None:
        """Search and list the places anew; what was vetoed stays vetoed."""
        project, article, who = self._session.project, self._session.article, self._session.annotator
        if self.isHidden() or project is None or article is None:
            return
        self.hits.clear()
        self._found, self._is_wanted = [], False
        for found in same_mentions.find(project, self._wording(), who, articles=[article.id]):
            self.hits.take(found)
        if self.whole.isChecked():
            self.says.setText(f"Searching “{self._words}”…")
            self._search = _elsewhere(same_mentions.find(project, self._wording(), who), article.id)
            self._timer.start()
        else:
            self._end()

    def _wording(self) -> Wording:
        return Wording(self._words, any_case=self.any_case.isChecked(), variants=self.variants.isChecked())

    def _pull(self) -> None:
        """Search on for one slice of time.  The list grows by doubling, since each growth is a painting."""
        end = time.monotonic() + SLICE
        if self._session.project is None:  # it was closed meanwhile
            self.leave()
        while self._search and time.monotonic() < end:
            found = next(self._search, None)
            if found is None:
                self._end()
            else:
                self._found += found
        if self._search and len(self._found) >= max(FEW, self.hits.rowCount()):
            self._list_found()
            self.says.setText(f"Searching “{self._words}”: {self.hits.rowCount():,} so far…")

    def _list_found(self) -> None:
        self.hits.take(self._found)
        self._found = []

    def _end(self) -> None:
        self._search = None
        self._list_found()
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

    def decide(self, label: str | None) -> None:
        """Choose what is carried to the other places: this label, or no span (None)."""
        self.hits.decide(CarriedDecision(label, self._subject.label))
        self.then.setCurrentIndex(self.then.findData(label))
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
            decision, who, verb = self.hits.decision, self._session.annotator, self._verb(len(chosen))
            wording = self._wording()
            self._is_applying = True
            is_done = self._session.apply(
                lambda: same_mentions.edit(project, verb, chosen, decision, wording=wording, annotator=who)
            )
            self._is_applying = False
            if is_done:
                self._done(verb)
            else:
                self.search()

    def _done(self, verb: str) -> None:
        self.leave()
        self.applied.emit(self._subject)
        self._session.noted.emit(f"Done: {verb}; {{key:undo}} takes all of it back.")

    def _verb(self, count: int) -> str:
        is_own = self._subject.status is Status.CONFIRMED
        return carried(self.hits.decision.label, count, self._words, is_own=is_own)

    def _say(self) -> None:
        """Name what Enter does."""
        chosen, rows, barred = self.hits.chosen(), self.hits.rowCount(), self.hits.barred()
        verb = self._verb(len(chosen))
        articles = len({hit.article for hit in chosen})
        parts = [
            f"{verb[:1].upper()}{verb[1:]}" if rows else NOTHING,
            f"{len(chosen):,} of {rows:,} chosen" * bool(rows),
            f"{articles:,} articles" * (articles > 1),
            f"{barred:,} cannot be changed" * bool(barred),
        ]
        self.says.setText(IN_FORCE.fill("  ·  ".join(filter(None, parts))))


def _box(words: str) -> QCheckBox:
    """Return a box that leaves the keyboard in the list when it is clicked."""
    box = QCheckBox(words)
    box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return box


def _elsewhere(search: Iterator[list[Hit]], here: str) -> Iterator[list[Hit]]:
    return ([hit for hit in found if hit.article != here] for found in search)
