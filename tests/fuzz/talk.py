"""What processes say to the window, mutated: the worker's replies, the progress and the reports of commands."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from annotations.facts import Fact
from annotations.json_fields import BadItem
from annotations.schema import writer as schema_writer
from annotations.suggest.replies import ArticleReply, Awaited, read_reply
from annotations.suggest.worker import serve
from models.project import Project
from models.queries import articles as article_queries
from tests.fuzz.corpus import command
from tests.fuzz.mutations import LARGEST, mutated, mutated_value
from tests.fuzz.wrapped import dumped
from ui.export.export_words import Wanted, in_full, previewed
from ui.project.messages import is_report, messages, progress_of
from ui.wording import merged

ALL = ("--articles", "all", "--spans", "all", "--format", "brat")


@dataclass(frozen=True)
class Talk:
    """What is said where nothing is wrong: the worker's replies, with what they answer, and reports by their words."""

    awaited: Awaited
    replies: list[Any]
    reports: dict[tuple[str, ...], Any]

    @classmethod
    def of(cls, project: Path, package: Path) -> Talk:
        with closing(Project(project)) as at:
            ids = article_queries.article_ids(at)
            articles = [at.article(id_) for id_ in ids]
            schema = at.schema
        asked = [{"id": one.id, "text": one.text, "title": one.title} for one in articles]
        request = {"id": 1, "job": "suggest", "what": "all", "pipeline": "rules", "articles": asked}
        request |= {"labels": [*schema.labels], "schema": schema_writer.dump(schema)}
        out = io.StringIO()
        serve([json.dumps(request)], out)
        replies = [*messages(out.getvalue().encode().split(b"\n"))]
        replies += [{"id": 1, "trouble": "It is so."}, {"id": 1, "failed": "No.", "untrusted": {"name": "a"}}]
        awaited = Awaited({one.id: len(one.text) for one in articles}, frozenset(schema.labels))
        return cls(awaited, replies, dict(_reports(project, package)))

    def line(self, chance: Random) -> bytes:
        """Return a line, mutated."""
        value = chance.choice(
            [*self.replies, *self.reports.values(), {"doing": "merging", "done": 1, "of": 2}]
        )
        made = dumped(mutated_value(value, chance)) if chance.randrange(4) else mutated(dumped(value), chance)
        return made[:LARGEST]

    def hear(self, said: bytes) -> list[ArticleReply]:
        """Read the lines as the window does; return the replies that may go into pools."""
        found = []
        for message in messages(said.split(b"\n")):
            progress_of(message)
            for words in self.reports:
                if is_report(words, message):
                    _show(words, message)
            try:
                reply = read_reply(message, self.awaited)
            except BadItem:
                continue
            if isinstance(reply, ArticleReply):
                found.append(reply)
        return found


def store(project: Path, replies: list[ArticleReply]) -> None:
    """Put the replies into the pools, as the window does, and look at them again."""
    with closing(Project(project)) as at:
        at.set_pools([(reply.article, reply.pool) for reply in replies], by="rules")
        at.set_facts([(reply.article, reply.facts) for reply in replies if reply.facts is not None])
        for reply in replies:
            text, sheet = at.article(reply.article).text, at.sheet(reply.article, "anna")
            assert all(text[span.start : span.end] for span in sheet)
            assert all(isinstance(fact, Fact) for fact in sheet.facts())


def _reports(project: Path, package: Path) -> Iterator[tuple[tuple[str, ...], Any]]:
    out = package.with_name("talk")
    lines = (
        ("export", project, out, *ALL),
        ("export", project, out, *ALL, "--preview"),
        ("merge", project, package),
        ("backups", project),
        ("lint", project),
        ("import", project, package.with_name("corpus.jsonl")),
        ("assign", project, "anna"),
        ("pack", project, out.with_suffix(".zip"), "--annotator", "anna"),
    )
    for words in lines:
        code, said, err = command(words[0], "--progress", *words[1:])
        assert code == 0, err
        *_, report = messages(said.encode().split(b"\n"))
        yield tuple(map(str, words)), report


def _show(words: tuple[str, ...], report: dict[str, Any]) -> None:
    """Make the sentences that the window shows of a report."""
    if words[0] == "merge":
        merged(report)
    elif "--preview" in words:
        previewed(report, Wanted("out"))
    elif words[0] == "export":
        in_full(report, Path("out"))
