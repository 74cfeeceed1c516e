"""Same mentions: the list below the article from which one decision is carried to all places of a wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QSizePolicy

from annotations.carrying.carried import CarriedDecision
from annotations.same_mentions import Wording, on_tokens
from annotations.spans import Status
from models.project import Project
from ui.annotate.same_subject import Subject
from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Elided
from ui.look.scale import px
from ui.plain_text import PlainLabel, tip
from ui.same.same_hits import Hits
from ui.same.same_places import SamePlaces
from ui.schema.label_keys import LabelKeys
from ui.session import Session
from ui.wording import carried

NO_SPAN = "no span: reject, delete"
CUT = "Same mentions are looked for by whole words; select whole words."
NOTHING = (
    "There is nothing else to change; {key:same_all} looks in all articles, {key:same_case} and {key:same_variants} take"
    " more wordings."
)
WIDE = 620  # pixels at 100 %, from which on options and buttons stand in one row
NO_LABEL = "There is no current label; click one, or press a label's key."


class SameView(SamePlaces):
    """The list of same mentions, and the decision carried from it; `applied` is sent with the Subject."""

    nothing = none_found = NOTHING
    any_case: QCheckBox
    variants: QCheckBox

    def __init__(self, session: Session) -> None:
        self._subject = Subject(0, 0, "")
        does = {
            "same_case": lambda: self.any_case.toggle(),
            "same_variants": lambda: self.variants.toggle(),
            "same_none": lambda: self.decide(None),
        }
        super().__init__(session, Hits(), Elided(px=13, weight=600), _box("&All articles"), does)
        self.any_case = _box("Any &case")
        self.variants = _box("&Variants")
        self.variants.setToolTip(tip("’ as ', a hyphen as a blank"))
        self.then = QComboBox()
        self.then.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.then.setAccessibleName("Label then")
        self._label_keys = LabelKeys(self.list, self.decide)
        self._apply = Button("Apply", "check", kind="primary")
        self._back = Button("Back", kind="ghost")
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self.setAccessibleName("Same mentions")
        then = PlainLabel("&Then")
        then.setBuddy(self.then)
        options = row(self.whole, self.any_case, self.variants, then, self.then, None, gap=8)
        self._last = row(options, row(None, self._apply, self._back, gap=8), gap=8)
        for button, verb in ((self._apply, self.apply), (self._back, self.leave)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(verb)
        lines = column(self.says, gap=8, margins=(8, 4, 8, 4))
        lines.add(self.list, 1)
        lines.add(self._last)
        self.setLayout(lines)
        self.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )  # it never widens the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons below the options where both are wider than the list."""
        super().resizeEvent(event)
        is_narrow = self.width() < px(WIDE)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._last.setDirection(way)

    def _connect(self) -> None:
        for box in (self.whole, self.any_case, self.variants):
            box.toggled.connect(self.search)
        self.then.activated.connect(lambda at: self.decide(self.then.itemData(at)))
        self._session.schema_changed.connect(self._show_schema)
        IN_FORCE.changed.connect(self._say_keys)
        self._say_keys()

    def _say_keys(self) -> None:
        self._apply.say("Apply", "check", IN_FORCE.fill("{key:same_apply}"))
        self._back.say("Back", "", IN_FORCE.fill("{key:leave}"))

    def open(self, subject: Subject, *, in_all: bool = False) -> None:
        """List the places with the subject's wording; a notice says why if it cannot be looked for.

        `in_all`: of all articles this time, whatever was looked through before.
        """
        text = self._session.text
        self._subject, self.searched = subject, " ".join(text[subject.start : subject.end].split())
        if subject.status is None and not on_tokens(text, subject.start, subject.end):
            self._session.noted.emit(CUT)
        elif not subject.label:
            self._session.noted.emit(NO_LABEL)
        else:
            self.hits.begin(_decision(subject.label, subject.label))
            self._show_schema()
            self._list(self.searched, subject.start, in_all=in_all)

    def _show_schema(self) -> None:
        schema = self._session.project.schema if self._session.project else None
        self._label_keys.bind(schema)
        self.then.clear()
        for label in schema.labels.values() if schema else ():
            if not label.archived:
                self.then.addItem(label.name, label.name)
        self.then.addItem(NO_SPAN, None)
        self.then.setCurrentIndex(self.then.findData(self.hits.decision.label or None))

    def _wording(self) -> Wording:
        return Wording(self.searched, any_case=self.any_case.isChecked(), variants=self.variants.isChecked())

    def _find(self, project: Project, articles: list[str] | None) -> Iterator[list[Any]]:
        from models.queries import same_mentions  # brings the search with it

        return same_mentions.find(project, self._wording(), self._session.annotator, articles=articles)

    def decide(self, label: str | None) -> None:
        """Choose what is carried to the other places: this label, or no span (None)."""
        self.hits.decide(_decision(label, self._subject.label))
        self.then.setCurrentIndex(self.then.findData(label))
        self._show_verdict()

    def _write(self, project: Project, verb: str, chosen: Sequence[Any]) -> bool:
        from models.queries import same_mentions

        decision, who, wording = self.hits.decision, self._session.annotator, self._wording()
        return self._session.apply(
            lambda: same_mentions.edit(project, verb, list(chosen), decision, wording=wording, annotator=who)
        )

    def _about(self) -> object:
        return self._subject

    def _verb(self, count: int) -> str:
        is_own = self._subject.status is Status.CONFIRMED
        return carried(self.hits.decision.label or None, count, self.searched, is_own=is_own)


def _decision(label: str | None, was: str) -> CarriedDecision:
    return CarriedDecision("label", label, was) if label else CarriedDecision("none", was=was)


def _box(words: str) -> QCheckBox:
    """Return a box that leaves the keyboard in the list when it is clicked."""
    box = QCheckBox(words)
    box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return box
