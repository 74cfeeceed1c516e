"""A shard: a file with what was found in one part of a project's articles, for `import --as suggestions`.

It is JSON lines: first what the shard is of, then a line for each article that was looked through, last how many these are.
"""

from __future__ import annotations

from typing import Any

from annotations.json_fields import BadItem, Json, text
from annotations.processes.quick_dataclass import dataclass

NAMED, VERSION = "factmark_suggestions", 1
BEGINS = f'{{"{NAMED}":'  # how such a file begins
MOST = 1_000_000  # parts


@dataclass(frozen=True)
class ShardHead:
    """The first line of a shard: part `number` of so many; `by`: the pipeline, `schema`: the schema's hash.

    `again`: also articles that had suggestions were looked through.
    """

    number: int
    of: int
    by: str
    what: str
    again: bool
    schema: str

    def to_json(self) -> Json:
        return {
            NAMED: VERSION,
            "shard": self.number,
            "of": self.of,
            "pipeline": self.by,
            "what": self.what,
            "again": self.again,
            "schema": self.schema,
        }

    @classmethod
    def from_json(cls, value: Any) -> ShardHead:
        """Return the head read from JSON.  BadItem when it is none."""
        if not isinstance(value, dict) or NAMED not in value:
            raise BadItem("it does not begin as a shard of `suggest --shard` does")
        if value[NAMED] != VERSION:
            raise BadItem("it was written by a newer version of this program")
        number, of = value.get("shard"), value.get("of")
        if type(number) is not int or type(of) is not int or not 1 <= number <= of <= MOST:
            raise BadItem("it does not say which part of how many it is")
        by, what = text(value, "pipeline"), text(value, "what")
        if not by or what not in ("spans", "facts", "all"):
            raise BadItem("it does not say what was looked for, and by which pipeline")
        return cls(number, of, by, what, value.get("again") is True, text(value, "schema"))


@dataclass(frozen=True)
class ShardEnd:
    """The last line of a shard: in how many articles something was looked for, and a sentence for each where that failed."""

    articles: int
    troubles: tuple[str, ...] = ()

    def to_json(self) -> Json:
        return {"end": True, "articles": self.articles, "troubles": list(self.troubles)}

    @classmethod
    def from_json(cls, value: Any) -> ShardEnd:
        """Return the end read from JSON.  BadItem when it is none."""
        is_end = isinstance(value, dict) and value.get("end") is True and type(value.get("articles")) is int
        if not is_end:
            raise BadItem("its end is missing: it was not copied whole, or is still being copied")
        said = value.get("troubles")
        return cls(value["articles"], tuple(map(str, said if isinstance(said, list) else ())))
