"""WebAnno TSV 3.3, as INCEpTION writes it: a line a token or part of one, offsets in UTF-16 units.

The text stands in `#Text=` lines; an annotation of several tokens has one number on all of them.  What came from a file
of INCEpTION goes back into the layers that it had there, with the file's own tokens.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotations.formats.base import How, Record
from annotations.formats.columns.webanno_kept import layout_of
from annotations.formats.columns.webanno_layers import SPAN, Column, Layer, escaped_text, layers_of
from annotations.formats.columns.webanno_rows import TsvRows
from annotations.formats.columns.webanno_schema import schema
from annotations.formats.uima.layers import ENTITY
from annotations.formats.uima.marked import items_of, marks_of
from annotations.formats.units import Offsets
from annotations.formats.writing.output import Output

FORMAT = "#FORMAT=WebAnno TSV 3.3"


class Tables:
    """A sink with a file an article."""

    def __init__(self, out: Output, how: How) -> None:
        self._out, self._how = out, how

    def add(self, entry: Record, part: str) -> None:
        whose = entry.set.annotator if entry.set else ""
        path = self._out.article_file(part, entry.article.id, whose, (".tsv",))
        path = path.with_name(path.name + ".tsv")
        path.write_text("\n".join([*table(entry, self._how.offsets), ""]), "utf-8", newline="")
        self._out.wrote(path)

    def close(self) -> None:
        """Do nothing: nothing is left to write."""


def write(out: Output, how: How) -> Tables:
    return Tables(out, how)


def table(entry: Record, unit: str) -> list[str]:
    """Return the lines of the file."""
    text, (layout, kept) = entry.article.text, layout_of(entry)
    marks = marks_of(entry, items_of(kept))
    known = layers_of(layout.head) if layout.head else [Layer(SPAN, ENTITY, (Column("feature", "value"),))]
    layers = schema(known, marks)
    rows = TsvRows(layout, layers, marks)
    offsets = Offsets(text, unit)
    starts, ends = offsets.of(layout.tokens.starts), offsets.of(layout.tokens.ends)
    lines = [*_head(layout.head, known, layers), ""]
    for number, place in enumerate(layout.sentences, 1):
        lines += ["", *place.notes]
        lines += [f"#Text={escaped_text(line)}" for line in text[place.start : place.end].split("\n")]
        for n in range(place.first, place.last):
            lines += rows.of_token(n, f"{number}-{n - place.first + 1}", (starts[n], ends[n]), text, offsets)
    return lines


def _head(head: list[str], known: list[Layer], layers: list[Layer]) -> Iterator[str]:
    """Yield the lines of the head; those of the file as they were, where nothing was added to them."""
    as_it_was = [line for line in head if layers_of([line])]
    yield head[0] if head else FORMAT
    for n, layer in enumerate(layers):
        yield as_it_was[n] if n < len(as_it_was) and known[n] == layer else layer.line()
