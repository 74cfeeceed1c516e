"""DocBins that spaCy's users made: groups of spans, categories, identifiers, user data, empty Docs."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin, Span

from annotations.formats.came_from import kept_for
from annotations.formats.columns import spacy_docs
from tests.annotations.formats.columns.given import taken
from tests.round_trips import said

NLP = spacy.blank("en")


@pytest.fixture
def doc() -> Doc:
    made = NLP("Ann works for Acme.")
    made.set_ents([Span(made, 0, 1, "PER")])
    return made


def packed(path: Path, *docs: Doc) -> bytes:
    DocBin(store_user_data=True, docs=docs).to_disk(path)
    return path.read_bytes()


def test_all_groups_of_spans_are_read_and_named(doc: Doc, tmp_path: Path) -> None:
    doc.spans["sc"] = [Span(doc, 0, 1, "PER")]
    doc.spans["firms"] = [Span(doc, 3, 4, "ORG")]
    (entry,), (notice,) = taken(tmp_path / "a.spacy", packed(tmp_path / "a.spacy", doc))
    assert said(entry) == [("Ann", "PER"), ("Acme", "ORG")]
    assert notice.reason == spacy_docs.GROUPS.format(names="firms")


def test_identifiers_are_kept_with_the_article(doc: Doc, tmp_path: Path) -> None:
    doc.set_ents([Span(doc, 0, 1, "PER", kb_id="Q7", span_id="s1")])
    (entry,), (notice,) = taken(tmp_path / "a.spacy", packed(tmp_path / "a.spacy", doc))
    (span,) = entry.spans()
    kept = kept_for(entry.article.meta, "", "spacy").items
    assert kept == {span.id: {"groups": ["ents"], "kb_id": "Q7", "id": "s1"}}
    assert notice.reason == spacy_docs.ASIDE


def test_categories_are_topics(doc: Doc, tmp_path: Path) -> None:
    doc.cats = {"work": 0.9, "sport": 0.1}
    (entry,), problems = taken(tmp_path / "a.spacy", packed(tmp_path / "a.spacy", doc))
    assert entry.set is not None
    assert (list(entry.set.topics), problems) == (["work"], [])


def test_user_data_are_metadata_or_named(doc: Doc, tmp_path: Path) -> None:
    doc.user_data = {"source": "us", "deep": {"a": [1]}, ("._.", "rel", None, None): 1}
    (entry,), (notice,) = taken(tmp_path / "a.spacy", packed(tmp_path / "a.spacy", doc))
    assert entry.article.meta == {"source": "us"}
    assert notice.reason == spacy_docs.USER_DATA.format(names="deep, rel")


def test_an_empty_doc_loses_only_itself(doc: Doc, tmp_path: Path) -> None:
    content = packed(tmp_path / "a.spacy", NLP(""), doc)
    (entry,), (problem,) = taken(tmp_path / "a.spacy", content)
    assert (said(entry), problem.line) == ([("Ann", "PER")], 1)
