"""The worker: one JSON request a line in, JSON replies a line out, until the input ends.

A request is {"id", "job", ...}; its replies carry the same id, the last of them `done` or `failed` with a
sentence.  It never touches the database.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, TextIO

from annotations import item_json
from annotations.articles import Asked
from annotations.errors import LOG, UserError
from annotations.schema import reader as schema_reader
from annotations.schema.languages import DEFAULT
from annotations.schema.types import Schema
from annotations.sheet import Pooled
from annotations.suggest import suggester as suggesters
from annotations.suggest.facts import propose_on
from annotations.suggest.ground import ground_of
from annotations.suggest.installed import places
from annotations.suggest.mentions import Learned
from annotations.suggest.one_by_one import Say, each, tried
from annotations.suggest.parse import Parse
from annotations.suggest.pattern_lines import FILE
from annotations.suggest.pipelines.second_opinion import advised
from annotations.suggest.replies import reply_of
from annotations.suggest.suggester import Suggester
from annotations.suggest.trust import UntrustedPipelineError
from annotations.suggesters import job
from annotations.whole_files import stamp_of

META = "meta.json"  # of a pipeline
Message = dict[str, Any]
Load = Callable[[str, Path | None, frozenset[str], str], Suggester]


class Jobs:
    """The jobs, and the pipeline that was loaded last."""

    def __init__(self) -> None:
        self._loaded: tuple[tuple[object, ...], Suggester] | None = None
        self._told: list[str] = []  # of patterns that were left out

    def suggest(self, request: Message) -> Iterator[Message]:
        """Yield the suggestions for each article of the request.

        Request: {"pipeline", "folder", "trusted", "language", "labels", "learned", "what", "articles": [{"id", "text", "title",
        "repeated"}]}; `second`, if there is one, a pipeline for a second opinion; `trusted` has the hashes of the pipelines' folders that may be loaded
        Reply: {"article", "items", "hints", "rivals"} for each article: items by kind as the record has them,
        hints and rivals as lists of their fields; {"trouble"}, a sentence, for an article on which that fails, or a
        line of the patterns that is not used.
        With "facts_failed" an article has its spans, and facts could not be looked for.

        `what`: spans (the default), facts or all.  Facts need the "schema" as in project.yaml, and in
        "grounds" by article {"meta", "spans", "boilerplate"}: what the annotator sees, as the record has it.
        The pipeline's parser, if it has one, helps to read them.
        With a "suggester", its command, that is run in place of a pipeline (`annotations.suggesters.job`).
        """
        if request.get("suggester"):
            yield from job.replies(request)
            return
        what = request.get("what") or "spans"
        asked = [Asked(**article) for article in request["articles"]]
        load = suggesters.parser if what == "facts" else suggesters.load
        suggester = self._suggester(load, request)
        look = self._only_facts if what == "facts" else self._all
        troubles: list[str] = []
        yield from look(request, suggester, asked, troubles.append)
        told, self._told = self._told, [*suggester.left_out()]
        yield from (
            {"trouble": said} for said in [*troubles, *(one for one in self._told if one not in told)]
        )

    def _only_facts(
        self, request: Message, suggester: Suggester, asked: list[Asked], say: Say
    ) -> Iterator[Message]:
        learned = Learned.from_json(request.get("learned") or {})
        for one, parse in each(asked, suggester.parses, say):
            facts = None if parse is None else self._facts(request, one, [], parse, learned, say)
            if facts is not None:
                yield {"article": one.id, "items": facts, "hints": [], "rivals": []}

    def _all(self, request: Message, suggester: Suggester, asked: list[Asked], say: Say) -> Iterator[Message]:
        learned, labels = Learned.from_json(request.get("learned") or {}), set(request["labels"])
        for one, found in each(asked, lambda some: suggester.suggest(some, labels, learned), say):
            if found is None:
                continue
            reply, facts = reply_of(found), None
            if request.get("what") == "all":
                facts = self._facts(request, one, found.items(), found.parse, learned, say)
                reply["items"] |= facts or {}
            yield reply | {"facts_failed": request.get("what") == "all" and facts is None}

    def _facts(
        self, request: Message, asked: Asked, found: list[Pooled], parse: Parse, learned: Learned, say: Say
    ) -> Message | None:
        """Return the facts as items by kind; None, and a sentence to `say`, when they cannot be looked for."""
        return tried(asked, lambda: self._proposed(request, asked, found, parse, learned), say)

    def _proposed(
        self, request: Message, asked: Asked, found: list[Pooled], parse: Parse, learned: Learned
    ) -> Message:
        """Return the facts on the annotator's items and on the finds beside them, as items by kind."""
        article, sheet = ground_of(request, asked, found)
        return item_json.items_json(
            propose_on(article, sheet, _schema(request["schema"]), parse, learned.facts)
        )

    def _suggester(self, load: Load, request: Message) -> Suggester:
        name, folder = request["pipeline"], request.get("folder")
        trusted = frozenset(request.get("trusted") or ())
        language, beside = request.get("language") or DEFAULT, Path(folder) if folder else None
        versions = [
            stamp_of(place / META)
            for one in (name, request.get("second") or "")
            for place in places(one, beside)
        ]  # one may have been written anew
        stamps = (*versions, stamp_of(beside / FILE) if beside else None)
        second = "" if load is suggesters.parser else request.get("second") or ""
        labels = tuple(request["labels"]) if second else ()
        key = (load, name, folder, trusted, language, second, labels, *stamps)
        if self._loaded is None or self._loaded[0] != key:
            self._loaded, self._told = None, []
            first = load(name, beside, trusted, language)
            self._loaded = key, advised(first, second, labels, beside, trusted)
        return self._loaded[1]


@lru_cache(maxsize=1)
def _schema(text: str) -> Schema:
    return schema_reader.parse(text)


def serve(lines: Iterable[str], out: TextIO) -> None:
    """Answer request after request; a failed one is answered too."""
    jobs = Jobs()
    table: dict[str, Callable[[Message], Iterator[Message]]] = {"suggest": jobs.suggest}
    for line in lines:
        request = json.loads(line)
        try:
            for reply in table[request["job"]](request):
                _send(out, request, reply)
            _send(out, request, {"done": True})
        except UntrustedPipelineError as error:
            asked = {"name": error.name, "folder": str(error.folder), "hash": error.hash}
            _send(out, request, {"failed": str(error), "untrusted": asked})
        except UserError as error:
            _send(out, request, {"failed": str(error)})
        except Exception as error:
            logging.getLogger(LOG).exception("While the worker answered a request")
            _send(out, request, {"failed": f"The pipeline failed: {type(error).__name__}: {error}"})


def _send(out: TextIO, request: Message, reply: Message) -> None:
    out.write(json.dumps({"id": request["id"], **reply}, ensure_ascii=True) + "\n")
    out.flush()
