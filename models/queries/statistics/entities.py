"""The things that confirmed spans mention most: as the annotator put them together across articles, else by wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from annotations.compare.in_force import InForce, in_force
from annotations.compare.items import article_of, id_of
from annotations.compare.material import is_naming
from annotations.sets import PROJECT
from annotations.statistics.shapes import EVERYONE, EntitiesPart, MentionedThing, Scope
from annotations.statistics.spans import Spans
from models.queries.statistics.texts import with_texts
from models.store.database import HasRows, stamps_of, stored_set

MOST = 100
PLACE = (
    'SELECT number, start, "end", item.label FROM article LEFT JOIN item ON article = number AND annotator = ? '
    "AND item.kind = 'span' AND item.id = ? WHERE article.id = ?"
)
Place = tuple[int, int, int, str]  # article, start, end, label
Thing = tuple[str, str]  # an entity's id and "", or a wording and its label


def entities_part(rows: HasRows, scope: Scope, spans: Spans) -> EntitiesPart:
    """Return the things mentioned most; labels of which no span names a thing are left out."""
    held = None if scope.annotator == EVERYONE else _held(rows, scope.annotator)
    placed = _placed(rows, held) if held else {}
    mentions, articles = Counter[Thing](), Counter[Thing]()
    names: dict[str, Counter[Thing]] = {}
    plain, naming = _Plain(), frozenset(filter(is_naming, spans.labels))
    for (article, its), text in with_texts(rows, spans.confirmed_by_article(naming)):
        said = [(plain[text[start:end]], label) for start, end, label in its]
        for n, place in enumerate(its if placed else ()):
            if entity := placed.get((article, *place)):
                names.setdefault(entity, Counter())[said[n]] += 1
                said[n] = (entity, "")
        here = Counter(said)
        mentions.update(here)
        articles.update(here.keys())
    ordered = sorted(mentions.items(), key=lambda one: (-one[1], one[0]))[:MOST]
    things = (_thing(thing, count, articles[thing], names, held) for thing, count in ordered)
    return EntitiesPart(tuple(things), len(mentions))


class _Plain(dict[str, str]):
    """Wordings with their white space as single blanks, each made once."""

    def __missing__(self, wording: str) -> str:
        made = self[wording] = " ".join(wording.split())
        return made


def _held(rows: HasRows, annotator: str) -> InForce:
    """Return what the annotator said across articles, in force."""
    return in_force(stored_set(rows, PROJECT, annotator), stamps_of(rows, annotator))


def _placed(rows: HasRows, held: InForce) -> dict[Place, str]:
    """Return the entities of the mentions that the annotator placed: where its span is now, else where it was."""
    found: dict[Place, str] = {}
    for member in held.members:
        values = (held.said.annotator, id_of(member.id), article_of(member.id))
        for article, start, end, label in rows.rows(PLACE, values):
            place = (member.start, member.end, member.label) if start is None else (start, end, label)
            found[(article, *place)] = held.now(member.entity)
    return found


def _thing(
    thing: Thing, count: int, articles: int, names: Mapping[str, Counter[Thing]], held: InForce | None
) -> MentionedThing:
    id_, label = thing
    if id_ not in names or label:
        return MentionedThing(id_, label, count, articles)
    item = held.entity(id_) if held else None
    wording, label = min(names[id_].items(), key=lambda one: (-one[1], one[0]))[0]
    return MentionedThing(
        (item and item.name) or wording, (item and item.label) or label, count, articles, id_
    )
