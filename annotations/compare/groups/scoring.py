"""Scores of two facts of one type: what speaks for one event, what against it, and what rules it out.

Each piece of evidence has a weight and, where a person would name it, a short reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from annotations.compare.groups.article_words import cosine
from annotations.compare.groups.counts import VICTIMS
from annotations.compare.groups.days import ZONES
from annotations.compare.groups.read_facts import Keys, Part, ReadFact
from annotations.compare.groups.stems import are_opposed

WEIGHTS: Mapping[Part, float] = {"agents": 0.20, "objects": 0.30, "means": 0.15, "places": 0.12}
OTHER_PLACE = 0.25
SAME_DAY, SAME_SENSE, WORDING, NUMBER, OTHER_NUMBER, ORDINAL = 0.25, 0.12, 0.6, 0.15, 0.2, 0.3
LARGE_NUMBER, FEW = 0.25, 12  # a number up to twelve is soon met twice
SMALL_NUMBER, PAIR = 0.08, 2  # and up to two nearly everywhere
TOPIC = 0.5  # of what is said that two statements on one thing share, in words or by their sentences
GROWN = 2  # times as many, from which few victims are not those of another report
TOLD = 0.2  # cosine of what is said, from which it is of one thing
ALIKE = 0.35  # cosine of two sentences, from which the likeness is a reason
WITHIN = 0.6  # of the score, in one article
ACROSS = 1.2  # of the score times closeness, across articles


# A piece of evidence: its weight, and the reason for a person with what goes into it, "" for none.
Evidence = tuple[float, str, str]


def score(one: ReadFact, other: ReadFact, closeness: float) -> float | None:
    """Return the score of two facts of one type, None when they are never of one event.

    `closeness` is of their articles; within one article it does not matter.
    """
    if is_ruled_out(one, other):
        return None
    within = one.article == other.article
    total = sum([found[0] for found in evidence(one, other)])
    if one.speech:
        total /= 1 if _says_the_same(one, other) else 2
        total /= 1 if _have_one_speaker(one, other) else 2
    return round(total * (WITHIN if within else ACROSS * closeness), 6)


def is_ruled_out(one: ReadFact, other: ReadFact) -> bool:
    """Return whether two facts are never of one event, whatever else they have in common."""
    if are_opposed(one.sense, other.sense):
        return True
    if one.running != other.running and not _agree_on_much(one, other):
        return True
    if one.ordinal != other.ordinal and one.ordinal and other.ordinal:
        return True
    if one.pinned != other.pinned and not one.speech and not _share_a_thing(one, other):
        return True
    if _is_former(one, other):
        return True
    if one.several != other.several and one.days and other.days and not one.running:
        return True
    if one.days and other.days and all(a.gap(b) > ZONES for a in one.days for b in other.days):
        return not one.running
    if (
        one.weekdays
        and other.weekdays
        and all(_week_gap(a, b) > ZONES for a in one.weekdays for b in other.weekdays)
    ):
        return True
    if one.speech and (_are_other_speakers(one, other) or _are_told_apart(one, other)):
        return True
    if _are_other_doers(one, other) or _are_other_tolls(one, other):
        return True
    return one.article == other.article and _is_other_within(one, other)


def _are_told_apart(one: ReadFact, other: ReadFact) -> bool:
    """Return whether two statements are on other things: what is said in both has few words and no number in common."""
    mine, theirs = one.parts.get("means", {}), other.parts.get("means", {})
    if not mine or not theirs or _agree(one, other):
        return False
    common = sum(key in theirs for key in mine)
    return common < TOPIC * min(len(mine), len(theirs)) and _likeness(one, other) < TOPIC


def _are_other_doers(one: ReadFact, other: ReadFact) -> bool:
    """Return whether others did it, to or with other things: both name who, and share neither that nor anything else."""
    if one.speech or not _names_others(one.parts.get("agents", {}), other.parts.get("agents", {})):
        return False
    parts: tuple[Part, ...] = ("objects", "means")
    shared = any(key in other.parts.get(part, {}) for part in parts for key in one.parts.get(part, {}))
    return _clash(one, other) or not (shared or _agree(one, other))


def _are_other_tolls(one: ReadFact, other: ReadFact) -> bool:
    """Return whether few victims are others: a toll grows, but not from one to three."""
    pairs = [(a, b) for a in one.counts for b in other.counts if a.unit == b.unit == VICTIMS]
    return bool(pairs) and all(
        a.clashes(b)
        and max(a.number, b.number) <= FEW
        and max(a.number, b.number) >= GROWN * min(a.number, b.number)
        for a, b in pairs
    )


def _agree_on_much(one: ReadFact, other: ReadFact) -> bool:
    """Return whether a number that is not soon met twice is in both."""
    return any(a.number > FEW and a.unit == b.unit and a.agrees(b) for a in one.counts for b in other.counts)


def _is_former(one: ReadFact, other: ReadFact) -> bool:
    """Return whether only one of two facts tells of former times."""
    if one.running or (one.days and other.days) or _share_a_thing(one, other):
        return False
    return one.former != other.former and not _agree(one, other)


def _share_a_thing(one: ReadFact, other: ReadFact) -> bool:
    """Return whether a named thing is in the objects of both."""
    theirs = other.parts.get("objects", {})
    return any(key[0] == "e" and key in theirs for key in one.parts.get("objects", {}))


def _is_other_within(one: ReadFact, other: ReadFact) -> bool:
    """Return whether two facts of one article are of two events: its places, numbers and days of the week are exact."""
    if one.sentence == other.sentence and one.speech:
        return True
    if one.weekdays and other.weekdays and not one.weekdays & other.weekdays:
        return True
    return _clash(one, other) or _are_other_places(one, other)


def _week_gap(one: int, other: int) -> int:
    """Return by how many days two days of the week miss each other at least, whatever the weeks."""
    return min((one - other) % 7, (other - one) % 7)


def evidence(one: ReadFact, other: ReadFact) -> Iterator[Evidence]:
    """Yield what speaks for one event and what against it."""
    yield from _of_parts(one, other)
    if one.where and other.where:
        yield from _of_places(one, other)
    if one.days and other.days:
        yield from _of_days(one, other)
    if one.sense and one.sense == other.sense:
        yield SAME_SENSE, "", ""
    likeness = _likeness(one, other)
    yield WORDING * likeness, "like wording" if likeness >= ALIKE else "", ""
    if one.counts and other.counts:
        yield from _of_counts(one, other)
    if one.ordinal and one.ordinal == other.ordinal:
        yield ORDINAL, "number {} in both", str(one.ordinal)


def _of_parts(one: ReadFact, other: ReadFact) -> Iterator[Evidence]:
    for part, mine in one.parts.items():
        theirs = other.parts.get(part)
        if not theirs or part == "places":
            continue
        if common := [key for key in mine if key in theirs]:
            best = max(common, key=mine.__getitem__)
            yield (
                WEIGHTS[part] * _share(mine, theirs, common, best),
                f"{part}: {{}}",
                one.written.get(best, ""),
            )
        elif _are_comparable(mine, theirs):
            yield -WEIGHTS[part] / 2, "", ""


def _of_places(one: ReadFact, other: ReadFact) -> Iterator[Evidence]:
    mine, theirs = one.where, other.where
    if common := [key for key in mine if key in theirs]:
        best = max(common, key=mine.__getitem__)
        yield WEIGHTS["places"] * _share(mine, theirs, common, best), "places: {}", one.written.get(best, "")
    elif _are_other_places(one, other):
        yield -OTHER_PLACE, "", ""


def _share(mine: Keys, theirs: Keys, common: list[str], best: str) -> float:
    """Return which share of the smaller of the two is in both; half for no more than "people"."""
    shared = sum([min(mine[key], theirs[key]) for key in common])
    least = min(sum(mine.values()), sum(theirs.values()))
    return min(1.0, shared / least) * (0.5 if best[0] == "v" else 1.0)


def _of_counts(one: ReadFact, other: ReadFact) -> Iterator[Evidence]:
    if agreed := [a for a in one.counts if any(a.unit == b.unit and a.agrees(b) for b in other.counts)]:
        most = max(a.number for a in agreed)
        weight = LARGE_NUMBER if most > FEW else NUMBER if most > PAIR else SMALL_NUMBER
        yield weight, "{} in both", agreed[0].said()
    elif _clash(one, other):
        yield -OTHER_NUMBER * _distance(one, other), "", ""


def _of_days(one: ReadFact, other: ReadFact) -> Iterator[Evidence]:
    same = next((a for a in one.days for b in other.days if a.is_like(b)), None)
    if same is not None and (same.is_day or same.since):
        yield SAME_DAY, "since {}" if same.since else "same day: {}", same.said()
    elif same is not None and same.last - same.first <= 31:
        yield SAME_DAY / 2, "same month", ""


def _says_the_same(one: ReadFact, other: ReadFact) -> bool:
    """Return whether two statements have wording, topic or a number in common: one speaker says many things."""
    theirs = other.parts.get("means", {})
    if any(key in theirs for key in one.parts.get("means", {})):
        return True
    if _agree(one, other):
        return True
    return _likeness(one, other) >= TOLD


def _are_other_speakers(one: ReadFact, other: ReadFact) -> bool:
    """Return whether the speakers of two statements are named and others: two ministries share a word and no more."""
    named = [{key for key in fact.parts.get("agents", {}) if key[0] == "e"} for fact in (one, other)]
    if all(named):
        return named[0].isdisjoint(named[1])
    return _names_others(one.parts.get("agents", {}), other.parts.get("agents", {}))


def _have_one_speaker(one: ReadFact, other: ReadFact) -> bool:
    """Return whether the two are known to be of one speaker: "he" may be anybody."""
    theirs = other.parts.get("agents", {})
    return any(key in theirs for key in one.parts.get("agents", {}))


def _likeness(one: ReadFact, other: ReadFact) -> float:
    """Return the cosine of their sentences; 0 in one sentence, which says nothing twice."""
    same = one.article == other.article and one.sentence == other.sentence
    return 0.0 if same else cosine(one.words, other.words)


def _agree(one: ReadFact, other: ReadFact) -> bool:
    """Return whether a number of one unit is in both."""
    return any(a.unit == b.unit and a.agrees(b) for a in one.counts for b in other.counts)


def _clash(one: ReadFact, other: ReadFact) -> bool:
    """Return whether the numbers of one unit in both are others, and none agrees."""
    pairs = [(a, b) for a in one.counts for b in other.counts if a.unit == b.unit]
    return bool(pairs) and all(a.clashes(b) for a, b in pairs)


def _distance(one: ReadFact, other: ReadFact) -> float:
    """Return by how much their numbers differ: a toll grows, and is told by several; other numbers differ wholly."""
    mine, theirs = one.parts.get("objects", {}), other.parts.get("objects", {})
    if mine and theirs and not any(key in theirs for key in mine):
        return 1.0
    pairs = [(a, b) for a in one.counts for b in other.counts if a.unit == b.unit]
    return min(a.distance(b) if a.unit == VICTIMS else 1.0 for a, b in pairs)


def _are_comparable(mine: Keys, theirs: Keys) -> bool:
    """Return whether nothing in common means something: a name is no other thing than a noun."""
    return _entities(mine) == _entities(theirs) and "v:people" not in (*mine, *theirs)


def _entities(keys: Keys) -> bool:
    return any(key[0] in "ec" for key in keys)


def _names_others(mine: Keys, theirs: Keys) -> bool:
    """Return whether both name things, and none is in both."""
    return _entities(mine) and _entities(theirs) and not any(key in theirs for key in mine)


def _are_other_places(one: ReadFact, other: ReadFact) -> bool:
    """Return whether both name places, none in common and none in the other's; a country may hold any town."""
    mine, theirs = one.where, other.where
    if not _names_others(mine, theirs) or _has_country(mine) != _has_country(theirs):
        return False
    return not (any(key in other.around for key in mine) or any(key in one.around for key in theirs))


def _has_country(keys: Keys) -> bool:
    return any(key[0] == "c" for key in keys)
