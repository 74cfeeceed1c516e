"""What two people's work costs: merging it, measuring agreement, going to the next case.

1,000 articles, two annotators, about 50,000 spans each, of which they differ on one in five.
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
from annotations.edits import Edit
from annotations.review import decisions
from annotations.schema import reader as schema_reader
from models.project import Project
from models.queries import review_queue
from models.queries.agreement.compared_sets import ComparedSets
from models.queries.review_queue import ReviewQueue
from models.transfer import exchange
from tests.benchmarks import made_articles
from tests.benchmarks.figures import Figure, cost, costs, milliseconds

ARTICLES, SPANS = 1_000, 50_000
STEPS = 100
PEOPLE = ["anna", "ben"]


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        ours, theirs = project(folder, "ours", "anna"), project(folder, "theirs", "ben")
        exchange.pack(theirs, folder / "ben.zip", "ben")
        exchange.merge(ours, folder / "ben.zip", by="rex")  # once, so that the next is all change
        again(theirs)
        exchange.pack(theirs, folder / "ben.zip", "ben")
        yield seconds("merge", lambda: exchange.merge(ours, folder / "ben.zip", by="rex"), most=20)
        yield seconds(
            "merge the same again", lambda: exchange.merge(ours, folder / "ben.zip", by="rex"), most=20
        )
        yield seconds("agreement", lambda: agreement(ours), most=10)
        yield from next_case(ours)
        ours.close()
        theirs.close()


def seconds(what: str, work: Any, *, most: float) -> Figure:
    taken = cost(work)
    name = f"{what}: {ARTICLES:,} articles, 2 annotators, {SPANS:,} spans each"
    return Figure(name, str(taken), f"<= {most:g} s", taken.cpu <= most)


def agreement(project: Project) -> None:
    Agreement(list(ComparedSets(project, PEOPLE).read()), PEOPLE).as_json()


def next_case(project: Project) -> Iterator[Figure]:
    """With a fresh queue, then deciding one case after another, then over all that is decided."""
    yield milliseconds(
        "the first case of a fresh queue", costs(lambda: ReviewQueue(project, PEOPLE).next()), most=50
    )
    queue = ReviewQueue(project, PEOPLE)
    at = queue.next()
    taken = []
    for _ in range(STEPS):
        if at is None:
            break
        here = at
        work = queue.work(here.article)
        project.apply(work.step("take", decisions.take(work.gold, here, "anna", by="rex")), by="rex")
        taken.append(cost(lambda here=here: queue.next(here.article, here.key)))
        at = queue.next(here.article, here.key)
    yield milliseconds("the next case after a decision", taken, most=50)
    for article in queue.articles()[:-1]:
        work = queue.work(article)
        after = decisions.take_all(work.gold, work.open_cases, "anna", by="rex")
        project.apply(work.step("take all", after), by="rex")
    queue.next()
    yield milliseconds("the only case left, in the last article", costs(queue.next), most=50)
    fresh = cost(lambda: ReviewQueue(project, PEOPLE).next())
    name = "the same in a queue that has compared nothing yet"
    yield Figure(name, str(fresh), "<= 2 s", fresh.cpu <= 2)


def project(folder: Path, name: str, who: str) -> Project:
    """A copy of the project in which that annotator has marked every article."""
    made = Project.create(folder / name, schema_reader.parse(schema_reader.shipped("news")))
    chance, source = random.Random(who), folder / f"{who}.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for value in made_articles.records(ARTICLES):
            value["annotator"] = who
            value["spans"] = [heard(span, chance, who) for span in more(value)]
            file.write(json.dumps(value, ensure_ascii=False) + "\n")
    arrivals = made.arrivals(by=who)
    arrivals.take(formats.read(source))
    arrivals.land()
    arrivals.close()
    return made


def more(value: dict[str, Any]) -> list[dict[str, Any]]:
    """The article's spans, and a few of their first words, to come to fifty."""
    spans = [{**span, "status": "confirmed"} for span in value["spans"]]
    nested = [{**span, "id": f"n{span['id']}", "end": span["start"] + 1} for span in spans]
    return [*spans, *nested][: SPANS // ARTICLES]


def heard(span: dict[str, Any], chance: random.Random, who: str) -> dict[str, Any]:
    label = chance.choice(made_articles.LABELS) if chance.random() < 0.1 else span["label"]
    kept = {key: value for key, value in span.items() if key != "text"}
    return {**kept, "id": f"{who}{span['id']}", "label": label}


def again(project: Project) -> None:
    """Every span of every set relabelled, an edit a set."""
    for article in review_queue.articles_of(project, ["ben"]):
        before = project.annotation_set(article, "ben")
        spans = (
            span.changed(label="ORG" if span.label != "ORG" else "GPE") for span in before.spans.values()
        )
        project.apply(Edit.between("relabel", before, before.having(*spans)), by="ben")
