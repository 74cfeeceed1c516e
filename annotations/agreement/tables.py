"""The figures of agreement as tables, each of one question: for the window, text, Markdown and LaTeX.

No table leaves a figure out because it is undefined: it says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from annotations.agreement.facts import rated
from annotations.fact_attributes import ATTRIBUTES
from annotations.plain_names import marked
from annotations.processes.quick_dataclass import dataclass

Json = Mapping[str, Any]
Path = tuple[str, ...]
Row = tuple[str, Path, str]  # words, place and name of a figure
UNDEFINED = "–"
ROUGH = "The interval is rough: fewer than ten articles say anything about the figure."


class Cell(NamedTuple):
    """A cell of a table: what is shown, and the whole sentence of it where that is more."""

    words: str
    why: str = ""


@dataclass(frozen=True)
class Table:
    """A table to read, of a question.  `articles`: the one that each row is about, if it is about one.

    The first columns are `names`; `wide` is the column that takes the room that is left.
    """

    question: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    articles: tuple[str, ...] = ()
    names: int = 1
    wide: int = 0


WORDS, FACTS, ACROSS, GOLD, CHANGE = (
    "Do they mark the same words?",
    "Do they see the same facts?",
    "Do they agree across articles?",
    "How near is each to gold?",
    "Does it change?",
)
ALL, LABELS, PAIRS, ARTICLES, TYPES = "Over all", "By label", "By pair", "By article", "By type and role"
EACH, OF_LABEL = "Each annotator", "Each label"
THINGS = {"entities": "Entities", "groups": "Fact groups"}
GROUPS = {"batch": "By batch", "date": "By day"}
TITLES = {
    WORDS: (ALL, LABELS, PAIRS, ARTICLES),
    FACTS: (ALL, TYPES),
    GOLD: (EACH, OF_LABEL),
    CHANGE: tuple(GROUPS.values()),
    ACROSS: tuple(THINGS.values()),
}
OVER_ALL: tuple[Row, ...] = (
    ("Spans, exact bounds: F1, micro", ("spans", "exact", "micro"), "f1"),
    ("Spans, exact bounds: F1, macro", ("spans", "exact", "macro"), "f1"),
    ("Spans that overlap: F1, micro", ("spans", "overlap", "micro"), "f1"),
    ("Spans that overlap: F1, macro", ("spans", "overlap", "macro"), "f1"),
    ("Spans, labels ignored: F1", ("spans", "unlabelled", "micro"), "f1"),
    ("Tokens: kappa", ("tokens",), "kappa"),
    ("Tokens: kappa, O left out", ("tokens",), "kappa_without_o"),
    ("Tokens: Fleiss’ kappa", ("tokens",), "fleiss"),
    ("Tokens: Fleiss’ kappa, O left out", ("tokens",), "fleiss_without_o"),
    ("Tokens: alpha, nominal", ("alpha",), "nominal"),
    ("Boilerplate: F1", ("boilerplate", "micro"), "f1"),
    ("Boilerplate: kappa", ("boilerplate",), "kappa"),
    ("Topics: F1", ("topics", "micro"), "f1"),
    ("Topics: kappa", ("topics",), "kappa"),
    ("Facts, same trigger: F1", ("facts", "trigger", "micro"), "f1"),
    ("Facts, same type: F1, micro", ("facts", "type", "micro"), "f1"),
    ("Facts, same type: F1, macro", ("facts", "type", "macro"), "f1"),
    ("Facts, same in all roles: F1, micro", ("facts", "whole", "micro"), "f1"),
    ("Facts, same in all roles: F1, macro", ("facts", "whole", "macro"), "f1"),
    ("Facts, same fillers: F1, micro", ("facts", "role", "micro"), "f1"),
    ("Facts, same fillers: F1, macro", ("facts", "role", "macro"), "f1"),
    ("Facts, same values: F1", ("facts", "value", "micro"), "f1"),
)
OF_PAIR = (OVER_ALL[0], OVER_ALL[2], OVER_ALL[4], OVER_ALL[5], OVER_ALL[6])
PAIRED = ("Annotators", "F1 exact", "F1 overlap", "F1 no labels", "kappa", "kappa without O")
OF_ARTICLE = {"exact": "F1 exact", "overlap": "F1 overlap", "unlabelled": "F1 no labels", "kappa": "kappa"}
OF_GROUP = (OVER_ALL[0], OVER_ALL[2], OVER_ALL[5], OVER_ALL[7], OVER_ALL[15], OVER_ALL[17])
GROUPED = (
    "articles",
    "F1 exact",
    "F1 overlap",
    "kappa",
    "Fleiss’ kappa",
    "F1 facts, type",
    "F1 facts, all roles",
)
AGAINST = (
    ("Spans, exact bounds", ("spans", "exact", "micro")),
    ("Spans that overlap", ("spans", "overlap", "micro")),
    ("Spans, labels ignored", ("spans", "unlabelled", "micro")),
    ("Facts, same trigger", ("facts", "trigger", "micro")),
    ("Facts, same type", ("facts", "type", "micro")),
    ("Facts, same in all roles", ("facts", "whole", "micro")),
    ("Facts, same fillers", ("facts", "role", "micro")),
    ("Facts, same values", ("facts", "value", "micro")),
    ("Boilerplate", ("boilerplate", "micro")),
    ("Topics", ("topics", "micro")),
)
MEASURES = ("precision", "recall", "f1")
CLUSTERED = (
    *("Annotators", "placed", "B-cubed F1", "recall", "precision", "LEA F1", "recall", "precision"),
    *("B-cubed F1 of both’s", "LEA F1 of both’s", "Why not"),
)


def figures_over_all(found: Json) -> Iterator[Row]:
    """Yield words, place and name of each figure over all; kappa of more than two is called Light's."""
    for words, path, name in OVER_ALL:
        yield (
            words.replace(": kappa", ": Light’s kappa") if len(found["annotators"]) > 2 else words,
            path,
            name,
        )
    for name in rated():
        yield f"Facts, {ATTRIBUTES[name].noun}: kappa", ("facts", name), "kappa"


