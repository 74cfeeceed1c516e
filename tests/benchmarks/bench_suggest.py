"""What suggesting costs beside the bare pipeline in the same run, how it grows, and what loading takes."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from annotations.articles import Asked
from annotations.schema import reader as schema_reader
from annotations.suggest import suggester as suggesters
from annotations.suggest.boilerplate import find as boilerplate
from tests.benchmarks.figures import Cost, Figure, cost, costs, milliseconds

SAMPLES = Path(__file__).parents[2] / "samples"
LABELS = frozenset(schema_reader.parse(schema_reader.shipped("news"), "news").labels)
LEAST, MOST = 0.8, 1.3  # of the bare pipeline's words/s; of a word's cost in ten times the text
RUNS = 5
NASTY = (".,;!?-(", "word went on. ", "aB", "x facebook (", "Line goes on\n", "Most Popular\nShort words\n")


def figures() -> Iterator[Figure]:
    import spacy  # noqa: F401 - its own time is not the pipeline's

    loads = costs(lambda: suggesters.load("en_news"), times=RUNS)
    yield milliseconds("suggest: en_news loaded, spaCy imported before", loads, most=500)
    suggester = suggesters.load("en_news")
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    once, tenfold = _asked(texts * 3), _asked(["\n\n".join([text] * 10) for text in texts] * 3)
    _suggest(suggester, once)  # warms up
    bare, ours, large = [], [], []
    for _ in range(RUNS):
        bare.append(cost(lambda: _bare(suggester, once)))
        ours.append(cost(lambda: _suggest(suggester, once)))
        large.append(cost(lambda: _suggest(suggester, tenfold)))
    yield _speed(ours, bare)
    yield _growth(large, ours)
    yield from map(_nasty, NASTY)


def _asked(texts: list[str]) -> list[Asked]:
    return [Asked(str(number), text) for number, text in enumerate(texts)]


def _bare(suggester: suggesters.Suggester, articles: list[Asked]) -> None:
    if suggester.nlp:
        for _ in suggester.nlp.pipe(article.text for article in articles):
            pass


def _suggest(suggester: suggesters.Suggester, articles: list[Asked]) -> None:
    for _ in suggester.suggest(articles, LABELS):
        pass


def _speed(ours: list[Cost], bare: list[Cost]) -> Figure:
    """The median of the runs' ratios: each pair was taken one right after the other."""
    ratios = sorted(b.cpu / o.cpu for o, b in zip(ours, bare, strict=True))
    middle = statistics.median(ratios)
    said = f"{middle:.2f} x (from {ratios[0]:.2f} to {ratios[-1]:.2f})"
    return Figure("suggest: words/s beside the bare pipeline's", said, f">= {LEAST} x", middle >= LEAST)


def _growth(large: list[Cost], small: list[Cost]) -> Figure:
    ratios = sorted(m.cpu / s.cpu / 10 for m, s in zip(large, small, strict=True))
    middle = statistics.median(ratios)
    said = f"{middle:.2f} x (from {ratios[0]:.2f} to {ratios[-1]:.2f})"
    return Figure("suggest: a word in an article ten times as long", said, f"<= {MOST} x", middle <= MOST)


def _nasty(part: str) -> Figure:
    """Boilerplate looked for in a million signs beside a quarter of them: four times, or ten at the most."""
    small, large = (cost(lambda n=n: boilerplate.find(part * (n // len(part)))) for n in (250_000, 1_000_000))
    times = large.cpu / max(small.cpu, 1e-3)
    said = f"{times:.1f} x ({large})"
    return Figure(f"boilerplate: {part!r} four times as long", said, "<= 10 x", times <= 10)
