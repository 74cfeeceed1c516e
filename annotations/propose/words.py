"""The words of a sentence with their part in it, told by closed lists, endings and neighbours.

No model: what is not listed is a noun unless its ending and its neighbours say otherwise.  A span is one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from annotations.lemmas import PAST, Form, index, listed
from annotations.propose.lists import CLOSED, IN_BRACKETS, NO_NOUNS, PLANNING, SPEAKING, VERBS
from annotations.spans import Span
from annotations.tokens import tokens

NUMBERS = frozenset({"CARDINAL", "QUANTITY", "PERCENT", "MONEY"})
TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Word:
    """A token, a span, or a hyphenated compound: `text` in lower case; `forms` when it may be a known verb."""

    start: int
    end: int
    text: str
    tag: str
    span: Span | None = None
    forms: tuple[Form, ...] = ()
    inner: tuple[Span, ...] = ()  # the spans that lie within

    def tagged(self, tag: str) -> Word:
        """The word with another tag."""
        return Word(self.start, self.end, self.text, tag, self.span, self.forms, self.inner)

    def is_form(self, *uses: str) -> bool:
        return any(use in form.uses for form in self.forms for use in uses)


@cache
def _closed() -> dict[str, str]:
    return {word: tag for tag, words in CLOSED.items() for word in reversed(words.split())}


@cache
def generic_verbs() -> dict[str, list[Form]]:
    """The forms of common verbs, by which clauses are told apart."""
    return index(dict.fromkeys([*VERBS.split(), *(PAST.keys() - {"be", "have", "do", "get"})]))


def words_of(
    text: str, bounds: tuple[int, int], spans: Iterable[Span], verbs: Mapping[str, list[Form]]
) -> list[Word]:
    """The words of the sentence, tagged; `spans` are those that lie in it, `verbs` the forms of triggers."""
    outer = _outermost(spans)
    bare = _joined(_without_brackets(list(_raw(text, bounds, outer, verbs))), verbs)
    raw = _tagged(_compounds(bare, text))
    for n, word in enumerate(raw):
        raw[n] = _used(raw, n, word)
    return [word.tagged("prep") if _governs(raw, n) else word for n, word in enumerate(raw)]


def _governs(words: list[Word], n: int) -> bool:
    """Whether "since", "after" and the like stand before a noun only, not before a clause."""
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
    for start, end in tokens(text, *bounds):
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
    """The words less what stands in brackets: an acronym, a time zone, a party."""
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
    """The words, those that make a trigger of two or three ("shot down", "came under fire") as one."""
    done: list[Word] = []
    n = 0
    while n < len(words):
        word, step = words[n], 1
        for size in (3, 2) if word.text in verbs else ():
            parts = words[n : n + size]
            key = " ".join(part.text for part in parts)
            if len(parts) == size and key in verbs and not any(part.span for part in parts):
                word, step = replace(word, end=parts[-1].end, text=key, forms=tuple(verbs[key])), size
                break
        done.append(word)
        n += step
    return done


def _label_tag(span: Span, text: str) -> str:
    if span.label in NUMBERS:
        return "num"
    if span.label == "DATE" and AGE.search(text):
        return "noun" if text.endswith("old") else "adj"
    return {"ORDINAL": "adj", "TITLE": "noun", "WEAPON": "noun"}.get(
        span.label, "time" if span.label in TIMES else "name"
    )


def _compounds(words: list[Word], text: str) -> list[Word]:
    """Words glued by hyphens made one adjective ("Iran-backed"), or what the last of them is ("AC-130")."""
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
            done.append(Word(start, end, text[start:end].lower(), tag, whole, (), inner))
        n = last + 1
    return done


def _tagged(words: list[Word]) -> list[Word]:
    done: list[Word] = []
    for word in words:
        done.append(word if word.tag else word.tagged(_tag(word, done[-1] if done else None)))
    return done


def _tag(word: Word, before: Word | None) -> str:
    """The tag by list and ending; "verb?" for what may be one."""
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
    if text.isdigit():
        return "num"
    if text.endswith("ly") and len(text) > 4:
        return "adv"
    if text.endswith("ed") and len(text) > 4:
        return "verb?"
    if text.endswith(("ous", "less", "ful", "able", "ible")) and len(text) > 5:
        return "adj"
    return "noun"


MANY = listed("people police men women children media troops")  # nouns that are many without an -s
EITHER = listed("staff team family government group army navy council committee side crew public")
COMPASS = listed("north south east west")
AGE = re.compile(r"(?<=\w)[-–](?:old|year|month|week|day|hour|minute)s?(?:[-–]old)?$")  # "a nine-month saga"
AHEAD = ("name", "noun", "time", "that", "stop", "comma", "conj", "quote")
OBJECT = ("det", "name", "num", "pron", "that", "quote", "adj", "poss")


def _used(words: list[Word], n: int, word: Word) -> Word:
    """The word as verb or as noun, by its neighbours."""
    if word.tag == "noun" and not word.span and _must_be_verb(words, n):
        return replace(word, tag="verb", forms=(Form(word.text, frozenset({"base"})),))
    if word.tag != "verb?":
        return word
    before = _beside(words, n, -1)
    after = words[n + 1] if n + 1 < len(words) else None
    if not word.forms:  # any -ed, or an -s behind "who"
        uses = {"s"} if word.text.endswith("s") else {"past", "participle"}
        word = replace(word, forms=(Form(word.text, frozenset(uses)),))
    return replace(
        word,
        tag="verb"
        if _is_verb(word, before, after, joined=n > 1 and words[n - 2].tag == "conj")
        else _nominal(word),
    )


def _must_be_verb(words: list[Word], n: int) -> bool:
    """Whether an unknown word stands where only a verb may: "would veto", "they promise us", "to veto the plan"."""
    before = _beside(words, n, -1)
    if before is None or not words[n].text.isalpha():
        return False
    if before.tag == "modal" or (before.tag == "pron" and before.text in ("he", "she", "they", "we", "i")):
        return True
    after = words[n + 1].tag if n + 1 < len(words) else ""
    return before.tag == "to" and not words[n].text.endswith("s") and after in ("det", "pron", "poss")


def _nominal(word: Word) -> str:
    return "adj" if word.is_form("participle", "past") and not word.is_form("base", "s") else "noun"


def _beside(words: list[Word], n: int, step: int) -> Word | None:
    n += step
    while 0 <= n < len(words) and words[n].tag in ("adv", "not"):
        n += step
    return words[n] if 0 <= n < len(words) else None


def _is_verb(word: Word, before: Word | None, after: Word | None, *, joined: bool) -> bool:
    ahead = before.tag if before else ""
    behind = after.tag if after else ""
    if word.is_form("past", "participle"):
        return _is_past_verb(before, ahead, behind)
    if word.is_form("ing"):
        gerund = ahead == "prep" and behind in ("prep", "comma", "")
        return ahead not in ("det", "adj", "poss", "num") and not gerund
    if ahead in ("to", "modal", "do"):
        return word.is_form("base")
    if ahead in ("pron", "rel"):
        return True
    if ahead not in AHEAD or not word.is_form("s", "base") or not _agrees(word, before, joined=joined):
        return False
    if word.forms[0].lemma in SPEAKING or (word.forms[0].lemma in NO_NOUNS and ahead in ("name", "noun")):
        return True
    if behind == "to" and word.forms[0].lemma in PLANNING:
        return ahead in ("name", "noun")
    return behind in OBJECT and not (ahead in ("comma", "conj", "stop", "quote") and word.is_form("base"))


def _agrees(word: Word, before: Word | None, *, joined: bool) -> bool:
    """Whether the form fits the noun ahead: "the fund buys", "the funds buy", "Ann and Bo buy"."""
    if before is not None and before.span and before.span.label in ("PERSON", "GPE", "LOC") and not joined:
        return word.is_form("s")
    if before is None or before.tag != "noun" or word.is_form("s") == word.is_form("base"):
        return True
    many = (
        before.text in MANY
        or before.text.endswith("men")
        or (before.text.endswith("s") and not before.text.endswith(("ss", "us", "is")))
    )
    return many == word.is_form("base") or before.text in EITHER


def _is_past_verb(before: Word | None, ahead: str, behind: str) -> bool:
    """Whether a form in -ed, or an irregular one, is no adjective."""
    if before is None:
        return behind not in ("noun", "verb?")
    if ahead in ("be", "have", "pron", "rel", "that", "do", "modal", "to"):
        return True
    noun_behind = behind in ("noun", "verb?", "name")
    if ahead in ("det", "adj", "poss", "prep") or (ahead == "num" and noun_behind):
        return before.text in ("all", "both", "those", "many", "some", "several", "more")
    return not (before.is_form("past", "ing") and noun_behind)
