"""The one door for a suggester's answers: every span, quote and fact is checked, and what cannot be used is counted.

A suggester may be anything, so its answers are no more trusted than a file; nothing in them is guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from annotations.errors import LONGEST
from annotations.fact_attributes import ATTRIBUTES, Attributes, stated
from annotations.json_fields import BadItem, bounds, check_whole, score
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import FactType, Schema
from annotations.suggest.mentions import Repeat
from annotations.suggesters.configured import ONCE
from annotations.suggesters.quotes import Quote, QuotedText, Range
from annotations.suggesters.word_bounds import WordBounds
from annotations.text.controls import unturned, written_out
from annotations.text.text import crosses_paragraph, trim

Json = dict[str, Any]
MOST = 20_000  # spans, quotes and facts of one answer; the others are left out
LOST, UNASKED, OUTSIDE = "quotes not in the text", "unknown labels", "bounds outside the text"
SCORES, SHAPES, TWICE, MANY = "scores that are none", "neither span nor quote", "given twice", "too many"
TRIGGERS, TYPES, EMPTY = "triggers not in the text", "unknown fact types", "facts without a role"
ROLES, FILLERS = "unknown roles", "role fillers not in the text"
SAID = ("modality", "negated")  # attributes that a suggester may state


@dataclass(frozen=True)
class FactDraft:
    """A fact as it was placed: `fillers` are bounds by role, in the type's order of roles."""

    type: str
    trigger: Range
    fillers: Mapping[str, tuple[Range, ...]]
    attributes: Attributes = ()
    score: float | None = None


@dataclass
class SuggesterAnswer:
    """The usable part of an answer, and what was not.

    `given`: spans, quotes and facts in it; `left`: how many of them were left out, by why; `trimmed`: parts of facts
    that were left out, by why.  `error`: why there are none; `is_error`: the suggester says so, else the answer is none.
    """

    places: list[Repeat] = field(default_factory=list)
    facts: list[FactDraft] = field(default_factory=list)
    given: int = 0
    left: Counter[str] = field(default_factory=Counter)
    trimmed: Counter[str] = field(default_factory=Counter)
    error: str = ""
    is_error: bool = False
    is_usable: bool = True


