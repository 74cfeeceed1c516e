"""Injuries: what somebody suffers, "broke his wrist", "wounded in the leg", "died of burns".

Who breaks a bone or suffers a wound is the victim, not what hurt.
"""

from __future__ import annotations

from annotations.suggest.facts import roles
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.grammar.phrases import Phrase, Phrases
from annotations.suggest.facts.grammar.syntax import adjuncts, object_of, subject
from annotations.suggest.facts.meanings import BODY, HURTS
from annotations.text.word_forms import listed

SUFFERED = listed(
    "suffer sustain break tear dislocate sprain twist fracture lose"
)  # their object is the injury
HARMS = HURTS | listed("injury injuries")
BROUGHT = {"with": HARMS, "of": HARMS, "from": HARMS, "in": BODY, "on": BODY, "to": BODY}


def is_suffered(made: Phrases, n: int, lemma: str) -> bool:
    """Return whether the verb's object is what its subject suffers: "tore a hamstring", "lost an eye"."""
    found = object_of(made, n)
    return lemma in SUFFERED and bool(found) and found[0].text in (HARMS if lemma != "lose" else BODY)


def hurt_with(made: Phrases, draft: FactCandidate, text: str) -> bool:
    """Fill who has "a broken arm", and what it is; return whether it is part of a body."""
    role, victim, phrase = draft.role("injury"), draft.role("victim"), made[draft.n]
    if role is None or victim is None or phrase.text not in BODY:
        return False
    verb = next((n for n in range(draft.n - 1, -1, -1) if made[n].kind == "verb"), None)
    for who in subject(made, verb)[:1] if verb is not None else ():
        draft.put(victim, *roles.fillers(who, victim, text=text, counted=True))
        draft.nouns.append(who)
    draft.put(role, *roles.fillers(Phrase("noun", [phrase.head]), role, text=text))
    return True


def injure(made: Phrases, draft: FactCandidate, text: str) -> None:
    """Fill the injury from the verb's object, else from what a preposition brings."""
    role = draft.role("injury")
    if role is None:
        return
    found: Phrases = object_of(made, draft.n) if is_suffered(made, draft.n, draft.lemma) else []
    found = found or [
        p for p in adjuncts(made, draft.n) if p.text in BROUGHT.get(p.prep, ()) and not p.spans()
    ]
    for phrase in found:
        for filler in roles.fillers(phrase, role, text=text, counted=True):
            _free(draft, phrase)
            draft.put(role, filler)


def _free(draft: FactCandidate, phrase: Phrase) -> None:
    """Take the injury out of the roles that took it for a cause or a victim."""
    for name in list(draft.roles):
        draft.take_out(draft.type.roles[name], phrase)
