"""Hypothesis strategies for articles and annotation sets, with the characters that break programs."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from annotations.articles import Article
from annotations.fact_attributes import ATTRIBUTES, AttributeValue, OneOf, TextLine, stated
from annotations.facts import Date, Fact, Filler, Number, Role
from annotations.sets import AnnotationSet, Boilerplate, Comment, Item, Progress, State, Topic
from annotations.spans import Span, Status
from annotations.text.text import clean

NASTY = ["a", "b ", "Ω", "é", "e\u0301", "👨\u200d👩\u200d👧", "🇮🇶", "שלום", "العربية", "東京", "\r\n", "\n"]
NASTY += [
    "\u00a0",
    "\u2028",
    "\u2029",
    "\u0085",
    "\u200f",
    "\ufeff",
    "\t",
    '"',
    "\\",
    "\x1f",
    "\u0000",
    "\ufffd",
]
texts = st.lists(st.sampled_from(NASTY), min_size=1, max_size=30).map("".join).filter(str.strip)
words = st.text(min_size=1, max_size=8).map(clean).filter(str.strip)
scores = st.none() | st.floats(0, 1)
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
optional_words = st.none() | words
values = (
    st.none()
    | st.builds(Number, numbers, st.sampled_from(["=", ">", ">=", "<", "<=", "~"]), optional_words)
    | st.builds(Date, words, words, words, optional_words, optional_words)
)


def examples(count: int) -> int:
    """How many there are of a test that has `count` in a usual run: as many times more with `make fuzz`."""
    return count * settings.default.max_examples // 100


def ranges(length: int) -> st.SearchStrategy[tuple[int, int]]:
    """Non-empty ranges in a text of that length."""
    ends = st.tuples(st.integers(0, length), st.integers(0, length))
    return ends.map(sorted).filter(lambda pair: pair[0] < pair[1]).map(tuple)


@st.composite
def spans(draw: st.DrawFn, length: int, statuses: st.SearchStrategy[Status]) -> Span:
    bounds, first = draw(ranges(length)), draw(st.none() | st.tuples(ranges(length), words))
    return Span(
        draw(words),
        *bounds,
        draw(words),
        draw(statuses),
        draw(words),
        draw(scores),
        (*first[0], first[1]) if first else None,
        draw(optional_words),
    )


def attributes() -> st.SearchStrategy[dict[str, AttributeValue]]:
    """A value for each attribute there is, plain ones among them."""
    text = st.text(max_size=5).map(clean)
    kinds = {name: row.kind for name, row in ATTRIBUTES.items()}
    choices = {name: st.sampled_from(kind.of) for name, kind in kinds.items() if isinstance(kind, OneOf)}
    others = {name: text if isinstance(kind, TextLine) else st.booleans() for name, kind in kinds.items()}
    return st.fixed_dictionaries({**others, **choices})


@st.composite
def facts(draw: st.DrawFn, length: int, confirmed: list[Span]) -> Fact:
    bare = ranges(length).map(lambda pair: Filler(*pair))
    held = [Filler(span.start, span.end, span.id) for span in confirmed]
    filler = st.builds(
        lambda at, value: Filler(at.start, at.end, at.span, value),
        st.sampled_from(held) | bare if held else bare,
        values,
    )
    roles = st.lists(st.builds(Role, words, st.lists(filler, max_size=3).map(tuple)), max_size=3).map(tuple)
    return Fact(
        draw(words),
        draw(words),
        draw(ranges(length)),
        draw(roles),
        stated(**draw(attributes())),
        draw(st.sampled_from([Status.CONFIRMED, Status.REJECTED])),
        draw(words),
        draw(scores),
    )


@st.composite
def annotation_sets(draw: st.DrawFn, article: Article, annotator: str) -> AnnotationSet:
    """What an annotator can have on the article; every fact refers to confirmed spans only."""
    length = len(article.text)
    decided = st.sampled_from([Status.CONFIRMED, Status.REJECTED])
    unique = st.lists(spans(length, decided), max_size=4, unique_by=lambda span: span.id)
    items: list[Item] = list(draw(unique))
    confirmed = [item for item in items if item.status is Status.CONFIRMED]
    items += draw(st.lists(facts(length, confirmed), max_size=2, unique_by=lambda fact: fact.id))
    items += draw(st.lists(ranges(length).map(lambda pair: Boilerplate(*pair)), max_size=2))
    comments = st.builds(Comment, words, words, words, words, optional_words, optional_words, st.booleans())
    items += draw(st.lists(comments, max_size=2, unique_by=lambda comment: comment.id))
    states = st.sampled_from([state for state in State if state is not State.NEW])
    items += [Topic(name) for name in draw(st.lists(words, max_size=2, unique=True))]
    items.append(draw(st.builds(Progress, states, st.booleans(), st.just("") | words)))
    return AnnotationSet.of(article.id, annotator, items)


@st.composite
def articles(draw: st.DrawFn, id_: str) -> Article:
    meta = draw(st.dictionaries(words, st.none() | st.booleans() | numbers | words, max_size=2))
    return Article(id_, draw(texts), draw(st.text(max_size=8).map(clean)), meta)
