"""The English that a sentence needs: plurals, articles and prepositions as an article has them, days and clocks.

All of it is told by the look of the words alone.
"""

from __future__ import annotations

import re

from annotations.text.word_forms import PLURALS, listed

BETWEEN = re.compile(r"[\s,]*(?:,|\b(?:and|or)\b)?\s*(?:\b(?:a|an|the)\b)?\s*")
PARTLY = (
    r"(?:(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower|whole|entire)\s+)?"
)
DETERMINER = re.compile(rf"(?<!\w)(the|an?)\s+{PARTLY}\Z", re.IGNORECASE)
BEFORE = 24  # code points before a filler that are looked at
PLACED = "in at on near off outside inside within across around over along throughout from"
TIMED = f"{PLACED} by since until till before after during for"
PLACE_BEFORE, TIME_BEFORE = (
    re.compile(rf"(?<!\w)({'|'.join(words.split())})\s+(?:the\s+)?{PARTLY}\Z", re.IGNORECASE)
    for words in (PLACED, TIMED)
)
LEADING = listed(f"{TIMED} to into towards against with about because as that when while how why who which")
THE = re.compile(r"(?<!\w)the\s\Z")  # the Houthis are no one person
CLOCK = re.compile(
    r"(?:about |around |just |shortly )?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|gmt\b|utc\b|hours\b)|\d{1,2}:\d\d|noon|midnight|dawn|dusk",
    re.IGNORECASE,
)
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
DAY = re.compile(
    rf"(?:{'|'.join(DAYS.split())})\b|(?:{'|'.join(MONTHS.split())})\.? \d{{1,2}}\b|\d{{1,2}} (?:{'|'.join(MONTHS.split())})\b",
    re.IGNORECASE,
)
MONTH = re.compile(
    rf"(?:early |late |mid-?)?(?:{'|'.join(MONTHS.split())}|\d{{4}}\b)|mid-|the \d{{4}}s", re.IGNORECASE
)
UNPLACED = re.compile(  # such a time has no preposition
    r"(?:yesterday|today|tonight|tomorrow|overnight|now|last|next|this|every|earlier|later|recently)\b|.*\b(?:ago|later|earlier)\Z",
    re.IGNORECASE,
)
SINGULAR = frozenset({"PERSON", "GPE", "LOC", "FAC", "EVENT", "LAW"})
MANY = listed(
    "we they you these those both people men women children lives forces troops police officials crew staff"
) | frozenset(PLURALS.values())
# Plural to the eye alone.
NOT_MANY = listed(
    "nations states news headquarters netherlands philippines airlines systems politics series reuters"
)
DOZENS = listed("dozens scores hundreds thousands tens millions billions")
OF = re.compile(r"\s{1,2}(?:of\s(?:(?:the|its|their|his|her|our|my|these|those)\s)?)?")
ONE = listed("one 1 a an another")
NONE = listed("no none nobody neither nothing")
NUMBER = re.compile(
    r"\d[\d,.]*(?![\w-])|(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|dozens|hundreds|both)\b|(?:more|at least|about|around|up to|nearly|over)\b",
    re.IGNORECASE,
)


def folded(words: str) -> str:
    """Return the words with white space folded."""
    return " ".join(words.split())


def is_plural(words: str) -> bool:
    """Return whether the noun that the words are about is rather a plural."""
    head = re.split(r" (?:of|in|from|on|at|with|for|to|who|that|which|aboard|near)\b|,", words, maxsplit=1)[0]
    noun = head.rsplit(" ", 1)[-1]
    last = noun.lower()
    ends = last.endswith("s") and not last.endswith(("ss", "us", "sis"))
    if words.lower().startswith(("people ", "those ", "these ", "both ")):
        return True
    return last in MANY or (
        ends and last not in NOT_MANY and len(last) > 3 and last.isalpha() and not noun.isupper()
    )


def is_name(words: str, label: str, *, the: bool) -> bool:
    """Return whether the words rather name one thing; `the` stands before the Houthis, who are no one person.

    Without a label, several words of which the last is written as a name are.
    """
    if label:
        return label in SINGULAR and not (the and label == "PERSON")
    return not the and " " in words and words.rsplit(" ", 1)[-1][:1].isupper()


def usual(words: str, given: str = "") -> str:
    """Return the preposition that a time has when the article has none: at, on, in, the one given, or "" for "yesterday"."""
    if leads(words) or UNPLACED.match(words):
        return ""
    if CLOCK.match(words):
        return "at"
    return "on" if DAY.match(words) else "in" if MONTH.match(words) else given


def leads(words: str) -> bool:
    """Return whether the words bring a preposition or the like of their own."""
    return words.split(" ", 1)[0].lower() in LEADING