def tables(found: Json, titles: Mapping[str, str]) -> list[Table]:
    """Return the tables of what `Agreement.as_json` gives, without empty ones; `titles` by article."""
    words, facts = (_over_all(found, question) for question in (WORDS, FACTS))
    said = [words, _labels(found), _pairs(found), _articles(found, titles), facts, _facts(found)]
    said += [_gold(found), _gold_labels(found), *(_groups(found, name) for name in GROUPS)]
    said += [_across(found, kind) for kind in THINGS]
    return [table for table in said if table.rows]


def at(found: Json, path: Path) -> Any:
    """Return the part of the report at that place, None where there is none."""
    for name in path:
        found = found.get(name, {})
    return found or None


def number(value: float | None) -> str:
    """Return a figure as it is read."""
    return UNDEFINED if value is None else f"{value:.3f}"


def _over_all(found: Json, question: str) -> Table:
    rows = []
    for words, path, name in figures_over_all(found):
        if (path[0] == "facts") == (question == FACTS) and (part := at(found, path)) is not None:
            why = _why(part, name)
            rows.append((Cell(words), Cell(number(part[name]), why), Cell(_interval(part, name) or why, why)))
    return Table(question, ALL, ("Figure", "Value", "95 % interval"), tuple(rows), wide=2)


def _labels(found: Json) -> Table:
    exact, loose, alpha = found["spans"]["exact"], found["spans"]["overlap"], found["alpha"]
    rows = []
    for label, figure in exact["labels"].items():
        unitizing = {
            "alpha": alpha["unitizing"][label],
            "alpha_interval": alpha["unitizing_interval"][label],
            "alpha_rough": label in alpha["unitizing_rough"],
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
        (Cell(name), Cell(words), _cell(figure, "f1"))
        for words, what in (("type", "type"), ("type and all roles", "whole"), ("role", "role"))
        for name, figure in found["facts"].get(what, {}).get("labels", {}).items()
    ]
    return Table(FACTS, TYPES, ("Name", "What", "F1"), tuple(rows), names=2)


def _pairs(found: Json) -> Table:
    pairs = found["pairs"] or [found]
    machines = found.get("machines", ())
    rows = [
        (
            Cell(" and ".join(marked(name, machines) for name in pair["annotators"])),
            *(_cell(at(pair, path), name) for _, path, name in OF_PAIR),
        )
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


def _across(found: Json, kind: str) -> Table:
    """Return the table of entities or groups: each two annotators, the first's being found by the second."""
    rows, across = [], found.get("across", {})
    silent = len(across.get("without_set", ())) == len(found["annotators"])
    for pair in () if silent else across.get("pairs", ()):
        said = pair[kind]
        names, counts = pair["annotators"], said["placed"]
        placed = Cell(
            f"{counts[names[0]]:,} / {counts[names[1]]:,} / {counts['both']:,}",
            f"{names[0]} placed {counts[names[0]]:,}, {names[1]} {counts[names[1]]:,}, both {counts['both']:,} of these.",
        )
        each = [
            Cell(number(said[how][name]), _why(said[how], "f1"))
            for how in ("b_cubed", "lea")
            for name in ("f1", "recall", "precision")
        ]
        both = [_cell(said["of_both"][how], "f1") for how in ("b_cubed", "lea")]
        why = Cell(said["b_cubed"].get("f1_why", ""))
        rows.append((Cell(" and ".join(names)), placed, *each, *both, why))
    return Table(ACROSS, THINGS[kind], CLUSTERED, tuple(rows), wide=len(CLUSTERED) - 1)


def _gold(found: Json) -> Table:
    rows = [
        (Cell(who), Cell(words), *(_cell(part, name) for name in MEASURES))
        for who, said in found["gold"].items()
        for words, path in AGAINST
        if (part := at(said, path)) is not None
    ]
    return Table(GOLD, EACH, ("Annotator", "What", "Precision", "Recall", "F1"), tuple(rows), names=2)


def _gold_labels(found: Json) -> Table:
    rows = [
        (Cell(who), Cell(label), *(_cell(part, name) for name in MEASURES))
        for who, said in found["gold"].items()
        for label, part in said["spans"]["exact"]["labels"].items()
    ]
    return Table(GOLD, OF_LABEL, ("Annotator", "Label", "Precision", "Recall", "F1"), tuple(rows), names=2)


def _groups(found: Json, name: str) -> Table:
    rows = [
        (
            Cell(group["name"] or f"no {name}"),
            Cell(f"{group['compared']:,}"),
            *(_cell(at(group, path) or {what: None}, what) for _, path, what in OF_GROUP),
        )
        for group in found["by"].get(name, ())
    ]
    return Table(CHANGE, GROUPS[name], ("Day" if name == "date" else "Batch", *GROUPED), tuple(rows))


def _cell(figure: Json, name: str) -> Cell:
    return Cell(" ".join(filter(None, (number(figure[name]), _interval(figure, name)))), _why(figure, name))


def _why(figure: Json, name: str) -> str:
    return figure.get(f"{name}_why", "") or (ROUGH if figure.get(f"{name}_rough") else "")


def _interval(figure: Json, name: str) -> str:
    bounds = figure.get(f"{name}_interval")
    rough = " rough" if figure.get(f"{name}_rough") else ""
    return f"[{bounds[0]:.3f}, {bounds[1]:.3f}]{rough}" if bounds else ""
