"""Wordings: a filler's words as they are compared, whatever leads them and however many are meant."""

from __future__ import annotations

import re

from annotations.compare.verdicts.vocabulary import ALIKE, GENERAL, LEADS, PREPOSITIONS, PRONOUNS, SINGULARS
from annotations.processes.quick_dataclass import dataclass
from annotations.values.numbers import SCALES, SEVERAL, SPELLED

LONGEST = 400  # code points of a filler that are read
_WORD = re.compile(r"[^\W_]+(?:[.'-][^\W_]+)*|[%$£€¥₹]")
_FIGURE = re.compile(r"\d[\d.,']*(?:k|m|bn|th|st|nd|rd)?")
_UNCHANGED = re.compile(r"(?:ss|us|is|series|species|headquarters|news)$")


@dataclass(frozen=True, slots=True)
class NounWording:
    """Words of a filler in the singular without articles and numbers, and the noun at their head.

    `is_many`: the head is a plural; `words` are empty for a pronoun.
    """

    words: tuple[str, ...] = ()
    head: str = ""
    is_many: bool = False

    @property
    def content(self) -> frozenset[str]:
        return frozenset(self.words) - PREPOSITIONS - LEADS

    @property
    def is_general(self) -> bool:
        """Return whether it speaks of people without saying who."""
        return self.head in GENERAL and len(self.content) == 1


def words_of(text: str) -> list[str]:
    """Return the words of the text in lower case, without possessives."""
    return [word.casefold().replace(".", "") for word in written_words(text)]


def written_words(text: str) -> list[str]:
    """Return the words of the text as they are written, without possessives."""
    found = _WORD.findall(text[:LONGEST].replace("’", "'"))
    return [word[:-2] if word.endswith(("'s", "'S")) else word for word in found]


def singular(word: str) -> str:
    """Return the singular of a plural noun, any other word as it is.

    >>> [singular(word) for word in ("missiles", "gunmen", "crisis", "bodies", "crashes")]
    ['missile', 'gunman', 'crisis', 'body', 'crash']
    """
    if word in SINGULARS:
        return SINGULARS[word]
    if word.endswith("men") and len(word) > 5:
        return word[:-2] + "an"
    if len(word) < 4 or not word.endswith("s") or _UNCHANGED.search(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes", "zzes")) else word[:-1]


def noun_wording(text: str) -> NounWording:
    """Return what the words name, with nouns that say the same as one word.

    >>> noun_wording("two masked gunmen")
    NounWording(words=('masked', 'fighter'), head='fighter', is_many=True)
    """
    words = words_of(text)
    written = text.strip()
    while words and (words[0] in LEADS or words[0] == "of" or is_number(words[0])):
        words = words[1:]
    is_capitals = len(written) > 1 and written.isupper()  # "US" is no pronoun
    if not words or (len(words) == 1 and words[0] in PRONOUNS and not is_capitals):
        return NounWording()
    at = next((n for n, word in enumerate(words) if n and word in PREPOSITIONS), len(words)) - 1
    ones = [singular(word) for word in words]
    said = tuple(ALIKE.get(word, word) for word in ones)
    return NounWording(said, said[at], ones[at] != words[at])


def is_number(word: str) -> bool:
    """Return whether the word is part of a number, or stands for one."""
    parts = (part for part in word.split("-") if part)
    return _FIGURE.fullmatch(word) is not None or all(
        part in SPELLED or part in SCALES or part in SEVERAL for part in parts
    )
