"""The evidence of a review: the article with the spans of the cases, and brackets for the case in hand."""

from __future__ import annotations

from PySide6.QtCore import Signal

from annotations.review.cases import Item, content
from annotations.schema.types import Schema
from annotations.spans import Span
from ui.article.article_view import ArticleView
from ui.article.measures import Looks
from ui.look.layouts import Pane, column, row
from ui.look.lines import Caption
from ui.look.scale import px
from ui.review import review_spans
from ui.review.agreed_layer import AgreedLayer
from ui.review.brackets import SPACING, Brackets, evidence
from ui.review.case_in_hand import Hand


class EvidencePane(Pane):
    """The whole article, scrolled to the case in hand.  `pointed`: the box of the case of that key was clicked."""

    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__(ground="page")
        self._is_showing = False
        self._owner: dict[str, str] = {}  # the case's key, by the id of a span that is shown
        self._hand: Hand | None = None
        self._article, self._at = "", ("", "")  # which article is shown, and which case of which
        self.view = ArticleView()
        self.agreed, self.brackets = AgreedLayer(self.view), Brackets(self.view)
        text = column(row(Caption("In the article"), margins=(28, 12, 28, 0)), gap=0)
        text.add(self.view, 1)
        self.setLayout(text)
        self.view.focus_changed.connect(self._focus)

    def look(self, looks: Looks) -> None:
        """Take font, size and badges as they are elsewhere; the lines stand apart for the brackets."""
        own = {"hues", "spacing"}
        given = {k: v for k, v in vars(looks).items() if k not in own}
        self.view.appearance.choose(**given, spacing=max(SPACING, looks.spacing))

    def show_schema(self, schema: Schema) -> None:
        """Take the labels' hues."""
        self.agreed.show_schema(schema)
        self.view.appearance.choose(hues=review_spans.hues(schema))

    def show_case(self, hand: Hand) -> None:
        """Show what the hand holds: its article, the spans of all its cases, and what its case is about."""
        self._hand, view = hand, self.view
        found = review_spans.shown(hand.work, hand.cases, hand.at, hand.letters) if hand.work else {}
        self.agreed.show(
            review_spans.agreed(hand.work, [span for span, _ in found.values()]) if hand.work else ()
        )
        self._owner = {id_: key for id_, (_, key) in found.items()}
        text = hand.work.text if hand.work else ""
        self._is_showing = True
        article = hand.work.gold.article if hand.work else ""
        if (article, text) != (self._article, view.text):
            self._article = article
            view.set_article(text, [span for span, _ in found.values()])
        else:
            view.change_spans(*review_spans.changed(view.spans, found))
        self._point_out(hand)
        self._is_showing = False

    def _point_out(self, hand: Hand) -> None:
        """Focus the case in hand, outline what is drafted for it, and draw what each took."""
        case, draft = hand.at, hand.draft
        mine = [id_ for id_, key in self._owner.items() if case and key == case.key]
        if case and (case.article, case.key) != self._at:
            self.view.place.set_caret(case.place[0], reveal=False)
        self._at = (case.article, case.key) if case else ("", "")
        if self.view.selection is None:
            self.view.set_focus(mine[0] if mine else None)
        is_new = isinstance(draft, Span) and content(draft) not in map(content, _readings(hand))
        self.view.place.set_preview((draft.start, draft.end) if isinstance(draft, Span) and is_new else None)
        self.brackets.show(evidence(case, hand.letters))
        self.reveal()

    def reveal(self) -> None:
        """Scroll so that all of the evidence is in view, or at least where the case begins."""
        case, shown = self._hand.at if self._hand else None, self.brackets.shown
        if case is None or self.view.selection:
            return
        places = [*case.place, *(at for low, high in shown.ranges() for at in (low, high))]
        self.view.reveal(max(places))
        bar, below = self.view.verticalScrollBar(), self.view.caret_rect(max(places)).bottom() + px(24)
        bar.setValue(bar.value() + max(0, below - self.view.viewport().height()))
        self.view.reveal(min(places))
        self.view.reveal(case.place[0])

    def _focus(self, id_: str | None) -> None:
        """Ask for the case whose box was clicked."""
        if id_ and not self._is_showing and (key := self._owner.get(id_)):
            self.pointed.emit(key)


def _readings(hand: Hand) -> list[Item]:
    """Return the items that stand in the text for the case in hand."""
    work, case = hand.work, hand.at
    return [*case.sides.values(), *work.taken(case)] if work and case else []
