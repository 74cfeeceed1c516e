"""The worker: what is asked for is looked for, and nothing else."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotations import item_json
from annotations.schema import reader as schema_reader
from annotations.spans import Span
from annotations.suggest.installed import shipped_folder
from annotations.suggest.trust import fingerprint
from annotations.suggest.worker import serve

TEXT = "Norland struck Sudland on Jan. 24."
SPANS = [Span("n", 0, 7, "GPE"), Span("s", 15, 22, "GPE")]


def asked(what: str | None, **more: Any) -> list[dict[str, Any]]:
    """The replies to one request about TEXT, by the rules alone."""
    request = {
        "id": 1,
        "job": "suggest",
        "pipeline": "rules",
        "labels": ["GPE", "DATE"],
        "articles": [{"id": "a", "text": TEXT}],
        "schema": schema_reader.shipped("news"),
        "grounds": {"a": {"spans": [item_json.span_json(span) for span in SPANS]}},
        **({"what": what} if what else {}),
        **more,
    }
    out = io.StringIO()
    serve([json.dumps(request)], out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("what", "kinds"), [(None, {"span"}), ("facts", {"fact"}), ("all", {"span", "fact"})]
)
def test_it_looks_for_what_is_asked_for(what: str | None, kinds: set[str]) -> None:
    reply, done = asked(what)
    assert (reply["article"], set(reply["items"]), done["done"]) == ("a", kinds, True)


def test_facts_stand_on_what_the_annotator_sees() -> None:
    [fact] = asked("facts")[0]["items"]["fact"]
    assert (fact["type"], fact["status"]) == ("ATTACK", "suggested")
    assert [role["fillers"][0]["span"] for role in fact["roles"]] == ["n", "s"]


def test_dates_are_resolved_when_the_ground_vouches_for_the_publication_date() -> None:
    meta = {"published": "2024-02-08", "published_trusted": True}
    spans = [item_json.span_json(span) for span in (*SPANS, Span("d", 26, 33, "DATE"))]
    [fact] = asked("facts", grounds={"a": {"spans": spans, "meta": meta}})[0]["items"]["fact"]
    time = next(role for role in fact["roles"] if role["role"] == "time")
    assert time["fillers"][0]["value"]["resolved_against"] == "2024-02-08"


def test_patterns_changed_meanwhile_are_used_and_one_that_matches_everything_is_told(tmp_path: Path) -> None:
    own, out = tmp_path / "patterns.jsonl", io.StringIO()
    article = {"id": "a", "text": TEXT}
    request = {"id": 1, "job": "suggest", "pipeline": "rules", "folder": str(tmp_path), "labels": ["DISH"]}

    def requests() -> Iterator[str]:
        for line in ('{"label": "DISH", "pattern": "Sudland"}', '{"label": "DISH", "pattern": [{}]}'):
            own.write_text(line)
            yield json.dumps({**request, "articles": [article]})

    serve(requests(), out)
    first, _, second, trouble, _ = map(json.loads, out.getvalue().splitlines())
    assert (len(first["items"]["span"]), second["items"].get("span", [])) == (1, [])
    assert trouble["trouble"].startswith("patterns.jsonl:1: This pattern matches nearly everything")


def test_a_pipeline_of_another_version_in_the_same_folder_is_loaded_anew(tmp_path: Path) -> None:
    folder, out = tmp_path / "pipelines" / "sea", io.StringIO()
    versions = [tmp_path / version for version in ("8.0.0", "9.0.0")]
    for place in versions:
        shutil.copytree(shipped_folder(), place)
        meta = json.loads((place / "meta.json").read_text("utf-8"))
        (place / "meta.json").write_text(json.dumps({**meta, "version": place.name}))
    request = {"id": 1, "job": "suggest", "pipeline": "sea", "folder": str(tmp_path), "labels": ["PERSON"]}
    request |= {"trusted": [fingerprint(place) for place in versions]}

    def requests() -> Iterator[str]:
        for place in versions:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(place, folder)
            yield json.dumps(
                {**request, "articles": [{"id": "a", "text": "Smith Barney said it was flooded."}]}
            )

    serve(requests(), out)
    replies = [json.loads(line) for line in out.getvalue().splitlines()]
    origins = [span["origin"] for reply in replies for span in reply.get("items", {}).get("span", [])]
    assert set(origins) == {"en_news 8.0.0", "en_news 9.0.0"}


def test_a_wording_that_the_list_stops_is_not_suggested(tmp_path: Path) -> None:
    own, out = tmp_path / "patterns.jsonl", io.StringIO()
    request = {"id": 1, "job": "suggest", "pipeline": "rules", "folder": str(tmp_path), "labels": ["DISH"]}
    own.write_text('{"label": "DISH", "pattern": "Sudland"}\n{"label": "DISH", "stop": "Sudland"}\n')
    serve(iter([json.dumps({**request, "articles": [{"id": "a", "text": TEXT}]})]), out)
    assert json.loads(out.getvalue().splitlines()[0])["items"].get("span", []) == []
