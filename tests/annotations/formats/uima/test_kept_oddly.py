"""Content that is kept for INCEpTION, where somebody wrote nonsense into it, or where it is too much."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.columns import webanno_kept
from annotations.formats.columns.webanno import table
from annotations.formats.reading.how_read import HowRead
from annotations.formats.standoff.cas_json import cas
from annotations.formats.uima import cas_kept
from tests.annotations.formats.uima.test_cas_json import MINA, NE, REL, WHOLE, at, value
from tests.annotations.formats.uima.test_webanno import FILES
from tests.round_trips import exported

ODD: tuple[Any, ...] = (None, 1, -5, 1e9, True, "", "a\tb", [], {}, ["a"], {"a": 1}, {"tsv": 3})
TSV = next(text for text, _, facts in FILES.values() if facts)


def given(form: str, folder: Path) -> list[Any]:
    text = json.dumps(WHOLE[1]) if form == "cas-json" else TSV
    (folder / "d").write_text(text, "utf-8")
    return list(read(folder / "d", HowRead(form)))


def variations(value: Any, odd: Any) -> list[Any]:
    """The value with each of its parts in turn put in place of by the odd one; JSON in a text is looked into."""
    if isinstance(value, str) and value.startswith("{"):
        return [odd, *(json.dumps(one) for one in variations(json.loads(value), odd))]
    if isinstance(value, dict):
        return [odd] + [{**value, key: one} for key in value for one in variations(value[key], odd)]
    if isinstance(value, list):
        return [odd] + [
            [*value[:n], one, *value[n + 1 :]] for n in range(len(value)) for one in variations(value[n], odd)
        ]
    return [odd]


@pytest.mark.parametrize("odd", ODD, ids=map(repr, ODD))
@pytest.mark.parametrize("form", ["cas-json", "webanno"])
def test_nonsense_in_what_is_kept_stops_no_export(form: str, odd: Any, tmp_path: Path) -> None:
    entry = given(form, tmp_path)[0]
    assert isinstance(entry, Record)
    for came in variations(entry.article.meta["came_from"], odd):
        made = replace(entry, article=replace(entry.article, meta={"came_from": came}))
        assert json.loads(cas(made, "utf16"))["%FEATURE_STRUCTURES"]
        assert table(made, "utf16")[0].startswith("#FORMAT=")


@pytest.mark.parametrize(("form", "module"), [("cas-json", cas_kept), ("webanno", webanno_kept)])
def test_a_file_that_is_too_long_to_be_kept_is_told(
    form: str, module: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    _, notice = given(form, tmp_path)
    assert "too long to be kept whole" in notice.reason


UNREAD = {"no width": at(9, NE, 5, 5, value="X"), "no end": at(9, REL, 3, 12, _Governor=2, _Dependent=77)}


@pytest.mark.parametrize("name", UNREAD)
def test_what_was_not_read_goes_back_and_the_proof_holds(name: str, tmp_path: Path) -> None:
    held = value(MINA, UNREAD[name])
    (tmp_path / "d.json").write_text(json.dumps(held), "utf-8")
    record, _ = read(tmp_path / "d.json", HowRead("cas-json"))
    assert isinstance(record, Record)
    assert exported([record], "cas-json", tmp_path)["proved"]
    assert json.loads((tmp_path / "out" / "d.json").read_text("utf-8")) == held
