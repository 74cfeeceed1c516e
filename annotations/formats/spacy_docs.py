"""spaCy's .spacy files: `doc.ents` without overlaps, `doc.spans["sc"]` with all spans.

One file is one DocBin, which spaCy builds in memory: this format alone does not stream.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from annotations.errors import UserError
from annotations.formats.aligning import english
from annotations.formats.base import How, Problem, Record
from annotations.formats.building import Given, build
from annotations.formats.fit import flat
from annotations.formats.output import Output
from annotations.formats.placing import Found
from annotations.spans import in_order
from annotations.tokenizing import doc_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, DocBin

KEY = "sc"  # where spaCy's span categorizer looks
SAID = ("article_id", "title", "annotator")  # in the Docs' user data


class Docs:
    """A sink with one DocBin a part."""

    def __init__(self, out: Output, how: How) -> None:
        self._out, self._how = out, how
        self._rank = {label: n for n, label in enumerate(how.schema.labels)}
        self._bins: dict[str, DocBin] = {}

    def add(self, entry: Record, part: str) -> None:
        self._bin(part).add(self._doc(entry))
        self._out.at = self._out.name(part)

    def close(self) -> None:
        for part in {**self._bins, **dict.fromkeys(self._out.parts)}:
            self._out.binary(part).write(self._bin(part).to_bytes())

    def _bin(self, part: str) -> DocBin:
        from spacy.tokens import DocBin

        if part not in self._bins:
            self._bins[part] = DocBin(store_user_data=True)
        return self._bins[part]

    def _doc(self, entry: Record) -> Doc:
        doc = doc_of(english(), entry.article.text)
        spans = sorted(entry.spans(), key=in_order)
        kept, _ = flat(spans, self._how.overlaps, self._rank)
        for place, some in ((KEY, spans), ("", kept)):
            made = [doc.char_span(span.start, span.end, label=span.label) for span in some]
            if place:
                doc.spans[place] = [span for span in made if span is not None]
            else:
                doc.set_ents([span for span in made if span is not None])
        whose = entry.set.annotator if entry.set else ""
        doc.user_data.update(zip(SAID, (entry.article.id, entry.article.title, whose), strict=True))
        return doc


def write(out: Output, how: How) -> Docs:
    return Docs(out, how)


def read(path: Path, file: BinaryIO) -> Iterator[Record | Problem]:
    """A record a Doc: the spans of `doc.spans["sc"]` where there are any, else `doc.ents`."""
    from spacy.tokens import DocBin

    try:
        docs = list(DocBin(store_user_data=True).from_bytes(file.read()).get_docs(english().vocab))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, EOFError, zlib.error) as error:
        raise UserError("This is no .spacy file, or it is damaged.") from error
    for number, doc in enumerate(docs, 1):
        spans = doc.spans[KEY] if KEY in doc.spans and len(doc.spans[KEY]) else doc.ents
        found = [Found(span.start_char, span.end_char, span.label_) for span in spans]
        said: list[Any] = [doc.user_data.get(name) for name in SAID]
        id_, title, annotator = (one if isinstance(one, str) else "" for one in said)
        yield from build(path, number, Given(doc.text, id_, title, {}, annotator, spans=found))
