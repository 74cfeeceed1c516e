"""Values of a search's fields that a project has: names of its schema, and those in use beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from annotations.schema.types import FactType, Label, Schema, gloss_of, opening
from annotations.search.parsing import FIXED, KnownValues
from annotations.sets import GOLD
from annotations.text.counts import counted
from models.project import Project
from models.queries.filters import ORIGINS
from models.queries.people import machines, people
from models.store.database import Database
from models.store.rows import Row, marks

FEW = 3  # fact types that are named beside a role
SHORT = 6  # words of a topic’s guideline
MOST_SOURCES = 5_000  # with more of them the field is neither completed nor checked
ORIGIN_WORDS: Mapping[str, str] = {
    "model": "a pipeline",
    "rule": "the rules",
    "seen": "confirmed elsewhere before",
    "repeat": "confirmed in this article",
    "pattern": "the project’s own list",
    "imported": "a file that was imported",
    "human": "a person, by hand",
    "edited": "changed by a person",
}
OWN_LABELS = ("item", ("annotator", "origin", "label"), "kind = 'span' AND status = 'confirmed'")
REJECTED = "SELECT DISTINCT label FROM item WHERE kind = 'span' AND status = 'rejected'"
POOL_LABELS = ("suggestion", ("label",), "kind = 'span'")
POOL_ORIGINS = ("suggestion", ("origin",), "kind = 'span'")
EACH_SET = (
    "SELECT DISTINCT i.{column} FROM item p INDEXED BY item_progress CROSS JOIN item i "
    "ON i.article = p.article AND i.annotator = p.annotator AND i.kind = '{kind}' WHERE p.kind = 'progress'"
)
POOL_TYPES = "SELECT DISTINCT s.label FROM article a CROSS JOIN suggestion s ON s.article = a.number AND s.kind = 'fact'"
SOURCE = "json_extract(meta, '$.source')"
SOURCES = f"SELECT DISTINCT {SOURCE} FROM article WHERE {SOURCE} IS NOT NULL LIMIT ?"  # by article_source


MONTH = "substr(json_extract(meta, '$.published'), 1, 7)"
MONTHS = f"SELECT {MONTH}, count(*) FROM article WHERE {MONTH} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' GROUP BY 1 ORDER BY 1 DESC"


def known_values(project: Project) -> KnownValues:
    """Return the values of each field with a few words about each; a field without any here takes any.

    Roles are the schema's alone, so that one outside it is no mistake.  About 0.3 s for 500,000 spans and 50,000 facts.
    """
    schema, db = project.schema, project.db
    own = [*_steps(db, *OWN_LABELS)]
    origins = {*(row[1] for row in own), *(row[0] for row in _steps(db, *POOL_ORIGINS))}
    labels = {row[2] for row in own} | {row[0] for row in (*_steps(db, *POOL_LABELS), *db.rows(REJECTED))}
    types = {
        row[0] for sql in (EACH_SET.format(column="label", kind="fact"), POOL_TYPES) for row in db.rows(sql)
    }
    topics = {row[0] for row in db.rows(EACH_SET.format(column="id", kind="topic"))}
    sources = [str(row[0]) for row in db.rows(SOURCES, (MOST_SOURCES + 1,)) if str(row[0]).strip()]
    return {
        **{field: dict.fromkeys(map(str, values), "") for field, values in FIXED.items()},
        **dict.fromkeys(("label", "was"), _with(_glosses(schema.labels), labels)),
        "fact": _with(_glosses(schema.facts), types),
        "role": _roles(schema),
        "value": _valued(schema),
        "origin": _with({name: ORIGIN_WORDS[name] for name in ORIGINS}, origins),
        "topic": _with(
            {
                name: " ".join(opening(topic.guideline).split()[:SHORT])
                for name, topic in schema.topics.items()
            },
            topics,
        ),
        "date": {month: counted(many, "article") for month, many in db.rows(MONTHS)},
        "annotator": _people(project),
        **({"source": dict.fromkeys(sorted(sources), "")} if len(sources) <= MOST_SOURCES else {}),
    }


def _with(known: Mapping[str, str], used: set[str]) -> dict[str, str]:
    """Return the names of the schema, then those in use beside them."""
    return {**known, **dict.fromkeys(sorted(filter(None, used - known.keys())), "")}


def _glosses(entries: Mapping[str, Label] | Mapping[str, FactType]) -> dict[str, str]:
    return {name: gloss_of(entry) for name, entry in entries.items()}


def _roles(schema: Schema) -> dict[str, str]:
    """Return the roles, each with the types that have it."""
    types: dict[str, list[str]] = {}
    for type_ in schema.facts.values():
        for role in type_.roles:
            types.setdefault(role, []).append(type_.name)
    return {
        role: f"of {', '.join(names[:FEW])}{' …' if len(names) > FEW else ''}"
        for role, names in types.items()
    }


def _valued(schema: Schema) -> dict[str, str]:
    """Return the roles whose fillers have a value, each with its kind."""
    roles = (role for type_ in schema.facts.values() for role in type_.roles.values())
    return {role.name: role.value for role in roles if role.value}


def _people(project: Project) -> dict[str, str]:
    here, known = machines(project), people(project.db)
    return {name: "a machine" if name in here else "" for name in known} | {GOLD: "as it was decided"}


def _steps(database: Database, table: str, columns: tuple[str, ...], where: str) -> Iterator[Row]:
    """Yield the distinct values of the columns, each by one step through the index on them."""
    names = ", ".join(columns)
    sql = f"SELECT {names} FROM {table} WHERE {where} {{}} ORDER BY {names} LIMIT 1"
    further = sql.format(f"AND ({names}) > ({marks(len(columns))})")
    row = database.row(sql.format(""))
    while row:
        yield row
        row = database.row(further, row)
