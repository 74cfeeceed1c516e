"""The form of a fact type, whole: how it is called and shown, what it is for, what proposes it, and its roles.

Every change is a schema, written by whoever shows the form; a rename is asked for, since facts go with it.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from annotations.errors import UserError
from annotations.schema.changes import change, rename
from annotations.schema.types import FactType, Schema, gloss_of
from annotations.text.controls import unturned
from ui.look.buttons import Button
from ui.look.layouts import Hair, Pane, Scroll, column, row
from ui.look.lines import Words
from ui.look.restyled import follow
from ui.look.scale import px
from ui.schema.roles.role_entry import ALONG, DOWN
from ui.schema.roles.role_rows import RoleRows
from ui.schema.trigger_offers import TriggerOffers
from ui.schema.type_notes import BETWEEN, CONTESTED, NOTES, sketch, texts
from ui.schema.type_preview import TypePreview
from ui.widgets.form_field import FormField, LinesBox
from ui.widgets.still import StillBox

KEY_WIDTH, SLIM = 72, 680  # pixels at 100 %: of the key; in a narrower form a role takes more lines
SOON = 800  # milliseconds without a key after which a guideline is written


class TypeForm(QWidget):
    """The form of one fact type.

    `changed`: the schema with what was just finished, which `show_type` shows once it is written.  `renamed`: the type,
    and the name that it is to have; `role_renamed`: the type, the role, and its name to be; `role_removed`: the type, and the role that is to go;
    `merged`: the type, and the one that it is to go into.
    """

    changed = Signal(object)
    renamed = Signal(str, str)
    role_renamed = Signal(str, str, str)
    role_removed = Signal(str, str)
    merged = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._schema, self._name = Schema(""), ""
        self._drafts: dict[tuple[str, str], str] = {}  # what is typed and cannot be taken, by type and field
        self.preview = TypePreview()
        self.name, self.key = (
            FormField("Name", QLineEdit(), lines=2),
            FormField("Key", QLineEdit(maxLength=1), lines=2),
        )
        self.gloss = FormField("Gloss", QLineEdit(), lines=2)
        self.guideline = FormField("Guideline", LinesBox(5))
        self.triggers, self.offers = FormField("Triggers", LinesBox(3)), TriggerOffers()
        self._said = LinesBox(3)
        self.sentence = FormField("Sentence", self._said)
        self.role, self.begin = (
            StillBox("Insert a role", least=14),
            Button("Begin with this", "pencil", height=30),
        )
        self.roles = RoleRows()
        self.archived = QCheckBox("Archived: kept, but no longer offered")
        self.into, self.merge = StillBox("Merge into", least=12), Button("Merge…", "copy", height=30)
        self._in_view = QTimer(self, interval=0, singleShot=True)
        self._soon = QTimer(self, interval=SOON, singleShot=True)
        self.fields = {
            "name": self.name,
            "key": self.key,
            "gloss": self.gloss,
            "guideline": self.guideline,
            "triggers": self.triggers,
            "sentence": self.sentence,
        }
        self._lay_out()
        self._connect()
        follow(self)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.typed.connect(partial(self._check, name))
            field.finished.connect(partial(self._take, name))
        self.roles.wanted.connect(self._write_roles)
        self.roles.renamed.connect(lambda old, new: self.role_renamed.emit(self._name, old, new))
        self.roles.removed.connect(lambda role: self.role_removed.emit(self._name, role))
        self.archived.clicked.connect(lambda is_on: self._write(self._with(self._schema, archived=is_on)))
        self.offers.chosen.connect(self._add_trigger)
        self.role.activated.connect(self._insert)
        self.begin.clicked.connect(lambda: self._said.insert_word(sketch(self.type, self._schema.language)))
        self.merge.clicked.connect(lambda: self.merged.emit(self._name, self.into.currentData()))
        self._in_view.timeout.connect(self._keep_in_view)
        self.guideline.typed.connect(self._soon.start)
        self._soon.timeout.connect(self._take_guideline)

    def _lay_out(self) -> None:
        first = row(gap=16)
        for field in (self.name, self.key, self.gloss):
            first.add(field, 1)
        into = Words("Merge into", px=12, role="text2")
        self._last = row(self.archived, None, row(into, self.into, self.merge))
        inner = Pane(
            column(
                first,
                self.guideline,
                column(self.triggers, self.offers, gap=4),
                self.roles,
                column(self.sentence, row(self.role, self.begin, None), gap=4),
                self._last,
                None,
                gap=12,
                margins=(20, 12, 20, 16),
            ),
            ground="page",
        )
        self.room = Scroll(inner)
        lines = column(gap=0)
        lines.add(column(self.preview, margins=(20, 16, 20, 12)))
        lines.add(Hair())
        lines.add(self.room, 1)
        self.setLayout(lines)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.key.field.setFixedWidth(px(KEY_WIDTH))
        is_slim = self.width() < px(SLIM)
        self.roles.fold(is_slim=is_slim)
        self._last.setDirection(DOWN if is_slim else ALONG)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    # --- what is shown

    @property
    def type(self) -> FactType:
        return self._schema.facts[self._name]

    def show_type(self, schema: Schema, name: str) -> None:
        """Show the type; what is typed in the form of the same type and not finished stays."""
        anew = name != self._name
        if anew:
            self._keep_drafts()
        self._schema, self._name = schema, name
        for field, text in texts(self.type).items():
            self.fields[field].show_text(text, anew=anew)
            if draft := self._drafts.pop((name, field), "") if anew else "":
                self.fields[field].put(draft)
            self._check(field)
        self.roles.show_roles(schema, self.type, anew=anew)
        self.archived.setChecked(self.type.archived)
        self._offer_others()
        self._offer_roles()
        self.gloss.field.setPlaceholderText(gloss_of(self.type))
        if anew:
            self.room.verticalScrollBar().setValue(0)
        self.preview.show_type(schema, name)

    def _offer_roles(self) -> None:
        """Offer the roles for the sentence, and one to begin with while there is none."""
        self.role.clear()
        self.role.offer("", "Insert a role")
        for name in self.type.roles:
            self.role.offer(f"{{{name}}}", unturned(name))
        self.role.setEnabled(bool(self.type.roles))
        self.sentence.field.setPlaceholderText(sketch(self.type, self._schema.language))

    def _insert(self) -> None:
        """Put the role that was chosen where the cursor is."""
        role = self.role.currentData()
        self.role.choose("")
        if role:
            self._said.insert_word(role)

    def _offer_others(self) -> None:
        """Offer the other types to merge this one into."""
        held = self.into.currentData()
        self.into.clear()
        for name in self._schema.facts:
            if name != self._name:
                self.into.offer(name, unturned(name))
        self.into.setCurrentIndex(max(0, self.into.findData(held)))
        self.into.setEnabled(self.into.count() > 0)
        self.merge.setEnabled(self.into.count() > 0)

    def _keep_in_view(self) -> None:
        """Have in view what has the keyboard, wherever more or fewer roles have put it."""
        at = self.focusWidget()
        if at is not None and at.hasFocus():
            self.room.ensureWidgetVisible(at, 0, px(40))

    def _keep_drafts(self) -> None:
        open_fields = {name: field.text for name, field in self.fields.items() if field.is_open}
        self._drafts |= {(self._name, name): text for name, text in open_fields.items()}

    # --- what is typed

    def finish(self) -> str:
        """Take what is typed in a field that was not left; return what is wrong with it, "" for nothing."""
        if not self._name:
            return ""  # no type was shown yet
        wrong = [said for name, field in self.fields.items() if field.is_open and (said := self._take(name))]
        return " ".join(filter(None, (*wrong, self.roles.finish())))

    def _check(self, name: str) -> None:
        """Say below the field what is wrong with its text as it stands, or else what it means; show what it makes."""
        field = self.fields[name]
        said, role = NOTES[name](field.text)
        if field.is_open:
            try:
                tried = self._tried(name, field.text)
            except UserError as error:
                said, role = str(error), "bad"
            else:
                self.preview.show_type(tried, next(iter(tried.facts.keys() - self._schema.facts), self._name))
                said, role = (CONTESTED, "warn") if field.is_contested else (said, role)
        field.tell(said, role)
        if name == "sentence":
            self.begin.setEnabled(not field.text.strip() and bool(self.type.roles))

    def _tried(self, name: str, text: str) -> Schema:
        """Return the schema with the text in that field.  UserError when it cannot be there."""
        if name == "name" and " ".join(text.split()) == self._name:
            return self._schema
        if name == "name":
            return rename(self._schema, "facts", self._name, text)
        if name == "triggers":
            return self._with(self._schema, triggers=BETWEEN.split(text))
        return self._with(self._schema, **{name: text})

    def _with(self, schema: Schema, **fields: object) -> Schema:
        return change(schema, "facts", self._name, **fields)

    def _take(self, name: str) -> str:
        """Write the field's text, or ask for the rename; return what is wrong with it, "" for nothing."""
        field = self.fields[name]
        try:
            after = self._tried(name, field.text)
        except UserError as error:
            field.tell(str(error), "bad")
            return str(error)
        if name == "name" and after is not self._schema:
            field.take()
            self.renamed.emit(self._name, " ".join(field.text.split()))
            return ""
        self._write(after)
        if self._schema.facts.get(self._name) == after.facts[self._name]:
            field.show_text(texts(self.type)[name], anew=True)  # as it is written: commas between
            self._check(name)
        return ""

    def _add_trigger(self, word: str) -> None:
        """Add a trigger behind those there are, also those that are typed and not written yet."""
        if not self._take("triggers"):
            self._write(self._with(self._schema, triggers=[*self.type.triggers, word]))

    def _take_guideline(self) -> None:
        """Write what is typed of the guideline while somebody thinks about the next sentence."""
        if self.guideline.is_open:
            self._take("guideline")

    def _write_roles(self, after: Schema) -> None:
        self._write(after)
        self._in_view.start()

    def _write(self, after: Schema) -> None:
        """Have the schema written where it is another; until it is shown, what is typed counts as not written."""
        if after != self._schema:
            self.changed.emit(after)
