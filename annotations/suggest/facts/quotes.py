"""Quotes: who speaks the sentences between quotation marks that name no source themselves.

The speaker stands in the same paragraph, nearest to where the quote ends or begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotations.facts import Filler
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.grammar.word import Word
from annotations.suggest.facts.sentence import Speech
from annotations.text.text import paragraphs

QUOTE = re.compile(r"“[^“”]{20,3000}[”]|\"[^\"]{20,3000}\"|‘[^‘\n]{20,3000}’(?!\w)")
NEAR = 120  # code points between a quote and the verb of speech


def attributed(text: str, drafts: Sequence[FactCandidate], speeches: Sequence[Speech]) -> list[FactCandidate]:
    """Return the drafts, those in a quote with its speaker as their source when they have none."""
    quotes = [match.span() for start, end in paragraphs(text) for match in QUOTE.finditer(text, start, end)]
    for draft in drafts:
        role = draft.frame.source
        if role is None or role.name in draft.roles or draft.is_speech:
            continue
        quote = next((q for q in quotes if q[0] <= draft.word[0] and draft.word[1] <= q[1]), None)
        if quote and (speaker := _speaker(quote, quotes, speeches)):
            draft.put(role, speaker)
    return list(drafts)


def _speaker(
    quote: tuple[int, int], quotes: list[tuple[int, int]], speeches: Sequence[Speech]
) -> Filler | None:
    outside = [s for s in speeches if not any(start <= s.start < end for start, end in quotes)]
    near = [s for s in outside if 0 <= s.start - quote[1] < NEAR or 0 <= quote[0] - s.end < NEAR // 2]
    if not near:
        return None
    chosen = min(near, key=lambda s: min(abs(s.start - quote[1]), abs(quote[0] - s.end)))
    named = [word for word in chosen.who[0].words if _names(word)]
    if named and named[-1].span:
        return Filler(named[-1].start, named[-1].end, named[-1].span.id)
    words = [word for word in chosen.who[0].words if word.tag != "det"]
    return Filler(words[0].start, words[-1].end) if words and words[0].tag != "pron" else None


def _names(word: Word) -> bool:
    return word.span is not None and word.span.label in ("PERSON", "ORG")
