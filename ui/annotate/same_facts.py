"""Same facts: the list below the article from which one decision is carried to all facts of the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox

from annotations.carrying.carried import CarriedDecision
from annotations.carrying.fact_wording import FactWording
from annotations.facts import Fact
from annotations.spans import Status
from annotations.stops import place_of
from models.project import Project
from ui.fixed_keys import FIXED
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Elided
from ui.same.same_hits import Hits
from ui.same.same_places import SamePlaces
from ui.session import Session
from ui.wording import called


class SameFacts(SamePlaces):
    """The list of same facts, and the decision carried from it; `applied` is sent with the Fact."""

    nothing = "There is no other fact of these words to decide; {key:same_all} looks in all articles."
    none_found = "No other fact has these words"

    def __init__(self, session: Session) -> None:
        self._fact: Fact | None = None
        self._wording = FactWording("", ())
        says, whole = Elided(px=13, weight=600), QCheckBox("&All articles")
        super().__init__(session, Hits(), says, whole, {"same_none": self.turn})
        self.list.setAccessibleName("Same facts")
        self.none = QCheckBox("Reject instead")
        self._lay_out()
        whole.toggled.connect(self.search)
        self.none.toggled.connect(self._judge)
        self._apply.clicked.connect(self.apply)
        self._back.clicked.connect(self.leave)
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

    def open(self, fact: Fact, *, in_all: bool = False) -> None:
        """List the facts with the words of this one; `in_all`: of all articles this time."""
        self._fact, self._wording = fact, FactWording.of(fact, self._session.text)
        self.hits.begin(CarriedDecision("confirm"))
        self.none.setChecked(False)
        self._list(called(fact, self._session.text), place_of(fact), in_all=in_all)

    def _find(self, project: Project, articles: list[str] | None) -> Iterator[list[Any]]:
        from models.queries import same_facts  # brings the search with it

        return same_facts.find(project, self._wording, self._session.annotator, articles=articles)

    def turn(self) -> None:
        """Reject instead of confirm, or confirm again."""
        self.none.toggle()

    def _judge(self) -> None:
        spares = self._fact is not None and self._fact.status is not Status.CONFIRMED
        none = CarriedDecision("none", spares=spares)
        self.hits.decide(none if self.none.isChecked() else CarriedDecision("confirm"))
        self._show_verdict()

    def _write(self, project: Project, verb: str, chosen: Sequence[Any]) -> bool:
        from models.queries import same_facts

        decision, who, wording = self.hits.decision, self._session.annotator, self._wording
        return self._session.apply(
            lambda: same_facts.edit(project, verb, chosen, decision, wording=wording, annotator=who)
        )

    def _about(self) -> object:
        return self._fact

    def _verb(self, count: int) -> str:
        verb = "confirm" if self.hits.decision.kind == "confirm" else "reject"
        name = called(self._fact, self._session.text) if self._fact else ""
        return f"{verb} {count:,} × {name}"
