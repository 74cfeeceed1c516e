"""The scripted annotator of the demo: decides an article by keys, along the path from stop to stop.

The spans of a sentence come first, then its facts.
"""

from __future__ import annotations

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.sheet import touches
from annotations.spans import Span, Status
from annotations.stops import SentencePlaces, place_of
from ui.actions import CARET
from ui.demo.hands import Hands
from ui.demo.judgement import SHIPS, Changes, Judgement
from ui.fixed_keys import FIXED
from ui.key_words import USUAL

CONFIDENT = 0.65  # a span that scores less is rejected
SHIP = "PRODUCT"
TO_THE_START = next(key for key, *moves in CARET if moves == ["edge", -1, False])
ALL = 10_000  # decisions, more than an article has


@dataclass
class DecidedCounts:
    """The numbers of spans and facts decided."""

    spans: int = 0
    facts: int = 0


class Annotator:
    """The annotator at the window; the article at hand is what is decided."""

    def __init__(self, hands: Hands) -> None:
        self._hands, self._window, self._session = hands, hands.window, hands.session

    def annotate(self) -> str:
        """Decide all of the article, label what nobody suggested, and finish; return a line about it."""
        article, decided, sheet = self._session.article, self.decide(), self._session.sheet
        spans, stated = len(sheet.confirmed), len(sheet.facts())
        self._hands.press(USUAL["finish"][0])
        title = article.title if article else ""
        there = f"{decided.spans} spans decided, {spans} stay; {decided.facts} facts decided, {stated} stay"
        return f"{title[:60]}: {there}"

    def go_on(self) -> None:
        """Go on from the card of what is done."""
        card = self._window.ending.card
        if card.isVisible():
            self._hands.press(FIXED["done_next"].keys[0], card)

    def decide(self, spans: int = ALL) -> DecidedCounts:
        """Decide the article from its start on, or as many spans of it and the facts on the way; return how many."""
        self._hands.press(TO_THE_START)
        self._places = SentencePlaces(self._session.text)
        decided, sheet = DecidedCounts(), self._session.sheet
        while decided.spans < spans and (len(sheet.undecided) or sheet.undecided_facts()):
            fact, span = self._fact(), self._focused()
            if fact and fact.status is Status.SUGGESTED:
                decided.facts += self._decide_fact(fact)
            elif not fact and span and span.status is Status.SUGGESTED:
                self._decide(span)
                decided.spans += 1
            else:
                self._hands.press(USUAL["next_suggestion"][0])
        if decided.spans < spans:
            self._label_the_unseen(len(self._session.text))
        return decided

    # --- spans

    def _decide(self, span: Span) -> None:
        """Confirm the span in focus, or reject it; a ship with another label gets its own."""
        if self._session.text[span.start : span.end] in SHIPS and span.label != SHIP:
            self._hands.press(self._ship_key())
        else:
            self._hands.press(USUAL["reject" if self._is_poor(span) else "confirm"][0])

    def _is_poor(self, span: Span) -> bool:
        is_name = self._session.text[span.start].isupper()
        return span.score is not None and span.score < CONFIDENT and not is_name

    def _label_the_unseen(self, before: int) -> bool:
        """Label by key what nobody suggested before that place and the annotator knows: the ships of the story."""
        found = False
        for name in SHIPS:
            while (place := self._unlabelled(name, before)) is not None:
                self._window.view.set_selection(place, place + len(name))
                self._hands.press(self._ship_key())
                found = True
        return found

    def _ship_key(self) -> str:
        schema = self._session.project.schema if self._session.project else None
        return ((schema.labels[SHIP].key if schema else None) or "").upper()

    def _unlabelled(self, wording: str, before: int) -> int | None:
        """Return where the wording stands, on token bounds, in the article itself, with no span over it."""
        text, view, start, sheet = self._session.text, self._window.view, -1, self._session.sheet
        while (start := text.find(wording, start + 1, before)) >= 0:
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

    def _decide_fact(self, fact: Fact) -> bool:
        """Decide the fact in focus; return False where the ships of its sentence had to be labelled first."""
        session = self._session
        if self._label_the_unseen(self._places.at(place_of(fact))[1]):
            return False
        if session.project is None:
            return False
        changes = Judgement(session.sheet, session.text, session.project.schema).on(fact)
        if changes:
            self._change(changes)
        elif changes is None:
            self._hands.press(USUAL["reject"][0])
        else:
            self._confirm(fact)
        return True

    def _confirm(self, fact: Fact) -> None:
        """Confirm the fact; a needed role that stays open is pointed out once."""
        while (now := self._session.sheet.fact(fact.id)) and now.status is Status.SUGGESTED:
            self._hands.press(USUAL["confirm"][0])

    def _fact(self) -> Fact | None:
        focus = self._session.fact_id
        return self._session.sheet.fact(focus) if focus else None

    def _change(self, changes: Changes) -> None:
        """Fill the roles of the fact in focus anew, which confirms it."""
        building, strip, view = self._window.work.building, self._window.work.strip, self._window.view
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
