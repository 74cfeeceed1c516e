"""One article of the evidence: title, outlet and day, and its text scrolled to the place in hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from annotations.articles import Article
from annotations.compare.material import ComparedArticle
from annotations.compare.table import TableColumn
from annotations.facts import Fact
from annotations.sheet import Sheet
from annotations.spans import Span
from ui.article.measures import Looks
from ui.compare.evidence.read_text import ReadText
from ui.compare.places import EvidencePlace
from ui.facts.fact_marks import FactMarks
from ui.facts.fact_painter import Shown
from ui.facts.fact_words import marked
from ui.key_words import filled
from ui.look.buttons import Button
from ui.look.layouts import Hair, Pane, column, row
from ui.look.lines import Elided
from ui.look.scripts import without_pictographs
from ui.plain_text import tip
from ui.widgets.target import Target

OPEN = "Open this place in Annotate ({key:evidence_open})"
GONE = "gone since"
SPACING = 1.35  # of lines, at most: the pane is narrow


class PlaceReader(Pane):
    """The article, with places of it one of which is in hand: its fact has chips as in Annotate, else its words a ring.

    `pointed`: a Target to open in Annotate; `turned`: another place is in hand.
    """

    pointed, turned = Signal(object), Signal()

    def __init__(self) -> None:
        super().__init__(ground="page")
        self.places: tuple[EvidencePlace, ...] = ()
        self.at = 0
        self._article: Article | None = None
        self._sheet: Sheet | None = None
        self.title, self.about = Elided(px=14, weight=600), Elided(px=12, role="text2")
        self.open = Button("", "arrow-right", kind="ghost", height=28, pad=6)
        self.open.setAccessibleName("Open in Annotate")
        self.open.setToolTip(tip(filled(OPEN)))
        self.view = ReadText()
        self.view.setAccessibleName("Evidence")
        self._marks = FactMarks(self.view)
        head = row(gap=4, margins=(16, 8, 8, 8))
        head.add(column(self.title, self.about, gap=2), 1)
        head.add(self.open)
        lines = column(head, Hair(), gap=0)
        lines.add(self.view, 1)
        self.setLayout(lines)
        self.setFocusProxy(self.view)
        self.open.clicked.connect(self._open)
        self.view.wanted_open.connect(self._open)
        self.view.stepped.connect(self.step)

    @property
    def place(self) -> EvidencePlace | None:
        """Return the place in hand."""
        return self.places[self.at] if self.places else None

    @property
    def fact(self) -> Fact | None:
        """Return the fact of the place in hand; None for a mention, and for one that is gone."""
        place, sheet = self.place, self._sheet
        return sheet.fact(place.fact) if place and place.fact and sheet else None

    def look(self, looks: Looks) -> None:
        """Take font, size and badges as they are in Annotate; the lines stand closer."""
        given = {name: value for name, value in vars(looks).items() if name not in ("hues", "spacing")}
        self.view.appearance.choose(**given, spacing=min(SPACING, looks.spacing))

    def show_places(
        self, article: Article, sheet: Sheet, places: Sequence[EvidencePlace], hues: Mapping[str, int]
    ) -> None:
        """Show the article as it is on the sheet, at the first of the places or the one that was in hand."""
        before = self.place
        self.view.appearance.choose(hues=dict(hues))
        self._show_text(article, sheet)
        self._sheet, self.places = sheet, tuple(places)
        self.at = self.places.index(before) if before in self.places else 0
        self._show()

    def _show_text(self, article: Article, sheet: Sheet) -> None:
        """Show the text with the spans on the sheet; where it is the same text, only what changed."""
        spans = {span.id: span for span in sheet if span.end <= len(article.text)}
        if self._article is None or (self._article.id, self._article.text) != (article.id, article.text):
            self._marks.show(Shown())  # they are of another text
            self.view.set_article(article.text, spans.values(), list(sheet.boilerplate))
        else:
            self.view.change_spans(*_changed(self.view.spans, spans))
        self._article = article

    def step(self, step: int) -> None:
        """Have the next place (1) in hand, or the one before (-1)."""
        if self.places:
            self.at = (self.at + step) % len(self.places)
            self._show()

    def _show(self) -> None:
        """Mark the place in hand and bring it into view, the trigger or the words themselves last."""
        place, view, fact = self.place, self.view, self.fact
        if place is None:
            return
        self._marks.show(marked(fact) if fact and fact.ranges()[-1][1] <= len(view.text) else Shown())
        view.set_caret(place.start, reveal=False)
        here = next((one.id for one in view.spans.values() if _stands_at(one, place)), None)
        view.set_focus(None if place.fact else here, reveal=False)
        if fact is None and here is None:
            view.set_selection(min(place.start, len(view.text)), min(place.end, len(view.text)))
        self._reveal(place, [at for bounds in (fact.ranges() if fact else ()) for at in bounds])
        self._tell(is_gone=place.fact is not None and fact is None)

    def _reveal(self, place: EvidencePlace, also: Sequence[int]) -> None:
        """Bring the words into view with those of the fact, as far as there is room."""
        most = len(self.view.text)
        for at in (max([place.end, *also]), min([place.start, *also]), place.start):
            self.view.reveal(min(at, most))

    def _tell(self, *, is_gone: bool) -> None:
        if (article := self._article) is None:
            return
        called = TableColumn((ComparedArticle(article),))
        self.title.setText(without_pictographs(called.title))
        count = f"place {self.at + 1} of {len(self.places)}" if len(self.places) > 1 else ""
        parts = (called.outlet, called.day if article.published else "", count, GONE if is_gone else "")
        self.about.setText("  ·  ".join(filter(None, parts)))
        said = ", ".join(filter(None, (called.title, *parts)))
        self.view.setAccessibleDescription(said)
        self.turned.emit()

    def _open(self) -> None:
        if place := self.place:
            self.pointed.emit(Target(place.article, place.start, place.end, place.fact))


def _stands_at(span: Span, place: EvidencePlace) -> bool:
    return (span.start, span.end) == (place.start, place.end)


def _changed(old: Mapping[str, Span], new: Mapping[str, Span]) -> tuple[list[str], list[Span]]:
    gone = [id_ for id_, span in old.items() if new.get(id_) != span]
    return gone, [span for id_, span in new.items() if old.get(id_) != span]
