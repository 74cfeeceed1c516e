from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.queries.searching.letters import Letters, folded, words_of


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Café", "cafe"),
        ("cafe\u0301s", "cafe\x01s"),
        ("\u0301a \u0301\u0301", " a   "),
        ("U.S.\x01\x00😀", "u s    "),
        ("Straße İ ά", "straße i ά"),
        ("東京1", "東京1"),
        ("\ud800a", " a"),
        ("", ""),
    ],
)
def test_a_folded_text_is_as_long_as_the_text(text: str, made: str) -> None:
    assert folded(text) == made


@given(st.text(max_size=40))
def test_folding_goes_sign_by_sign_whichever_way_is_the_quicker(text: str) -> None:
    many = "".join(map(chr, range(0x400, 0x440)))  # too many signs beyond ASCII for the quick way
    assert len(folded(text)) == len(text)
    assert folded(f"{text} {many}") == f"{folded(text)} {folded(many)}"


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=12))
def test_words_are_those_of_the_index(text: str) -> None:
    memory = sqlite3.connect(":memory:")
    memory.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize='unicode61 remove_diacritics 2')")
    memory.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, instance)")
    memory.execute("INSERT INTO t VALUES (?)", (text,))
    found = [row[0] for row in memory.execute("SELECT term FROM v ORDER BY offset")]
    memory.close()
    assert [word for word in words_of(text) if word] == found


def test_several_may_ask_at_once() -> None:
    letters, codes = Letters(), range(0x100, 0x180)
    with ThreadPoolExecutor(4) as pool:
        asked = [*pool.map(lambda _: [letters[code] for code in codes], range(4))]
    alone = Letters()
    assert asked == [[alone[code] for code in codes]] * 4
