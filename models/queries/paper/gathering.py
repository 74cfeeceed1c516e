"""The facts of a data set, gathered once: all files of its paper and the JSON are written of this value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from typing import Any

from annotations.agreement.figures import RESAMPLES
from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.writing.selection import ARTICLES, Choice, Count, chosen
from annotations.paper import definitions
from annotations.paper.blocks import share
from annotations.paper.counting import DataCount
from annotations.paper.limits import limits
from annotations.paper.people_counts import PeopleCount
from annotations.paper.pseudonyms import ShownNames
from annotations.paper.review_counts import ReviewCount
from annotations.paper.statement import SIZES
from annotations.paper.writing import asked_of_author
from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import ordered_roles
from annotations.review.fair import second_look
from annotations.schema.licence import licence_of
from annotations.schema.types import FactType, Label, opening, told_for
from annotations.sets import GOLD
from models.project import Project
from models.queries import articles as article_queries
from models.queries.blind_check.stored import blind_checks
from models.queries.comparing import own_ids
from models.queries.paper.agreeing import LEVEL, agreement_of
from models.queries.paper.parted import StoredSplits
from models.queries.paper.phases import BeginsPhase
from models.queries.paper.suggested import suggestions_of
from models.queries.people import people
from models.queries.reviews import second_looks
from models.queries.true_golds import GoldsLeaving, with_gold
from models.store.database import stored_set

Json = dict[str, Any]
ALL = "all"
FORMAT = "factmark paper 1"


@dataclass(frozen=True)
class PaperChoice:
    """The data set that is meant, and how people and examples are shown.

    `annotator`: a name, gold or all; "" for gold where there is any that counts, else all.  `articles`: a key of ARTICLES.
    """

    annotator: str = ""
    articles: str = "done"
    pseudonyms: bool = False
    examples: bool = True


@dataclass
class _ReadWork:
    """Counts of the records, all taken in one reading."""

    data: DataCount
    parts: StoredSplits
    people: PeopleCount = field(default_factory=PeopleCount)
    review: ReviewCount = field(default_factory=ReviewCount)


def paper_of(project: Project, asked: PaperChoice, ticking: BeginsPhase) -> Json:
    """Return the facts, as they are written to JSON.  UserError when nobody has the annotator's name."""
    shown = ShownNames(tuple(everybody(project)), asked.pseudonyms)
    who = whose(project, asked)
    read = _read(project, asked, who, ticking)
    persons = sorted(name for name, one in read.people.whose.items() if not one.machine)
    found: Json = {
        "format": FORMAT,
        "data_set": {
            "name": project.schema.name,
            "schema_hash": project.schema.hash(),
            "whose": who if who in (GOLD, ALL) else "one",
            "annotator": shown.of(who),
            "articles": asked.articles,
        },
        **_counted(project, read.data, asked.examples),
        "annotators": read.people.as_json(shown),
        "work": {**read.people.work(), **_log(project)},
        "suggestions": suggestions_of(project, shown),
        "review": {
            **read.review.as_json(shown),
            "second_looks": second_look.as_json(second_looks.looks(project)),
            "blind_checks": _blind_checks(project, shown),
        },
        "agreement": agreement_of(project, persons, shown, asked.articles == ALL, ticking),
        "splits": read.parts.as_json(),
        "intervals": {"level": LEVEL, "resamples": RESAMPLES},
    }
    found["limits"] = limits(found)
    found["references"] = _references(found)
    found["blanks"] = asked_of_author(found)
    return found


def _read(project: Project, asked: PaperChoice, who: str, ticking: BeginsPhase) -> _ReadWork:
    """Read the records once, and gold wherever it is."""
    read = _ReadWork(DataCount(project.schema), StoredSplits(project))
    for entry in _records(project, asked, ticking):
        read.people.add(entry)
        if entry.set is None or _is_chosen(entry, who):
            read.data.add(entry)
            read.parts.add(entry)
        if entry.set and entry.set.annotator == GOLD:
            read.review.add(entry)
    read.data.finish()
    for id_ in with_gold(project.db):
        read.review.decide(stored_set(project.db, id_, GOLD))
    return read


def _counted(project: Project, data: DataCount, with_examples: bool) -> Json:
    return {
        "sizes": {name: data.sizes[name] for name in SIZES},
        **_whence(data),
        "licence": {"project": licence_of(project.schema_text), **_articles_by(data.licences, "articles")},
        **_schema(project, data, with_examples),
        "across": {
            "entities": len(data.entities),
            "mentions": data.sizes["placed_mentions"],
            "groups": len(data.groups),
            "facts": data.sizes["grouped_facts"],
        },
    }


def everybody(project: Project) -> list[str]:
    """Return everybody who has work here or did something to it, in alphabetical order."""
    rows = project.db.rows('SELECT DISTINCT "by" FROM event UNION SELECT DISTINCT "by" FROM blind_answer')
    return sorted({*people(project.db), *(str(by) for (by,) in rows if by)} - {GOLD, ""})


def whose(project: Project, asked: PaperChoice) -> str:
    """Return whose work the data set is.  UserError when nobody has the name."""
    if not asked.annotator:
        states = [state.value for state in ARTICLES[asked.articles]]
        sql = "SELECT label FROM item WHERE annotator = ? AND kind = 'progress' GROUP BY label"
        return GOLD if any(label in states for (label,) in project.db.rows(sql, (GOLD,))) else ALL
    if asked.annotator not in (GOLD, ALL, *article_queries.annotators(project)):
        raise UserError(f"Nobody called {asked.annotator} has work in this project.", where=project.folder)
    return asked.annotator


