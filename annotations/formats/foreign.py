"""The formats of other tools that are read and not written."""

from __future__ import annotations

from annotations.formats.base import Format, later

FOREIGN: tuple[Format, ...] = (
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
)
