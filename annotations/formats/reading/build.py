"""Records built of what a foreign file says of an article: ids made, offsets placed, the rest as problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from annotations.articles import Article, article_id
from annotations.errors import guarded
from annotations.fact_attributes import lines
from annotations.facts import Fact, Filler
from annotations.formats.base import Record
from annotations.formats.came_from import into_meta, of_annotator
from annotations.formats.documents.titles import find_title, opening
from annotations.formats.lines.beside_text import told_beside
from annotations.formats.lines.json_values import cleaned
from annotations.formats.longer_ids import short_id
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import Source
from annotations.formats.reading.offsets import Move, fits, placing
from annotations.problems import Notice, Problem, worded
from annotations.sets import AnnotationSet, Item, Progress, State, Topic
from annotations.spans import Span, Status, derived_id
from annotations.text.text import clean

Left = tuple[str, int | None]  # why it was left out, and its line where that is not its article's
ALIKE = "Spans with the place and label of another became one with it: {count} in {id}."
BY_QUOTES = "The spans of {id} were put right by the text they quote: {how}."
BY_WORDS = (
    "The spans of {id} begin and end with words only when they are read otherwise, and were read so: {how}. Another unit "
    "leaves than came, unless --offsets names it."
)


def built(path: Path, entries: Iterable[Given | Record | Problem]) -> Iterator[Record | Problem]:
    """Yield the records built of what a reader yields."""
    for entry in entries:
        if isinstance(entry, Given):
            yield from guarded(
                build(path, entry),
                partial(_failed, path, entry.line),
                f"While {path} was read",
            )
        else:
            yield entry


def named_by(
    source: Source, entries: Iterable[Given | Record | Problem]
) -> Iterator[Given | Record | Problem]:
    """Yield the entries, with the name of the text that the file's place says, unless the file itself has another than its own."""
    for entry in entries:
        if isinstance(entry, Given) and source.document and entry.id in ("", source.path.stem):
            entry = replace(entry, id=source.document, names_file=True)
        yield entry


def placed_at(source: Source, entries: Iterable[Record | Problem]) -> Iterator[Record | Problem]:
    """Yield the entries, with the annotator that the file's place names where the file itself names none."""
    for entry in entries:
        if isinstance(entry, Problem):
            yield replace(entry, file=source.name) if source.shown else entry
            continue
        made, article = entry.set, entry.article
        if made is not None and not made.annotator and source.annotator:
            made = AnnotationSet.of(made.article, source.annotator, made)
            article = replace(article, meta=of_annotator(article.meta, "", source.annotator))
        yield replace(entry, article=article, set=made, file=source.name)


def _failed(path: Path, line: int | None, kind: str) -> Problem:
    return Problem(path, line, f"This record was not taken; it may be damaged ({kind}).")


def build(path: Path, given: Given) -> Iterator[Record | Problem]:
    """Yield the record, then what could not be placed; a notice when the offsets were mended."""
    line, text = given.line, clean(given.text)
    if not text.strip():
        yield Problem(path, line, "This record was not taken: it has no text.")
        return
    headline, meta = told_beside(dict(given.meta))
    named = clean(given.title).strip() or clean(headline) or find_title(text) or opening(text)
    article = Article(clean(given.id) or article_id(text), text, named, cleaned(meta))
    ids: dict[str, str] = {}  # our ids of spans and facts, by the file's
    how, move = placing(text, given.spans, given.unit, by_words=given.by_words)
    problems: list[Left] = []
    by_file = given.names_file and bool(given.id)
    seed = replace(article, id=short_id(article.id)) if by_file else article  # what ids are made of
    spans = _spans(seed, given.spans, move, ids, problems)
    facts = _facts(seed, given.facts, spans, move, ids, problems)
    article = replace(article, meta={**article.meta, **cleaned(into_meta(given.kept, given.annotator, ids))})
    placed: list[Span | Fact] = [*spans.values(), *facts]
    own = [item for item in placed if item.status is not Status.SUGGESTED]
    pool = tuple(item for item in placed if item.status is Status.SUGGESTED)
    topics = [Topic(name) for name in dict.fromkeys(map(clean, given.topics)) if name.strip()]
    state = given.state or (State.STARTED if own or topics or given.annotator else State.NEW)
    items: list[Item] = [*own, *topics, Progress(state)]
    made = AnnotationSet.of(article.id, given.annotator, items) if state is not State.NEW else None
    is_plain = not given.id and not own
    yield Record(article, made, pool, plain=is_plain, file=path, line=line, unites=True, names_file=by_file)
    if alike := _alike(given.spans):
        yield Notice(path, line, worded(ALIKE, id=article.id, count=alike))
    if how:
        quoted = any(one.quote is not None for one in given.spans)
        said = BY_QUOTES if quoted else BY_WORDS
        yield Notice(path, line, worded(said, id=article.id, how=how))
    yield from (Problem(path, at or line, problem) for problem, at in problems)


