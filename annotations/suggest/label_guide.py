"""The correction of a pipeline's finds by the label guide: bounds without what is no part of a name.

Corpora differ in what they mark; this holds whatever pipeline found it.  The guide's words: no determiner, no
possessive ending, titles apart, "western Iraq" is Iraq, "41 000" is one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotations.text.text import trim
from annotations.values.grouped_numbers import grouped_numbers

NO_NAMES = frozenset(
    {"Western", "Sri", "II", "I", "Internet", "Islam", "State", "Foreign", "Eve", "Mass", "Defense"}
)
DIRECTION = re.compile(r"(?:north|south|east|west|central|mid)[\w-]* (?=[A-Z])")
LEADING = re.compile(r"(?:the|The|a|an|a former|former) (?=[A-Z])")
TITLED = re.compile(
    r"(?:(?:Major|Brigadier|Lieutenant|Vice) )?"
    r"(?:General|Colonel|Captain|Admiral|Mr\.|Mrs\.|Ms\.|Dr\.|President|Minister) (?=[A-Z])"
)
POSSESSIVE = re.compile(r"['’]s?\Z")
WHOLE = re.compile(r"(?:ISIL|Coalition) ")  # "ISIL tactical units": a group of that name, all of it
NAMED_BY_CAPITALS = ("PERSON", "ORG", "GPE")
TRIMMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
COUNTED = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT"})
DATED = frozenset({"DATE", "TIME"})
AROUND = 40  # code points beside a find in which the rest of a number may stand
NEVER_POSSESSIVE = TRIMMED - {"ORG", "FAC"}  # there it may belong to the name: "McDonald's"


def by_guide(text: str, start: int, end: int, label: str) -> Iterator[tuple[int, int, str]]:
    """Yield the find as the guide has it: none for a wording that is no name, two for "Paris, France"."""
    if label in TRIMMED:
        start, end = _trimmed(text, start, end, label)
    elif label in COUNTED or label in DATED:
        start, end = _whole_numbers(text, start, end, label)
    if label in ("LOC", "GPE") and (direction := DIRECTION.match(text, start, end)):
        start, label = direction.end(), "GPE"
    if label in ("ORG", "PERSON") and (title := TITLED.match(text, start, end)):
        start, label = title.end(), "PERSON"
    bounds = trim(text, start, end)
    if bounds is None:
        return
    (start, end), wording = bounds, text[slice(*bounds)]
    if wording in NO_NAMES or _is_common(wording, label):
        return
    cut = start + wording.index(", ") if label == "GPE" and ", " in wording else end
    yield start, cut, label
    if cut < end:
        yield from by_guide(text, cut + 2, end, label)


def _trimmed(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    if lead := LEADING.match(text, start, end):
        start = lead.end()
    ending = POSSESSIVE.search(text[start:end])
    if ending and label in NEVER_POSSESSIVE:
        end = start + ending.start()
    return start, end


def _whole_numbers(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    """Return the bounds with the rest of a number they cut; a date before a number ends before it."""
    for first, last in grouped_numbers(text, max(0, start - AROUND), min(len(text), end + AROUND)):
        if first < start < last:
            start = first
        if first < end < last:
            end = first if label in DATED and start < first else last
    return start, end


def _is_common(wording: str, label: str) -> bool:
    """Return whether the wording ends in a common noun: a phrase, not a name."""
    last = wording.split()[-1]
    named = any(sign.isalnum() and not sign.islower() for sign in last)
    return label in NAMED_BY_CAPITALS and not named and not (label == "ORG" and WHOLE.match(wording))
