"""The article at hand among the others: the entity of the span in focus, and the facts that others contradict.

Both are found out once the keys rest, a little at a time; before, nothing is said.  Nothing is said either where
no search across articles was made.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.errors import UserError
from annotations.spans import Span
from annotations.text.counts import counted
from ui.across.across_line import AcrossLine
from ui.across.idle import IdleQuestions
from ui.annotate.targets import focused
from ui.article.article_view import ArticleView
from ui.compare.search_words import MADE_FOR
from ui.facts.fact_layer import FactLayer
from ui.facts.fact_place import fact_in_focus
from ui.frame.first_paint import FirstPaint
from ui.panels import FACTS, Panels
from ui.session import Session

if TYPE_CHECKING:
    from models.queries.comparing.across import Across
    from models.queries.comparing.contradicted import Contradictions
    from models.queries.comparing.mentioned import MentionedEntity
    from models.queries.comparing.steps import Steps

REST = 60  # milliseconds without another span or fact in focus, or another edit
NO_NAME = "Go to a name or a fact first: {key:compare_entity} shows what other articles have of it."
NO_THING = "A {label} names no thing, so it has no entity."
ENTITY, AGAINST, LOADING = "entity", "against", "loading"
MODULES = (  # that are loaded once a search was made, one at a turn: together they take as long as a key may not wait
    "babel.core",
    "annotations.compare.names.fold",
    "annotations.compare.verdicts.days",
    "annotations.compare.verdicts.counts",
    "annotations.compare.verdicts.computing",
    "annotations.sentences",
    "annotations.compare.table",
    "annotations.compare.resolving",
    "models.queries.comparing.mentioned",
    "models.queries.comparing.contradicted",
)


class OtherArticles(QObject):
    """The words on other articles: in `line`, at the facts' triggers and on their cards.

    `wanted`: the kind, "span" or "fact", and the key of what is to be shown in Compare.
    """

    wanted = Signal(str, str)

    def __init__(
        self, session: Session, view: ArticleView, layer: FactLayer, panels: Panels, line: AcrossLine
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._layer, self._line = session, view, layer, line
        self._across: Across | None = None
        self._contradictions: Contradictions = {}
        self._entity: MentionedEntity | None = None
        self._is_shown_old = True
        self._made_for = ""  # another annotator, for whom the proposals were made
        self._cards: Any = None
        self._questions, self._is_loaded = IdleQuestions(self), False
        self._focus_rests = QTimer(self, interval=REST, singleShot=True)
        self._edits_rest = QTimer(self, interval=REST, singleShot=True)
        FirstPaint(view.viewport()).over.connect(self._painted)
        line.hide()
        line.pressed.connect(self.compare)
        panels.made.connect(self._tie)
        self._connect()

    def _connect(self) -> None:
        session = self._session
        session.project_opened.connect(self._begin)
        session.project_closed.connect(self._end)
        session.article_opened.connect(self._turn)
        session.rows_changed.connect(self._forget)
        for changed in (session.articles_changed, session.schema_changed):
            changed.connect(lambda: self._forget(None))
        for shown in (session.edited, session.reloaded):
            shown.connect(lambda: self._forget([]))
        for moved in (self._view.focus_changed, session.fact_focused):
            moved.connect(self._move)

    def _painted(self) -> None:
        """Ask from now on: an article is there to be read."""
        self._focus_rests.timeout.connect(self._ask_entity)
        self._edits_rest.timeout.connect(self._ask_contradictions)
        self._edits_rest.start()
        self._focus_rests.start()

    def _tie(self, name: str, panel: Any) -> None:
        if name == FACTS:
            self._cards = panel.list
            panel.list.card.against.clicked.connect(self.compare)
            panel.list.tell_against(self._words())

    # --- what was read

    def _begin(self) -> None:
        self._across = None
        self._turn()

    def _end(self) -> None:
        self._questions.drop()
        self._across = None

    def _turn(self) -> None:
        """Say nothing of the article before."""
        self._show_contradictions({})
        self._forget([])
        self._move()

    def _forget(self, articles: list[str] | None) -> None:
        """Ask anew, once the keys rest; those articles are others now, None for all."""
        if self._across:
            self._across.forget(articles)
        self._is_shown_old = True
        self._edits_rest.start()
        self._focus_rests.start()

    def _move(self) -> None:
        """Say nothing of what was in focus before."""
        self._questions.drop(ENTITY)
        self._show_entity(None)
        self._focus_rests.start()

    # --- what is asked

    def _ready(self) -> Across | None:
        """Return what is read across, with the article as it is shown; None where there is nothing to ask."""
        session, found_for = self._session, self._searched_for()
        self._line.setVisible(bool(found_for))
        is_others = found_for not in ("", session.annotator)
        self._made_for = found_for if is_others else ""
        if is_others:
            self._say()
        if found_for != session.annotator or session.article is None or session.project is None:
            return None
        if not self._is_loaded:
            self._questions.ask(LOADING, _loading(), self._go_on)
            return None
        from models.queries.comparing import across, gathering

        if self._across is None:
            self._across = across.Across(session.project, session.annotator)
        if self._is_shown_old:
            self._across.take(gathering.as_shown(session.article, session.sheet))
            self._is_shown_old = False
        return self._across

    def _go_on(self, _: object) -> None:
        self._is_loaded = True
        self._forget([])

    def _searched_for(self) -> str:
        """Return the annotator for whom the last search was, "" while there was none."""
        from models.queries.comparing import proposals  # not at the start of the window

        project = self._session.project
        try:
            return proposals.searched_for(project) if project else ""
        except UserError:  # whoever opens Compare is told why
            return ""

    def _ask_entity(self) -> None:
        across, span, article = self._ready(), self._span(), self._session.article
        if across and article and span:
            from models.queries.comparing.mentioned import entity_of_mention

            self._questions.ask(ENTITY, entity_of_mention(across, article.id, span.id), self._show_entity)

    def _ask_contradictions(self) -> None:
        across, article = self._ready(), self._session.article
        if across and article:
            from models.queries.comparing.contradicted import contradicted

            self._questions.ask(AGAINST, contradicted(across, article.id), self._show_contradictions)
        else:
            self._show_contradictions({})

    def _span(self) -> Span | None:
        """Return the span in focus, or the one that the caret stands in, unless a fact has the focus."""
        if fact_in_focus(self._session):
            return None
        return focused(self._session, self._view) or self._view.article.span_at(self._view.caret)

    # --- what is said

    def _show_entity(self, found: MentionedEntity | None) -> None:
        self._entity = found
        self._say()

    def _show_contradictions(self, found: Contradictions) -> None:
        self._contradictions = found
        judged = {id_ for id_, ones in found.items() if any(one.is_judged for one in ones)}
        self._layer.show_against(self._words(), judged)
        if self._cards is not None:
            self._cards.tell_against(self._words())
        self._say()

    def _words(self) -> Mapping[str, str]:
        """Return what others say against each fact, in words."""
        return {id_: "; ".join(map(str, ones)) for id_, ones in self._contradictions.items()}

    def _say(self) -> None:
        fact = self._session.fact_id
        if self._made_for:
            self._line.say(MADE_FOR.format(annotator=self._made_for), "warn")
        elif fact and (said := self._words().get(fact)):
            self._line.say(f"✕ Contradicted: {said}", "bad")
        elif fact is None and self._entity:
            self._line.say(str(self._entity))
        elif count := len(self._contradictions):
            are = "are" if count > 1 else "is"
            self._line.say(f"✕ {counted(count, 'fact')} here {are} contradicted by other articles")
        else:
            self._line.say("")

    def compare(self) -> None:
        """Show the fact in focus, or the entity of the span, in Compare."""
        from annotations.compare.items import key_of  # not at the start of the window

        article, fact, span = self._session.article, fact_in_focus(self._session), self._span()
        if article and fact:
            self.wanted.emit("fact", key_of(article.id, fact.id))
        elif article and span and _is_naming(span):
            self.wanted.emit("span", key_of(article.id, span.id))
        elif article:
            self._session.noted.emit(NO_THING.format(label=span.label) if span else NO_NAME)


def _loading() -> Steps[None]:
    for name in MODULES:
        import_module(name)
        yield


def _is_naming(span: Span) -> bool:
    from annotations.compare.material import is_naming  # not at the start of the window

    return is_naming(span.label)
