"""Records of every shape for round trips, and an export that is read again."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st

from annotations import formats
from annotations.articles import Article
from annotations.formats.base import Record
from annotations.formats.reading.how_read import HowRead, Source
from annotations.formats.writing.export import export
from annotations.formats.writing.selection import Choice
from annotations.problems import Notice
from annotations.schema.types import FactType, Label, Schema
from tests.strategies import NASTY, annotation_sets, texts

SCHEMA = Schema(
    "Round",
    pipeline="none",
    labels={name: Label(name) for name in ("PERSON", "ORG", "GPE")},
    facts={"ATTACK": FactType("ATTACK")},
)
ALL = Choice(articles="all", spans="all", boilerplate=True)
PROSE = [
    "Maria Ruiz ",
    "left Oslo. ",
    "-DOCSTART- ",
    "O ",
    "B-PER ",
    "# a = b ",
    "a_b|c[1];*\\->",
    "U.S. ",
    "=1+1,",
]


@st.composite
def records(draw: st.DrawFn, id_: str) -> Record:
    """An article in any script with any set, or none."""
    pieces = st.lists(st.sampled_from([*PROSE, *NASTY]), min_size=1, max_size=20).map("".join)
    article = Article(id_, draw(texts | pieces.filter(str.strip)), "T", {"source": "Post"})
    made = draw(st.none() | annotation_sets(article, "anna"))
    return Record(article, made)


def exported(entries: list[Record], name: str, folder: Path, **more: Any) -> dict[str, Any]:
    """The manifest of an export of all of them."""
    how = more.pop("choice", ALL)
    return export(entries, folder / "out", format=name, schema=SCHEMA, choice=how, **more)


def written(entries: list[Record], name: str, **more: Any) -> tuple[list[Record], dict[str, Any]]:
    """What is read again after an export, and its manifest; notices are left out."""
    with TemporaryDirectory() as folder:
        manifest = exported(entries, name, Path(folder), **more)
        named = [Path(folder) / "out"] if formats.FORMATS[name].folder else sorted(Path(folder).glob("out*"))
        sources = [
            one
            for one in formats.files(named)
            if not str(one.name if isinstance(one, Source) else one).endswith((".json", ".xml"))
            or name == "cas-json"
        ]
        found = [entry for one in sources for entry in formats.read(one, HowRead(name))]
    return [entry for entry in found if not isinstance(entry, Notice)], manifest


def said(entry: Record) -> list[tuple[str, str]]:
    """The spans as text and label."""
    spans = sorted(entry.spans(), key=lambda span: (span.start, span.end, span.label))
    return [(entry.article.text[span.start : span.end], span.label) for span in spans]
