"""The list of languages is that of spaCy's tokenizers."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from annotations.schema.languages import DEFAULT, LANGUAGES


def test_every_language_that_spacy_can_cut_into_words_is_listed_by_name() -> None:
    found = find_spec("spacy")
    assert found is not None
    assert found.origin is not None
    there = {path.parent.name for path in (Path(found.origin).parent / "lang").glob("*/__init__.py")}
    assert set(LANGUAGES) == there
    assert DEFAULT in LANGUAGES


def test_no_two_languages_have_one_name() -> None:
    assert len(set(LANGUAGES.values())) == len(LANGUAGES)
