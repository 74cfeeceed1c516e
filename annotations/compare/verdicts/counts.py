"""Counts: how two figures go together, by what they count, their bounds, and when each was told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from math import isfinite

from annotations.articles import published_of
from annotations.compare.items import Verdict
from annotations.compare.verdicts.days import ComparedTime, times_of
from annotations.compare.verdicts.figures import NEAR, BoundedFigure, FigureList
from annotations.compare.verdicts.shapes import PlacedFact
from annotations.compare.verdicts.times import weigh_time
from annotations.compare.verdicts.units import THING, CountedUnit, Kinship, kinship
from annotations.compare.verdicts.vocabulary import GREW, REVISED
from annotations.compare.verdicts.weighing import ComparedRole, ToldValue, Weighed
from annotations.compare.verdicts.wordings import words_of

AROUND = (90, 40)  # code points ahead of and behind a figure in which words say that it has grown
ROUND = 1000  # from where on a number may be a rounded one
_AT_FIRST = re.compile(
    r"\b(?:at first|first (?:report|count|figure|word|estimate)s?|so far|since died|up from)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;!?]\s|\n")
EQUAL, HOLDS, ROUNDED, APART = (
    "equal",
    "one bound holds the other",
    "one is the other rounded",
    "other numbers",
)
Told = ToldValue[FigureList]


def weigh_counts(one: Told, other: Told, role: ComparedRole) -> Weighed | None:
    """Return how two facts' figures go together, None where they cannot be compared."""
    if len(one.value.figures) == len(other.value.figures) == 1:
        return _weigh(one, other, one.value.figures[0], other.value.figures[0], role)
    if whole := _whole(one.value, other.value):
        return whole
    found = [
        weighed
        for mine in one.value.figures
        for theirs in other.value.figures
        if (weighed := _weigh(one, other, mine, theirs, role))
    ]
    like = [weighed for weighed in found if weighed[1] == _OF_ONE_UNIT]
    best = min(found, key=lambda weighed: weighed[0].badness, default=None)
    if best and best[0] == Verdict.SAME:
        return Verdict.COMPATIBLE, "one gives more figures"
    return best if best and best[0] == Verdict.COMPATIBLE else next(iter(like), best)


_OF_ONE_UNIT = "the numbers are not the same"


def _whole(one: FigureList, other: FigureList) -> Weighed | None:
    """Return that figures of parts add up to the figure of the whole, None where they do not."""
    for parts, whole in ((one.figures, other.figures), (other.figures, one.figures)):
        is_whole = len(whole) == 1 and len(parts) > 1 and _is_exact([*parts, *whole])
        if is_whole and sum(part.low for part in parts) == whole[0].low:
            return Verdict.COMPATIBLE, "the parts add up to the whole"
    return None


def _is_exact(figures: list[BoundedFigure]) -> bool:
    return all(
        one.sign == "=" and not one.is_ordinal and one.unit is not None and one.unit.dimension == THING
        for one in figures
    )


def _weigh(
    told: Told, told_too: Told, one: BoundedFigure, other: BoundedFigure, role: ComparedRole
) -> Weighed | None:
    if one.is_ordinal or other.is_ordinal:
        return _weigh_ordinals(one, other)
    if (one.unit is None) != (other.unit is None):
        return None
    kin = kinship(one.unit, other.unit) if one.unit and other.unit else Kinship.SAME
    if kin == Kinship.INCOMPARABLE:
        return Verdict.DIFFERS, str(kin)
    relation = _relation(one, other, kin)
    if relation == EQUAL:
        return _weigh_equal(one, other, kin)
    if relation != APART:
        return Verdict.COMPATIBLE, relation
    if kin in (Kinship.NARROWER, Kinship.OTHER):
        return Verdict.DIFFERS, str(kin)
    if why := _why_later(told, told_too, one, other, role):
        return Verdict.DIFFERS, why
    return Verdict.CONTRADICTS, _OF_ONE_UNIT


def _weigh_ordinals(one: BoundedFigure, other: BoundedFigure) -> Weighed | None:
    if not (one.is_ordinal and other.is_ordinal):
        return None
    if one.low == other.low:
        return Verdict.SAME, "the same place in the row"
    return Verdict.CONTRADICTS, "other places in the row"


def _weigh_equal(one: BoundedFigure, other: BoundedFigure, kin: Kinship) -> Weighed:
    units = [_unit_words(unit) for unit in (one.unit, other.unit) if unit]
    if kin in (Kinship.NARROWER, Kinship.OTHER) and len(set(units)) > 1:
        return Verdict.SAME, f"the same number, of {units[0]} and of {units[1]}"
    return (Verdict.SAME if kin != Kinship.CONVERTED else Verdict.COMPATIBLE), "the same number"


