"""spaCy's tokens of a text, at a cost that grows with its length.

spaCy's tokenizer takes quadratic time over a run of punctuation without a blank, so long runs are cut first;
the tokens differ from spaCy's at those cuts only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotations.errors import UserError
from annotations.schema.languages import DEFAULT, needed
from annotations.suggest.parse import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SEVERAL = "xx"  # spaCy's tokenizer for several languages
MOST = {"ja": 12_000}  # code points that a language's tokenizer takes at once, where that is not any number
LONGEST = 1_000_000_000  # code points that spaCy is to take at once
PIECE = 100_000  # code points of an article that a pipeline gets at once: a parser's memory grows with them
RUN = 300  # code points without a blank that spaCy gets in one piece
LONG_RUN = re.compile(rf"\S{{{RUN + 1},}}")


def pieces(text: str, most: int = PIECE) -> list[tuple[int, int]]:
    """Return the bounds of pieces of the text of about `most` code points, cut after a line or a blank.

    >>> pieces("aaa bbb", 5)
    [(0, 4), (4, 7)]
    """
    bounds, start = [], 0
    while len(text) - start > most:
        cuts = (text.rfind(sign, start + most // 2, start + most) + 1 for sign in ("\n", ". ", " "))
        end = next((cut for cut in cuts if cut), start + most)
        bounds.append((start, end))
        start = end
    return [*bounds, (start, len(text))]


def blank(language: str = DEFAULT) -> Language:
    """Return spaCy's tokenizer of that language without any pipeline.

    UserError when it needs a package that is not installed, or spaCy does not know the language.
    """
    import spacy

    try:
        nlp = spacy.blank(language)
    except ImportError as error:  # also for a language that spaCy does not know
        raise UserError(needed(language)) from error
    nlp.max_length = LONGEST
    return nlp


def tokenizer(language: str) -> Language:
    """Return spaCy's tokenizer of that language; where that cannot be had, the one for several languages."""
    try:
        return blank(language)
    except UserError:
        return blank(SEVERAL)


def doc_of(nlp: Language, text: str) -> Doc:
    """Return the text as a spaCy document of its tokens; `doc.text` is the text."""
    cuts = _cuts(text, MOST.get(nlp.lang or "", LONGEST))
    if not cuts:
        return nlp.make_doc(text)
    from spacy.tokens import Doc

    bounds = zip([0, *cuts], [*cuts, len(text)], strict=True)
    parts = [nlp.make_doc(text[start:end]) for start, end in bounds]
    return Doc(
        nlp.vocab,
        words=[token.text for part in parts for token in part],
        spaces=[bool(token.whitespace_) for part in parts for token in part],
    )


def _cuts(text: str, most: int) -> list[int]:
    """Return where to cut the text: long runs, behind a full stop where one stands, and what is longer than `most`."""
    cuts = {start for start, _ in pieces(text, most) if start}
    for run in LONG_RUN.finditer(text):
        at = run.start()
        while run.end() - at > RUN:
            stops = (text.rfind(stop, at + RUN // 2, at + RUN) + 1 for stop in "。！？、，")
            at = next((cut for cut in stops if cut), at + RUN)
            cuts.add(at)
    return sorted(cuts)


def parsed_of(doc: Doc, start: int, first: int) -> Iterator[Token]:
    """Yield the tokens of a part of an article as a parser left them; none when there was no parser.

    The part begins at `start`, code points; its first token is the `first` of the article.
    """
    if doc.has_annotation("DEP"):
        for n, token in enumerate(doc, first):
            at = start + token.idx
            yield Token(at, at + len(token), n + token.head.i - token.i, token.dep_, token.pos_)


def tokens_of(nlp: Language, text: str) -> list[tuple[int, int]]:
    """Return the bounds of the text's tokens in order, code points; white space is no token."""
    return [(t.idx, t.idx + len(t)) for t in doc_of(nlp, text) if not t.is_space]
