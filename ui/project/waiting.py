"""The queue of what is shown but not written, since another program holds the project; it is tried again and again.

While anything waits, whatever comes goes behind it.  Nothing of it is on the disk: it ends with the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.edits import Change, Edit
from annotations.errors import Busy, NotWritten, UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import PROJECT
from models.project import Project
from models.queries import articles as article_queries

AGAIN = 100  # milliseconds between two tries
TURN = 0.05  # seconds of writing, after which the window has its turn
WAITS = "Another program is writing to the project; what you do is kept, and written once that is done."
EDIT, UNDO, REDO = "edit", "undo", "redo"


@dataclass(frozen=True, eq=False)
class Entry:
    """Something that waits: an edit, an undo or redo of the event `number`, or suggestions (no edit).

    `write` writes it, and returns the edit that came of it; `place` names its article.
    """

    said: str
    place: str
    write: Callable[[], Edit | None]
    edit: Edit | None = None
    kind: str = ""
    number: int = 0

    @property
    def sentence(self) -> str:
        """Return what waits and in which article, as a sentence without an end."""
        return f"{self.place}: {self.said}"

    def refusal(self, error: UserError) -> str:
        """Return the sentence for what fits no longer."""
        return f"{self.place}: {error}" if self.said in str(error) else f"{self.sentence}. {error}"


def place_of(project: Project, edit: Edit) -> str:
    """Return the article that the edit is about, in a few words."""
    ids = list(dict.fromkeys(change.article for change in edit.changes))
    if len(ids) != 1:
        return f"{len(ids):,} articles"
    if ids == [PROJECT]:
        return "Compare"
    return article_queries.titles(project, ids).get(ids[0]) or ids[0]


class Waiting(QObject):
    """The entries that wait for another program, the oldest first; `trouble` is what keeps them."""

    changed = Signal()  # something came, went, or is kept by something else
    landed = Signal(object, object)  # an Entry that was written, and the edit that came of it
    refused = Signal(list)  # sentences: what fits no longer

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self.entries: list[Entry] = []
        self.trouble: NotWritten | None = None
        self._timer = QTimer(self, interval=AGAIN)
        self._timer.timeout.connect(self.try_again)

    def __bool__(self) -> bool:
        return bool(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    @property
    def last(self) -> Entry | None:
        return self.entries[-1] if self.entries else None

    def add(self, entry: Entry) -> None:
        """Put the entry behind all others; its edit is seen in every set that is read from now on."""
        self.entries.append(entry)
        if entry.edit:
            self._project.late.edits.put(entry.edit)
        self._timer.start()
        self.changed.emit()

    def take_back(self) -> Entry:
        """Take the last entry away, as if it had never been made."""
        entry = self.entries[-1]
        self._drop(entry)
        self._project.learning.restart()  # what it decided is undecided again
        self.changed.emit()
        return entry

    def give_up(self) -> None:
        """Forget all that still waits: nobody sees it any more, and it is never written."""
        while self.entries:
            self._drop(self.entries[-1])
        self.trouble = None
        self.changed.emit()

    def close(self) -> None:
        """Try no more, with the project."""
        self._timer.stop()
        self.entries.clear()

    def counted(self) -> str:
        """Return how much waits, and in how many articles, in a few words.  Something must wait."""
        edits = [entry.edit for entry in self.entries if entry.edit]
        articles = {change.article for edit in edits for change in edit.changes}
        said = f"{_many(len(edits), 'edit')} in {_many(len(articles), 'article')}" if edits else ""
        rest = "new suggestions" if len(edits) < len(self.entries) else ""
        return " and ".join(filter(None, (said, rest)))

    def late_for(self, article: str, annotator: str) -> tuple[Change, ...]:
        """Return the changes to that set that wait, the oldest first."""
        changes = (change for edit in self._project.late.edits for change in edit.changes)
        return tuple(each for each in changes if (each.article, each.annotator) == (article, annotator))

    def why(self) -> NotWritten:
        """Return why the last is not saved, with the mark that says how many wait."""
        if self.trouble and not isinstance(self.trouble, Busy):
            return self.trouble
        return Busy(WAITS, waiting=len(self.entries))

    def try_again(self) -> None:
        """Write what can be written now, in its order, without waiting for anybody."""
        refused: list[str] = []
        before, end = (len(self.entries), str(self.trouble)), perf_counter() + TURN
        trouble: NotWritten | None = None
        while self.entries and not trouble and perf_counter() < end:
            entry = self.entries[0]
            try:
                with self._project.late.at_once():
                    made = entry.write()
            except NotWritten as error:
                trouble = error
            except UserError as error:
                self._drop(entry)
                refused.append(entry.refusal(error))
            else:
                self._drop(entry)
                self.landed.emit(entry, made)
        self.trouble = trouble
        if refused:
            self._project.learning.restart()
            self.refused.emit(refused)
        if before != (len(self.entries), str(trouble)):
            self.changed.emit()

    def _drop(self, entry: Entry) -> None:
        self.entries.remove(entry)
        if entry.edit:
            self._project.late.edits.drop(entry.edit)
        if not self.entries:
            self._timer.stop()


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
