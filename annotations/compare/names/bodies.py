"""Names of bodies: whose they are, what they are called, and words behind that may be missing."""

from __future__ import annotations

from functools import cache, lru_cache

from annotations.compare.names.countries import code_of_words
from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.rules.peoples import adjectives, peoples
from annotations.suggest.rules.places import CITIES, STATES
from annotations.text.word_forms import listed

UNIONS = {
    "united nations": "UN",
    "un": "UN",
    "european union": "EU",
    "eu": "EU",
    "african union": "AU",
    "nato": "NATO",
}
LONGEST_QUALIFIER = 4  # words
LONGEST = 12  # words of a name behind which a state is looked for
LEGAL = {  # forms of a company, with the state whose law has them; what several have stands for none
    "gmbh": "DE", "kgaa": "DE", "oy": "FI", "oyj": "FI", "ab": "SE", "aps": "DK", "a s": "DK", "k s": "DK", "p s": "DK", "asa": "NO",
    "bv": "NL", "nv": "NL", "spa": "IT", "srl": "IT", "sarl": "FR", "jsc": "RU", "pjsc": "RU", "ojsc": "RU", "kft": "HU", "zrt": "HU",
    "ag": "", "sa": "", "as": "", "kg": "", "sas": "", "inc": "", "llc": "", "ltd": "", "plc": "", "corp": "", "co": "",
}  # fmt: skip
TAILS = {*LEGAL} | listed("""
    group movement inc incorporated plc ltd limited llc corp corporation co company gmbh ag spa nv sarl militia
    holding holdings se pty llp bhd sdn tbk pte pvt militias rebels insurgents militants fighters network
""")
# Every state has some of these: without a qualifier they name nobody outside their article.
COMMON = listed("""
    army navy air force forces armed military police government administration parliament senate congress court
    supreme high council cabinet coast guard guards national security state party opposition coalition authorities
    ministry central bank intelligence agency service services border committee commission union group movement
    company university hospital school rebels militants insurgents militia militias fighters troops soldiers media
    press house lower upper assembly federal local royal public prosecution general staff embassy consulate
    presidency judiciary legislature junta regime board club team church brigade battalion division corps fleet
    marines marine crew foreign defense interior finance education justice trade transport energy economy health
    of and for the affairs airline airlines airways office ground naval special operations city town village county
    rescue civil aviation electoral election elections constitutional appeals
""")
NAMED = {"security council", "general assembly", "state department", "foreign office"}
LOCAL = {"police department", "fire department", "health department", "department"}
# Heads of what a state has one of: "US Fleet Command" is "Fleet Command", "British Red Cross" no "Red Cross".
ARMS = listed("""
    command fleet department administration agency bureau directorate service corps commission treasury reserve
    office guard guards force forces brigade division intelligence operations council authority
""")
STATES_OWN = COMMON - listed(
    "bank union club team church group company university hospital school airline airlines airways"
)
HEADS_IN_FRONT = listed("ministry department")
NAME_BEHIND = listed("hotel")  # heads with the name on either side
ADJECTIVES = {"electoral": "election", "elections": "election", "parliamentary": "parliament"}
OFFICES = listed("commission committee board council tribunal court office authority")
SHORT_NAMES = {"US": "us", "GB": "uk", "UN": "un", "EU": "eu"}


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name: `of` is the code of the state or union that it is of, `rest` the name without it.

    `plain` is the rest as it stood; `is_common`: it names nobody outside its article.
    """

    of: str | None
    rest: tuple[str, ...]
    plain: tuple[str, ...]
    is_common: bool


@lru_cache(maxsize=50_000)
def body_name(words: tuple[str, ...]) -> BodyName:
    """Return the name that the folded words are, with "Ministry of Defence" as "Defence Ministry"."""
    of, plain = _qualifier(words)
    rest = _without_tail(_with_nouns(_head_behind(plain)))
    return BodyName(of, rest, plain, not of and _is_common(rest))


def _qualifier(words: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Return the state or union in front, or behind an "of", and the other words."""
    for count in range(min(LONGEST_QUALIFIER, len(words) - 1), 0, -1):
        front = " ".join(words[:count])
        if code := UNIONS.get(front) or code_of_words(front):
            return (None, words) if words[count] in ("led", "and", "or") else (code, words[count:])
    for at in range(min(len(words), LONGEST) - 2, 0, -1):
        behind = " ".join(words[at + 1 :]).removeprefix("the ")
        if words[at] == "of" and (code := code_of_words(behind)) and set(words[:at]) <= STATES_OWN:
            return code, words[:at]
    return None, words


@lru_cache(maxsize=50_000)
def law_of(words: tuple[str, ...]) -> str:
    """Return the state under whose law the folded words say that a company is, "" where they do not."""
    return LEGAL.get(" ".join(words[-2:])) or LEGAL.get(words[-1], "") if len(words) > 1 else ""


def _with_nouns(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return an office's words with the noun for the adjective of its stem: "Election Commission"."""
    if not words or words[-1] not in OFFICES:
        return words
    return tuple(ADJECTIVES.get(word, word) for word in words)


def _head_behind(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) == 2 and words[0] in NAME_BEHIND and words[1] not in COMMON:
        return words[::-1]
    if len(words) > 2 and words[0] in HEADS_IN_FRONT and words[1] in ("of", "for"):
        words = (*words[2:], words[0])
    if words[1:2] == ("affairs",) and words[-1] == "ministry":
        words = (words[0], *words[2:])
    return tuple(word for word in words if word != "the")


def _without_tail(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without "group", "Inc" and the like, unless a common word or a people is left."""
    end = len(words)
    while end > 1 and (words[end - 1] in TAILS or (end > 2 and " ".join(words[end - 2 : end]) in TAILS)):
        end -= 1 if words[end - 1] in TAILS else 2
    if 1 < end < len(words) and words[end - 1] == "and":
        end -= 1  # "Smith & Co."
    left, name = words[:end], " ".join(words[:end])
    is_other = set(left) <= COMMON or name in known_peoples() or (end < len(words) and _is_place(name))
    return words if is_other else left


def _is_place(name: str) -> bool:
    """Return whether a name is a state's or a city's: its company and its government are two bodies."""
    return code_of_words(name) is not None or name in _cities()


@cache
def _cities() -> frozenset[str]:
    return frozenset(name.lower() for name in (*CITIES, *STATES))


def _is_common(words: tuple[str, ...]) -> bool:
    name = " ".join(words)
    return name in LOCAL or (set(words) <= COMMON and name not in NAMED) or words[-1:] == ("ministry",)


@cache
def known_peoples() -> frozenset[str]:
    """Return adjectives and nouns of peoples and faiths, folded."""
    return frozenset(word.lower() for word in (*adjectives(), *peoples()))
