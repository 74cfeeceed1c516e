"""A small language for rules over units, compiled to regular expressions over the encoded line.

In a pattern `<name>` is a unit of that class or shape, a lower-case word is that word in any case, an
upper-case word is one of the macros, white space means nothing, and all else is as in `re`.  Group 1,
where there is one, is the span; otherwise the whole match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from annotations.suggest.rules.units import FIRST_CHARACTER, LONGEST_WORD, OTHER_SHAPES, SHAPES, shape

PIECE = re.compile(r"<([a-z_0-9]+)>|([A-Z_]+)|([a-z]+)|\s+")


class Rule(NamedTuple):
    """A label, its pattern, and the rule's score; `shape_only` rules are silent in Title Case headings."""

    label: str
    pattern: str
    score: float
    shape_only: bool = False


class Compiled(NamedTuple):
    rule: Rule
    regex: re.Pattern[str]


def expanded(pattern: str, macros: Mapping[str, str]) -> str:
    """Return the pattern with its macros, and theirs, written out."""

    def one(match: re.Match[str]) -> str:
        return f"(?:{expanded(macros[match[2]], macros)})" if match[2] else match[0]

    return PIECE.sub(one, pattern)


class Language:
    """The words' classes, and so the character of every unit.

    `classes` maps a class to its words: a word written in lower case is meant in any case, another only
    as it is written.  `groups` maps further classes to the shapes and classes they are made of, less
    those after a "-".  A word in capitals is in no class of `never_in_capitals`: "US" is not "us".
    """

    def __init__(
        self,
        classes: Mapping[str, Iterable[str]],
        groups: Mapping[str, str],
        never_in_capitals: frozenset[str],
    ) -> None:
        self._never_in_capitals = never_in_capitals
        self._groups = {name: _group(text) for name, text in groups.items()}
        self._listed: dict[str, set[str]] = {}
        for name, words in classes.items():
            for word in words:
                self._listed.setdefault(word, set()).add(name)
        self._characters: dict[frozenset[str], str] = {}
        self._words: dict[str, str] = {}

    def compile(self, rules: Iterable[Rule], macros: Mapping[str, str]) -> list[Compiled]:
        """Return the rules over this language; a word that a rule names becomes a class of its own."""
        written = [(rule, expanded(rule.pattern, macros)) for rule in rules]
        for _, pattern in written:
            for match in PIECE.finditer(pattern):
                if match[3]:
                    self._listed.setdefault(match[3], set()).add("=" + match[3])
        self._enumerate()
        return [Compiled(rule, re.compile(self._regex(pattern))) for rule, pattern in written]

    def encode(self, words: Iterable[str]) -> str:
        """Return the words as one string, one character a word."""
        return "".join([self._words.get(word) or self._remember(word) for word in words])

    def _enumerate(self) -> None:
        for name in (*(name for name, _ in SHAPES), *OTHER_SHAPES):
            self._character(frozenset({name}))
        for word in self._listed:
            for form in (word, word.capitalize(), word.title(), word.upper()):
                self._words[form] = self._character(self._features(form))

    def _features(self, word: str) -> frozenset[str]:
        in_any_case = self._listed.get(word.lower(), set())
        if word.isupper() and len(word) > 1:
            in_any_case = in_any_case - self._never_in_capitals
        return frozenset({shape(word)} | self._listed.get(word, set()) | in_any_case)

    def _character(self, features: frozenset[str]) -> str:
        return self._characters.setdefault(features, chr(FIRST_CHARACTER + len(self._characters)))

    def _remember(self, word: str) -> str:
        """Return the character of a word in no list, or in an odd case ("oCtober"): its shape's alone."""
        if len(word) > LONGEST_WORD:
            return self._characters[frozenset({"other"})]
        return self._characters[frozenset({shape(word)})]

    def _regex(self, pattern: str) -> str:
        def one(match: re.Match[str]) -> str:
            if match[1]:
                return self._any(match[1])
            return self._any("=" + match[3]) if match[3] else ""

        return PIECE.sub(one, pattern)

    def members(self, name: str) -> frozenset[str]:
        """Return the characters of a class, shape or group.  KeyError when there is none of that name."""
        wanted, unwanted = self._groups.get(name, ({name}, set()))
        fitting = frozenset(c for f, c in self._characters.items() if f & wanted and not f & unwanted)
        if not fitting:
            raise KeyError(name)
        return fitting

    def _any(self, name: str) -> str:
        return "[" + "".join(sorted(self.members(name))) + "]"


def _group(text: str) -> tuple[set[str], set[str]]:
    wanted, _, unwanted = text.partition("-")
    return set(wanted.split()), set(unwanted.split())
