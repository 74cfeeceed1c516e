"""Ages left out of a sentence: "Mara Holt, 34, was injured" counts nobody, and "34" parts no subject from its verb."""

from __future__ import annotations

from annotations.suggest.facts.grammar.word import Word
from annotations.text.word_forms import listed

OLDEST = 119
STATED = listed("aged age")
BETWEEN = listed("between and to or -")
KEEPS_COMMA = listed("a an the who whose whom which his her their its of from")


def without_ages(words: list[Word]) -> list[Word]:
    """Return the words less the ages behind a person, and the comma that only an age needs."""
    kept: list[Word] = []
    n = 0
    while n < len(words):
        end = _age(words, n, kept)
        if end:
            n = end + 1 if _closes(words, end) else end
        else:
            kept.append(words[n])
            n += 1
    return kept


def _age(words: list[Word], n: int, ahead: list[Word]) -> int:
    """Return the word behind the age that starts there with its comma or "aged"; 0 when none does."""
    at = n + 1 if words[n].text == "," else n
    if not ahead or at >= len(words):
        return 0
    if words[at].text in STATED:
        end = at + 1
        while end < len(words) and (_is_age(words[end]) or (end > at + 1 and _goes_on(words, end))):
            end += 1
        return end if end > at + 1 else 0
    closed = at + 1 < len(words) and words[at + 1].text in (",", ".", ";")
    last = at + 1 == len(words)
    person = _is_person(ahead[-1])
    return at + 1 if at > n and _is_age(words[at]) and (closed or last) and person else 0


def _goes_on(words: list[Word], n: int) -> bool:
    """Return whether another age follows: "aged 3 and 5"."""
    return words[n].text in BETWEEN | {","} and n + 1 < len(words) and _is_age(words[n + 1])


def _is_age(word: Word) -> bool:
    return word.text.isdecimal() and 0 < int(word.text) <= OLDEST


def _is_person(word: Word) -> bool:
    return word.span.label in ("PERSON", "TITLE") if word.span else word.text.isalpha() and not word.tag


def _closes(words: list[Word], n: int) -> bool:
    """Return whether the comma there only ends the age: a verb or "and" follows."""
    if n + 1 >= len(words) or words[n].text != ",":
        return False
    behind = words[n + 1]
    return not behind.span and behind.text not in KEEPS_COMMA
