"""Saved searches as text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.search.saved import searches_read, searches_written

TEXTS = st.text(st.characters(exclude_categories=()), min_size=1, max_size=20).filter(
    lambda text: text.strip() != ""
)


@given(st.dictionaries(TEXTS, TEXTS, max_size=4))
def test_any_name_and_line_comes_back(searches: dict[str, str]) -> None:
    assert list(searches_read(searches_written(searches)).items()) == list(searches.items())
