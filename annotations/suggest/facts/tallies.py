"""Totals that no word of counting tells: "there have been 40 raids", "a series of 12 thefts", "the fifth round of talks".

The noun is the trigger.  One event's own number is no total: "two raids killed six" counts nothing.
"""

from __future__ import annotations

from annotations.facts import Filler
from annotations.suggest.facts import roles
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.grammar.phrases import Phrase, Phrases
from annotations.suggest.facts.grammar.syntax import subject, verb_behind
from annotations.suggest.facts.meanings import CASES
from annotations.suggest.facts.word_lists import SERIES
from annotations.text.word_forms import listed

TALLIED = listed(  # what is seldom spoken of by number but as a total
    """cases incidents complaints infections signatures sightings homicides robberies burglaries violations demonstrations
    hospitalisations hospitalizations applications objections bankruptcies offences offenses outbreaks"""
)
COUNTABLE = CASES | TALLIED
FEW = listed("one two both a an each")
REACHING = listed(
    "pass exceed top surpass reach rise climb grow jump soar fall drop total number double swell hit"
)
IN_TURN = listed("round time wave case day week month year season quarter")
LASTING = listed("years months weeks days year month week season decade decades seasons row century")
MANY = SERIES | listed("total handful dozen spree succession flurry barrage")


def is_tally(made: Phrases, n: int, text: str) -> bool:
    """Return whether noun phrase `n` states how many there were of something, over some time."""
    phrase = made[n]
    if phrase.kind != "noun" or phrase.head.tag in ("poss", "time", "pron", "name"):
        return False
    if any(span.label == "ORDINAL" for span in phrase.spans()):
        return _is_in_turn(made, n)
    if phrase.text not in COUNTABLE:
        return False
    if not _has_number(phrase):
        return _is_reached(made, n)
    if phrase.prep == "of" and n and made[n - 1].text in MANY:
        return True
    if _exists(made, n, text):
        return True
    return phrase.text in TALLIED and phrase.prep not in ("in", "by") and not _few(phrase)


def tally(made: Phrases, draft: FactCandidate, text: str) -> None:
    """Fill the roles of such a total: what, how many, of whom, by whom."""
    takes, phrase, n = draft.frame.takes, made[draft.n], draft.n
    reached = None if _has_number(phrase) else verb_behind(made, n)
    number = phrase if reached is None else made[reached + 1]
    found = [*roles.numbers(number, text=text), *_ordinal(phrase)]
    draft.put(draft.frame.count, *found[:1])
    counted = made[n + 1] if _is_named_behind(made, n) else phrase
    words = [
        w for w in counted.words if w.tag not in ("det", "num", "poss") and w.end > _last(counted, found)
    ]
    if words and "counted" in takes:
        draft.put(takes["counted"], *roles.fillers(Phrase("noun", words), takes["counted"], text=text))
    for behind in made[n + 1 : n + 3]:
        if behind.prep in ("on", "against") and behind.kind == "noun" and "target" in takes:
            draft.put(takes["target"], *roles.fillers(behind, takes["target"], text=text, counted=True))
    if (verb := _carrier(made, n)) is not None and draft.frame.agent:
        for who in subject(made, verb)[:1]:
            draft.put(draft.frame.agent, *roles.fillers(who, draft.frame.agent, text=text))
    draft.groups += [] if reached is None else [reached]


def _has_number(phrase: Phrase) -> bool:
    return any(word.tag == "num" for word in phrase.words)


def _few(phrase: Phrase) -> bool:
    return any(word.text in FEW for word in phrase.words if word.tag in ("num", "det"))


def _exists(made: Phrases, n: int, text: str) -> bool:
    """Return whether "there are" so many, or so many are said to have been."""
    if n == 0 or made[n - 1].kind != "verb" or made[n - 1].head.tag != "be":
        return False
    if any(word.text == "there" for word in made[n - 1].words):
        return True
    start = made[n - 2].end if n > 1 else 0
    return "there" in text[start : made[n - 1].start].lower().split()[-2:]


def _is_reached(made: Phrases, n: int) -> bool:
    """Return whether the noun is what rises to a number: "cases pass 200", "complaints rose to 1,400"."""
    verb = verb_behind(made, n)
    if verb is None or verb + 1 >= len(made) or not made[verb].lemmas & REACHING or made[n].prep:
        return False
    number = made[verb + 1]
    all_number = all(word.tag in ("num", "det", "adv") for word in number.words) and _has_number(number)
    money = any(span.label in ("MONEY", "PERCENT", "QUANTITY") for span in number.spans())
    return number.kind == "noun" and number.prep in ("", "to", "at", "past") and all_number and not money


def _is_in_turn(made: Phrases, n: int) -> bool:
    """Return whether an ordinal counts: "the fifth round of talks", "the third time in two years"."""
    phrase = made[n]
    if phrase.text not in IN_TURN or n + 1 >= len(made) or phrase.tag == "time":
        return False
    behind = made[n + 1]
    if phrase.text in ("round", "wave"):
        return behind.prep == "of"
    lasting = phrase.text == "time" and behind.kind == "noun" and not phrase.prep
    return lasting and (
        behind.prep in ("in", "since", "") and (behind.text in LASTING or behind.tag == "time")
    )


def _ordinal(phrase: Phrase) -> list[Filler]:
    spans = (span for span in phrase.spans() if span.label == "ORDINAL")
    return [Filler(span.start, span.end, span.id) for span in spans]


def _is_named_behind(made: Phrases, n: int) -> bool:
    """Return whether what is counted stands behind: "the fifth round of talks"."""
    return made[n].text in ("round", "wave") and n + 1 < len(made) and made[n + 1].prep == "of"


def _last(phrase: Phrase, found: list[Filler]) -> int:
    """Return where the number ahead of what is counted ends."""
    return max((one.end for one in found if phrase.start <= one.start < phrase.end), default=0)


def _carrier(made: Phrases, n: int) -> int | None:
    """Return the verb of "carried out a series of 40 raids"."""
    at = n - 2 if made[n].prep == "of" and n >= 2 else -1
    return (
        at
        if at >= 0 and made[at].kind == "verb" and not made[at].passive and made[at].head.tag != "be"
        else None
    )
