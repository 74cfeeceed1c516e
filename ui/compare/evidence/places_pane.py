"""The evidence of the cell in hand: its article at the fact; of two articles both, one over or beside the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from annotations.articles import Article
from annotations.errors import UserError
from annotations.sheet import Sheet
from ui.article.measures import Looks
from ui.compare.evidence.place_reader import PlaceReader
from ui.compare.places import EvidencePlace
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus, Verb
from ui.look.empty import Empty
from ui.look.layouts import Hair, Pane, column
from ui.look.lines import Elided
from ui.look.restyled import follow
from ui.look.scale import px
from ui.session import Session

WIDE = 720  # pixels at 100 %, of the pane: with so many, two articles stand side by side
NONE = "Where an article says something of the row in hand, it is shown here."
MORE = "{of} articles are marked; the first two are shown."
_OPEN = Verb("evidence_open", "Open in Annotate", "arrow-right", spelled(FIXED["evidence_open"].keys))
_NEXT = Verb("evidence_next", "Next place", "skip-forward", spelled(FIXED["evidence_next"].keys))
_BACK = Verb("compare_leave", "Back", "arrow-left")


class PlacesPane(Pane):
    """The pane, with a reader for each of two articles.

    `pointed`: a Target to open in Annotate; `turned`: another place is in hand.
    """

    pointed, turned = Signal(object), Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(ground="page")
        self._session = session
        self._places: tuple[EvidencePlace, ...] = ()
        self._articles: dict[str, Article] = {}
        self._sheets: dict[str, Sheet] = {}
        self.readers = (PlaceReader(), PlaceReader())
        self.more = Elided(px=12, role="text2")
        self.both = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.both.setHandleWidth(1)
        self.stack, self.empty = QStackedWidget(), Empty("file", NONE)
        self._lay_out()
        for reader in self.readers:
            reader.pointed.connect(self.pointed)
            reader.turned.connect(self.turned)
        for changed in (session.edited, session.reloaded, session.articles_changed, session.schema_changed):
            changed.connect(self._look_again)
        session.rows_changed.connect(lambda ids: self._look_again())
        self.show_places(())
        follow(self)

    def _lay_out(self) -> None:
        for reader in self.readers:
            reader.setMinimumSize(1, 1)
            self.both.addWidget(reader)
        self._more = Pane(column(self.more, Hair(), margins=(16, 6, 0, 0)), ground="page")
        lines = column(self._more, gap=0)
        lines.add(self.both, 1)
        for part in (Pane(lines, ground="page"), self.empty):
            self.stack.addWidget(part)
        self.setLayout(column(self.stack, gap=0))
        self.setFocusProxy(self.readers[0])

    # --- what is shown

    def look(self, looks: Looks) -> None:
        """Take the looks of the article in Annotate."""
        for reader in self.readers:
            reader.look(looks)

    def show_places(self, places: Sequence[EvidencePlace]) -> None:
        """Show these; of more than two articles the first two, and of articles of one text the first."""
        self._places = tuple(places)
        by_article: dict[str, list[EvidencePlace]] = {}
        for place in places:
            by_article.setdefault(place.article, []).append(place)
        shown = self._distinct(by_article)
        project, by = self._session.project, self._session.annotator
        if project is None:
            shown = []
        for reader, article in zip(self.readers, shown, strict=False):
            if article.id not in self._sheets and project:
                self._sheets[article.id] = project.sheet(article.id, by)
            hues = {one.name: one.hue for one in project.schema.labels.values()} if project else {}
            reader.show_places(article, self._sheets[article.id], by_article[article.id], hues)
        kept = {article.id for article in shown[:2]}
        self._articles = {id_: one for id_, one in self._articles.items() if id_ in kept}
        self._sheets = {id_: one for id_, one in self._sheets.items() if id_ in kept}
        self._lay_readers(len(shown))

    def _distinct(self, ids: Iterable[str]) -> list[Article]:
        """Return the articles, of those with one text the first, without those that were removed."""
        found: dict[str, Article] = {}
        for id_ in ids:
            if article := self._read(id_):
                found.setdefault(article.text, article)
        return list(found.values())

    def _read(self, id_: str) -> Article | None:
        """Return the article, read unless it was; None for one that was removed.  One that is open is as shown."""
        session = self._session
        if session.article and session.article.id == id_:
            self._articles[id_], self._sheets[id_] = session.article, session.sheet
        elif id_ not in self._articles and session.project:
            try:
                self._articles[id_] = session.project.article(id_)
            except UserError:
                return None
        return self._articles.get(id_)

    def _lay_readers(self, count: int) -> None:
        if (count > 1) is self.readers[1].isHidden():
            self.readers[1].setVisible(count > 1)
            self.restyle()  # what was hidden had no room
        self._more.setVisible(count > 2)
        self.more.setText(MORE.format(of=count))
        had = self._has_keyboard()
        self.stack.setCurrentIndex(0 if count else 1)
        if had and not self._reader().isVisibleTo(self):
            self.readers[0].setFocus()
        self.turned.emit()

    def _look_again(self) -> None:
        """Read what is shown anew: something was written."""
        self._articles.clear()
        self._sheets.clear()
        if self.isVisible():
            self.show_places(self._places)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_places(self._places)

    # --- size, and who has the keyboard

    def restyle(self) -> None:
        """Take the scale in force."""
        is_wide = self.width() >= px(WIDE)
        self.both.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)
        half = (self.width() if is_wide else self.height()) // 2
        self.both.setSizes([half, half])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def parts(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in order."""
        return tuple(reader.view for reader in self.readers if not reader.isHidden())

    def in_focus(self) -> InFocus:
        """Return what the foot says of the place in hand."""
        reader = self._reader()
        if reader.place is None or not self._places:
            return InFocus("none", "Evidence", "nothing is said here", "file", (_BACK,))
        verbs = (_OPEN, _NEXT, _BACK) if len(reader.places) > 1 else (_OPEN, _BACK)
        return InFocus("none", reader.title.text(), reader.about.text(), "file", verbs)

    @property
    def does(self) -> dict[str, Callable[[], object]]:
        """Return what the verbs do that are no actions."""
        return {
            "evidence_open": lambda: self._reader().view.wanted_open.emit(),
            "evidence_next": lambda: self._reader().step(1),
        }

    def _reader(self) -> PlaceReader:
        """Return the reader that has the keyboard, else the first."""
        focus = QApplication.focusWidget()
        return next((one for one in self.readers if focus and one.isAncestorOf(focus)), self.readers[0])

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)
