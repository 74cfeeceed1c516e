"""What the rule of the majority costs over a project, against reading the sets once.

300 articles, five annotators, each with 50 spans and 20 facts an article, of which everybody has one in twenty otherwise.
"""

from __future__ import annotations

import json
import random
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotations import formats
from annotations.schema import reader as schema_reader
from models.project import Project
from models.queries.reviews import majority
from tests.benchmarks import made_articles
from tests.benchmarks.figures import Figure, costs, median, ratio

ARTICLES, SPANS, FACTS = 300, 50, 20
PEOPLE = ["anna", "ben", "cara", "dan", "eve"]
ROLES = ("actor", "target", "place")


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        ours = project(Path(name))
        reading = median(costs(lambda: deque(majority.read_all(ours, ours.schema), maxlen=0), times=3))
        taking = median(costs(lambda: majority.plan(ours, ours.schema, 3, by="rex"), times=3))
        ours.close()
    about = f"{ARTICLES} articles, {len(PEOPLE)} annotators, {SPANS} spans and {FACTS} facts each"
    yield ratio(f"the majority over a project, against reading the sets: {about}", taking, reading, most=3)


def project(folder: Path) -> Project:
    """The project with everybody's work in it."""
    made = Project.create(folder / "five", schema_reader.parse(schema_reader.shipped("news")))
    source, chance = folder / "five.jsonl", random.Random(5)
    with source.open("w", encoding="utf-8") as file:
        for value in made_articles.records(ARTICLES):
            for who in PEOPLE:
                file.write(json.dumps(work(value, who, chance), ensure_ascii=False) + "\n")
    arrivals = made.arrivals(by="rex")
    arrivals.take(formats.read(source))
    arrivals.land()
    arrivals.close()
    return made


def work(value: dict[str, Any], who: str, chance: random.Random) -> dict[str, Any]:
    """What that annotator has in the article."""
    bounds = [(span["start"], span["end"], span["label"]) for span in value["spans"]]
    inner = [(start, start + 1, label) for start, _, label in bounds]
    spans = [
        {"start": start, "end": end, "label": otherwise(label, made_articles.LABELS, chance)}
        for start, end, label in [*bounds, *inner][:SPANS]
    ]
    facts = [fact(bounds[at : at + 4], chance) for at in range(FACTS)]
    return {**value, "annotator": who, "spans": spans, "facts": facts}


def fact(near: list[tuple[int, int, str]], chance: random.Random) -> dict[str, Any]:
    """A fact whose trigger and fillers are those words."""
    (first, last, _), *others = near
    fillers = [{"start": start, "end": end} for start, end, _ in others]
    said = [
        {"role": otherwise(role, ROLES, chance), "fillers": [filler]}
        for role, filler in zip(ROLES, fillers, strict=True)
    ]
    roles = {entry["role"]: entry for entry in said}
    return {"type": "ATTACK", "trigger": [first, last], "roles": list(roles.values())}


def otherwise(usual: str, every: tuple[str, ...], chance: random.Random) -> str:
    """One in twenty times another than the usual."""
    return chance.choice(every) if chance.random() < 0.05 else usual
