"""Whether a verb is meant in the sense of its fact type, told by what it is done to: "sent troops", not "sent a letter"."""

from __future__ import annotations

from annotations.propose.draft import Draft
from annotations.propose.lists import AIMED, CLAUSAL, COUNTED, FORCE, OBJECTLESS, SELECTS
from annotations.propose.syntax import Phrases
from annotations.propose.whole import named


def selects(made: Phrases, draft: Draft, found: Phrases) -> bool:
    """Whether the verb is done to what it is done to in its type's sense: "sent troops", not "sent a letter"."""
    behind = made[draft.n + 1] if draft.n + 1 < len(made) else None
    if draft.is_speech and behind is not None and behind.prep == "to" and draft.lemma == "add":
        return False  # "added to the concerns"
    if draft.lemma in CLAUSAL and draft.is_speech:
        return not found
    if draft.lemma == "name" and made[draft.n].passive and not made[draft.n].has("be"):
        return not (behind is not None and behind.spans())  # "a group named X"
    heads = SELECTS.get(draft.lemma)
    if heads is not None and draft.lemma in AIMED and "instrument" not in draft.type.roles:
        # "fired its manager"
        return any(s.label == "PERSON" for p in found for s in [*p.spans(), *named(made, p).spans()])
    if heads is None or draft.is_speech is not (heads is COUNTED):
        return True
    things = ("WEAPON", "PRODUCT", "PERSON", "ORG") if heads is FORCE else ("WEAPON", "PRODUCT", "FAC")
    spans = [s for p in found for s in p.spans() if s.label in things]
    return bool(spans) or any(p.text in heads for p in found) or (not found and draft.lemma in OBJECTLESS)
