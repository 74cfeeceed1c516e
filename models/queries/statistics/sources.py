"""The sources that facts quote: the wordings that fill roles of the kind source."""

from __future__ import annotations

from collections import Counter
from typing import Any

from annotations.schema.kinds import implied
from annotations.schema.types import Schema
from annotations.statistics.shapes import FactsPart, QuotedSource, TypeFigures
from models.queries.statistics.texts import with_texts
from models.store.database import HasRows

MOST = 100


class SourceCounts:
    """The places of quoted sources, gathered fact by fact."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._is_source: dict[tuple[str, str], bool] = {}
        self._places: dict[int, list[set[tuple[int, int]]]] = {}  # by article: those of each fact

    def take(self, article: int, type_: str, said: dict[str, Any]) -> None:
        """Take the fillers of a fact's roles that are of the kind source."""
        places = {
            (filler["start"], filler["end"])
            for role in said["roles"]
            if self._is_of_source(type_, role["role"])
            for filler in role["fillers"]
        }
        if places:
            self._places.setdefault(article, []).append(places)

    def facts_part(self, rows: HasRows, types: tuple[TypeFigures, ...]) -> FactsPart:
        """Return the figures of the types with the sources quoted most."""
        facts, articles = Counter[str](), Counter[str]()
        for (_, its), text in with_texts(rows, self._places.items()):
            quoted = [{" ".join(text[start:end].split()) for start, end in places} for places in its]
            facts.update(wording for wordings in quoted for wording in wordings)
            articles.update(set().union(*quoted))
        ordered = sorted(facts.items(), key=lambda one: (-one[1], one[0]))
        sources = tuple(QuotedSource(wording, count, articles[wording]) for wording, count in ordered[:MOST])
        return FactsPart(types, sources, len(facts))

    def _is_of_source(self, type_: str, role: str) -> bool:
        if (type_, role) not in self._is_source:
            known = self._schema.facts[type_].roles.get(role) if type_ in self._schema.facts else None
            kind = known.kind if known else implied(role, None, ordered=False)
            self._is_source[type_, role] = kind == "source"
        return self._is_source[type_, role]