def _records(project: Project, asked: PaperChoice, ticking: BeginsPhase) -> Iterator[Record]:
    """Return the records that leave in an export of that choice, of all annotators and gold."""
    tick = ticking.begin("counting", article_queries.count_records(project))
    golds = GoldsLeaving(project, ordered_roles(project.schema), ARTICLES[asked.articles])
    told = own_ids.told(project, golds.checked(article_queries.records(project)), ALL)
    return chosen(_ticked(told, tick), Choice(ALL, asked.articles), Count())


def _ticked(records: Iterator[Record], tick: Callable[[], None]) -> Iterator[Record]:
    for entry in records:
        yield entry
        tick()


def _is_chosen(entry: Record, who: str) -> bool:
    name = entry.set.annotator if entry.set else ""
    return name != GOLD if who == ALL else name == who


# --- the parts


def _whence(data: DataCount) -> Json:
    days, languages = sorted(data.days), _articles_by(data.languages, "articles")
    return {
        "sources": _articles_by(data.sources, "known"),
        "dates": {
            "earliest": days[0] if days else "",
            "latest": days[-1] if days else "",
            "months": [{"name": m, "articles": n} for m, n in sorted(data.months.items()) if m],
            "without": data.months[""],
            "unvouched": data.unvouched,
        },
        "languages": {"project": data.schema.language, **languages},
        "batches": _articles_by(data.batches, "known"),
    }


def _articles_by(counts: dict[str, int], name: str) -> Json:
    """Return the articles by a value of their metadata, the most first, and how many have none."""
    known = sorted(((said, n) for said, n in counts.items() if said), key=lambda one: (-one[1], one[0]))
    whole = sum(counts.values())
    rows = [{"name": said, "articles": n, "share": share(n, whole)} for said, n in known]
    return {name: rows, "without": counts.get("", 0)}


def _schema(project: Project, data: DataCount, with_examples: bool) -> Json:
    schema, sizes = project.schema, data.sizes
    labels = {name: schema.labels.get(name) or Label(name) for name in (*schema.labels, *sorted(data.labels))}
    types = {name: schema.facts.get(name) or FactType(name) for name in (*schema.facts, *sorted(data.types))}
    topics = dict.fromkeys((*schema.topics, *sorted(data.topics)))

    def entry(one: Label | FactType, count: int, of: int) -> Json:
        quotes = (
            (data.quoted_labels if isinstance(one, Label) else data.quoted_types) if with_examples else None
        )
        example = next(iter(quotes.chosen(one.name, 1)), None) if quotes else None
        return {
            "name": one.name,
            "gloss": told_for(one),
            "guideline": " ".join(opening(one.guideline).split()),
            "archived": one.archived,
            "count": count,
            "share": share(count, of),
            "example": example.as_json() if example else None,
        }

    return {
        "counts": {"labels_used": len(data.labels), "types_used": len(data.types)},
        "labels": [entry(one, data.labels[one.name], sizes["spans"]) for one in labels.values()],
        "fact_types": [
            {**entry(one, data.types[one.name], sizes["facts"]), "roles": _roles(one, data)}
            for one in types.values()
        ],
        "topics": [{"name": name, "count": data.topics[name]} for name in topics],
        "modalities": [
            {"name": name, "facts": n, "share": share(n, sizes["facts"])}
            for name, n in sorted(data.modalities.items(), key=lambda one: (-one[1], one[0]))
        ],
    }


def _roles(type_: FactType, data: DataCount) -> list[Json]:
    there = (role for name, role in sorted(data.roles) if name == type_.name)
    return [
        {
            "name": role,
            "fillers": data.roles[type_.name, role],
            "facts": data.filled[type_.name, role],
            "share": share(data.filled[type_.name, role], data.types[type_.name]),
        }
        for role in dict.fromkeys((*type_.roles, *there))
    ]


def _log(project: Project) -> Json:
    """Return how many articles the project has, and the first and last day (UTC) of work in its log."""
    [(articles,)] = project.db.rows("SELECT count(*) FROM article")
    [(first, last)] = project.db.rows("SELECT min(at), max(at) FROM event WHERE kind = 'edit'")
    return {"in_project": articles, "first_day": (first or "")[:10], "last_day": (last or "")[:10]}


def _blind_checks(project: Project, shown: ShownNames) -> list[Json]:
    checks = ((check, check.result()) for check in blind_checks(project))
    return [
        {
            "annotator": shown.of(check.annotator),
            "outcome": check.outcome.value,
            "pool": found.pool,
            "of": found.of,
            "right": found.right,
            "low": round(found.low, 4),
            "high": round(found.high, 4),
        }
        for check, found in checks
    ]


def _references(found: Json) -> dict[str, str]:
    used = [*definitions.ALWAYS, *definitions.OF_DATASHEET]
    if found["agreement"].get("compared"):
        used += definitions.OF_AGREEMENT
    review = found["review"]
    if (
        found["suggestions"]["spans"]["suggested"]
        or review["blind_checks"]
        or review["second_looks"]["drawn"]
    ):
        used += definitions.OF_SHARES
    return {name: text for name, text in definitions.REFERENCES.items() if name in used}
