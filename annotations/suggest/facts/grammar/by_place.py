"""The relations between the phrases of a sentence, by place alone: subjects, objects, prepositions.

Passive and "by", relative clauses, appositions and "A, B and C" are told apart; what is not found is left
out.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotations.suggest.facts.grammar.insertions import antecedent, inserted, restricted, restricts
from annotations.suggest.facts.grammar.phrases import SPEECH, Phrase, Phrases
from annotations.text.word_forms import listed

URGING = listed(
    "prompt force allow urge ask order cause enable push invite permit lead help want expect require press"
)
INVERTED = listed(
    "say add report announce write claim declare warn explain insist shout note argue remark complain"
)
PARTING = listed("following including despite during amid")  # what they bring belongs to something else
SPEAKERS = listed("""official officials spokesman spokeswoman spokesperson spokespeople minister ministry source sources president officer
    aide resident residents witness witnesses analyst analysts diplomat diplomats commander captain statement""")


def subject(made: Phrases, n: int) -> Phrases:
    """Return the noun phrases that stand ahead of the verb group `n` as its subject, coordinated ones all."""
    verb = made[n]
    if verb.lemmas & INVERTED and (behind := _inverted(made, n)):
        return behind
    at, commas = n - 1, 0
    if at >= 0 and (_is_urged(made, n) or _is_beside(made, at, verb)):
        return [made[at]]  # "prompted them to respond", "forces stationed in", "with the ministry reporting"
    if at > 0 and made[at].tag == "comma" and verb.head.is_form("ing") and not (verb.prep or verb.is_finite):
        finite = [m for m in range(at - 1, -1, -1) if made[m].is_finite and not restricted(made, m)]
        main = [m for m in finite if verb.lemmas & SPEECH or not made[m].lemmas & SPEECH] or finite
        return subject(made, main[0]) if main else [made[at - 1]] if _may_be_subject(made, at - 1) else []
    if at >= 0 and made[at].tag == "comma" and (opened := inserted(made, at)) is not None:
        at = opened - 1
    while at >= 0:
        phrase = made[at]
        if phrase.kind == "mark":
            if phrase.tag in ("rel", "that") and at == n - 1:
                return antecedent(made, at)
            if phrase.tag in ("sub", "stop", "source"):
                return _of_verb_before(made, at, verb)
            commas += phrase.tag in ("comma", "quote")
            if phrase.tag == "conj" and at == n - 1 and (other := _verb_joined(made, at, verb)) is not None:
                return subject(made, other)
        elif (past := _past_insertion(made, at, verb)) is not None:
            at = past + 1
        elif phrase.kind == "verb":
            return subject(made, at) if not verb.is_finite or commas == 0 else []
        elif _may_be_subject(made, at):
            before = made[at - 1] if at and made[at - 1].kind == "verb" else None
            if before is not None and verb.is_finite and before.is_finite and made[n - 1].tag == "comma":
                return subject(made, at - 1)  # "denied a role, condemned the raid"
            if before is None or before.lemmas & SPEECH or (verb.is_finite and not commas) or verb.passive:
                return _left_chain(made, at)
            if not verb.is_finite:
                return subject(made, at - 1)
            at -= 1  # an object, with its verb
        at -= 1
    return []


def _is_urged(made: Phrases, n: int) -> bool:
    """Return whether the verb is an infinitive behind those whom another verb makes do it."""
    return (
        n >= 2
        and made[n].has("to")
        and _may_be_subject(made, n - 1)
        and made[n - 2].kind == "verb"
        and bool(made[n - 2].lemmas & URGING)
    )


def _past_insertion(made: Phrases, at: int, verb: Phrase) -> int | None:
    """Return the phrase ahead of the insertion that phrase `at` belongs to; None when it is in none.

    An insertion is a relative clause, a participle, or "between A and".
    """
    if made[at].kind == "verb":
        opened = restricts(made, at) if verb.is_finite else None
        return None if opened is None else opened - 1  # "which sails under the flag"
    if at < 2 or not _may_be_subject(made, at):
        return None
    before = made[at - 1]
    if before.tag == "conj" and made[at - 2].prep == "between":
        return at - 3
    if before.kind != "verb":
        return None
    if (opened := restricts(made, at - 1)) is not None:
        return opened - 1
    carrying = before.head.is_form("ing") and not before.is_finite and verb.is_finite
    return at - 2 if carrying and made[at - 2].kind == "noun" else None


def object_of(made: Phrases, n: int) -> Phrases:
    """Return the noun phrases right behind the verb group, coordinated ones all; none behind a passive."""
    if made[n].passive or n + 1 >= len(made):
        return []
    behind = made[n + 1]
    if behind.kind != "noun" or behind.prep or behind.tag == "time":
        return []
    if made[n].lemmas & SPEECH and n + 2 < len(made) and made[n + 2].kind == "verb" and made[n + 2].is_finite:
        return []  # "said the raids fell"
    return right_chain(made, n + 1)


def adjuncts(made: Phrases, n: int) -> Iterator[Phrase]:
    """Yield the phrases with a preposition that follow phrase `n`, up to the next verb or clause.

    With each come those it is coordinated with, under the same preposition.
    """
    taken: Phrases = []
    own = right_chain(made, n + 1) if n + 1 < len(made) and _is_free(made, n + 1) else []
    for at in range(n + 1, len(made)):
        phrase = made[at]
        if phrase.kind == "verb" or (phrase.kind == "mark" and phrase.tag not in ("conj", "comma")):
            return
        if phrase.kind != "noun" or phrase.tag == "time" or phrase.head.tag == "poss" or phrase in own:
            continue
        if phrase.prep in PARTING:
            return
        if phrase.prep:
            chain = right_chain(made, at)
            taken += chain[1:]
            yield phrase
            yield from (Phrase("noun", one.words, phrase.prep, one.clause) for one in chain[1:])
        elif not any(phrase is one for one in taken):
            return


def right_chain(made: Phrases, n: int) -> Phrases:
    """Return the noun phrase and those coordinated with it behind it, but none that a comma alone adds."""
    found, joined = [made[n]], False
    at = n + 1
    while at + 1 < len(made) and made[at].tag in ("conj", "comma") and made[at].kind == "mark":
        step = 2 if made[at + 1].kind == "mark" and made[at + 1].tag == "conj" else 1
        if at + step >= len(made) or not _is_free(made, at + step):
            break
        if _starts_clause(made, at + step) and made[n].prep != "between":
            break
        joined = joined or "conj" in (made[at].tag, made[at + step - 1].tag)
        found.append(made[at + step])
        at += step + 1
    return found if joined else found[:1]


def owner(made: Phrases, n: int) -> Phrase | None:
    """Return the noun phrase with 's ahead of phrase `n`."""
    before = made[n - 1] if n else None
    return before if before and before.kind == "noun" and before.head.tag == "poss" else None


