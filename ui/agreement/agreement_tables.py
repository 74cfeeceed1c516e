"""The figures of agreement as they are read: the few that most look for, and tables, each of one question.

No table leaves a figure out because it is undefined: it says why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from annotations.agreement.facts import rated
from annotations.fact_attributes import ATTRIBUTES
from annotations.text.counts import counted

Json = Mapping[str, Any]
UNDEFINED = "–"
MOST = 3  # labels that were confused, as they are named


class Cell(NamedTuple):
    """A cell of a table: what is shown, and the whole sentence of it where that is more."""

    words: str
    why: str = ""


@dataclass(frozen=True)
class Table:
    """A table to read, of a question.  `articles`: the one that each row is about, if it is about one."""

    question: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    articles: tuple[str, ...] = ()


class Headline(NamedTuple):
    """A figure that most look for: what it is, its value, and its interval or why it has none."""

    title: str
    value: str
    more: str


WORDS, FACTS, CONFUSED = (
    "Do they mark the same words?",
    "Do they see the same facts?",
    "Which labels do they confuse?",
)
ALL, LABELS, PAIRS, ARTICLES, TYPES = "Over all", "By label", "By pair", "By article", "By type and role"
TITLES = {WORDS: (ALL, LABELS, PAIRS, ARTICLES), FACTS: (ALL, TYPES)}
Path = tuple[str, ...]
HEADLINES: tuple[tuple[str, Path, str], ...] = (
    ("Same words, same label: F1", ("spans", "exact", "micro"), "f1"),
    ("Words overlap: F1", ("spans", "overlap", "micro"), "f1"),
    ("Word by word: kappa", ("tokens",), "kappa"),
    ("Word by word: alpha", ("alpha",), "nominal"),
    ("Same facts: F1", ("facts", "type", "micro"), "f1"),
)
OVER_ALL: tuple[tuple[str, Path, str], ...] = (
    ("Spans, exact bounds: F1, micro", ("spans", "exact", "micro"), "f1"),
    ("Spans, exact bounds: F1, macro", ("spans", "exact", "macro"), "f1"),
    ("Spans that overlap: F1, micro", ("spans", "overlap", "micro"), "f1"),
    ("Spans that overlap: F1, macro", ("spans", "overlap", "macro"), "f1"),
    ("Spans, labels ignored: F1", ("spans", "unlabelled", "micro"), "f1"),
    ("Tokens: kappa", ("tokens",), "kappa"),
    ("Tokens: kappa, O left out", ("tokens",), "kappa_without_o"),
    ("Tokens: alpha, nominal", ("alpha",), "nominal"),
    ("Facts, same trigger: F1", ("facts", "trigger", "micro"), "f1"),
    ("Facts, same type: F1, micro", ("facts", "type", "micro"), "f1"),
    ("Facts, same type: F1, macro", ("facts", "type", "macro"), "f1"),
    ("Facts, same fillers: F1, micro", ("facts", "role", "micro"), "f1"),
    ("Facts, same fillers: F1, macro", ("facts", "role", "macro"), "f1"),
)
OF_PAIR = (OVER_ALL[0], OVER_ALL[2], OVER_ALL[4], OVER_ALL[5], OVER_ALL[6])
PAIRED = ("Annotators", "F1 exact", "F1 overlap", "F1 no labels", "kappa", "kappa without O")
OF_ARTICLE = {"exact": "F1 exact", "overlap": "F1 overlap", "unlabelled": "F1 no labels", "kappa": "kappa"}


def _figures() -> Iterator[tuple[str, Path, str]]:
    """Yield words, place and name of each figure over all."""
    yield from OVER_ALL
    for name in rated():
        yield f"Facts, {ATTRIBUTES[name].noun}: kappa", ("facts", name), "kappa"


def tables(found: Json, titles: Mapping[str, str]) -> list[Table]:
    """Return the tables of what `Agreement.as_json` gives, without empty ones; `titles` by article."""
    words, facts = (_over_all(found, question) for question in TITLES)
    said = [words, _labels(found), _pairs(found), _articles(found, titles), facts, _facts(found)]
    return [table for table in said if table.rows]


def headlines(found: Json) -> list[Headline]:
    """Return the figures that most look for."""
    return [_headline(title, _at(found, path) or {}, name) for title, path, name in HEADLINES]


def together(names: Sequence[str]) -> str:
    """Return the names as they stand in a sentence.

    >>> together(["anna", "ben"]), together(["anna", "ben", "cy"])
    ('anna and ben', 'anna, ben and cy')
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def confused(found: Json) -> str:
    """Return which labels met most often where they differ; "" where none did. `found` is of one pair."""
    counts = Counter[tuple[str, ...]]()
    for cell in found["cells"]:
        if cell["one"] and cell["other"] and cell["one"] != cell["other"]:
            counts[tuple(sorted((cell["one"], cell["other"])))] += cell["count"]
    most = [f"{' and '.join(labels)} ({count:,})" for labels, count in counts.most_common(MOST)]
    return f"Most often {', '.join(most)}." if most else ""


