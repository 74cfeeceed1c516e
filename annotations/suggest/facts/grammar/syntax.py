"""The one door to the structure of a sentence, to who does what in it; a phrase is named by its number.

A parse answers where it knows the phrase that is asked about, else the place of the phrases does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotations.suggest.facts.grammar import by_place
from annotations.suggest.facts.grammar.phrases import Parsed, Phrase, Phrases
from annotations.suggest.facts.word_lists import LIGHT


def subject(made: Phrases, n: int) -> Phrases:
    """Return the noun phrases that are the subject of verb group `n`, coordinated ones all.

    Where place finds the parse's and more ("U.S. and British jets"), or the name beside it, that is it.
    """
    placed = by_place.subject(made, n)
    parsed = made[n].parsed
    if parsed is None or not parsed.subjects:
        return placed
    told = [made[at] for at in parsed.subjects]
    if len(placed) > len(told) and placed[-1] is told[-1] and _are_joined(made, placed):
        return placed
    return placed if len(placed) == len(told) == 1 and _names(made, placed[0], told[0]) else told


def _are_joined(made: Phrases, found: Phrases) -> bool:
    """Return whether nothing but "and" and commas stands between the phrases."""
    between = made[_place(made, found[0]) : _place(made, found[-1])]
    return all(any(p is one for one in found) or p.tag in ("conj", "comma") for p in between)


def _names(made: Phrases, name: Phrase, noun: Phrase) -> bool:
    """Return whether the first is a person's name beside the second: "the coach, Ann Lee,"."""
    at, of = _place(made, name), _place(made, noun)
    person, other = (any(s.label == "PERSON" for s in p.spans()) for p in (name, noun))
    apart = made[min(at, of) + 1 : max(at, of)]
    return person and not other and all(p.tag == "comma" for p in apart) and not name.prep


def _place(made: Phrases, phrase: Phrase) -> int:
    return next((n for n, one in enumerate(made) if one is phrase), -1)


def object_of(made: Phrases, n: int) -> Phrases:
    """Return the noun phrases that are verb group `n`'s object, coordinated ones all; none of a passive."""
    parsed = made[n].parsed
    return [made[at] for at in parsed.objects] if parsed else by_place.object_of(made, n)


def adjuncts(made: Phrases, n: int) -> Iterable[Phrase]:
    """Return the phrases that prepositions add to phrase `n`, coordinated ones all, each with its own."""
    parsed = made[n].parsed
    return _hung(made, n, parsed) if parsed else by_place.adjuncts(made, n)


def verb_of(made: Phrases, n: int) -> int | None:
    """Return the verb group that noun phrase `n` is the object of (also of a passive: its subject)."""
    if made[n].parsed is None:
        return by_place.verb_of(made, n)
    return next((at for at, phrase in enumerate(made) if phrase.parsed and n in phrase.parsed.objects), None)


def verb_behind(made: Phrases, n: int) -> int | None:
    """Return the verb group that noun phrase `n` is the subject of."""
    if made[n].parsed is None:
        return by_place.verb_behind(made, n)
    return next((at for at, phrase in enumerate(made) if phrase.parsed and n in phrase.parsed.subjects), None)


def event(made: Phrases, groups: Iterable[int]) -> set[int]:
    """Return the phrases that tell one event, with the verb groups they complete; `groups` are among them."""
    own = list(groups)
    parsed = filter(None, (made[n].parsed for n in own))
    return {*own, *(whole for one in parsed for whole in one.wholes)}


def hangs_on(made: Phrases, n: int, event: set[int]) -> bool | None:
    """Return whether phrase `n` belongs to the event and to no verb below it.

    None when only its place can tell.
    """
    parsed = made[n].parsed
    over = parsed.over if parsed else ()
    return next((at in event for at in over if at in event or made[at].kind == "verb"), None)


def _hung(made: Phrases, n: int, parsed: Parsed) -> Iterator[Phrase]:
    """Yield the adjuncts by the parse; of a light verb's object also what hangs on the verb behind it.

    "Launched a raid | on Ostia".
    """
    light = verb_of(made, n) if made[n].kind == "noun" else None
    found = list(parsed.adjuncts)
    if light is not None and made[light].lemmas & LIGHT and (other := made[light].parsed):
        found += [(word, at) for word, at in other.adjuncts if at > n]
    for word, at in found:
        if at != n and word not in by_place.PARTING:
            phrase = made[at]
            yield phrase if phrase.prep == word else Phrase("noun", phrase.words, word, phrase.clause)
