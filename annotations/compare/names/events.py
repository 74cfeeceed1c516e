"""Names of events: a head, the words of the name whatever their order, the years and numbers."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from annotations.compare.names.countries import code_of_words
from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.rules.organisations import EVENTS
from annotations.suggest.rules.places import names_in
from annotations.text.word_forms import listed

HEADS = """
war conflict fighting hostilities warfare|attack attacks assault assaults|massacre massacres|strike strikes
raid raids|offensive|earthquake quake|hurricane|typhoon|cyclone|storm|flood floods flooding|election elections vote poll
summit|conference|operation|olympics olympic|cup|festival|protest protests demonstration demonstrations|revolution
uprising revolt|games|championship championships|genocide|bombing bombings|fire wildfire|crisis|treaty|talks|trial|coup
battle|siege|invasion|exercise exercises|marathon|referendum|pandemic outbreak epidemic
"""
WAR = "war"
LINKS = listed("of the in on at for and against with between to s de")
FILLERS = listed("civil ongoing current")  # of wars
COUNTED = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "one": "1", "two": "2", "three": "3", "1st": "1", "2nd": "2", "3rd": "3",
    "4th": "4",
}  # fmt: skip
MONTHS = names_in(
    "january, february, march, april, may, june, july, august, september, october, november, december"
)
SHORT_MONTHS = {month[:3]: month for month in MONTHS} | {"sept": "september"}
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
GLUED = {
    "wwi": ("world", "war", "1"),
    "wwii": ("world", "war", "2"),
    "ww1": ("world", "war", "1"),
    "ww2": ("world", "war", "2"),
}


@dataclass(frozen=True, slots=True)
class EventName:
    """A head, by the first word of its line, or ""; codes of states, other words, numbers, and the year or ""."""

    head: str
    states: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[str]
    year: str


_HEADS = {
    word: line.split()[0]
    for line in HEADS.replace("\n", "|").split("|")
    if line.strip()
    for word in line.split()
}


@lru_cache(maxsize=50_000)
def event_name(folded: tuple[str, ...]) -> EventName:
    """Return what the folded words of an event's name say."""
    words = [part for word in folded for part in GLUED.get(word, (word,))]
    words = [SHORT_MONTHS.get(word, word) for word in words if word not in LINKS]
    head = next((_HEADS[word] for word in reversed(words) if word in _HEADS), "")
    left = [COUNTED.get(word, word) for word in words if _HEADS.get(word, "-") != head]
    years = [word for word in left if YEAR.match(word)]
    numbers = {word for word in left if any(letter.isdigit() for letter in word)} - {*years}
    names, states = _states([word for word in left if word not in numbers and word not in years])
    return EventName(head, states, frozenset(names), frozenset(numbers), years[0] if years else "")


def _states(words: list[str]) -> tuple[list[str], frozenset[str]]:
    """Return the words that name no state, and the codes of the states that the others do."""
    names, codes, at = [], set(), 0
    while at < len(words):
        for count in (3, 2, 1):
            if code := code_of_words(" ".join(words[at : at + count])):
                codes.add(code)
                at += count
                break
        else:
            names.append(words[at])
            at += 1
    return names, frozenset(codes)


def equal_events(one: EventName, other: EventName) -> bool:
    """Return whether the names say the same, of a war perhaps one of its states more; a year may be missing."""
    if (
        one.head != other.head
        or one.numbers != other.numbers
        or (one.year and other.year and one.year != other.year)
    ):
        return False
    if (one.states, one.words) == (other.states, other.words):
        return bool(one.states or one.words or one.numbers or one.year)
    if one.head != WAR or one.words - FILLERS != other.words - FILLERS:
        return False
    fewer, more = sorted((one.states, other.states), key=len)
    return fewer == more if not fewer else fewer <= more


@cache
def known_events() -> dict[EventName, str]:
    """Return the events that the whole world knows by name; two of them never meet."""
    plain = [re.sub(r"[^a-z0-9 ]", " ", name.lower().replace(".", "")).split() for name in EVENTS]
    return {event_name(tuple(words)): str(event_name(tuple(words))) for words in plain}
