"""Roles that stand in the sentence before: "A blast tore through a market. It killed four"."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.facts import Filler
from annotations.suggest.facts import roles
from annotations.suggest.facts.grammar.phrases import Phrase, Phrases
from annotations.suggest.facts.grammar.syntax import subject
from annotations.suggest.facts.word_lists import EVENTS, STATES

POINTING = frozenset({"it", "this", "that", "they", "these"})


def told_before(made: Phrases, n: int, before: Phrases) -> list[Filler]:
    """Return the event of the sentence `before` that "it" stands for, as the subject of verb group `n`.

    That is its first subject that is an event, else its first event; none where there is no such.
    """
    if made[n].kind != "verb" or made[n].passive or made[n].text in STATES:
        return []
    who = subject(made, n)
    if len(who) != 1 or who[0].text not in POINTING:
        return []
    happened = next(_events(before), None)
    return [] if happened is None else [roles.bare(happened)]


def _events(before: Phrases) -> Iterator[Phrase]:
    """Yield the events of the sentence, those that are a subject first."""
    acting = [one for n, p in enumerate(before) if p.kind == "verb" for one in subject(before, n)]
    for phrase in (*acting, *before):
        if phrase.kind == "noun" and phrase.text in EVENTS:
            yield phrase
