"""Stems: the words of a text as they are compared, with the few words that mean one thing made one.

English, as the triggers are; a word of another language is its own stem.
"""

from __future__ import annotations

import re
from functools import lru_cache

from annotations.text.word_forms import PAST, PLURALS, VOWELS, listed

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LONGEST = 40  # code points of a word; what is longer is none

# Words that say nothing of what a text is about.
COMMON = listed(
    """a about above after again against all almost along already according also although always am among an and another any
    are around as at away back be became because been before began behind being below between both but by came can
    could day days did do does during each early either else even ever every few first for from further get go had
    has have having he her here hers him his how however i if in into is it its itself just last late later least
    less like made make many may me meanwhile might more most much must my near never next no nor not now of off on
    once one only onto or other others our out over own part per put rather s said same say saying says she should since so some soon
    still such t tell telling than that the their them then there these they this those though three through time to told today
    together too toward towards two under until up upon us use used very was way we week weeks well were what when
    where whether which while who whom whose why will with within without would year years yesterday yet you your
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december morning evening night afternoon"""
)
# Nouns that fit nearly everybody or everything: shared, they are no evidence, and a difference is none either.
VAGUE = listed(
    """people person someone somebody anyone anybody nobody everyone everybody something anything thing it he she
    they them him her who which that this these those we i you others other one ones group side party part area
    place site location number official officials source authority man woman member total victim casualty something life lives"""
)
# Stems of what people are called for their office, which come again with whatever they say.
OFFICES = listed(
    """spokesman spokeswoman spokesperson president minister chief executiv chairman chairwoman chair director head
    leader general secretary commander envoy ambassador mayor governor analyst expert correspondent prim vice
    deputy former professor doctor"""
)
_ALIKE = """
    fighter militant gunman insurgent combatant|soldier troop personnel serviceman serviceperson
    ship vessel|sailor seafarer mariner|house home|child kid|police policeman policewoman
    aircraft plane jet warplane|drone uav|attack assault|strike airstrike raid|worker employee staff
    company firm|leader head|minister ministry|hospital clinic|weapon arm|killing murder|car vehicle
"""
_SAID = """
    kill die dead deadly death fatality toll shoot drown perish murder slay execute massacre behead electrocute suffocate lynch body
    wound injure hurt injury maim|detain arrest jail imprison|kidnap kidnapping abduct abduction
    attack strike hit bomb raid assault airstrike target bombing bombard bombardment shell shelling
    destroy destruction wreck ruin raze demolish flatten demolition level|sink founder capsize
    buy acquire purchase acquisition takeover sell sale|agree agreed agreement deal settlement settle accord pact sign
    appoint name elect nominate promote appointment election nomination inaugurate
    resign dismiss sack oust depose quit retire resignation dismissal ouster leave departure fire
    send deploy dispatch deployment station mobilize redeploy|withdraw withdrawal pullout
    say tell state add announce report testify|deny reject denial|demand ask call|
    damage batter|displace flee|condemn denounce criticize criticise decry deplore|meet meeting talk summit
"""
# Of what a type of fact may tell, the classes that are never one thing: who died is not who was hurt.
_OPPOSED = (
    ("kill", "wound", "kidnap", "missing", "detain"),
    ("appoint", "resign"),
    ("send", "withdraw"),
)
_PHRASES = {
    "take hostage": "kidnap",
    "take captive": "kidnap",
    "hold hostage": "kidnap",
    "gun down": "kill",
    "be lost": "missing",
    "go missing": "missing",
    "lose life": "kill",
    "lose lives": "kill",
    "lose their lives": "kill",
    "lose his life": "kill",
    "lose her life": "kill",
    "take back": "appoint",
    "shoot dead": "kill",
    "bring down": "attack",
    "take over": "buy",
    "pull out": "withdraw",
    "pull back": "withdraw",
    "step down": "resign",
    "stand down": "resign",
    "step aside": "resign",
    "swear in": "appoint",
    "death toll": "kill",
    "air strike": "attack",
    "missile strike": "attack",
    "drone strike": "attack",
    "air raid": "attack",
}
_BASES = {form: base for base, forms in PAST.items() for form in forms if form not in PAST}
_BASES |= {plural: one for one, plural in PLURALS.items()} | {"wounded": "wound"}


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """Return the stem of a word, lower case.

    >>> stem("struck"), stem("Fighters"), stem("gunmen"), stem("cities")
    ('strik', 'fighter', 'fighter', 'city')
    """
    plain = word.lower().replace("’", "'").removesuffix("'s").strip("'")
    bare = _bare(_BASES.get(plain, plain))
    return _CLASS.get(bare, bare)


def stems(text: str) -> list[str]:
    """Return the stems of the words of a text that say something, in order."""
    return [found for word in WORD.findall(text) if (found := telling_stem(word))]


@lru_cache(maxsize=1 << 17)
def telling_stem(word: str) -> str:
    """Return the stem of a word, "" for one that says nothing, for a letter, and for what is no word."""
    return stem(word) if 1 < len(word) <= LONGEST and word.lower() not in COMMON else ""


@lru_cache(maxsize=1 << 14)
def sense(trigger: str) -> str:
    """Return what a trigger says, a class where others say the same.

    >>> sense("killed") == sense("deaths"), sense("gunned down") == sense("dead")
    (True, True)
    """
    words = WORD.findall(trigger.lower())
    if not words:
        return ""
    bases = [_BASES.get(word, word) for word in words]
    if found := _PHRASES.get(" ".join([_lemma(bases[0]), *bases[1:]])):
        return found
    bare = _bare(bases[-1] if len(bases) > 1 and bases[0] not in PAST else bases[0])
    return _SENSE.get(bare, bare)


def sense_with(trigger: str, behind: str) -> str:
    """Return what a trigger says together with the words behind it, as far as they make a phrase: "lost their lives"."""
    words = WORD.findall(behind.lower())[:2]
    for count in range(len(words), 0, -1):
        base = " ".join([_BASES.get(trigger.lower(), trigger.lower()), *words[:count]])
        if found := _PHRASES.get(base):
            return found
    return sense(trigger)


def are_opposed(one: str, other: str) -> bool:
    """Return whether two senses are never of one event: those who died, and those who were hurt."""
    return one != other and any(one in row and other in row for row in _OPPOSED)


def _lemma(word: str) -> str:
    return {"taken": "take", "held": "hold", "gunned": "gun", "pulled": "pull", "stepped": "step"}.get(
        word, word
    )


def _bare(word: str) -> str:
    if word.endswith("men") and len(word) > 5:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 3:
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]
    for ending, least in (("ing", 4), ("ed", 3)):
        if word.endswith("eed"):
            break
        if word.endswith(ending) and len(word) >= len(ending) + least and VOWELS & {*word[: -len(ending)]}:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _classes(table: str) -> dict[str, str]:
    """Return the first word of each row by the stems of all of them."""
    rows = (row.split() for row in table.replace("\n", "|").split("|") if row.strip())
    return {_bare(word): row[0] for row in rows for word in row}


_CLASS = _classes(_ALIKE)
_SENSE = _classes(_SAID) | {"miss": "missing", "missing": "missing"}
