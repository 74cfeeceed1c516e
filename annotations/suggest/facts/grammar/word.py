"""A word of a sentence: a token, a span or a compound, with its part in the sentence."""

from __future__ import annotations

from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Span
from annotations.suggest.facts.grammar.dependency_tree import NOTHING, ParsedWord
from annotations.text.word_forms import Form

NUMBERS = frozenset({"CARDINAL", "QUANTITY", "PERCENT", "MONEY"})
TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Word:
    """A token, a span, or a hyphenated compound.

    `text` is in lower case; `forms` when it may be a known verb.
    """

    start: int
    end: int
    text: str
    tag: str
    span: Span | None = None
    forms: tuple[Form, ...] = ()
    inner: tuple[Span, ...] = ()  # the spans that lie within
    said: ParsedWord = NOTHING  # by a parse

    def tagged(self, tag: str) -> Word:
        """Return the word with another tag."""
        return Word(self.start, self.end, self.text, tag, self.span, self.forms, self.inner, self.said)

    def is_form(self, *uses: str) -> bool:
        return any(use in form.uses for form in self.forms for use in uses)
