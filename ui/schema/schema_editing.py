"""The editing of the schema: changes at once, renames and merges once what they carry along was said.

A rename or merge with spans or facts is one edit, any other change a step of the schema; Ctrl+Z takes both back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from annotations.errors import UserError
from annotations.schema.changes import WORDS, Part
from annotations.schema.types import Schema
from annotations.text.counts import counted
from models.queries import schema_renames
from models.queries.role_renames import RoleRecast, plan_role
from models.queries.schema_renames import Recast
from models.queries.wordings.trigger_words import OfferedTrigger, offered_triggers
from ui.keys_in_force import IN_FORCE
from ui.open_project import OpenProject
from ui.plain_text import message_box
from ui.schema.schema_steps import SchemaSteps
from ui.session import Session


class SchemaEditing(QObject):
    """The editing of the schema of the project that was open when this was made, also while it closes.

    `refused`: why a rename or merge was not done; `recast`: it was, with the part and both names; `ended`: it was
    asked about, and is over in either way.
    """

    refused = Signal(str)
    recast = Signal(str, str, str)
    ended = Signal()

    def __init__(self, session: Session, opened: OpenProject, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._opened, self._page = session, opened, page
        self._steps = SchemaSteps(session, opened)

    @property
    def is_open(self) -> bool:
        """Return whether the project is still the one at hand."""
        return self._session.opened is self._opened

    @property
    def schema(self) -> Schema:
        return self._opened.project.schema

    def offered_triggers(self, name: str) -> list[OfferedTrigger]:
        """Return the words that facts of the type were confirmed on and that are none of its triggers."""
        if not self.is_open:
            return []
        project = self._opened.project
        project.learning.count_on()
        return offered_triggers(project, project.schema, name)

    def look(self) -> None:
        """Take in what others wrote."""
        if self.is_open:
            self._session.look_for_others()

    def write(self, change: Callable[[Schema], Schema]) -> UserError | None:
        """Write the changed schema; return what was wrong, None when it is written."""
        self.look()
        project = self._opened.project
        try:
            before = project.schema
            after = change(before)
            if after == before:
                return None
            with self._opened.mark.kept():
                project.set_schema(after)
        except UserError as error:
            return error
        if self.is_open:
            self._steps.add(before, project.schema)
            self._session.schema_changed.emit()
        return None

    def ask(self, part: Part, name: str, other: str, *, merging: bool) -> None:
        """Say what a rename or merge carries along, and do it on Yes."""
        self.look()
        project = self._opened.project
        try:
            made = schema_renames.plan(project, project.schema, part, name, other, merging=merging)
        except UserError as error:
            self._refuse(error)
            return
        self._ask(question(made, merging), made)

    def ask_of_role(self, type_: str, role: str, new: str) -> None:
        """Say what a role's rename carries along, or with `new` "" what its removal takes away; do it on Yes.

        A rename that nothing goes with is done at once.
        """
        self.look()
        project = self._opened.project
        try:
            made = plan_role(project, project.schema, type_, role, new)
        except UserError as error:
            self._refuse(error)
            return
        if new and not (made.edit or made.pooled):
            self.do(made)
            self.ended.emit()
            return
        doing = f"Rename role {role} of {type_} to {made.new}?" if new else f"Remove role {role} of {type_}?"
        undoing = " {key:undo} takes it back." if made.edit else ""
        self._ask(f"{doing} {made.told()}{undoing}", made)

    def _refuse(self, error: UserError) -> None:
        self.refused.emit(str(error))
        self.ended.emit()

    def _ask(self, words: str, made: Recast | RoleRecast) -> None:
        box = message_box(QMessageBox.Icon.Question, "Schema", IN_FORCE.fill(words), self._page)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.accepted.connect(partial(self.do, made))
        box.finished.connect(self.ended)
        box.open()

    def do(self, made: Recast | RoleRecast) -> None:
        """Do the rename, merge or removal: schema, everybody's sets and the pools, or nothing."""
        session, project = self._session, self._opened.project
        if not self.is_open:
            return
        if made.edit:
            done = session.apply(lambda: made.edit, lambda edit: project.recast(made, by=session.annotator))
        else:
            done = self._recast_schema_alone(made)
        if done:
            if isinstance(made, Recast):
                self.recast.emit(made.part, made.old, made.new)
            session.reload()
            session.schema_changed.emit()

    def _recast_schema_alone(self, made: Recast | RoleRecast) -> bool:
        """Change the schema where nobody has a span or fact of it, with no edit of an article.

        Return whether it was done.
        """
        project = self._opened.project
        before = project.schema
        try:
            self._opened.mark.require_all()
            with self._opened.mark.kept():
                project.recast(made, by=self._session.annotator)
        except UserError as error:
            self.refused.emit(str(error))
            return False
        if not made.pooled:  # else suggestions would keep a name that is gone
            self._steps.add(before, project.schema)
        return True


def question(made: Recast, merging: bool) -> str:
    """Return the question before a rename or merge, with how much of everybody's work it carries along."""
    what = "span" if made.part == "labels" else "fact"
    parts = [f"{counted(count, what)} of {name}" for name, count in sorted(made.carried.items())]
    parts += [f"{counted(made.pooled, 'suggestion')}"] if made.pooled else []
    doing = (
        f"Merge {WORDS[made.part]} {made.old} into" if merging else f"Rename {WORDS[made.part]} {made.old} to"
    )
    follow = f"{', '.join(parts)} will follow." if parts else f"No {what} has it."
    return f"{doing} {made.new}? {follow}" + (" {key:undo} takes it back." if made.edit else "")
