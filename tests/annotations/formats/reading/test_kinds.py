"""No kind of file is taken for what it is not: it is read, or a sentence says what it looks like and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.data import DATA
from tests.kinds.exports import EXPORTS
from tests.kinds.kind import Kind, taken
from tests.kinds.markup import MARKUP
from tests.kinds.packed import PACKED
from tests.kinds.prose import PROSE
from tests.kinds.texts import TEXTS

KINDS = (*TEXTS, *DATA, *MARKUP, *PACKED, *EXPORTS)
RAW = ("</", '{"', "\0", "=C3", "%PDF", "{\\rtf")  # what no article's text has here


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.form], ids=lambda kind: kind.name)
def test_a_kind_that_is_read_is_told_and_gives_articles(kind: Kind, tmp_path: Path) -> None:
    found = taken(kind.made(tmp_path))
    assert (found.form, bool(found.texts)) == (kind.form, True), found.sentences
    if "in it" not in kind.name:
        assert not any(raw in text for raw in RAW for text in found.texts)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.why], ids=lambda kind: kind.name)
def test_a_kind_that_is_not_read_gets_a_sentence_and_no_article(kind: Kind, tmp_path: Path) -> None:
    found = taken(kind.made(tmp_path))
    assert found.texts == []
    assert any(kind.why in sentence for sentence in found.sentences), found.sentences
    assert all(sentence.endswith(".") for sentence in found.sentences)


@pytest.mark.parametrize("name", ["a.txt", "a", "a.dat"])
@pytest.mark.parametrize("text", PROSE, ids=range(len(PROSE)))
def test_an_ordinary_text_is_never_refused(text: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    found = taken(tmp_path / name)
    assert (found.form, found.texts, found.sentences) == ("txt", [text], [])


def test_no_two_kinds_have_a_name() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert len(KINDS) > 200
    assert len(PROSE) > 75