class AnswerReader:
    """A reader of the answers on one article: its text, the schema asked about, and who says so.

    `each`: `once` when a quote stands for all places of its wording.  `wants`: what is taken, spans and facts.
    """

    def __init__(
        self, text: str, schema: Schema, *, origin: str, each: str, spans: bool, facts: bool
    ) -> None:
        self._text, self._schema, self._origin = text, schema, origin
        self._labels, self._words = schema.labels_in_use, WordBounds(text)
        self._quoted, self._each = QuotedText(text), each
        self._wants = {"spans": spans, "quotes": spans, "facts": facts}
        self._last = 0  # where the quote placed last ends
        self._last_trigger = 0
        self._done = set[object]()

    def read(self, value: Json) -> SuggesterAnswer:
        """Return what can be used of the answer."""
        made = SuggesterAnswer()
        if "error" in value and value["error"] not in (None, "", False):
            return SuggesterAnswer(error=_sentence(value["error"]), is_error=True, is_usable=False)
        lists = {name: value[name] for name in self._wants if value.get(name) is not None}
        if not all(isinstance(one, list) for one in lists.values()) or (not lists and len(value) > 1):
            return SuggesterAnswer(error="its answer has no list of spans, quotes or facts", is_usable=False)
        readers = {"spans": self._span, "quotes": self._quote, "facts": self._fact}
        for name, read in readers.items():
            for one in lists.get(name, ()) if self._wants[name] else ():
                made.given += 1
                why = MANY if made.given > MOST else self._taken(read, one, made)
                made.left.update([why] if why else [])
        made.is_usable = not made.given or made.left.total() < made.given
        return made

    def _taken(self, read: Any, one: object, made: SuggesterAnswer) -> str:
        """Take in one item; return why it is left out, "" when it is not."""
        if not isinstance(one, dict):
            return SHAPES
        try:
            check_whole(one)
        except (ValueError, RecursionError):
            return SHAPES
        try:
            how_sure = score(one.get("score"))
        except BadItem:
            return SCORES
        return str(read(one, how_sure, made))

    def _span(self, one: Json, how_sure: float | None, made: SuggesterAnswer) -> str:
        said = one.get("text")
        found = self._bounds(one)
        if said is not None and (found is None or self._text[found[0] : found[1]] != said):
            return self._quote(one, how_sure, made)
        if not self._is_asked(one.get("label")):
            return UNASKED
        return self._put([found], one["label"], how_sure, made) if found else OUTSIDE

    def _bounds(self, one: Json) -> Range | None:
        try:
            start, end = bounds(one.get("start"), one.get("end"))
        except BadItem:
            return None
        return (start, end) if end <= len(self._text) else None

    def _quote(self, one: Json, how_sure: float | None, made: SuggesterAnswer) -> str:
        quote = _quote_of(one)
        if quote is None:
            return SHAPES
        if not self._is_asked(one.get("label")):
            return UNASKED
        if self._each == ONCE:
            return self._put(self._quoted.places(Quote(quote.text)), one["label"], how_sure, made)
        found = self._quoted.next_place(quote, self._last)
        if found is None:
            return LOST
        self._last = found[1]
        return self._put([found], one["label"], how_sure, made)

    def _put(self, found: list[Range], label: str, how_sure: float | None, made: SuggesterAnswer) -> str:
        """Take in the places with the label; return why none of them is."""
        if not found:
            return LOST
        why = ""
        for at in found:
            fitted = self._fitted(at)
            why = OUTSIDE if fitted is None else TWICE if (*fitted, label) in self._done else ""
            if fitted and not why:
                self._done.add((*fitted, label))
                made.places.append(
                    Repeat(*fitted, label, -1.0 if how_sure is None else how_sure, self._origin)
                )
        return why if len(found) == 1 else ""

    def _fitted(self, at: Range) -> Range | None:
        """Return the range on whole tokens, without blanks and marks about it; None where no span can be."""
        trimmed = trim(self._text, *at)
        snapped = self._words.around(*trimmed) if trimmed else None
        return None if snapped is None or crosses_paragraph(self._text, *snapped) else snapped

    def _is_asked(self, label: object) -> bool:
        return isinstance(label, str) and label in self._labels

    # Facts.

    def _fact(self, one: Json, how_sure: float | None, made: SuggesterAnswer) -> str:
        name = one.get("type")
        type_ = self._schema.facts.get(name) if isinstance(name, str) else None
        if type_ is None or type_.archived:
            return TYPES
        trigger = self._trigger(one.get("trigger"))
        if trigger is None:
            return TRIGGERS
        if (type_.name, trigger) in self._done:
            return TWICE
        fillers = self._fillers(one.get("roles"), type_, trigger, made)
        if type_.roles and not fillers:
            return EMPTY
        self._done.add((type_.name, trigger))
        made.facts.append(FactDraft(type_.name, trigger, fillers, _attributes(one), how_sure))
        return ""

    def _trigger(self, value: object) -> Range | None:
        quotes = [*_quoted(value)]
        if len(quotes) != 1:
            return None
        found = self._own_bounds(quotes[0]) or self._quoted.next_place(
            _quote_of(quotes[0]) or Quote(""), self._last_trigger
        )
        if found is None or (fitted := self._fitted(found)) is None:
            return None
        self._last_trigger = found[1]
        return fitted

    def _fillers(
        self, value: object, type_: FactType, trigger: Range, made: SuggesterAnswer
    ) -> dict[str, tuple[Range, ...]]:
        """Return the bounds of what fills the roles, each the nearest of its places to the trigger."""
        said = value if isinstance(value, dict) else {}
        made.trimmed[ROLES] += sum(name not in type_.roles for name in said)
        placed: dict[str, tuple[Range, ...]] = {}
        for name, role in type_.roles.items():
            quotes = [*_quoted(said.get(name))]
            found = [self._filler(one, trigger) for one in quotes[:MOST]]
            made.trimmed[FILLERS] += found.count(None)
            fillers = tuple(dict.fromkeys(at for at in found if at))[: role.most]
            if fillers:
                placed[name] = fillers
        return placed

    def _filler(self, quote: Json, trigger: Range) -> Range | None:
        found = self._own_bounds(quote) or self._quoted.nearest(_quote_of(quote) or Quote(""), trigger)
        return self._fitted(found) if found else None

    def _own_bounds(self, one: Json) -> Range | None:
        """Return the bounds that are given, unless the words there are others than those given with them."""
        found = self._bounds(one)
        said = one.get("text")
        return found if found and said in (None, self._text[found[0] : found[1]]) else None


def _quote_of(one: Json) -> Quote | None:
    text, before = one.get("text"), one.get("before")
    return (
        Quote(text, before if isinstance(before, str) else "")
        if isinstance(text, str) and text.strip()
        else None
    )


def _quoted(value: object) -> Iterator[Json]:
    """Yield the quotes of a trigger or role: a wording, an object, or a list of these."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield {"text": one}
        elif isinstance(one, dict):
            yield one


def _attributes(one: Json) -> Attributes:
    """Return the attributes that are stated; one that cannot be so is as if it were not."""
    said = {}
    for name in SAID:
        try:
            said[name] = ATTRIBUTES[name].kind.read(name, one.get(name))
        except BadItem:
            continue
    return stated(**said)


def _sentence(error: object) -> str:
    """Return the suggester's words on an article, in one short line."""
    said = error if isinstance(error, str) else str(error)[: LONGEST * 2]
    line = unturned(written_out(" ".join(said[: LONGEST * 4].split())))[:LONGEST]
    return line or "no reason given"
