"""Words for a case to look at again: what was decided before a side changed, or in what reviewers differ."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.review.adjudication import Adjudication
from annotations.review.cases import Case, Item, content, same
from annotations.review.fair.anonymous import decider
from annotations.schema.types import Schema
from annotations.sets import Decision
from ui.review import case_words
from ui.review.case_parts import OPEN
from ui.review.votes import Called, Vote, named

BEFORE, AS_NOW = "before", "as now"


def why(work: Adjudication, case: Case, me: str, called: Called = str) -> str:
    """Return why the case is to be looked at again, in a few words; "" when it is not."""
    if said := sorted(work.conflict(case), key=lambda one: one.by):
        return (
            f"reviewers differ: {', '.join(f'{decider(one.by, called)} {_did(one, called)}' for one in said)}"
        )
    said_then = work.changed(case)
    if said_then is None:
        return ""
    since = f"since {_you(said_then.by, me, called)} decided"
    return f"{named(came, called)} came {since}" if (came := _came(case, said_then)) else f"changed {since}"


def then(work: Adjudication, case: Case, me: str, called: Called = str) -> str:
    """Return what was decided on the case before it changed, why, and by whom; "" when nothing was."""
    said = work.changed(case)
    if said is None or work.conflict(case):
        return why(work, case, me, called)
    reason = ": ".join(filter(None, (said.reason, said.note)))
    return f"before, {_you(said.by, me, called)} {_did(said, called)}{f' ({reason})' if reason else ''}"


def old_reading(
    vote: Vote, case: Case, said: Decision, text: str, schema: Schema, called: Called = str
) -> str:
    """Return what those who have the reading had when that was decided; by name when they had different things."""
    saw = dict(said.saw)
    had = {who: _told(saw[who], vote.item, case, text, schema) for who in vote.who if who in saw}
    if len(set(had.values())) < 2:
        return next(iter(had.values()), OPEN)
    return "; ".join(f"{called(who)}: {words}" for who, words in had.items())


def old_gold(items: Sequence[Item], text: str, schema: Schema) -> str:
    """Return what the decision gave gold."""
    return ", ".join(case_words.item_told(item, text, schema) for item in items) or case_words.item_told(
        None, text, schema
    )


def _came(case: Case, said: Decision) -> list[str]:
    """Return who is a side only since the decision; nobody where one of the others has changed."""
    saw = dict(said.saw)
    held = all(same(item, case.sides.get(who), case.ordered) for who, item in saw.items())
    return [who for who in case.of if who not in saw] if held and saw.keys() <= set(case.of) else []


def _told(item: Item | None, now: Item | None, case: Case, text: str, schema: Schema) -> str:
    before, after = (one and content(one, case.ordered) for one in (item, now))
    return AS_NOW if before == after else case_words.item_told(item, text, schema)


def _you(who: str, me: str, called: Called = str) -> str:
    return "you" if who == me else decider(who, called)


def _did(said: Decision, called: Called = str) -> str:
    """Return what was decided, as what somebody did: took anna’s, said nothing here."""
    words = case_words.took(said, said.made, called)
    return words if words.startswith("took ") else f"said {words}"
