"""Numbers: counts and amounts read from wordings as values, shown as text, and read as a person types them.

A number keeps its comparison.  A range ("400 to 500") gives its lower end as >=, and "dozens" at least two
dozen: the least that the words say, never a guess between.
"""

from __future__ import annotations

import re
from dataclasses import replace

from annotations.errors import UserError
from annotations.facts import Number
from annotations.values.grouped_numbers import GROUPED, ungrouped

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SPELLED = {word: float(n) for n, word in enumerate(ONES)} | {
    word: float(n) for n, word in zip(range(20, 100, 10), TENS, strict=True)
}
SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12}
SEVERAL = {"dozens": 24.0, "tens": 20.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6}
NOTHING = {"no", "none", "nobody", "zero"}
BOUNDS = (  # wordings before a number, the longer first, and the comparison they make
    (r"no (?:more|greater|higher) than|not more than|at most|up to|as (?:many|much) as|a maximum of", "<="),
    (r"no (?:fewer|less|lower) than|not less than|at least|a minimum of|from|between", ">="),
    (
        r"(?:well |just )?(?:more|greater|higher) than|(?:well |just )?(?:over|above)|exceeding|upwards? of",
        ">",
    ),
    (r"(?:fewer|less|lower) than|(?:just )?(?:under|below)|nearly|almost|not quite", "<"),
    (
        r"an estimated|approximately|roughly|about|around|some|circa|close to|perhaps|nearer|an average of",
        "~",
    ),
    (r"exactly|precisely|just|only|a total of|all", "="),
)
BEHIND = (
    (r"or (?:more|over)|and (?:more|counting)|\+", ">="),
    (r"or (?:less|fewer|under)", "<="),
    (r"or so", "~"),
)
SIGNS = {">": ">", "≥": ">=", ">=": ">=", "<": "<", "≤": "<=", "<=": "<=", "~": "~", "≈": "~", "=": "="}
SHOWN = {">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "~ ", "=": ""}
MONEY = r"US\$|C\$|A\$|[$£€¥₹]"

LONGEST = 200  # code points of a wording that are read: more is no number
_FIGURE = rf"{GROUPED}(?:\.[0-9]+)?|[0-9]{{1,15}}(?![0-9])(?:\.[0-9]{{1,9}})?"
_DIGITS = re.compile(
    rf"(?P<money>{MONEY})?\s?(?P<figure>{_FIGURE})\s?(?:(?P<scale>bln|mln|bn|tn|mn|k|m|b)\b|(?!(?:st|nd|rd|th)\b))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s-]*(?:and\s+)?")
_TO = re.compile(rf"\s*(?:to|or|and|-|–|—)\s*(?:(?:{MONEY})?(?=\d)|(?=[a-z]))", re.IGNORECASE)
_BOUNDS = [(re.compile(rf"(?:{words})\s+(?=\S)", re.IGNORECASE), sign) for words, sign in BOUNDS]
_BEHIND = [(re.compile(rf"\s*(?:{words})(?!\w)", re.IGNORECASE), sign) for words, sign in BEHIND]
_SIGN = re.compile(r"\s*(>=|<=|[<>=~≥≤≈])\s*")
_UNIT = re.compile(r"[\s-]*(?:of\s+)?(?:the\s+|other\s+|more\s+)?(?P<unit>%|[^\W\d_][\w./ -]*)?")


def number_in(text: str) -> Number | None:
    """Return the first number of the wording with its comparison and unit; None when there is none.

    >>> number_in("more than 60 incidents")
    Number(number=60.0, comparison='>', unit='incidents')
    """
    text = text[:LONGEST]
    for at in _starts(text):
        if found := _number_at(text, at):
            return found
    return None


def number_typed(text: str) -> Number:
    """Return the number that a person typed: a comparison, the number, a unit.  UserError without one."""
    sign = _SIGN.match(text)
    found = number_in(text[sign.end() :] if sign else text)
    if found is None:
        raise UserError(f"There is no number in “{text.strip()}”; type one like > 60 or at least 2.")
    return replace(found, comparison=SIGNS[sign[1]]) if sign else found


def number_shown(value: Number) -> str:
    """Return the number as short text that `number_typed` reads back.

    >>> number_shown(Number(2500, ">=", "troops"))
    '≥ 2,500 troops'
    """
    whole = value.number == int(value.number) and abs(value.number) < 1e15
    figure = f"{int(value.number):,}" if whole else f"{value.number:,}"
    unit = value.unit or ""
    if re.fullmatch(MONEY, unit):
        return f"{SHOWN.get(value.comparison, '')}{unit}{figure}"
    return f"{SHOWN.get(value.comparison, '')}{figure}{' ' if unit and unit != '%' else ''}{unit}"


def _starts(text: str) -> list[int]:
    """Return the offsets where words and figures start, the first always among them."""
    return [match.start() for match in re.finditer(rf"(?<![\w.])(?:{MONEY})?\w", text)] or [0]


def _number_at(text: str, at: int) -> Number | None:
    comparison, start = _bound(text, at)
    read = _read(text, start)
    if read is None:
        return None
    number, money, end = read
    if start == at and (upper := _TO.match(text, end)) and (other := _read(text, upper.end())):
        comparison, end = ">=", other[2]
        number *= _shared_scale(number, other[0])
    elif start > at and comparison == ">=" and (upper := _TO.match(text, end)):
        other = _read(text, upper.end())
        end = other[2] if other else end
    for pattern, sign in _BEHIND:
        if behind := pattern.match(text, end):
            comparison, end = sign, behind.end()
    if _word(text, start) in SEVERAL:
        comparison = ">="
    return Number(number, comparison, money or _unit(text, end))


def _bound(text: str, at: int) -> tuple[str, int]:
    for pattern, sign in _BOUNDS:
        if found := pattern.match(text, at):
            return sign, found.end()
    return "=", at


def _shared_scale(low: float, high: float) -> float:
    """Return the scale that a low end takes from the high one: a million for the 2 in "2 to 3 million"."""
    scales = [scale for scale in (1e12, 1e9, 1e6) if high >= scale]
    return scales[0] if scales and low < 1000 else 1.0


def _read(text: str, at: int) -> tuple[float, str | None, int] | None:
    """Return the number there, in figures or words, its currency symbol and its end; None without one."""
    if found := _DIGITS.match(text, at):
        number = float(ungrouped(found["figure"]))
        if found["scale"]:
            return number * SHORT_SCALES[found["scale"].lower()], found["money"], found.end()
        number, end = _scaled(text, number, found.end())
        return number, found["money"], end
    return _spelled(text, at)


def _scaled(text: str, number: float, end: int) -> tuple[float, int]:
    while (scale := SCALES.get(_word(text, (gap := _skip(text, end))))) is not None:
        number, end = number * scale, gap + len(_word(text, gap))
    return number, end


def _spelled(text: str, at: int) -> tuple[float, str | None, int] | None:
    """Return as `_read` a number in words: "two hundred and fifty", "a dozen", "half a million", "dozens"."""
    first = _word(text, at)
    if first in NOTHING or first in SEVERAL:
        return (SEVERAL.get(first, 0.0), None, at + len(first))
    if first in ("a", "an", "half"):
        number, end = _scaled(text, 1.0, at + len(first))
        if first == "half" and _word(text, end + 1) in ("a", "an"):
            number, end = _scaled(text, 1.0, end + 1 + len(_word(text, end + 1)))
        return (number / 2 if first == "half" else number, None, end) if number > 1 else None
    total = part = 0.0
    end, word, place = at, first, at
    while word in SPELLED or (word in SCALES and (end > at or word == first)):
        if word in SPELLED:
            if part % 10 or (part % 100 and SPELLED[word] > 9):
                break  # "two three" is no number
            part += SPELLED[word]
        elif SCALES[word] < 1000:
            part = (part or 1.0) * SCALES[word]
        else:
            total, part = total + (part or 1.0) * SCALES[word], 0.0
        end = place + len(word)
        place = _skip(text, end)
        word = _word(text, place)
    return (total + part, None, end) if end > at else None


def _skip(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _word(text: str, at: int) -> str:
    found = _WORD.match(text, at)
    return found[0].lower() if found else ""


def _unit(text: str, at: int) -> str | None:
    found = _UNIT.match(text, at)
    unit = (found["unit"] or "").strip(" .-/") if found else ""
    return unit or None
