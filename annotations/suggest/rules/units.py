"""A spaCy Doc as a line of units, and every unit as one character that stands for its classes.

Patterns (`rules.patterns`) are regular expressions over these characters, so a rule reads tokens, never
letters, and its cost is linear.  A unit is a token, but for four things: white space without a line break is
left out, some tokens are several units (`COMPOUNDS`), an abbreviation takes its full stop ("Maj" "."), and a number
whose digits stand in groups is one unit ("41" "000").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from annotations.values.grouped_numbers import GROUPED, with_whole_numbers

if TYPE_CHECKING:
    from spacy.tokens import Doc

FIRST_CHARACTER = 0xE000  # the private use area: no text of ours is ever in the encoded line

#: What weapons' and military aircraft's designators begin with.
ARMS = (
    "A|B|C|F|J|K|M|P|Q|S|T|U|V|AC|AH|AK|AN|AR|AGM|AIM|BGM|CH|DF|EA|FA|FGM|FIM|GBU|Il|JF|Ka|KC|Kh|MH|Mi|MiG|MIG|Mig"
    "|MIM|MQ|PAC|RC|RPG|RQ|SA|SM|SS|SU|Su|TB|TU|Tu|UH|YJ"
)

#: The first that matches a whole unit is its shape.
SHAPES = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("break", r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]\s*"),
        ("day", r"0?[1-9]|[12]\d|3[01]"),
        ("year", r"1[6-9]\d\d|20\d\d"),
        ("decimal", r"\d{1,3}\.\d+"),
        ("integer", rf"\d{{1,7}}|{GROUPED}(?:\.\d+)?"),
        ("scaled", r"\d{1,3}(?:[.,]\d{1,3})?(?:bn|tn|[kKmMbB])"),
        ("clock", r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"),
        ("clock12", r"(?i:\d{1,2}(?:[.:][0-5]\d)?(?:am|pm|a\.m\.|p\.m\.))"),
        ("decade", r"(?:mid-|early-|late-)?['’]?(?:1[6-9]|20)?\d0s"),
        ("midyear", r"(?:mid|early|late)-(?:19|20)\d\d"),
        ("nth", r"\d{0,3}(?:1st|2nd|3rd|\dth)"),
        ("date", r"\d{4}[-/]\d\d[-/]\d\d|\d{1,2}([./])\d{1,2}\1(?:19|20)\d\d|\d{1,2}/\d{1,2}/\d\d"),
        ("designator", rf"(?:{ARMS})-\d{{1,3}}[A-Z]{{0,2}}s?"),
        ("initial", r"[A-Z]\."),
        ("initials", r"(?:[A-Z]\.){2,6}"),
        ("hyphen", r"-|‐|‑"),
        ("dash", r"–|—|--"),
        ("comma", r","),
        ("slash", r"/"),
        ("ampersand", r"&"),
        ("open", r"\("),
        ("close", r"\)"),
        ("possessive", r"['’]s?|['’]S"),
        ("quote", r"[\"“”‘«»]|``|''"),
        ("stop", r"[.!?:;•]|\.\.\.|…"),
        ("percent", r"%|٪"),
        ("money", r"[$£€¥₹₽₪₩₺₦]|(?:US|A|C|HK|NZ|S|R)\$"),
        ("letter", r"[A-Z]"),
        ("capitals", r"(?=[^\W\d_]*[A-Z]{2})[A-Z][A-Z0-9]{1,11}s?"),
    )
)
LETTERED = re.compile(r"[^\W\d_][\w'’.·]*")
OTHER_SHAPES = ("capital", "lower", "other")

#: Tokens of spaCy's that are several units: "U.S.-led", and "100B." or the "m." of "£25m." at a line's end.
COMPOUNDS = re.compile(r"((?:[A-Z]\.){2,6})(-)(.+)|(\d[\d.,]{0,9}[KMBkmb]|[mbk])(\.)", re.DOTALL)
ABBREVIATED = """
    adm brig capt cdr cmdr cmd col cpl cpt dr gen gov hon insp lt maj mr mrs ms pres prof pvt rear rep rev sen
    sgt spc supt vice jan feb mar apr jun jul aug sep sept oct nov dec corp inc ltd co bros st mt no
"""
ABBREVIATIONS = frozenset(ABBREVIATED.split())

LONGEST_WORD = 40  # code points; anything longer is no word, and is not kept in a cache


class Unit(NamedTuple):
    """A stretch of the text in code points, and its wording with straight apostrophes."""

    start: int
    end: int
    word: str


def units(doc: Doc) -> list[Unit]:
    """Return the units of a Doc in order."""
    found: list[Unit] = []
    for token in doc:
        word, start = token.text, token.idx
        if "’" in word and len(word) <= LONGEST_WORD:
            word = word.replace("’", "'")
        if word == "." and found and found[-1].end == start and found[-1].word.lower() in ABBREVIATIONS:
            found[-1] = Unit(found[-1].start, start + 1, found[-1].word + ".")
        elif word.isspace():
            if SHAPES[0][1].fullmatch(word):
                found.append(Unit(start, start + len(word), "\n"))
        elif "-" in word or word[-1] == ".":
            found.extend(_pieces(start, word))
        else:
            found.append(Unit(start, start + len(word), word))
    return _joined(found, doc.text)


def _joined(line: list[Unit], text: str) -> list[Unit]:
    """Return the units with each number in groups as one."""
    words = {(unit.start, unit.end): unit.word for unit in line}
    whole = with_whole_numbers([*words], text)
    return [Unit(*at, words.get(at, text[slice(*at)])) for at in whole]


def _pieces(start: int, word: str) -> Iterator[Unit]:
    match = COMPOUNDS.fullmatch(word)
    if match is None:
        yield Unit(start, start + len(word), word)
        return
    for group, text in enumerate(match.groups(), start=1):
        if text:
            yield Unit(start + match.start(group), start + match.end(group), text)


@lru_cache(maxsize=1 << 16)
def shape(word: str) -> str:
    """Return the name of a unit's shape."""
    if word.isalpha() and word.islower():
        return "lower"
    for name, pattern in SHAPES:
        if pattern.fullmatch(word):
            return name
    if not LETTERED.fullmatch(word):
        return "other"
    return "capital" if word[0].isupper() else "lower"
