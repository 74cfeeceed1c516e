"""spaCy's tokens of a text, at a cost that grows with its length.

spaCy's tokenizer takes quadratic time over a run of punctuation without a blank, so long runs are cut first;
the tokens differ from spaCy's at those cuts only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST = 1_000_000_000  # code points that spaCy is to take at once
RUN = 300  # code points without a blank that spaCy gets in one piece
LONG_RUN = re.compile(rf"\S{{{RUN + 1},}}")


def blank() -> Language:
    """spaCy's English tokenizer without any pipeline."""
    import spacy

    nlp = spacy.blank("en")
    nlp.max_length = LONGEST
    return nlp


def doc_of(nlp: Language, text: str) -> Doc:
    """The text's tokens; `doc.text` is the text."""
    cuts = [i for run in LONG_RUN.finditer(text) for i in range(run.start() + RUN, run.end(), RUN)]
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
