"""What the figures of agreement cost beside reading the work that they are about.

300 articles, five annotators, 50 spans and 20 facts each, of which they differ on one in ten or more.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotations import formats
from annotations.agreement.report import Agreement
from annotations.schema import reader as schema_reader
from models.project import Project
from models.queries.compared_sets import ComparedSets
from tests.benchmarks import made_articles
from tests.benchmarks.figures import Figure, costs, median, ratio

ARTICLES, SPANS, FACTS = 300, 50, 20
PEOPLE = ["anna", "ben", "cy", "dora", "emil"]
TYPES = (("ATTACK", "actor", "target"), ("MEETING", "participant", "place"))
Json = dict[str, Any]


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        made = project(Path(name))
        read = list(ComparedSets(made, PEOPLE).read())  # once, so that the file is in memory
        bare = median(costs(lambda: list(ComparedSets(made, PEOPLE).read()), times=3))
        figures_ = median(costs(lambda: Agreement(again(made, len(read)), PEOPLE).as_json(), times=3))
        what = f"agreement, all intervals, by reading: {ARTICLES:,} articles, {len(PEOPLE)} annotators"
        yield ratio(what, figures_, bare, most=3)
        made.close()


def again(made: Project, articles: int) -> list[Any]:
    """The material read anew: what one report has found out is of no use to the next."""
    read = list(ComparedSets(made, PEOPLE).read())
    assert len(read) == articles
    return read


def project(folder: Path) -> Project:
    """A project in which each of the annotators has finished every article."""
    made = Project.create(folder / "made", schema_reader.parse(schema_reader.shipped("news")))
    source, chance = folder / "made.jsonl", random.Random(16)
    with source.open("w", encoding="utf-8") as file:
        for article in made_articles.records(ARTICLES):
            for who in PEOPLE:
                file.write(json.dumps(heard(article, who, chance), ensure_ascii=False) + "\n")
    arrivals = made.arrivals(by="anna")
    arrivals.take(formats.read(source))
    arrivals.land()
    arrivals.close()
    return made


def heard(article: Json, who: str, chance: random.Random) -> Json:
    """What that annotator has of the article: mostly what the others have."""
    spans = [{**span, "status": "confirmed"} for span in article["spans"]]
    spans += [{**span, "id": f"n{span['id']}", "end": span["start"] + 2} for span in spans]
    mine = [_heard(span, who, chance) for span in spans[:SPANS]]
    facts = [_fact(n, mine, who, chance) for n in range(FACTS)]
    return {**article, "annotator": who, "spans": mine, "facts": facts}


def _heard(span: Json, who: str, chance: random.Random) -> Json:
    label = chance.choice(made_articles.LABELS) if chance.random() < 0.1 else span["label"]
    kept = {key: value for key, value in span.items() if key != "text"}
    return {**kept, "id": f"{who}{span['id']}", "label": label}


def _fact(n: int, spans: list[Json], who: str, chance: random.Random) -> Json:
    at = n if chance.random() < 0.9 else (n + 1) % FACTS
    type_, *roles = TYPES[n % 2] if chance.random() < 0.9 else TYPES[0]
    fillers = [
        {"role": role, "fillers": [{key: spans[at + 20 + i][key] for key in ("start", "end")}]}
        for i, role in enumerate(roles)
    ]
    trigger = [spans[at][key] for key in ("start", "end")]
    return {
        "id": f"{who}f{n}",
        "type": type_,
        "trigger": trigger,
        "roles": fillers,
        "modality": chance.choice(("asserted", "claimed")),
    }
