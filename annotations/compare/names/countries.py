"""States by name, by common other names and abbreviations, and by what their people are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from babel import Locale

from annotations.compare.names.letters import pieces
from annotations.compare.names.other_names import demonyms, other_names
from annotations.text.word_forms import listed

NO_STATES = listed("EU EZ UN QO XA XB ZZ AQ UM HM BV TF IO CP EA IC CQ DG SJ AC TA")
# In front of a name by a mistake of its bounds ("Beyond Peru"); "the" is in front of any.
OPENERS = listed("""
    the beyond in from for since after before although though while when if because but and yet meanwhile however
    despite during against unlike with without among amid throughout of to by at that
""")
# Forms of state, as they stand ahead of "of" and a name; names that two states share but for the form.
FORMS = (
    "republic", "federal republic", "islamic republic", "arab republic", "united republic", "federative republic",
    "bolivarian republic", "democratic republic", "kingdom", "hashemite kingdom", "sultanate", "principality",
    "commonwealth",
)  # fmt: skip
SHARED = listed("korea congo china yemen germany georgia macedonia dominica virginia kentucky pennsylvania")
CAPITALS = listed("us uk uae usa drc car prc roc rok gdr frg rsa ksa png bih gbr")  # in capitals only


def without_opener(found: list[str]) -> list[str]:
    """Return the pieces of a name without the articles and prepositions in front, unless nothing else is there."""
    at = 0
    while at < len(found) - 1 and found[at].lower() in OPENERS and (at == 0 or found[at] != "-"):
        if found[at].lower() != "the" and found[at].isupper():
            break  # an abbreviation: "AND party"
        if found[at + 1] == "-":
            break  # an article of Arabic, or part of the name
        at += 1
    return found[at:]


@lru_cache(maxsize=50_000)
def country_of(wording: str) -> str | None:
    """Return the ISO 3166 code of the state that the wording names, or whose people or adjective it is.

    >>> country_of("the U.K."), country_of("Peruvians"), country_of("Scottish"), country_of("Perugia")
    ('GB', 'PE', 'GB-SCT', None)

    Former states have ISO's codes of them ("SU").  No state: the EU, the UN, and words of two states ("Korean").
    """
    return named_state(wording) or named_people(wording)


@lru_cache(maxsize=50_000)
def named_state(wording: str) -> str | None:
    """Return the code of the state that the wording names, None for its people."""
    return _states().get(_key(wording))


@lru_cache(maxsize=50_000)
def named_people(wording: str) -> str | None:
    """Return the code of the state whose people or adjective the wording is."""
    key = _key(wording)
    return _peoples().get(key) or _peoples().get(re.sub(r"(?:wom[ae]n|m[ae]n|s)$", "", key))


def is_country(words: str) -> bool:
    """Return whether the words, folded, are a state's name or its people's."""
    return words in _states() or words in _peoples()


@lru_cache(maxsize=50_000)
def _key(wording: str) -> str:
    """Return the wording's words in lower case; short ones must be in capitals: "us" is no state."""
    found = [piece for piece in without_opener(pieces(wording, joined=True)) if piece != "-"]
    words = " ".join(found)
    return words.lower() if words.isupper() or words.lower() not in CAPITALS else ""


@cache
def _states() -> dict[str, str]:
    territories = Locale("en").territories
    cldr = [(code, name) for code, name in territories.items() if len(code) == 2 and code not in NO_STATES]
    plain = [(code, re.sub(r" \(.*\)| SAR China", "", name)) for code, name in cldr]
    plain += [(code, name.replace("&", "and")) for code, name in plain if "&" in name]
    plain += [(code, name.replace("St.", "Saint")) for code, name in plain if name.startswith("St.")]
    plain += [("MM", "Myanmar (Burma)")]
    short = {_words(name): code for code, name in (*plain, *other_names())}
    return {**_official(short), **short}


def _official(states: Mapping[str, str]) -> dict[str, str]:
    """Return the states' names with their form of state ahead, but for names that two states share but for that."""
    alone = {name: code for name, code in states.items() if not SHARED & {*name.split()}}
    return {
        f"{form} of {the}{name}": code
        for name, code in alone.items()
        for form in FORMS
        for the in ("", "the ")
    }


@cache
def _peoples() -> dict[str, str]:
    states = _states()
    found = {_words(word): code for code, words in demonyms().items() for word in words}
    return {word: code for word, code in found.items() if word not in states}


def _words(name: str) -> str:
    return " ".join(p for p in without_opener(pieces(name, joined=True)) if p != "-").lower()


def code_of_words(words: str) -> str | None:
    """Return the code of the state whose name, people or adjective the folded words are."""
    return (
        _states().get(words)
        or _peoples().get(words)
        or _peoples().get(re.sub(r"(?:wom[ae]n|m[ae]n|s)$", "", words))
    )