def verb_of(made: Phrases, n: int) -> int | None:
    """Return the verb group that noun phrase `n` is the object of (also of a passive: its subject)."""
    at = n - 1
    while at >= 0 and (
        (made[at].kind == "noun" and (made[at].head.tag == "poss"))
        or (made[at].kind == "mark" and made[at].tag in ("conj", "comma"))
        or (made[at].kind == "noun" and not made[at].prep)
    ):
        at -= 1
    return at if at >= 0 and made[at].kind == "verb" and not made[at].passive and not made[n].prep else None


def verb_behind(made: Phrases, n: int) -> int | None:
    """Return the verb group that noun phrase `n` is the subject of."""
    for at in range(n + 1, len(made)):
        if made[at].kind == "verb":
            return at if made[n] in subject(made, at) else None
        if made[at].kind == "mark" and made[at].tag not in ("comma", "conj", "rel", "that"):
            return None
    return None


def _is_beside(made: Phrases, at: int, verb: Phrase) -> bool:
    """Return whether a bare participle stands right behind the noun phrase that it is about."""
    bare = (
        not verb.has("be", "have", "modal", "to")
        and not verb.prep
        and (verb.passive or verb.head.is_form("ing"))
    )
    noun = made[at]
    is_place = noun.prep and all(s.label in ("GPE", "LOC", "FAC") for s in noun.spans()) and noun.spans()
    return bare and noun.kind == "noun" and noun.tag != "time" and not is_place


