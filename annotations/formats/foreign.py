"""The formats of other tools that are read and not written."""

from __future__ import annotations

from annotations.formats.base import Format, later
from annotations.formats.units import CODE_POINTS, UTF16

FOREIGN: tuple[Format, ...] = (
    Format(
        "xmi",
        "UIMA XMI with its type system (INCEpTION)",
        (".xmi", ".xml"),  # of which the type system is one
        later("standoff.xmi", "read"),
    ),
    Format(
        "conllu",
        "words in ten columns (CoNLL-U), with their entities",
        (".conllu", ".conllup"),
        later("columns.conllu", "read"),
    ),
    Format(
        "conll2012",
        "OntoNotes' columns, names in brackets",
        (".gold_conll", ".v4_gold_conll"),
        later("columns.conll2012", "read"),
    ),
    Format("tagged", "a tag behind each word, as Ann/B-PER", (), later("columns.tagged_text", "read")),
    Format(
        "spacy-json",
        "spaCy's training data: texts with entities as lists; version 2 too",
        (),
        later("lines.spacy_json", "read"),
        units=(CODE_POINTS, UTF16),
    ),
    Format(
        "pubannotation",
        "PubAnnotation's JSON: denotations and relations",
        (),
        later("lines.pubannotation", "read"),
        facts="arcs",
        units=(CODE_POINTS, UTF16),
    ),
    Format(
        "argilla",
        "Argilla's records, of both its versions",
        (),
        later("lines.argilla", "read"),
        units=(CODE_POINTS, UTF16),
        scores=True,
        topics=True,
    ),
)
