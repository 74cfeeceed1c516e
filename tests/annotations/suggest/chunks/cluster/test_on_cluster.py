"""What is said before anything goes to a cluster: what leaves, as the run has it (a real one: tests/dask)."""

from __future__ import annotations

from annotations.schema import reader as schema_reader
from annotations.suggest.chunks.cluster.on_cluster import what_leaves
from annotations.suggest.chunks.shapes import ChunkJob
from annotations.suggest.mentions import Learned, SeenAs
from annotations.suggest.pattern_lines import PatternsText

NEWS = schema_reader.shipped("news")
PATTERNS = PatternsText('{"label": "ORG", "pattern": "Navy"}')


def said(learned: Learned, patterns: PatternsText, articles: int) -> str:
    labels = schema_reader.parse(NEWS).labels_in_use
    return what_leaves(
        ChunkJob("one", "rules", "all", labels, NEWS, patterns=patterns, learned=learned, articles=articles)
    )


def test_what_leaves_is_said_as_the_run_has_it() -> None:
    nothing, no_patterns = Learned(), PatternsText()
    assert said(nothing, no_patterns, 1) == "The texts of 1 article and the schema"
    assert said(nothing, PATTERNS, 2) == "The texts of 2 articles, the schema and your patterns"
    whole = "The texts of 2,000 articles, the schema, your patterns and the wordings confirmed and rejected so far"
    assert said(Learned({"Oslo": SeenAs("GPE", 3, 3)}), PATTERNS, 2000) == whole
    rejected = "The texts of 2 articles, the schema and the wordings confirmed and rejected so far"
    assert said(Learned(stopped=frozenset({("Navy", "ORG")})), no_patterns, 2) == rejected