def _inverted(made: Phrases, n: int) -> Phrases:
    """Return the subject behind a verb of speech: "...," said the officer."""
    before = made[n - 1] if n else None
    behind = made[n + 1] if n + 1 < len(made) else None
    if behind is None or behind.kind != "noun" or behind.prep or behind.tag in ("time", "pron"):
        return []
    if before is not None and not (before.kind == "mark" and before.tag in ("quote", "comma")):
        return []
    if n + 2 < len(made) and made[n + 2].kind == "verb" and made[n + 2].is_finite:
        return []
    named = any(span.label in ("PERSON", "ORG", "NORP", "GPE") for span in behind.spans())
    quoted = before is not None and before.tag == "quote"
    return [behind] if named or quoted or behind.text in SPEAKERS else []


def _of_verb_before(made: Phrases, at: int, verb: Phrase) -> Phrases:
    other = _verb_before(made, at)
    return [] if verb.is_finite or other is None else subject(made, other)


def _verb_joined(made: Phrases, at: int, verb: Phrase) -> int | None:
    """Return the verb that "and" joins this one to: for a verb of speech the last such, else the last of its kind."""
    before = [n for n in range(at - 1, -1, -1) if made[n].kind == "verb"]
    speech = next((n for n in before if made[n].lemmas & SPEECH), None) if verb.lemmas & SPEECH else None
    finite = next((n for n in before if made[n].is_finite), None) if verb.is_finite else None
    found = finite if speech is None else speech
    return next(iter(before), None) if found is None else found


def _verb_before(made: Phrases, at: int) -> int | None:
    return next((n for n in range(at - 1, -1, -1) if made[n].kind == "verb"), None)


def _may_be_subject(made: Phrases, at: int) -> bool:
    phrase = made[at]
    return not phrase.prep and phrase.head.tag not in ("poss", "time") and phrase.tag != "time"


def _is_free(made: Phrases, at: int) -> bool:
    return made[at].kind == "noun" and not made[at].prep and made[at].tag not in ("time", "pron")


def _starts_clause(made: Phrases, at: int) -> bool:
    """Return whether a finite verb follows, so that the phrase is its subject."""
    behind = made[at + 1] if at + 1 < len(made) else None
    return behind is not None and behind.kind == "verb" and behind.is_finite


def _left_chain(made: Phrases, n: int) -> Phrases:
    found, joined = [made[n]], False
    at = n - 1
    while at >= 1 and made[at].kind == "mark" and made[at].tag in ("conj", "comma"):
        step = 2 if made[at - 1].kind == "mark" else 1
        if at - step < 0 or not _is_free(made, at - step):
            break
        before = made[at - step - 1] if at - step >= 1 else None
        if before is not None and before.kind == "verb" and not before.lemmas & SPEECH:
            break  # the object of another verb
        joined = joined or "conj" in (made[at].tag, made[at - step + 1].tag)
        found.insert(0, made[at - step])
        at -= step + 1
    return found if joined else _named(found)


def _named(found: Phrases) -> Phrases:
    """Return the phrase with the person's name of an apposition ("Ann Lee, the minister,"); else the last."""
    people = [p for p in found[-2:] if any(span.label == "PERSON" for span in p.spans())]
    return people[-1:] or found[-1:]
