"""Triggers in another sense than their fact type's: an earthquake strikes, a deal is struck, a bill is killed.

The words beside a trigger tell it, by the table of `sense_words`, and how the trigger itself is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from annotations.schema.kinds import RoleKind
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.grammar.by_place import owner
from annotations.suggest.facts.grammar.phrases import Phrase, Phrases
from annotations.suggest.facts.grammar.syntax import adjuncts, object_of, subject, verb_of
from annotations.suggest.facts.grammar.word import Word
from annotations.suggest.facts.refusing.sense_words import OTHER_SENSES, OtherSense
from annotations.suggest.facts.word_lists import INTRANSITIVE, LABILE, LIGHT

TO = ("on", "of", "against", "at", "to", "for")  # what they bring behind a noun is what it is done to
ALL = ""
PLURALS = (  # "losses" of "loss", but "planes" are no plan
    ("ies", "y"), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("oes", "o"), ("s", "")
)  # fmt: skip
LONGEST = 12  # code points of a particle, with the blank ahead


def _by_trigger() -> Mapping[tuple[RoleKind, str], list[OtherSense]]:
    found: dict[tuple[RoleKind, str], list[OtherSense]] = {}
    for row in OTHER_SENSES:
        for trigger in row.triggers.split(","):
            found.setdefault((row.kind, trigger), []).append(row)
    return found


ROWS = _by_trigger()


def is_other(made: Phrases, draft: FactCandidate, text: str) -> bool:
    """Return whether the words beside the draft's trigger give it another sense than the type's.

    A word with a capital is a name, of a ship for one, and gives none.
    """
    rows = [
        row for kind in draft.frame.takes for of in (draft.lemma, ALL) for row in ROWS.get((kind, of), ())
    ]
    return any(
        row.words.intersection(_forms(word.text))
        for row in rows
        for word in WORDS[row.place](made, draft)
        if not word.span
        and (row.place != "to" or (text[word.start].islower() or word.start == made[0].start))
    ) or _next(text, draft.word[1]) in {
        word
        for row in rows
        if row.place == "next" or (row.place == "passive" and made[draft.n].passive)
        for word in row.words
    }


def _next(text: str, end: int) -> str:
    """Return the word right behind the trigger."""
    return text[end : end + LONGEST].lstrip().split(" ")[0].rstrip(".,;").lower()


def _none(made: Phrases, draft: FactCandidate) -> Iterator[Word]:
    yield from ()


def _by(made: Phrases, draft: FactCandidate) -> Iterator[Word]:
    """Yield the heads of what does it."""
    n = draft.n
    if made[n].kind == "verb":
        who = [] if made[n].passive else subject(made, n)
        who = [*who, *(p for p in adjuncts(made, n) if p.prep == "by" and made[n].passive)]
    else:
        carrier = verb_of(made, n)
        light = carrier is not None and bool(made[carrier].lemmas & LIGHT)
        who = subject(made, carrier) if carrier is not None and light else []
        whose = owner(made, n)
        who = [*who, *([whose] if whose else []), *(p for p in adjuncts(made, n) if p.prep == "by")]
    yield from heads(who)


def _to(made: Phrases, draft: FactCandidate) -> Iterator[Word]:
    """Yield the heads of what it is done to; of what is so ahead of its noun, that noun."""
    n = draft.n
    if made[n].kind == "verb":
        undergone = made[n].passive or draft.lemma in INTRANSITIVE | LABILE
        done_to = object_of(made, n) or (subject(made, n) if undergone else [])
        yield from heads(_owned(made, phrase) for phrase in done_to)
        return
    if made[n].head.start != draft.word[0]:
        yield from heads([made[n]])
    yield from heads(p for p in adjuncts(made, n) if p.prep in TO)


def _owned(made: Phrases, phrase: Phrase) -> Phrase:
    """Return what the phrase owns, if it ends in "'s", else itself."""
    at = made.index(phrase) + 1 if phrase.head.tag == "poss" and phrase in made else len(made)
    return made[at] if at < len(made) and made[at].kind == "noun" else phrase


def _ahead(made: Phrases, draft: FactCandidate) -> Iterator[Word]:
    whose = owner(made, draft.n)
    yield from heads([whose] if whose else [])
    for word in made[draft.n].words:
        if word.start < draft.word[0]:
            yield word


def _behind(made: Phrases, draft: FactCandidate) -> Iterator[Word]:
    for phrase in adjuncts(made, draft.n):
        yield Word(phrase.start, phrase.start, phrase.prep, "prep")
        yield from heads([phrase])


def _under(made: Phrases, draft: FactCandidate) -> Iterator[Word]:
    phrase = made[draft.n]
    if phrase.kind == "noun":
        yield Word(phrase.start, phrase.start, phrase.prep, "prep")


def _bare(made: Phrases, draft: FactCandidate) -> Iterator[Word]:
    if len(made[draft.n].words) == 1:
        yield from _under(made, draft)


def _alone(made: Phrases, draft: FactCandidate) -> Iterator[Word]:
    n = draft.n
    if made[n].kind == "verb" and not made[n].passive and not object_of(made, n):
        yield from heads(subject(made, n))


def _only(made: Phrases, draft: FactCandidate) -> Iterator[Word]:
    found = object_of(made, draft.n) if made[draft.n].kind == "verb" else []
    at = made.index(found[-1]) + 1 if found else len(made)
    if at >= len(made) or made[at].kind != "noun" or made[at].prep or made[at].tag == "time":
        yield from heads(found)


def _sentence(made: Phrases, draft: FactCandidate) -> Iterator[Word]:
    yield from (word for phrase in made for word in phrase.words)


WORDS: Mapping[str, Callable[[Phrases, FactCandidate], Iterable[Word]]] = {
    "by": _by,
    "to": _to,
    "ahead": _ahead,
    "behind": _behind,
    "under": _under,
    "bare": _bare,
    "alone": _alone,
    "only": _only,
    "sentence": _sentence,
    "next": _none,
    "passive": _none,
}


def heads(phrases: Iterable[Phrase]) -> Iterator[Word]:
    """Yield the last word of each, less an "'s"."""
    for phrase in phrases:
        words = [word for word in phrase.words if word.tag != "poss"]
        yield from words[-1:]


def _forms(word: str) -> set[str]:
    """Return the word and what it may be the plural of."""
    last = word.rpartition("-")[2]  # "a record-high"
    return {word, last, *(last.removesuffix(end) + new for end, new in PLURALS if last.endswith(end))}
