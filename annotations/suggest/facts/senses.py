"""The sense of a verb, as its fact type means it or not: "sent troops", not "sent a letter".

It is told by what the verb is done to.
"""

from __future__ import annotations

from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.counted_nouns import named
from annotations.suggest.facts.grammar.phrases import Phrases
from annotations.suggest.facts.word_lists import ASKING, CLAUSAL, OBJECTLESS, SENSES

SELECTS = {
    (kind, lemma): (heads, frozenset(labels.split()))
    for kind, heads, labels, lemmas in SENSES
    for lemma in lemmas.split(",")
}


def selects(made: Phrases, draft: FactCandidate, found: Phrases) -> bool:
    """Return whether what the verb is done to, `found`, fits the sense that the draft's type gives it."""
    behind = made[draft.n + 1] if draft.n + 1 < len(made) else None
    if draft.is_speech and not _speaks(made, draft, found):
        return False
    if draft.takes("action") and behind is not None and behind.text in ASKING:
        return False  # "did not respond to a request"
    if draft.lemma == "name" and made[draft.n].passive and not made[draft.n].has("be"):
        return not (behind is not None and behind.spans())  # "a group named X"
    rules = [rule for kind in draft.frame.takes if (rule := SELECTS.get((kind, draft.lemma)))]
    if not rules or (not found and draft.lemma in OBJECTLESS):
        return True
    whole = [one for phrase in found for one in (phrase, named(made, phrase))]
    return any(
        phrase.text in heads or any(span.label in labels for span in phrase.spans())
        for heads, labels in rules
        for phrase in whole
    )


def _speaks(made: Phrases, draft: FactCandidate, found: Phrases) -> bool:
    """Return whether the verb is one of speech.

    It is not in "added to the concerns", "admitted 40 patients", "claimed 120 lives".
    """
    behind = made[draft.n + 1] if draft.n + 1 < len(made) else None
    if draft.lemma == "add" and behind is not None and behind.prep == "to":
        return False
    if draft.lemma == "admit" and any(phrase.has("num") for phrase in found):
        return False
    if draft.lemma == "claim" and any(phrase.text in ("life", "lives") for phrase in found):
        return False
    return draft.lemma not in CLAUSAL or not found
