"""The scripted annotator of the demo: decides spans and facts of an article by keys.

Facts are decided in the list of facts, where every one is in focus in turn.
"""

from __future__ import annotations

from annotations.facts import Fact
from annotations.sheet import touches
from annotations.spans import Span, Status
from ui.actions import CARET
from ui.demo.hands import Hands
from ui.demo.judgement import SHIPS, Changes, Judgement
from ui.fixed_keys import FIXED
from ui.key_words import USUAL

CONFIDENT = 0.65  # a span that scores less is rejected
SHIP = "PRODUCT"
TO_THE_START = next(key for key, *moves in CARET if moves == ["edge", -1, False])
ALL = 10_000  # decisions, more than an article has


class Annotator:
    """The annotator at the window; the article at hand is what is decided."""

    def __init__(self, hands: Hands) -> None:
        self._hands, self._window, self._session = hands, hands.window, hands.session

    def annotate(self) -> str:
        """Decide all of the article, label what nobody suggested, and finish; return a line about it."""
        article, decided = self._session.article, self.decide_spans()
        self._label_the_unseen()
        facts = self.decide_facts()
        sheet = self._session.sheet
        spans, stated = len(sheet.confirmed), len(sheet.facts())
        self._hands.press(USUAL["finish"][0])
        title = article.title if article else ""
        return f"{title[:60]}: {decided} spans decided, {spans} stay; {facts} facts decided, {stated} stay"

    # --- spans

    def decide_spans(self, most: int = ALL) -> int:
        """Decide the article's suggested spans from its start on; return how many."""
        self._hands.press(TO_THE_START)
        decided = 0
        while decided < most and len(self._session.sheet.undecided):
            span = self._focused()
            if span is None or span.status is not Status.SUGGESTED:
                self._hands.press(USUAL["next_suggestion"][0])
            else:
                self._decide(span)
                decided += 1
        return decided

    def _decide(self, span: Span) -> None:
        """Confirm the span in focus, or reject it; a ship with another label gets its own."""
        if self._session.text[span.start : span.end] in SHIPS and span.label != SHIP:
            self._hands.press(self._ship_key())
        else:
            self._hands.press(USUAL["reject" if self._is_poor(span) else "confirm"][0])

    def _is_poor(self, span: Span) -> bool:
        is_name = self._session.text[span.start].isupper()
        return span.score is not None and span.score < CONFIDENT and not is_name

    def _label_the_unseen(self) -> None:
        """Label by key what nobody suggested and the annotator knows: the ships of the story."""
        for name in SHIPS:
            while (place := self._unlabelled(name)) is not None:
                self._window.view.set_selection(place, place + len(name))
                self._hands.press(self._ship_key())

    def _ship_key(self) -> str:
        schema = self._session.project.schema if self._session.project else None
        return ((schema.labels[SHIP].key if schema else None) or "").upper()

    def _unlabelled(self, wording: str) -> int | None:
        """Return where the wording stands, on token bounds, in the article itself, with no span over it."""
        text, view, start, sheet = self._session.text, self._window.view, -1, self._session.sheet
        while (start := text.find(wording, start + 1)) >= 0:
            end = start + len(wording)
            first, last = view.article.tokens.at(start), view.article.tokens.at(end - 1)
            on_tokens = bool(first and last and first[0] == start and last[1] == end)
            taken = sheet.confirmed.overlapping(start, end) or touches(sheet.boilerplate, start, end)
            if on_tokens and not taken:
                return start
        return None

    def _focused(self) -> Span | None:
        focus = self._window.view.focus_id
        return self._session.sheet.get(focus) if focus else None

    # --- facts

    def decide_facts(self, most: int = ALL) -> int:
        """Decide the article's suggested facts in text order; return how many."""
        decided, project = 0, self._session.project
        if project is None or not self._session.sheet.undecided_facts():
            return 0
        self._hands.press(TO_THE_START)
        self.enter_facts()
        while decided < most and self._session.sheet.undecided_facts():
            fact = self._fact()
            if fact is None or fact.status is not Status.SUGGESTED:
                self._hands.press(FIXED["facts_confirm"].keys[0], self._facts)
                continue
            judgement = Judgement(self._session.sheet, self._session.text, project.schema)
            changes = judgement.on(fact)
            if changes:
                self._change(changes)
            else:
                name = "facts_reject" if changes is None else "facts_confirm"
                self._hands.press(FIXED[name].keys[0], self._facts)
            decided += 1
        self._hands.press(USUAL["leave"][0], self._facts)
        return decided

    def enter_facts(self) -> None:
        """Give the list of facts the keyboard; the first undecided fact is in focus then."""
        self._window.verbs["facts_panel"].trigger()
        self._hands.settle()  # the panel shows its rows then
        self._facts = self._window.work.panels.here().list
        while not self._facts.hasFocus():
            self._hands.press(USUAL["next_pane"][0])

    def _fact(self) -> Fact | None:
        focus = self._session.fact_id
        return self._session.sheet.fact(focus) if focus else None

    def _change(self, changes: Changes) -> None:
        """Fill the roles of the fact in focus anew, which confirms it."""
        building, strip, view = self._window.work.building, self._window.work.strip, self._window.view
        self._hands.press(USUAL["leave"][0], self._facts)
        self._hands.press(USUAL["change_fact"][0])
        for name, fillers in changes.items():
            while building.draft and not (building.draft.role and building.draft.role.name == name):
                self._hands.press(FIXED["fact_on"].keys[0], strip)
            while building.draft and building.draft.there:
                self._hands.press(FIXED["fact_empty"].keys[0], strip)
            for bounds in fillers:
                view.set_selection(*bounds)
                self._hands.press(FIXED["fact_done"].keys[0], strip)
        while building.is_open:  # a needed role that stays open is asked for once
            self._hands.press(FIXED["fact_done"].keys[0], strip)
        self.enter_facts()
