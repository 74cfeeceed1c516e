"""What reading a large table and JSON in other shapes costs, beside own JSONL of the same texts in the same run.

A CSV of 100 MB is imported by the command in a process of its own, whose memory is taken.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import DEVNULL, run
from tempfile import TemporaryDirectory

from annotations import formats
from annotations.formats.base import Record
from annotations.formats.reading.how_read import HowRead
from tests.benchmarks import made_articles
from tests.benchmarks.figures import Cost, Figure, cost, median, ratio

ARTICLES, ROUNDS = 2_000, 3
LARGE, MEGABYTES = 100_000_000, 300  # bytes of the file, MB of the process
ROOT = Path(__file__).parents[2]
MEASURED = (
    "import resource, sys; from main import main; code = main(sys.argv[1:]); "
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024); sys.exit(code)"
)


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        values = list(made_articles.records(ARTICLES))
        texts = [{"id": one["id"], "title": one["title"], "text": one["text"]} for one in values]
        plain = folder / "a.jsonl"
        plain.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in texts), "utf-8")
        listed = folder / "a.json"
        listed.write_text(json.dumps(texts, ensure_ascii=False, indent=1), "utf-8")
        table = written(folder / "a.csv", texts, len(texts))
        for path, form, most in ((listed, "jsonl", 2), (table, "csv", 5)):
            both = [(read(path, form), read(plain, "jsonl")) for _ in range(ROUNDS + 1)][1:]
            ours, own = median(one for one, _ in both), median(one for _, one in both)
            yield ratio(
                f"read {ARTICLES:,} articles from {path.name}, beside own JSONL", ours, own, most=most
            )
        yield memory(folder, texts)


def written(path: Path, texts: list[dict[str, str]], count: int) -> Path:
    """Write so many rows with quoted cells, the texts in turns."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "title", "text", "date"))
        for number in range(count):
            one = texts[number % len(texts)]
            rows.writerow((number, one["title"], f'{one["text"]}\n\n"So it is", {number}.', "2024-01-02"))
    return path


def read(path: Path, form: str) -> Cost:
    return cost(lambda: sum(isinstance(one, Record) for one in formats.read(path, HowRead(form))))


def memory(folder: Path, texts: list[dict[str, str]]) -> Figure:
    """The most memory that the import of a large table takes."""
    size = (folder / "a.csv").stat().st_size
    table = written(folder / "large.csv", texts, len(texts) * LARGE // size)
    new = (sys.executable, "main.py", "new", folder / "p", "--schema", "blank")
    run(new, cwd=ROOT, check=True, stdout=DEVNULL)
    words = (sys.executable, "-c", MEASURED, "import", folder / "p", table)
    said = run(words, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    taken = int(said.split()[-1])
    name = f"memory of importing a CSV of {table.stat().st_size // 1_000_000} MB"
    return Figure(name, f"{taken} MB", f"<= {MEGABYTES} MB", taken <= MEGABYTES)