def _unit_words(unit: CountedUnit) -> str:
    return unit.shown or ("people" if unit.noun == "person" else unit.noun)


# --- numbers and bounds


def _relation(one: BoundedFigure, other: BoundedFigure, kin: Kinship) -> str:
    """Return how the numbers go together, of one unit of measure where they are measured in two."""
    if kin == Kinship.CONVERTED and one.unit and other.unit:
        near = NEAR if "~" in (one.sign, other.sign) else NEAR / 2
        by = (one.unit.factor, other.unit.factor)
        is_near = _overlap(_widened(one, near / 2, by[0]), _widened(other, near / 2, by[1]))
        return HOLDS if is_near else APART
    if (one.low, one.high, one.sign) == (other.low, other.high, other.sign):
        return EQUAL
    near = NEAR if "~" in (one.sign, other.sign) else 0.0
    if _overlap(_widened(one, near), _widened(other)):
        return HOLDS
    return ROUNDED if _is_rounded(one, other) or _is_rounded(other, one) else APART


def _widened(one: BoundedFigure, near: float = 0.0, factor: float = 1.0) -> tuple[float, float]:
    """Return the bounds, so much wider on both sides as a share of them."""
    ends = (one.low * factor, one.high * factor)
    low, high = (end * near if isfinite(end) else 0.0 for end in map(abs, ends))
    return ends[0] - low, ends[1] + high


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _is_rounded(rough: BoundedFigure, fine: BoundedFigure) -> bool:
    """Return whether a large number, or a measured one, is the other rounded to no fewer than two figures."""
    if rough.sign != "=" or fine.sign != "=" or not (isfinite(rough.low) and isfinite(fine.low)):
        return False
    is_measured = rough.unit is not None and rough.unit.dimension != THING
    if not is_measured and abs(rough.low) < ROUND:
        return False
    digits = f"{abs(rough.low):.12e}".partition("e")[0].replace(".", "").rstrip("0")
    return len(digits) >= 2 and float(f"{fine.low:.{len(digits) - 1}e}") == rough.low


# --- when they were told


def _why_later(
    told: Told, told_too: Told, one: BoundedFigure, other: BoundedFigure, role: ComparedRole
) -> str:
    """Return why another number may come of another time, "" where nothing tells so."""
    if role.is_total and (apart := _other_times(told, told_too, role)):
        return apart
    if not role.grows or (one.unit is not None and one.unit.dimension != THING):
        return ""
    small, large = (told, told_too) if one.number <= other.number else (told_too, told)
    if _is_before(small, large):
        return "one was told later"
    if all(_has(fact, GREW | REVISED, role) for fact in large.facts):
        return "the figure has grown"
    if all(_has(fact, REVISED, role) for fact in small.facts):
        return "the figure was an earlier one"
    return ""


def _other_times(told: Told, told_too: Told, role: ComparedRole) -> str:
    """Return that the two totals are of other dates, "" where that is not known of all their facts."""
    times = [_time(fact, role) for fact in told.facts], [_time(fact, role) for fact in told_too.facts]
    found = {
        weighed[0] if (weighed := mine and theirs and weigh_time(mine, theirs)) else None
        for mine in set(times[0])
        for theirs in set(times[1])
    }
    return "the totals are of other dates" if found <= {Verdict.DIFFERS, Verdict.CONTRADICTS} else ""


def _time(fact: PlacedFact, role: ComparedRole) -> ComparedTime | None:
    fillers = fact.fact.by_role()
    times = times_of(fact, [filler for name in role.times for filler in fillers.get(name, ())])
    return times.times[0] if times else None


def _is_before(small: Told, large: Told) -> bool:
    """Return whether every fact of the first was told on a day before every one of the other, as far as can be trusted."""
    early = [published_of(fact.article.article) for fact in small.facts]
    late = [published_of(fact.article.article) for fact in large.facts]
    if None in early or None in late:
        return False
    return max(_days(early)) < min(_days(late))


def _days(found: list[date | None]) -> Iterator[date]:
    return (day for day in found if day)


def _has(fact: PlacedFact, marks: frozenset[str], role: ComparedRole) -> bool:
    """Return whether such a word stands in the sentence beside a figure of the role."""
    text = fact.article.text
    for filler in fact.fact.by_role().get(role.name, ()):
        ahead = _SENTENCE.split(text[max(0, filler.start - AROUND[0]) : filler.start])[-1]
        behind = _SENTENCE.split(text[filler.end : filler.end + AROUND[1]], maxsplit=1)[0]
        if marks.intersection([*words_of(ahead), *words_of(behind)]) or _AT_FIRST.search(ahead + behind):
            return True
    return False
