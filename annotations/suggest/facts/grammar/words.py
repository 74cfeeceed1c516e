"""The words of a sentence with their part in it, told by closed lists, endings and neighbours.

No model: what is not listed is a noun unless its ending and its neighbours say otherwise.  A span is one
word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from annotations.spans import Span
from annotations.suggest.facts.grammar.ages import without_ages
from annotations.suggest.facts.grammar.dependency_tree import ParsedWord
from annotations.suggest.facts.grammar.verb_or_noun import used
from annotations.suggest.facts.grammar.word import NUMBERS, TIMES, Word
from annotations.suggest.facts.word_lists import CLOSED, IN_BRACKETS, VERBS
from annotations.text.tokens import tokens
from annotations.text.word_forms import PAST, Form, index, listed
from annotations.values.grouped_numbers import ungrouped, with_whole_numbers

NOUNS_IN_LY = listed(
    "supply family assembly reply ally rally bully belly anomaly monopoly tally apply comply imply rely multiply"
)
COMPASS = listed("north south east west")
AGE = re.compile(r"(?<=\w)[-–](?:old|year|month|week|day|hour|minute)s?(?:[-–]old)?$")  # "a nine-month saga"


@cache
def _closed() -> dict[str, str]:
    return {word: tag for tag, words in CLOSED.items() for word in reversed(words.split())}


@cache
def generic_verbs() -> dict[str, list[Form]]:
    """Return the forms of common verbs, by which clauses are told apart."""
    return index(dict.fromkeys([*VERBS.split(), *(PAST.keys() - {"be", "have", "do", "get"})]))


def words_of(
    text: str,
    bounds: tuple[int, int],
    spans: Iterable[Span],
    verbs: Mapping[str, list[Form]],
    said: Mapping[int, ParsedWord],
) -> list[Word]:
    """Return the words of the sentence, tagged.

    `spans` are those that lie in it, `verbs` the forms of triggers.  `said`: what a parse says of the word
    that starts there.
    """
    plain = _raw(text, bounds, _outermost(spans), verbs)
    known = [replace(word, said=said[word.start]) if word.start in said else word for word in plain]
    bare = _joined(without_ages(_without_brackets(known)), verbs)
    raw = _tagged(_compounds(bare, text))
    for n, word in enumerate(raw):
        raw[n] = used(raw, n, word)
    return [word.tagged("prep") if _governs(raw, n) else word for n, word in enumerate(raw)]


def _governs(words: list[Word], n: int) -> bool:
    """Return whether "since", "after" and the like stand before a noun only, not before a clause."""
    if words[n].text not in ("since", "until", "after", "before", "as", "than"):
        return False
    if n + 1 < len(words) and words[n + 1].tag == "time":
        return True
    for word in words[n + 1 :]:
        if word.tag in ("verb", "be", "have", "modal", "do"):
            return False
        if word.tag in ("comma", "stop", "quote"):
            break
    return True


def _outermost(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _raw(
    text: str, bounds: tuple[int, int], spans: list[Span], verbs: Mapping[str, list[Form]]
) -> Iterable[Word]:
    waiting = [span for span in spans if bounds[0] <= span.start and span.end <= bounds[1]]
    for start, end in with_whole_numbers(tokens(text, *bounds), text):
        if waiting and start >= waiting[0].end:
            waiting.pop(0)
        if waiting and start < waiting[0].end and end > waiting[0].start:
            if start <= waiting[0].start:
                span = waiting[0]
                yield Word(
                    span.start,
                    span.end,
                    text[span.start : span.end].lower(),
                    _label_tag(span, text[span.start : span.end]),
                    span,
                )
            continue
        lower = text[start:end].lower().replace("’", "'")
        forms = (*verbs.get(lower, ()), *generic_verbs().get(lower, ()))
        yield Word(start, end, lower, "noun" if text[start:end] == "US" else "", None, forms)


def _without_brackets(words: list[Word]) -> list[Word]:
    """Return the words less what stands in brackets: an acronym, a time zone, a party."""
    kept: list[Word] = []
    n = 0
    while n < len(words):
        closing = next(
            (m for m in range(n + 1, min(n + IN_BRACKETS, len(words))) if words[m].text == ")"), None
        )
        if words[n].text == "(" and closing is not None:
            n = closing
        else:
            kept.append(words[n])
        n += 1
    return kept


def _joined(words: list[Word], verbs: Mapping[str, list[Form]]) -> list[Word]:
    """Return the words, with those that make a trigger of two or three ("came under fire") as one."""
    done: list[Word] = []
    n = 0
    while n < len(words):
        word, step = words[n], 1
        if word.text == "no" and n + 1 < len(words) and words[n + 1].text == "one" and _ends(words, n + 2):
            word, step = replace(words[n + 1], start=word.start, text="nobody", tag="pron", span=None), 2
        for size in (3, 2) if word.text in verbs else ():
            parts = words[n : n + size]
            key = " ".join(part.text for part in parts)
            if len(parts) == size and key in verbs and not any(part.span for part in parts):
                said = next((p.said for p in parts if p.said.part == "verb"), parts[-1].said)
                word = replace(word, end=parts[-1].end, text=key, forms=tuple(verbs[key]), said=said)
                step = size
                break
        done.append(word)
        n += step
    return done


def _ends(words: list[Word], n: int) -> bool:
    """Return whether no noun follows, as behind "no one": a preposition, a mark or a verb."""
    return (
        n >= len(words) or words[n].text in _closed() or bool(words[n].forms) or not words[n].text.isalpha()
    )


def _label_tag(span: Span, text: str) -> str:
    if span.label in NUMBERS:
        return "num"
    if span.label == "DATE" and AGE.search(text):
        return "noun" if text.endswith("old") else "adj"
    return {"ORDINAL": "adj", "TITLE": "noun", "WEAPON": "noun"}.get(
        span.label, "time" if span.label in TIMES else "name"
    )


def _compounds(words: list[Word], text: str) -> list[Word]:
    """Return the words, with those joined by hyphens as one.

    It is an adjective ("Iran-backed"), or what the last of them is ("AC-130").
    """
    done: list[Word] = []
    n = 0
    while n < len(words):
        last = n
        while (
            last + 2 < len(words)
            and words[last + 1].text in ("-", "–", "/")
            and words[last].end == words[last + 1].start
            and words[last + 1].end == words[last + 2].start
        ):
            last += 2
        if last == n:
            done.append(words[n])
        else:
            parts = words[n : last + 1]
            start, end = parts[0].start, parts[-1].end
            inner = tuple(word.span for word in parts if word.span)
            whole = parts[-1].span if parts[-1].tag == "name" else None
            tag = "name" if whole else "adj"
            done.append(Word(start, end, text[start:end].lower(), tag, whole, (), inner, parts[-1].said))
        n = last + 1
    return done


def _tagged(words: list[Word]) -> list[Word]:
    done: list[Word] = []
    for word in words:
        done.append(word if word.tag else word.tagged(_tag(word, done[-1] if done else None)))
    return done


def _tag(word: Word, before: Word | None) -> str:
    """Return the tag by list and ending; "verb?" for what may be one."""
    text = word.text
    if text in ("'s", "'"):
        return "poss" if before and before.tag in ("name", "noun", "adj", "time", "verb?") else "quote"
    if text in ("“", "”", '"', "‘", "''", "``"):
        return "quote"
    if not any(map(str.isalnum, text)):
        return {
            ",": "comma",
            ";": "stop",
            ":": "stop",
            "—": "stop",
            "–": "stop",
            "-": "stop",
            "(": "stop",
        }.get(text, "stop" if text in (")", ".", "!", "?", "…") else "comma")
    if text == "to":
        return "to"
    if text == "that":
        return "that"
    if text in ("since", "once", "as") and before and before.tag in ("have", "be"):
        return "adv"
    if text in COMPASS and before and before.tag in ("det", "poss"):
        return "noun"
    if (found := _closed().get(text)) and not (found == "adv" and word.forms):
        return found
    if word.forms or (before and before.tag == "rel" and before.text != "whose" and text.endswith("s")):
        return "verb?"
    if ungrouped(text).replace(".", "").isdigit():
        return "num"
    if text.endswith("ly") and len(text) > 4 and text not in NOUNS_IN_LY:
        return "adv"
    if text.endswith("ed") and len(text) > 4:
        return "verb?"
    if text.endswith(("ous", "less", "ful", "able", "ible")) and len(text) > 5:
        return "adj"
    return "verb?" if word.said.part == "verb" else "noun"
