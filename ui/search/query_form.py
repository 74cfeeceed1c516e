"""The form of a search beside its line: what is written in one stands in the other.

The form follows the line whenever that can be read, and writes it when somebody writes in the form; a line that says
what the form says already is left alone, so that the two never answer each other.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy

from annotations.search.completing import Completion, entry_completions
from annotations.search.form import (
    FieldEntry,
    SearchForm,
    field_entry,
    form_of,
    pattern_entry,
    phrase_entry,
    query_of,
    words_entry,
)
from annotations.search.mistakes import SearchMistake
from annotations.search.parsing import KnownValues
from annotations.search.query import FIELDS, Query
from annotations.search.writing import write, written_field
from ui.look.buttons import Button
from ui.look.layouts import Pane, column, row
from ui.look.lines import Caption, Words
from ui.look.restyled import follow
from ui.look.scale import px
from ui.search.form_row import FormRow
from ui.search.query_line import PAUSE, QueryLine

WORDS = {  # entries of words: their names, and what stands in an empty one
    "words": ("Words", 'missile begin* "a phrase"'),
    "phrase": ("Phrase", "words in this order"),
    "pattern": ("Pattern", "regular expression"),
    "without": ("Without", "words not wanted"),
}
GROUPS = {  # titles of groups: what their fields are of
    "Spans": ("spans", "marks"),
    "Facts": ("facts",),
    "Articles": ("articles", "places", "work"),
}
HINTS = {
    "score": "<0.6",
    "filler": "words, begin*",
    "value": "count > 60",
    "according": "words, begin*",
    "date": "2024-01, >=2024-01-05",
    "article": "words of the title",
}
ANY_CASE, NOT = "Aa", "not"
HALF = "The line cannot be read yet; the form is as it was."
ALSO = "The line asks {} besides."
NOTE, NOTE_MARGINS = 3, (16, 4, 12, 4)  # lines of the note, at most


class QueryForm(Pane):
    """The form of that line."""

    def __init__(self, line: QueryLine) -> None:
        super().__init__()
        self._line = line
        self._query = Query()
        self._form = SearchForm()
        self.note = Words(px=12, role="text2", wraps=True)
        self.note.hide()
        self.clear = Button("Clear", kind="ghost", height=28, pad=8)
        self.words = {name: self._words_row(name) for name in WORDS}
        self.fields = {name: self._field_row(name) for name in FIELDS}
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self._tell)
        self._lay_out()
        self.clear.clicked.connect(partial(line.setText, ""))
        line.read.connect(self.follow_line)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.note.setContentsMargins(*map(px, NOTE_MARGINS))
        self.note.setMaximumHeight(self.note.fontMetrics().lineSpacing() * NOTE + px(10))

    def follow_line(self, query: Query | None) -> None:
        """Show what the line asks; while it cannot be read stay as it was, and say so."""
        if query is None:
            self._say(HALF)
            return
        if query != self._query:
            self._query = query
            self._show(form_of(query))
        self._say("")

    @property
    def rows(self) -> list[FormRow]:
        """Return all rows, in order."""
        return [*self.words.values(), *self.fields.values()]

    # --- how it is put together

    def _words_row(self, name: str) -> FormRow:
        title, hint = WORDS[name]
        made = FormRow(title, hint, _nothing, turns=ANY_CASE if name == "pattern" else "")
        if name == "pattern":
            made.turn.setAccessibleName("Pattern: capitals and small letters are the same")
            made.turn.setToolTip("Capitals and small letters are the same")
        return self._tied(made)

    def _field_row(self, name: str) -> FormRow:
        turns = NOT if FIELDS[name].of != "work" else ""
        made = FormRow(FIELDS[name].title, HINTS.get(name, "any"), partial(self._complete, name), turns=turns)
        if turns:
            made.turn.setToolTip("Find what is not so")
        return self._tied(made)

    def _tied(self, made: FormRow) -> FormRow:
        made.changed.connect(self._write)
        made.wanted.connect(self._ask)
        return made

    def _lay_out(self) -> None:
        head = row(Words("Form", weight=600), None, self.clear, gap=8)
        lines = column(gap=4, margins=(16, 4, 12, 16))
        lines.add(Caption("Words"))
        for made in self.words.values():
            lines.add(made)
        for title, of in GROUPS.items():
            lines.add(8)
            lines.add(Caption(title))
            for name, made in self.fields.items():
                if FIELDS[name].of in of:
                    lines.add(made)
        lines.add(None)
        inner = Pane(lines)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.verticalScrollBar().valueChanged.connect(self._close_offers)
        inner.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        whole = column(column(head, gap=0, margins=(16, 8, 12, 4)), gap=0)
        whole.add(area, 1)
        whole.add(self.note)  # below, so that no entry moves when something is said
        self.setLayout(whole)
        self.setFocusProxy(self.words["words"])

    def _close_offers(self) -> None:
        for made in self.rows:
            made.field.offered.offer(())

    def _complete(self, field: str, text: str, caret: int) -> list[Completion]:
        return entry_completions(field, text, caret, self._line.known)

    # --- to the line and from it

    def _show(self, form: SearchForm) -> None:
        self._form = form
        for name, made in self.words.items():
            made.put(getattr(form, name), is_turned=name == "pattern" and form.any_case)
        for name, made in self.fields.items():
            entry = form.fields.get(name, FieldEntry())
            made.put(entry.text, is_turned=entry.negated)

    def _written(self) -> SearchForm:
        """Return the form as it is written now."""
        words = {name: made.field.text() for name, made in self.words.items()}
        fields = {
            name: FieldEntry(made.field.text(), made.turn.isChecked())
            for name, made in self.fields.items()
            if made.field.text().strip()
        }
        any_case = self.words["pattern"].turn.isChecked()
        return SearchForm(**words, any_case=any_case, fields=fields, rest=self._form.rest)

    def _write(self) -> None:
        """Write what the form says into the line; for an entry with a mistake, what it said before that."""
        form = self._written()
        for name, made in (*self.words.items(), *self.fields.items()):
            made.mistake = mistake_in(name, form, self._line.known)
            made.field.mark(0, 0)
            if made.mistake:
                form = with_entry(name, form, self._form)
        self._form = form
        self._query = query_of(form, self._line.known)
        self._line.setText(write(self._query))
        if any(made.mistake for made in self.rows):
            self._soon.start()
        else:
            self._soon.stop()
            self._tell()

    def _tell(self) -> None:
        """Underline the mistakes, and say the first."""
        for made in self.rows:
            made.tell(made.mistake)
        first = next((made.mistake for made in self.rows if made.mistake), None)
        self._say(first.sentence if first else "", "bad" if first else "text2")

    def _ask(self) -> None:
        """Have the line asked for, unless an entry has a mistake that keeps it out of the line."""
        if any(made.mistake for made in self.rows):
            self._tell()
        else:
            self._line.ask()

    def _say(self, words: str, role: str = "text2") -> None:
        """Say that below the entries, else what the line asks besides them."""
        rest = ", ".join(map(written_field, self._form.rest))
        self.note.set_role(role)
        self.note.setText(words or (ALSO.format(rest) if rest else ""))
        self.note.setVisible(bool(self.note.text()))


def mistake_in(name: str, form: SearchForm, known: KnownValues) -> SearchMistake | None:
    """Return the mistake of one entry of the form, None where it is right."""
    try:
        match name:
            case "words":
                words_entry(form.words)
            case "phrase":
                phrase_entry(form.phrase)
            case "pattern":
                pattern_entry(form.pattern, form.any_case)
            case "without":
                words_entry(form.without, negated=True)
            case _:
                field_entry(name, form.fields.get(name, FieldEntry()), known)
    except SearchMistake as mistake:
        return mistake
    return None


def with_entry(name: str, form: SearchForm, other: SearchForm) -> SearchForm:
    """Return the form with that entry of another one."""
    if name in WORDS:
        return replace(form, **{name: getattr(other, name)})
    entry = {name: other.fields[name]} if name in other.fields else {}
    return replace(form, fields={key: one for key, one in form.fields.items() if key != name} | entry)


def _nothing(text: str, caret: int) -> list[Completion]:
    """Return no completions: words are not known beforehand."""
    return []
