"""What import and export cost, beside the bare reading and writing of the same rows in the same run."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotations import formats
from annotations.articles import article_id
from annotations.formats.writing.export import export
from annotations.formats.writing.selection import Choice
from annotations.schema import reader as schema_reader
from models.project import DATABASE_FILE, Project
from models.queries import articles as article_queries
from models.store.opening import PRAGMAS
from tests.benchmarks import made_articles
from tests.benchmarks.figures import Cost, Figure, cost, median, ratio

ROUNDS, FEW = 3, 1_000
ITEM = "INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
SELECT = (
    'SELECT number, article.id, title, meta, text, item.annotator, kind, item.id, start, "end", label, status, '
    "origin, score, body FROM article JOIN article_text t ON t.article = number JOIN item ON item.article = number "
    "ORDER BY number, item.annotator"
)


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        many = made_articles.write(folder / "many.jsonl")
        few = made_articles.write(folder / "few.jsonl", articles=FEW)
        yield from importing(folder, many, few)
        yield from exporting(folder, many, few)


# --- import


def importing(folder: Path, many: Path, few: Path) -> Iterator[Figure]:
    ours, short, bare, full, locked = [], [], [], [], []
    for _ in range(ROUNDS):
        bare.append(fresh_cost(folder, many, False))
        full.append(fresh_cost(folder, many, True))
        seconds = import_cost(folder, few)
        short.append(seconds[0])
        seconds = import_cost(folder, many)
        ours.append(seconds[0])
        locked.append(seconds[1])
    name = f"import {made_articles.ARTICLES:,} articles / {made_articles.SPANS:,} spans"
    yield ratio(name, median(ours), median(bare), most=2)
    yield ratio(f"{name}, index and base events in the bare too", median(ours), median(full), most=2)
    yield growth("import, cost an article: 10,000 / 1,000 articles", median(ours), median(short))
    held = sorted(locked)[ROUNDS // 2]
    yield Figure("import, how long others cannot write", f"{held:.2f} s wall", "<= 5 s", held <= 5)


def growth(name: str, many: Cost, few: Cost) -> Figure:
    times = many.cpu / few.cpu * FEW / made_articles.ARTICLES
    return Figure(name, f"{times:.2f} x", "<= 1.3 x", times <= 1.3)


def import_cost(folder: Path, path: Path) -> tuple[Cost, float]:
    """What the import costs, and the seconds that the project was locked."""
    project, locked = made_project(folder / "ours"), []

    def work() -> None:
        arrivals = project.arrivals(by="anna")
        try:
            arrivals.take(formats.read(path))
            start = time.perf_counter()
            arrivals.land()
            locked.append(time.perf_counter() - start)
        finally:
            arrivals.close()
        project.close()

    return cost(work), locked[0]


def fresh_cost(folder: Path, path: Path, everything: bool) -> Cost:
    made_project(folder / "bare").close()
    return cost(lambda: bare_import(folder / "bare" / DATABASE_FILE, path, everything))


def made_project(folder: Path) -> Project:
    shutil.rmtree(folder, ignore_errors=True)
    return Project.create(folder, schema_reader.parse(schema_reader.shipped("news"), "news"))


def bare_import(database: Path, path: Path, everything: bool) -> None:
    """The same rows by `json.loads` and `executemany`; with `everything` the index and base events too."""
    connection = sqlite3.connect(database, isolation_level=None)
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    connection.execute("BEGIN IMMEDIATE")
    with path.open("rb") as file:
        lines = enumerate(file, 1)
        while batch := [(number, json.loads(line)) for number, line in islice(lines, 100)]:
            bare_rows(connection, batch, everything)
    connection.execute("COMMIT")
    connection.close()


def bare_rows(
    connection: sqlite3.Connection, batch: list[tuple[int, dict[str, Any]]], everything: bool
) -> None:
    articles = [
        (number, v["id"], v["title"], json.dumps(v["meta"]), len(v["text"]), article_id(v["text"]))
        for number, v in batch
    ]
    texts = [(number, v["text"]) for number, v in batch]
    items = [(number, *row) for number, v in batch for row in item_rows(v)]
    connection.executemany(
        "INSERT INTO article (number, id, title, meta, length, hash) VALUES (?, ?, ?, ?, ?, ?)", articles
    )
    connection.executemany("INSERT INTO article_text VALUES (?, ?)", texts)
    connection.executemany(ITEM, items)
    if everything:
        bodies = [
            (n, f"{n:x}", n, zlib.compress(json.dumps(list(item_rows(v))).encode(), 1)) for n, v in batch
        ]
        connection.executemany("INSERT INTO article_words (rowid, text) VALUES (?, ?)", texts)
        connection.executemany(
            "INSERT INTO event VALUES (?, ?, ?, '', 'anna', 'base', 'import', NULL, NULL, ?)", bodies
        )


def item_rows(value: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    who = value["annotator"]
    for s in value["spans"]:
        place = (s["start"], s["end"], s["label"])
        yield (who, "span", s["id"], *place, s["status"], s["origin"], s["score"], None)
    yield who, "progress", "progress", None, None, value["state"], None, None, None, '{"state":"done"}'


# --- export


def exporting(folder: Path, many: Path, few: Path) -> Iterator[Figure]:
    ours, bare, out = [], [], folder / "out.jsonl"
    with_project(folder, many)
    for _ in range(ROUNDS):
        bare.append(cost(lambda: bare_export(folder / "ours" / DATABASE_FILE, folder / "bare.jsonl")))
        ours.append(cost(lambda: export_all(folder / "ours", out)))
    if sorted(many.open("rb")) != sorted(out.open("rb")):
        raise ValueError("The export is not what was imported.")
    yield ratio("export the same, own JSONL", median(ours), median(bare), most=2)
    peak = export_peak(folder / "ours", out)
    with_project(folder, few)
    least = export_peak(folder / "ours", out)
    said = f"{peak / least:.2f} x ({peak / 1e6:.1f} MB of {out.name}, {least / 1e6:.1f} MB)"
    yield Figure("export, memory: 10,000 / 1,000 articles", said, "<= 1.3 x", peak <= 1.3 * least)


def with_project(folder: Path, path: Path) -> None:
    import_cost(folder, path)


def export_all(project: Path, out: Path) -> None:
    at = Project(project)
    try:
        choice = Choice(articles="all", spans="all")
        export(article_queries.records(at), out, format="jsonl", schema=at.schema, choice=choice)
    finally:
        at.close()


def export_peak(project: Path, out: Path) -> int:
    """The most bytes of Python that an export held at once."""
    tracemalloc.start()
    try:
        export_all(project, out)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def bare_export(database: Path, out: Path) -> None:
    """The same lines by one SELECT and `json.dumps`; the spans in the order of the table."""
    connection = sqlite3.connect(database)
    with out.open("w", encoding="utf-8") as file:
        for _, group in groupby(connection.execute(SELECT), key=itemgetter(0, 5)):
            rows = list(group)
            spans = [bare_span(row) for row in rows if row[6] == "span"]
            state = next(row[10] for row in rows if row[6] == "progress")
            value = {
                "id": rows[0][1],
                "title": rows[0][2],
                "text": rows[0][4],
                "meta": json.loads(rows[0][3]),
            }
            value |= {"annotator": rows[0][5], "state": state, "spans": spans}
            value |= {"facts": [], "boilerplate": [], "comments": []}
            file.write(json.dumps(value, ensure_ascii=False) + "\n")
    connection.close()


def bare_span(row: tuple[Any, ...]) -> dict[str, Any]:
    text = row[4]
    return {
        "id": row[7],
        "start": row[8],
        "end": row[9],
        "label": row[10],
        "status": row[11],
        "origin": row[12],
        "score": row[13],
        "entity": None,
        "text": text[row[8] : row[9]],
    }
