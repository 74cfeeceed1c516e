"""Word forms: all forms of an English lemma, so that triggers are found without a model.

Regular forms by rule, the others from a table; which form it is tells a past from a participle.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

VOWELS = frozenset("aeiou")
DOUBLING = frozenset("bdglmnprt")

# base past participle, where they are not base + ed
IRREGULAR = """
    be was been|beat beat beaten|become became become|begin began begun|bind bound bound|bite bit bitten
    blow blew blown|break broke broken|bring brought brought|build built built|burn burned burned
    buy bought bought|cast cast cast|catch caught caught|choose chose chosen|come came come|cost cost cost
    cut cut cut|deal dealt dealt|do did done|draw drew drawn|drink drank drunk|drive drove driven
    eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found
    flee fled fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven
    freeze froze frozen|get got got|give gave given|go went gone|grow grew grown|hang hung hung|have had had
    hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known
    lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost
    make made made|mean meant meant|meet met met|offset offset offset|pay paid paid|put put put
    quit quit quit|read read read|rebuild rebuilt rebuilt|ride rode ridden|rise rose risen|run ran run
    say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken
    shed shed shed|shoot shot shot|show showed shown|shut shut shut|sing sang sung|sink sank sunk|sit sat sat
    slay slew slain|sleep slept slept|speak spoke spoken|spend spent spent|split split split
    spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck
    swear swore sworn|sweep swept swept|swim swam swum|take took taken|teach taught taught|tear tore torn
    tell told told|think thought thought|throw threw thrown|understand understood understood
    undertake undertook undertaken|withdraw withdrew withdrawn|withhold withheld withheld|win won won
    ring rang rung|bleed bled bled|burst burst burst|dig dug dug|dive dived dived|leap leapt leapt|shrink shrank shrunk|slide slid slid
    spin spun spun|swing swung swung|wake woke woken|bid bid bid|bet bet bet|weep wept wept
    wound wounded wounded|write wrote written|overthrow overthrew overthrown|foresee foresaw foreseen
"""
PAST: dict[str, tuple[str, str]] = {
    base: (past, participle)
    for row in IRREGULAR.replace("\n", "|").split("|")
    if row.strip()
    for base, past, participle in [row.split()]
}
PLURALS = {
    "casualty": "casualties",
    "man": "men",
    "woman": "women",
    "person": "people",
    "child": "children",
    "life": "lives",
    "go": "goes",
    "have": "has",
    "do": "does",
}
PREFIXES = ("re", "over", "under", "out", "up", "fore", "mis", "with")  # "repay" is formed as "pay" is


class Form(NamedTuple):
    """A form of a lemma, and its kinds: any of base, s, past, participle, ing."""

    lemma: str
    uses: frozenset[str]


@lru_cache(maxsize=4096)
def forms(lemma: str) -> dict[str, frozenset[str]]:
    """Return the forms of the lemma, each with the kinds it may be; of several words the first is inflected.

    >>> sorted(forms("strike"))
    ['strike', 'strikes', 'striking', 'struck']
    """
    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    past, participle = _irregular(head) or (_with_ending(head, "ed"),) * 2
    uses: dict[str, set[str]] = {}
    for form, use in (
        (head, "base"),
        (plural(head), "s"),
        (past, "past"),
        (participle, "participle"),
        (_with_ending(head, "ing"), "ing"),
    ):
        uses.setdefault(form + tail, set()).add(use)
    if head.endswith("el") and head not in PAST and len(head) > 4:  # "levelled" beside "leveled"
        for ending, use in (("led", "past"), ("led", "participle"), ("ling", "ing")):
            uses.setdefault(head + ending + tail, set()).add(use)
    if rest:  # "drone strikes": a noun's last word is inflected
        uses.setdefault(f"{head} {plural(rest)}", set()).add("s")
    return {form: frozenset(said) for form, said in uses.items()}


def as_trigger(words: str) -> str:
    """Return the words as triggers are counted: in lower case, with single blanks."""
    return " ".join(words.lower().split())


def index(lemmas: Iterable[str]) -> dict[str, list[Form]]:
    """Return every form of the lemmas, in lower case, with the lemmas it may belong to, in their order."""
    found: dict[str, list[Form]] = {}
    for lemma in lemmas:
        for spelling in _spellings(lemma.lower()):
            for form, uses in forms(spelling).items():
                found.setdefault(form, []).append(Form(lemma.lower(), uses))
    return found


def _spellings(lemma: str) -> tuple[str, ...]:
    """Return the spellings of the lemma: as it is, and in -ise where it ends in -ize."""
    return (lemma, lemma[:-3] + "ise") if lemma.endswith("ize") else (lemma,)


def _irregular(verb: str) -> tuple[str, str] | None:
    if verb in PAST:
        return PAST[verb]
    for prefix in PREFIXES:
        if verb.startswith(prefix) and (found := PAST.get(verb.removeprefix(prefix))):
            return prefix + found[0], prefix + found[1]
    return None


def listed(table: str) -> frozenset[str]:
    """Return the words of a table written with blanks between."""
    return frozenset(table.split())


def plural(word: str) -> str:
    """Return the plural of a noun, which is the third person of a verb too."""
    if word in PLURALS:
        return PLURALS[word]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _with_ending(word: str, ending: str) -> str:
    """Return the word with -ed or -ing.

    An e is dropped, y becomes i, and the last letter is doubled after a short stressed vowel.
    """
    if word.endswith("e") and not (ending == "ing" and word.endswith(("ee", "ye", "oe"))):
        return (word[:-2] + "y" if word.endswith("ie") and ending == "ing" else word[:-1]) + ending
    if ending == "ed" and word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ied"
    short = len(word) > 2 and word[-1] in DOUBLING and word[-2] in VOWELS and word[-3] not in VOWELS
    one_syllable = (
        sum(a in VOWELS and b not in VOWELS for a, b in zip(word, word[1:] + "x", strict=False)) == 1
    )
    return word + (word[-1] if short and (one_syllable or word in STRESSED) else "") + ending


STRESSED = listed("rebut commit admit permit submit refer defer occur regret deter kidnap")