def _spans(
    article: Article, found: Sequence[Found], move: Move, ids: dict[str, str], problems: list[Left]
) -> dict[str, Span]:
    """Return the spans by the file's keys; two that are alike are one span."""
    spans: dict[str, Span] = {}
    made: dict[str, Span] = {}
    for number, one in enumerate(found):
        bounds = fits(article.text, one, move)
        if bounds is None or not one.label.strip():
            problems.append((_misplaced(article.text, one, move), one.line))
            continue
        label = clean(one.label)
        id_ = derived_id(article.id, *bounds, label)
        span = Span(id_, *bounds, label, one.status, clean(one.origin), one.score)
        key = one.key if one.key and one.key not in spans else f"#{number}"
        if one.key and id_ not in made:  # of several that are alike the first goes back
            ids[one.key] = id_
        spans[key] = made.setdefault(id_, span)
    return spans


def _alike(spans: Sequence[Found]) -> int:
    """Return how many confirmed spans have the place and label of another."""
    places = [(one.start, one.end, one.label) for one in spans if one.status is Status.CONFIRMED]
    return len(places) - len(set(places))


def _misplaced(text: str, one: Found, move: Move) -> str:
    where = f"{one.start}-{one.end} {one.label}".strip()
    if not one.label.strip():
        return worded("The span {where} was left out: it has no label.", where=where)
    start, end = move(one.start), move(one.end)
    if start is None or end is None or start >= end:
        return worded("The span {where} was left out: it is no range of the text.", where=where)
    there, quote = text[start:end], one.quote or ""
    said = "The span {where} was left out: the text there is {there!r}, not {quote!r}."
    return worded(said, where=where, there=there[:60], quote=quote[:60])


def _facts(
    article: Article,
    facts: Sequence[Fact],
    spans: dict[str, Span],
    move: Move,
    ids: dict[str, str],
    problems: list[Left],
) -> list[Fact]:
    placed: list[Fact] = []
    own = sum(fact.status is not Status.SUGGESTED for fact in facts)
    for place, fact in enumerate(facts):
        is_behind = fact.status is Status.SUGGESTED and place >= own
        number = place - own if is_behind else place  # a suggestion has one id for all annotators
        trigger = _range(fact.trigger, move) if fact.trigger else None
        roles = [(role, [_filler(filler, spans, move) for filler in role.fillers]) for role in fact.roles]
        nameless = not fact.type.strip() or not all(role.role for role, _ in roles)
        if nameless or (fact.trigger and not trigger) or any(None in fillers for _, fillers in roles):
            why = "it, or a role of it, has no name" if nameless else "it does not lie in the text"
            said = worded("A fact {type} was left out: " + why + ".", type=fact.type.strip())
            problems.append((said, None))
            continue
        kept = tuple(
            replace(role, role=clean(role.role), fillers=tuple(filter(None, fillers)))
            for role, fillers in roles
        )
        made = replace(fact, type=clean(fact.type), trigger=trigger, roles=kept).stating(
            **{row.name: clean(str(fact.attribute(row.name))) for row in lines()}
        )
        if made.is_empty():
            said = worded("A fact {type} was left out: nothing in the text holds it.", type=made.type)
            problems.append((said, None))
            continue
        placed.append(replace(made, id=derived_id(article.id, made.type, made.ranges(), number)))
        if fact.id:
            ids[fact.id] = placed[-1].id
    return placed


def _filler(filler: Filler, spans: dict[str, Span], move: Move) -> Filler | None:
    if span := spans.get(filler.span or ""):
        held = span.id if span.status is not Status.REJECTED else None
        return replace(filler, start=span.start, end=span.end, span=held)
    bounds = _range((filler.start, filler.end), move)
    return replace(filler, start=bounds[0], end=bounds[1], span=None) if bounds else None


def _range(bounds: tuple[int, int], move: Move) -> tuple[int, int] | None:
    start, end = move(bounds[0]), move(bounds[1])
    return (start, end) if start is not None and end is not None and start < end else None
