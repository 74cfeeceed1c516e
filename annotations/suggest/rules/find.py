"""The generic rules that highlight news without a trained model: numbers, dates, known and well-marked names.

`find` needs a tokenized Doc, nothing else of spaCy.  Where two finds overlap the longer one (in code
points) wins; of two as long, the surer one, then the one whose label comes first in `PRIORITY`.
Nothing here knows the names of any one story.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.rules import names as rule_names
from annotations.suggest.rules import numbers as rule_numbers
from annotations.suggest.rules.gazetteer import listed
from annotations.suggest.rules.patterns import Compiled, Language
from annotations.suggest.rules.places import ALSO_PERSONS
from annotations.suggest.rules.units import Unit, units

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABELS = (
    "MONEY PERCENT QUANTITY TIME DATE WEAPON LAW EVENT FAC LOC ORG NORP GPE TITLE PERSON ORDINAL CARDINAL"
)
PRIORITY = {label: i for i, label in enumerate(LABELS.split())}

LONG_WORD, FEWEST_WORDS, CAPITAL_SHARE = 4, 2, 0.8  # letters; words of a heading; share with a capital
SENTENCE_ENDS = frozenset(".;,")
PART_OF_NAMES = frozenset({"GPE", "LOC"})
NEVER_A_PART = frozenset({"US", "U.S.", "UK", "U.K."})


class RuleFind(NamedTuple):
    """A stretch of `doc.text` in code points, half-open.  `score` is the rule's, 0..1, not calibrated."""

    start: int
    end: int
    label: str
    score: float


class Candidate(NamedTuple):
    """A find in units, before overlaps are resolved."""

    first: int
    after: int
    label: str
    score: float


class Rules(NamedTuple):
    """The rules, compiled once; `surnames` and `persons` are characters of the encoded line."""

    language: Language
    compiled: list[Compiled]
    surnames: frozenset[str]
    persons: frozenset[str]


@cache
def _rules() -> Rules:
    texts = rule_numbers.CLASSES | rule_names.CLASSES
    words = {name: tuple(text.split()) for name, text in texts.items()} | rule_names.LISTS
    language = Language(words, rule_numbers.GROUPS | rule_names.GROUPS, rule_names.NEVER_IN_CAPITALS)
    rules = (*rule_numbers.RULES, *rule_names.RULES)
    compiled = language.compile(rules, rule_numbers.MACROS | rule_names.MACROS)
    surnames = language.members("surname")
    return Rules(language, compiled, surnames, surnames | language.members("given"))


def find(doc: Doc) -> list[RuleFind]:
    """Return what the rules find, in order; no two overlap, none begins or ends with white space."""
    line = units(doc)
    words = [unit.word for unit in line]
    encoded = _rules().language.encode(words)
    heading = headings(words)
    candidates = [*_by_rule(encoded, heading), *_by_name(words, encoded, heading)]
    return [
        RuleFind(line[c.first].start, line[c.after - 1].end, c.label, c.score)
        for c in _flat(candidates, line)
    ]


def headings(words: list[str]) -> list[bool]:
    """Return for every unit whether its line is in Title Case or capitals, where a capital says little."""
    found: list[bool] = []
    for is_break, group in groupby(words, key="\n".__eq__):
        members = list(group)
        found.extend([not is_break and _is_heading(members)] * len(members))
    return found


def _is_heading(line: list[str]) -> bool:
    if line[-1] in SENTENCE_ENDS:
        return False
    long = [word for word in line if len(word) >= LONG_WORD and word.isalpha()]
    return len(long) >= FEWEST_WORDS and sum(w[0].isupper() for w in long) >= CAPITAL_SHARE * len(long)


def _by_rule(encoded: str, heading: list[bool]) -> Iterator[Candidate]:
    for rule, regex in _rules().compiled:
        group = min(regex.groups, 1)
        for match in regex.finditer(encoded):
            first, after = match.span(group)
            if not (rule.shape_only and heading[first]):
                yield Candidate(first, after, rule.label, rule.score)


def _by_name(words: list[str], encoded: str, heading: list[bool]) -> Iterator[Candidate]:
    """Yield listed names, but for those beside another name, of which they are then a part."""
    surnames, persons = _rules().surnames, _rules().persons
    for first, after, label in listed(words):
        beside = encoded[after : after + 1] in surnames
        if words[first] in ALSO_PERSONS and (beside or encoded[first - 1 : first] in persons):
            continue
        if beside and label in PART_OF_NAMES and words[first] not in NEVER_A_PART and not heading[first]:
            continue
        yield Candidate(first, after, label, rule_names.LISTED)


def _flat(candidates: list[Candidate], line: list[Unit]) -> list[Candidate]:
    def rank(c: Candidate) -> tuple[int, float, int, int]:
        return (line[c.first].start - line[c.after - 1].end, -c.score, PRIORITY[c.label], c.first)

    taken = bytearray(len(line))
    kept = []
    for candidate in sorted(candidates, key=rank):
        stretch = slice(candidate.first, candidate.after)
        if not any(taken[stretch]):
            taken[stretch] = b"\1" * (candidate.after - candidate.first)
            kept.append(candidate)
    return sorted(kept)
