"""A phrase with what stands beside it and says more: a name, sides, what is counted."""

from __future__ import annotations

from annotations.suggest.facts.grammar.by_place import right_chain
from annotations.suggest.facts.grammar.phrases import Phrase, Phrases
from annotations.suggest.facts.word_lists import LEADERS


def named(made: Phrases, phrase: Phrase) -> Phrase:
    """Return the name beside a phrase that has none: "its envoy, Ann Lee,"."""
    at = _place(made, phrase)
    if _is_one_of_many(made, at):
        return made[at + 2]
    if (
        any(s.label != "TITLE" for s in phrase.spans())
        or phrase.tag == "pron"
        or at + 2 >= len(made)
        or made[at + 1].tag != "comma"
    ):
        return phrase
    beside, after = made[at + 2], made[at + 3] if at + 3 < len(made) else None
    named = len(beside.words) == 1 and any(s.label == "PERSON" for s in beside.spans()) and not beside.prep
    return beside if named and (after is None or after.tag in ("comma", "stop")) else phrase


def _is_one_of_many(made: Phrases, at: int) -> bool:
    """Return whether the phrase is a mere "another" or "a third" that a noun beside it explains."""
    if at + 3 >= len(made) or not all(word.tag == "det" for word in made[at].words):
        return False
    beside = made[at + 2]
    return made[at + 1].tag == "comma" and beside.kind == "noun" and beside.has("det") and not beside.prep


def sides(made: Phrases, phrase: Phrase) -> Phrases:
    """Return the two for whom "the leaders of Norland and Sudland" sign; else the phrase."""
    at = _place(made, phrase)
    of = made[at + 1] if at + 1 < len(made) else phrase
    if phrase.text not in LEADERS or of.prep != "of" or not of.spans():
        return [phrase]
    return right_chain(made, at + 1)


def counted_of(made: Phrases, phrase: Phrase) -> Phrase:
    """Return "five of its fighters" as one phrase."""
    if not all(word.tag in ("num", "det") or word.text == "none" for word in phrase.words):
        return phrase
    at = _place(made, phrase)
    behind = made[at + 1] if at + 1 < len(made) else None
    if behind is None or behind.kind != "noun" or behind.prep != "of":
        return phrase
    return Phrase("noun", [*phrase.words, *behind.words], phrase.prep, phrase.clause)


def _place(made: Phrases, phrase: Phrase) -> int:
    """Return the number of the phrase; behind the last when it was put together and stands nowhere."""
    return next((n for n, one in enumerate(made) if one is phrase), len(made))
