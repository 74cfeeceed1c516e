"""The sense of a verb, as its fact type means it or not: "sent troops", not "sent a letter".

It is told by what the verb is done to, and by what else stands around it.
"""

from __future__ import annotations

from collections.abc import Callable

from annotations.schema.kinds import RoleKind
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.counted_nouns import counted_of, named
from annotations.suggest.facts.grammar.phrases import Phrase, Phrases
from annotations.suggest.facts.meanings import ALONE, MEANT, PEOPLE, STANDING, TROOPS
from annotations.suggest.facts.roles import SITES
from annotations.suggest.facts.speech_senses import is_one_person, speaks
from annotations.suggest.facts.word_lists import ASKING, OBJECTLESS, OFFICES, PACTS, SENSES, TO_PLACE
from annotations.text.word_forms import listed

Check = Callable[[Phrases, int, Phrases], bool]  # by the phrases, the verb's number and what it is done to
DRIVING = listed("disperse clear stop repel scatter break force push kill attack subdue")
HURLING = listed("throw hurl lob")
UNHURLED = listed(
    "ball insult insults abuse party parties weight doubt light question questions accusation accusations"
)
UNCOUNTED = listed("this that these those")
SELECTS = {
    (kind, lemma): (heads, frozenset(labels.split()))
    for kind, heads, labels, lemmas in (*SENSES, *MEANT)
    for lemma in lemmas.split(",")
}


def selects(made: Phrases, draft: FactCandidate, found: Phrases) -> bool:
    """Return whether what the verb is done to, `found`, fits the sense that the draft's type gives it."""
    n, lemma = draft.n, draft.lemma
    if draft.is_speech and not speaks(made, n, lemma, found):
        return False
    checks = (check for kind, lemmas, check in CHECKS if draft.takes(kind) and lemma in lemmas)
    if not all(check(made, n, found) for check in checks):
        return False
    behind = made[n + 1] if n + 1 < len(made) else None
    if draft.takes("action") and behind is not None and behind.text in ASKING:
        return False  # "did not respond to a request"
    rules = [rule for kind in draft.frame.takes if (rule := SELECTS.get((kind, lemma)))]
    if not rules or (not found and lemma in OBJECTLESS | ALONE):
        return True
    if lemma in HURLING and any(p.prep == "at" for p in made[n + 1 :]):
        return not any(phrase.text in UNHURLED for phrase in found)
    if lemma in ("supply", "provide"):
        found = [*found, *(p for p in made[n + 1 :] if p.prep == "with")]
    whole = [one for phrase in found for one in (phrase, named(made, phrase), counted_of(made, phrase))]
    return any(
        phrase.text in heads
        or any(span.label in labels for span in phrase.spans())
        or (heads is PEOPLE and _is_number(phrase))
        for heads, labels in rules
        for phrase in whole
    )


def _is_number(phrase: Phrase) -> bool:
    """Return whether the phrase is a number, or one of those spoken of: "two", "another", "more than 30"."""
    return all(word.tag in ("num", "det", "adv") for word in phrase.words) and phrase.text not in UNCOUNTED


def _clause_behind(made: Phrases, n: int) -> Phrases:
    return [p for p in made[n + 1 :] if p.clause == made[n].clause]


def _signs(made: Phrases, n: int, found: Phrases) -> bool:
    """Return whether a paper is signed: no person, nor signed off on."""
    behind = made[n + 1] if n + 1 < len(made) else None
    off = behind is not None and behind.prep == "on" and behind.tag != "time"
    return not off and not _is_person(found)


def _signs_for_money(made: Phrases, n: int, found: Phrases) -> bool:
    """Return whether somebody is signed for so much, or from whom."""
    paid = any(
        p.prep == "from" or any(s.label == "MONEY" for s in p.spans()) for p in _clause_behind(made, n)
    )
    return paid and _is_person(found)


def _is_person(found: Phrases) -> bool:
    return any(span.label == "PERSON" for phrase in found for span in phrase.spans())


def _agrees(made: Phrases, n: int, found: Phrases) -> bool:
    """Return whether sides agree; one person who agrees that something is so only says it."""
    behind = made[n + 1] if n + 1 < len(made) else None
    return behind is None or behind.tag != "that" or not is_one_person(made, n)


def _is_met(made: Phrases, n: int, found: Phrases) -> bool:
    return not (made[n].passive and made[n].has("be"))  # "was met by silence"


def _strikes(made: Phrases, n: int, found: Phrases) -> bool:
    return not any(phrase.text in PACTS for phrase in found)  # "struck a deal"


def _names(made: Phrases, n: int, found: Phrases) -> bool:
    """Return whether somebody is named to a post: not "a group named X", nor "asked not to be named"."""
    behind = made[n + 1] if n + 1 < len(made) else None
    if made[n].passive and made[n].has("not"):
        return False
    bare = made[n].passive and not made[n].has("be")
    return not (bare and behind is not None and behind.spans())


def _stands(made: Phrases, n: int, found: Phrases) -> bool:
    """Return whether forces are somewhere: "keeps 900 soldiers in Ostia"; of what one has, so many."""
    counted = any(phrase.has("num") or phrase.text in TROOPS for phrase in found)
    if not counted and made[n].head.tag == "have":
        return False
    behind = _clause_behind(made, n)
    return any(phrase.prep in TO_PLACE and (phrase.spans() or phrase.text in SITES) for phrase in behind)


def _leaves(made: Phrases, n: int, found: Phrases) -> bool:
    """Return whether one with an office leaves, or something is left."""
    ahead = (word.text for phrase in made[:n] for word in phrase.words)
    return bool(found) or any(word in OFFICES for word in ahead)


def _is_used(made: Phrases, n: int, found: Phrases) -> bool:
    """Return whether a weapon is used on somebody: "used batons against the crowd", "to disperse"."""
    behind = _clause_behind(made, n)
    return any(p.prep in ("against", "on") or (p.kind == "verb" and p.lemmas & DRIVING) for p in behind)


def _to_hospital(made: Phrases, n: int, found: Phrases) -> bool:
    return any(
        p.prep == "to" and p.text in ("hospital", "hospitals", "clinic") for p in _clause_behind(made, n)
    )


CHECKS: tuple[
    tuple[RoleKind, frozenset[str], Check], ...
] = (  # a type with such a role means the verbs only so
    ("party", listed("sign"), _signs),
    ("item", listed("sign"), _signs_for_money),
    ("party", listed("agree"), _agrees),
    ("participant", listed("meet"), _is_met),
    ("target", listed("strike"), _strikes),
    ("post", listed("name"), _names),
    ("post", listed("leave"), _leaves),
    ("unit", STANDING, _stands),
    ("instrument", listed("use"), _is_used),
    ("victim", listed("take rush fly"), _to_hospital),
)
