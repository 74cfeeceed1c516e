"""The sense of a verb, as its fact type means it or not: "sent troops", not "sent a letter".

It is told by what the verb is done to.
"""

from __future__ import annotations

from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.counted_nouns import named
from annotations.suggest.facts.grammar.phrases import Phrase, Phrases
from annotations.suggest.facts.grammar.syntax import subject
from annotations.suggest.facts.grammar.by_place import SPEAKERS
from annotations.suggest.facts.meanings import ALONE, GUESTS, MEANT, PEOPLE, PROMISING, STANDING, TELLING, TROOPS
from annotations.suggest.facts.roles import SITES
from annotations.suggest.facts.word_lists import ASKING, CLAUSAL, OBJECTLESS, OFFICES, SENSES, TO_PLACE
from annotations.text.word_forms import listed

HURLING = listed("throw hurl lob")
UNHURLED = listed("ball insult insults abuse party parties weight doubt light question questions accusation accusations")
UNCOUNTED = listed("this that these those")
SELECTS = {
    (kind, lemma): (heads, frozenset(labels.split()))
    for kind, heads, labels, lemmas in (*SENSES, *MEANT)
    for lemma in lemmas.split(",")
}


def selects(made: Phrases, draft: FactCandidate, found: Phrases) -> bool:
    """Return whether what the verb is done to, `found`, fits the sense that the draft's type gives it."""
    behind = made[draft.n + 1] if draft.n + 1 < len(made) else None
    if draft.is_speech and not _speaks(made, draft, found):
        return False
    if draft.lemma == "sign" and behind is not None and behind.prep == "on":
        return False
    if draft.lemma == "sign" and any(span.label == "PERSON" for phrase in found for span in phrase.spans()):
        return draft.takes("item") and _is_paid_for(made, draft.n)
    if draft.lemma == "sign" and draft.takes("item"):
        return False
    if draft.lemma == "agree" and draft.takes("party") and behind is not None and behind.tag == "that":
        return not _is_one_person(made, draft.n)
    if draft.takes("victim") and draft.lemma in ("take", "rush", "fly") and not _to_hospital(made, draft.n):
        return False
    if draft.lemma == "meet" and made[draft.n].passive and made[draft.n].has("be"):
        return False  # "was met by silence"
    if draft.takes("action") and behind is not None and behind.text in ASKING:
        return False  # "did not respond to a request"
    if draft.lemma == "name" and made[draft.n].has("not") and made[draft.n].passive:
        return False  # "asked not to be named"
    if draft.lemma == "name" and made[draft.n].passive and not made[draft.n].has("be"):
        return not (behind is not None and behind.spans())  # "a group named X"
    rules = [rule for kind in draft.frame.takes if (rule := SELECTS.get((kind, draft.lemma)))]
    if draft.lemma in STANDING and draft.takes("unit") and not _stands(made, draft.n, found):
        return False
    if not rules or (not found and draft.lemma in OBJECTLESS | ALONE):
        return True
    if draft.lemma in HURLING and any(p.prep == "at" for p in made[draft.n + 1 :]):
        return not any(phrase.text in UNHURLED for phrase in found)
    if draft.lemma == "leave" and not found and draft.takes("post"):
        return any(word.text in OFFICES for phrase in made[: draft.n] for word in phrase.words) and made[draft.n].has("modal")
    whole = [one for phrase in found for one in (phrase, named(made, phrase))]
    return any(
        phrase.text in heads
        or any(span.label in labels for span in phrase.spans())
        or (heads is PEOPLE and _is_number(phrase))
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
    if draft.lemma == "speak":
        return behind is not None and behind.prep == "to" and not made[draft.n].has("not")
    if draft.lemma == "cite" and not made[draft.n].is_finite and any(map(_is_somebody, found)):
        return False  # "the agency said, citing officials": who passes it on
    if draft.lemma == "question" and any(map(_is_somebody, found)):
        return False  # "police questioned two men"
    if draft.lemma == "ask" and (made[draft.n].passive or (behind is not None and behind.has("not"))):
        return False
    if draft.lemma == "agree":
        return behind is not None and behind.tag == "that" and _is_one_person(made, draft.n)
    if draft.lemma in PROMISING and made[draft.n].passive:
        return True
    if draft.lemma in PROMISING and behind is not None and behind.kind == "verb" and behind.has("to"):
        return True
    if draft.lemma in TELLING | PROMISING:
        return tells(made, draft.n)
    return draft.lemma not in CLAUSAL or not found


def tells(made: Phrases, n: int) -> bool:
    """Return whether a clause or a quote is what the verb says: "found that", "found the valve was", ", she quipped"."""
    behind = made[n + 1 : n + 4]
    if made[n].passive or not made[n].head.tag == "verb":
        return False
    if behind and behind[0].kind == "mark" and behind[0].tag in ("that", "quote"):
        return True
    if behind and behind[0].text in ("whether", "how", "why", "what", ":"):
        return True
    noun = bool(behind) and behind[0].kind == "noun" and not behind[0].prep
    at = next((at for at in range(n + 1, len(made)) if made[at].kind != "noun"), None) if noun else None
    if at is not None and made[at].is_finite and not made[at].head.is_form("ing"):
        return True
    quoted = any(p.kind == "mark" and p.tag == "quote" for p in made[:n])
    return quoted and not noun


def _is_somebody(phrase: Phrase) -> bool:
    return phrase.text in PEOPLE | GUESTS | SPEAKERS or bool(phrase.spans())


def _to_hospital(made: Phrases, n: int) -> bool:
    behind = [p for p in made[n + 1 :] if p.clause == made[n].clause]
    return any(p.prep == "to" and p.text in ("hospital", "hospitals", "clinic") for p in behind)


def _is_number(phrase: Phrase) -> bool:
    """Return whether the phrase is a number, or one of those spoken of: "two", "another", "more than 30"."""
    return all(word.tag in ("num", "det", "adv") for word in phrase.words) and phrase.text not in UNCOUNTED


def _is_one_person(made: Phrases, n: int) -> bool:
    """Return whether the verb's subject is one person."""
    who = subject(made, n)
    return len(who) == 1 and (
        who[0].text in ("he", "she", "i") or any(span.label == "PERSON" for span in who[0].spans())
    )


def _is_paid_for(made: Phrases, n: int) -> bool:
    """Return whether the clause says for how much, or from whom."""
    behind = [p for p in made[n + 1 :] if p.clause == made[n].clause]
    return any(p.prep == "from" or any(s.label == "MONEY" for s in p.spans()) for p in behind)


def _stands(made: Phrases, n: int, found: Phrases) -> bool:
    """Return whether forces are somewhere: "keeps 900 soldiers in Ostia"; of what one has, so many."""
    counted = any(phrase.has("num") or phrase.text in TROOPS for phrase in found)
    if not counted and made[n].head.tag == "have":
        return False
    behind = [phrase for phrase in made[n + 1 :] if phrase.clause == made[n].clause]
    return any(phrase.prep in TO_PLACE and (phrase.spans() or phrase.text in SITES) for phrase in behind)
