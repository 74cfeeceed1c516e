"""Searches made up for tests: every kind of part that a line may have."""

from __future__ import annotations

from hypothesis import strategies as st

from annotations.search.parsing import FIXED, SINGLE
from annotations.search.query import FIELDS, AskedField, Query, Term, TermKind

TEXTS = st.text('aBéß9"\\/*,:-. \t\u0301\u202eא中🙂\x00\ud800', min_size=1, max_size=8)
NAMES = TEXTS.filter(lambda text: text.strip() != "" and text != "*")
ENDED = NAMES.filter(lambda text: text[-1] in "aBé9中")
PLAIN = st.text("aBé9.,中🙂\x00\ud800", min_size=1, max_size=8)
NOT = st.booleans()

PHRASES = st.one_of(
    st.builds(Term, st.just(TermKind.PHRASE), NAMES, NOT),
    st.builds(Term, st.just(TermKind.PHRASE), ENDED, NOT, st.just(True)),
)
WORDS = st.one_of(
    st.builds(Term, st.just(TermKind.WORD), PLAIN, NOT),
    st.builds(Term, st.just(TermKind.WORD), PLAIN.map(lambda text: text + "a"), NOT, st.just(True)),
)
PATTERNS = st.builds(
    Term,
    st.just(TermKind.PATTERN),
    st.sampled_from(
        ["a/b", r"(\d+) (dead|killed)", "//", r"\\/", "[/]", '"', "中 🙂", "a\nb", r"\\", "\ud800"]
    ),
    NOT,
    any_case=NOT,
)
VALUES = {
    "score": st.sampled_from(["<0.6", "<=1", ">0", ">= 0.5", "0.5..0.7", "none"]),
    "date": st.sampled_from(["2024", "2024-01", "2024-02-29", "2024-01..2024-02", ">=2024-01-05", "..2024"]),
    "value": st.sampled_from(
        ["count > 60", "count>=6.5", "time 2024-01", "time=2024-01..2024-02", "a b != 1"]
    ),
    "filler": ENDED.flatmap(lambda text: st.sampled_from([text, text + "*"])),
    **{field: st.sampled_from(values) for field, values in FIXED.items()},
}
VALUES["according"] = VALUES["article"] = VALUES["filler"]


def asked(field: str) -> st.SearchStrategy[AskedField]:
    """Return the ways to ask that field."""
    one = VALUES.get(field, NAMES)
    if field == SINGLE:
        return st.builds(AskedField, st.just(field), st.tuples(one))
    several = st.one_of(st.just(("*",)), st.lists(one, min_size=1, max_size=3).map(tuple))
    return st.builds(AskedField, st.just(field), several, NOT)


MARKED = st.lists(st.sampled_from([f for f in FIELDS if f != SINGLE]).flatmap(asked), max_size=4)
ASKED = st.tuples(MARKED, st.lists(asked(SINGLE), max_size=1)).map(lambda both: (*both[0], *both[1]))
TERMS = st.lists(st.one_of(WORDS, PHRASES, PATTERNS), min_size=1, max_size=4).map(tuple)
QUERIES = st.builds(Query, TERMS, ASKED).filter(lambda query: not all(one.negated for one in query.terms))