def about(found: Json) -> str:
    """Return how much was compared, in words: the articles, by state."""
    states = ", ".join(f"{count:,} {state}" for state, count in found["articles"].items())
    return f"{counted(found['compared'], 'article')} compared ({states})"


def _headline(title: str, part: Json, name: str) -> Headline:
    bounds = part.get(f"{name}_interval")
    more = f"95 %: {bounds[0]:.3f} to {bounds[1]:.3f}" if bounds else part.get(f"{name}_why", "")
    return Headline(title, _number(part.get(name)), more or "no interval from one article")


def _over_all(found: Json, question: str) -> Table:
    rows = []
    for words, path, name in _figures():
        if (path[0] == "facts") == (question == FACTS) and (part := _at(found, path)) is not None:
            value, interval = part[name], part[f"{name}_interval"]
            why = part.get(f"{name}_why", "")
            rows.append((Cell(words), Cell(_number(value), why), Cell(_interval(interval) or why, why)))
    return Table(question, ALL, ("Figure", "Value", "95 % interval"), tuple(rows))


def _labels(found: Json) -> Table:
    exact, loose, alpha = found["spans"]["exact"], found["spans"]["overlap"], found["alpha"]
    rows = []
    for label, figure in exact["labels"].items():
        unitizing = {
            "alpha": alpha["unitizing"][label],
            "alpha_interval": alpha["unitizing_interval"][label],
            "alpha_why": alpha["unitizing_why"].get(label, ""),
        }
        cells = (_cell(figure, "f1"), _cell(loose["labels"][label], "f1"), _cell(unitizing, "alpha"))
        united = f"{alpha['united'].get(label, 0):,}"
        rows.append(
            (Cell(label), *cells, Cell(united, f"{united} spans of {label} were united before alpha."))
        )
    return Table(
        WORDS, LABELS, ("Label", "F1 exact", "F1 overlap", "alpha, unitizing", "united"), tuple(rows)
    )


def _facts(found: Json) -> Table:
    """Return the table of facts: F1 of each fact type and role."""
    rows = [
        (Cell(name), Cell(what), _cell(figure, "f1"))
        for what in ("type", "role")
        for name, figure in found["facts"].get(what, {}).get("labels", {}).items()
    ]
    return Table(FACTS, TYPES, ("Name", "What", "F1"), tuple(rows))


def _pairs(found: Json) -> Table:
    pairs = found["pairs"] or [found]
    rows = [
        (Cell(" and ".join(pair["annotators"])), *(_cell(_at(pair, path), name) for _, path, name in OF_PAIR))
        for pair in pairs
    ]
    return Table(WORDS, PAIRS, PAIRED, tuple(rows))


def _articles(found: Json, titles: Mapping[str, str]) -> Table:
    """Return the table of articles: those that agree least first, those without a figure last."""
    order = sorted(
        found["by_article"].items(), key=lambda one: (one[1]["exact"] is None, one[1]["exact"] or 0)
    )
    rows = [(Cell(titles.get(id_, id_)), *(_cell(said, name) for name in OF_ARTICLE)) for id_, said in order]
    return Table(
        WORDS, ARTICLES, ("Article", *OF_ARTICLE.values()), tuple(rows), tuple(id_ for id_, _ in order)
    )


def _at(found: Json, path: Path) -> Any:
    for name in path:
        found = found.get(name, {})
    return found or None


def _cell(figure: Json, name: str) -> Cell:
    interval = _interval(figure.get(f"{name}_interval"))
    return Cell(" ".join(_parts(figure[name], interval)), figure.get(f"{name}_why", ""))


def _parts(value: float | None, interval: str) -> Iterator[str]:
    yield _number(value)
    if interval:
        yield interval


def _number(value: float | None) -> str:
    return UNDEFINED if value is None else f"{value:.3f}"


def _interval(bounds: list[float] | None) -> str:
    return f"[{bounds[0]:.3f}, {bounds[1]:.3f}]" if bounds else ""
