"""Verbs that are of speech in some sentences only: "ruled that", not "ruled the country"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from annotations.suggest.facts.grammar.by_place import SPEAKERS
from annotations.suggest.facts.grammar.phrases import Phrase, Phrases
from annotations.suggest.facts.grammar.syntax import subject
from annotations.suggest.facts.meanings import GUESTS, PEOPLE, PROMISING, TELLING
from annotations.suggest.facts.word_lists import CLAUSAL


def speaks(made: Phrases, n: int, lemma: str, found: Phrases) -> bool:
    """Return whether verb group `n`, done to `found`, says something."""
    behind = made[n + 1] if n + 1 < len(made) else None
    if lemma in UNSPOKEN:
        return not UNSPOKEN[lemma](made[n], behind, found)
    if lemma == "agree":
        return behind is not None and behind.tag == "that" and is_one_person(made, n)
    if lemma in PROMISING:
        return made[n].passive or _promises(behind) or tells(made, n)
    if lemma in TELLING:
        return tells(made, n)
    return lemma not in CLAUSAL or not found


def is_one_person(made: Phrases, n: int) -> bool:
    """Return whether the verb's subject is one person."""
    who = subject(made, n)
    pronoun = len(who) == 1 and who[0].text in ("he", "she", "i")
    return pronoun or (len(who) == 1 and any(span.label == "PERSON" for span in who[0].spans()))


def tells(made: Phrases, n: int) -> bool:
    """Return whether a clause or a quote is what the verb says.

    "Ruled that", "ruled the fee was too high", "'No,' she quipped".
    """
    behind = made[n + 1] if n + 1 < len(made) else None
    if made[n].passive or made[n].head.tag != "verb":
        return False
    if behind is not None and (behind.tag in ("that", "quote") or behind.text in ASKED):
        return True
    noun = behind is not None and behind.kind == "noun" and not behind.prep
    at = next((at for at in range(n + 1, len(made)) if made[at].kind != "noun"), None) if noun else None
    if at is not None and made[at].is_finite and not made[at].head.is_form("ing"):
        return True
    return not noun and any(p.kind == "mark" and p.tag == "quote" for p in made[:n])


SOMEBODY = PEOPLE | GUESTS | SPEAKERS
ASKED = frozenset({"whether", "how", "why", "what", ":"})
UNSPOKEN: Mapping[
    str, Callable[[Phrase, Phrase | None, Phrases], bool]
] = {  # by the verb group, what stands behind it and what it is done to: whether it says nothing
    "add": lambda verb, behind, found: behind is not None and behind.prep == "to",
    "admit": lambda verb, behind, found: any(phrase.has("num") for phrase in found),
    "claim": lambda verb, behind, found: any(phrase.text in ("life", "lives") for phrase in found),
    "speak": lambda verb, behind, found: behind is None or behind.prep != "to" or verb.has("not"),
    "cite": lambda verb, behind, found: (
        not verb.is_finite and any(map(is_somebody, found))
    ),  # "citing officials"
    "question": lambda verb, behind, found: any(map(is_somebody, found)),  # "police questioned two men"
    "ask": lambda verb, behind, found: verb.passive or (behind is not None and behind.has("not")),
}


def is_somebody(phrase: Phrase) -> bool:
    """Return whether the phrase names people, or one of them."""
    return phrase.text in SOMEBODY or bool(phrase.spans()) or phrase.tag == "pron"


def _promises(behind: Phrase | None) -> bool:
    """Return whether something is promised: to do it, or a thing; "promised us" tells no more than whom."""
    if behind is None or behind.kind == "mark" or any(span.label == "MONEY" for span in behind.spans()):
        return False
    return (
        behind.has("to") if behind.kind == "verb" else not behind.prep and behind.tag not in ("pron", "time")
    )
