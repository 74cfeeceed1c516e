"""Acronyms: which wordings are one, and what names they may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotations.compare.names.letters import plain
from annotations.text.word_forms import listed

LINKS = listed("of the for in on to at by de la le les del des du di da do dos das et y e und fur van von")
WHOLE = {"us", "uk", "un", "eu", "uae"}  # spoken as they are in front of others: UKMTO
SHORTEST = 3  # letters of an acronym that a name in another article explains
LONGEST = 12
LEAST_SYLLABLE = 2
LEAST_SYLLABLES = 5  # letters of all
WRITTEN = re.compile(r"(?:[A-Z]\.?){2,}|[A-Z][A-Za-z]{0,4}[A-Z]|[A-Z]{2,}[-/][A-Z]{1,}")
BRACKET = re.compile(
    r"(?:['’]s)?[\"”’]?\s{0,2}[(\[]\s?(?:the |or )?[\"“]?([A-Z][A-Za-z.&-]{1,11})[\"”]?\s?[)\];,]"
)
AROUND = 28  # letters behind a name in which a bracket is looked for


def is_acronym(wording: str) -> bool:
    """Return whether the wording is written as an acronym: capitals, of which one letter in three may be small."""
    word = plain(wording).strip()
    word = word[4:] if word[:4] in ("the ", "The ") else word
    if not 2 <= len(word) <= LONGEST or not WRITTEN.fullmatch(word):
        return False
    letters = [letter for letter in word if letter.isalpha()]
    return 3 * sum(letter.isupper() for letter in letters) >= 2 * len(letters)


def letters_of(wording: str) -> str:
    """Return the acronym's letters, small."""
    return re.sub(r"[^a-z0-9]", "", plain(wording).lower())


def in_bracket(behind: str) -> str | None:
    """Return the letters of the acronym in brackets with which the text behind a name begins."""
    found = BRACKET.match(behind)
    return letters_of(found[1]) if found and is_acronym(found[1]) else None


def initials(words: tuple[str, ...]) -> set[str]:
    """Return the acronyms that the words' first letters make, small words taken or left out.

    >>> sorted(initials(("united", "nations", "conference", "on", "trade", "and", "development")))
    ['uncotad', 'unctad', 'unctd']
    """
    if not 2 <= len(words) <= LONGEST:
        return set()
    without = [word for word in words if word not in LINKS]
    chosen = (
        words,
        without,
        [word for word in without if word != "and"],
        [word for word in words if word != "and"],
    )
    made = {"".join(word if word in WHOLE or word.isdigit() else word[0] for word in some) for some in chosen}
    return {one for one in made if len(one) > 1}


def content(words: tuple[str, ...]) -> frozenset[str]:
    """Return the words that name something, without a plural's s."""
    return frozenset(word.removesuffix("s") for word in words if word not in LINKS and word != "and")


def are_syllables(acronym: str, words: tuple[str, ...]) -> bool:
    """Return whether the acronym is the beginnings of all the words, two letters of each at least, five in all: CENTCOM."""
    return len(acronym) >= LEAST_SYLLABLES and _are_syllables(acronym, words)


def _are_syllables(acronym: str, words: tuple[str, ...]) -> bool:
    if not words:
        return not acronym
    shared = _shared(acronym, words[0])
    return any(_are_syllables(acronym[cut:], words[1:]) for cut in range(LEAST_SYLLABLE, shared + 1))


def _shared(acronym: str, word: str) -> int:
    count = 0
    for a, b in zip(acronym, word, strict=False):
        if a != b:
            break
        count += 1
    return count


def without_state(acronym: str) -> Iterator[str]:
    """Yield the acronym, and what is left behind a glued US or UK."""
    yield acronym
    if acronym[:2] in ("us", "uk") and len(acronym) >= SHORTEST + 2:
        yield acronym[2:]


def may_stand_for(acronym: str, words: tuple[str, ...]) -> bool:
    """Return whether a bracket behind a body's name may hold its acronym: it begins as one of the words does."""
    return any(word.startswith(acronym[0]) for word in words)
