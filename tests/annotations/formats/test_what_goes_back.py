"""Each exception to going back to a tool as it came is said at the import, of a file that has it and of no other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from murmurhash import mrmr

from annotations import formats
from annotations.formats.lines.json_values import dumped
from annotations.formats.reading.how_read import HowRead
from annotations.problems import Notice

TEXT = "Ann met Ben."
ANN, BEN = {"start": 0, "end": 3}, {"start": 8, "end": 11}


def said(folder: Path, format: str, *values: Any) -> str:
    """What the import says of a file with those lines."""
    (folder / "in.json").write_text("".join(f"{dumped(value)}\n" for value in values), "utf-8")
    found = formats.read(folder / "in.json", HowRead(format))
    return "\n".join(str(one.reason) for one in found if isinstance(one, Notice))


def doccano(*spans: Any, text: str = TEXT) -> dict[str, Any]:
    return {"id": 1, "text": text, "label": list(spans)}


def region(number: int, place: dict[str, int]) -> dict[str, Any]:
    value = {**place, "text": TEXT[place["start"] : place["end"]], "labels": ["PER"]}
    return {"id": f"r{number}", "from_name": "l", "to_name": "t", "type": "labels", "value": value}


def studio(*works: list[Any], guesses: Any = (), **data: Any) -> dict[str, Any]:
    done = [{"id": n, "completed_by": n, "result": work} for n, work in enumerate(works, 1)]
    return {"id": 1, "data": {"t": TEXT, **data}, "annotations": done, "predictions": list(guesses)}


def prodigy(place: dict[str, int], answer: str = "accept", by: str = "d-anna") -> dict[str, Any]:
    return {"text": TEXT, "spans": [{**place, "label": "PER"}], "answer": answer, "_session_id": by}


def ours(answer: str, by: str) -> dict[str, Any]:
    about = {"_input_hash": mrmr.hash(TEXT), "meta": {"id": "a", "title": "A"}}
    return {**prodigy(ANN, answer, by), **about}


GUESS = {"model_version": "m", "result": [region(9, BEN)]}
HTML = {"start": "/b/text()", "globalOffsets": ANN, "text": "Ann", "hypertextlabels": ["PER"]}
HYPER = {**region(1, ANN), "type": "hypertextlabels", "value": HTML}
SAID: dict[str, tuple[str, tuple[Any, ...]]] = {
    "became one with it: 1": ("doccano", (doccano([0, 3, "PER"], [0, 3, "PER"]),)),
    "became one with it: 2": ("label-studio", (studio([region(n, ANN) for n in range(3)]),)),
    "leaves than came, unless --offsets": ("doccano", (doccano([2, 5, "PER"], text="🚀 Ann left."),)),
    "predictions of a task are suggestions here; they go back with --spans all": (
        "label-studio",
        (studio([region(1, ANN)], guesses=[GUESS]),),
    ),
    "several tasks of its id": ("label-studio", (studio([region(1, ANN)], [], guesses=[GUESS]),)),
    "that is moved loses its XPaths": ("label-studio", (studio([HYPER], t="<p><b>Ann</b> left.</p>"),)),
    "those without labels do not go back": ("doccano", (doccano(), doccano([0, 3, "PER"]))),
    "on one text that stand apart go back together": (
        "doccano",
        (doccano([0, 3, "PER"]), doccano(text="Ben left."), doccano([8, 11, "PER"])),
    ),
    "A rejected span goes back with --spans all": ("prodigy", (prodigy(ANN, "reject"),)),
    "as suggestions; it goes back with --spans all": ("prodigy", (prodigy(ANN, "ignore"),)),
    "as a task of each annotator of its text (1 of such texts)": (
        "prodigy",
        (prodigy(ANN), prodigy(BEN, "ignore", "")),
    ),
}
QUIET: dict[str, tuple[str, tuple[Any, ...]]] = {
    "doccano": ("doccano", (doccano([0, 3, "PER"], [0, 3, "ORG"]), doccano([8, 11, "PER"]))),
    "Label Studio": ("label-studio", (studio([region(1, ANN)], [region(1, ANN)]),)),
    "Label Studio from here": (
        "label-studio",
        (studio([region(1, ANN)], guesses=[GUESS], article_id="a", title="A"),),
    ),
    "Prodigy from here": ("prodigy", (ours("reject", "d-anna"), ours("ignore", "d-bert"))),
    "Prodigy": ("prodigy", (prodigy(ANN), prodigy(BEN), prodigy(BEN, by="d-bert"))),
}


@pytest.mark.parametrize("sentence", SAID)
def test_a_file_that_does_not_go_back_as_it_came_is_told(sentence: str, tmp_path: Path) -> None:
    format, values = SAID[sentence]
    assert sentence in said(tmp_path, format, *values)


@pytest.mark.parametrize("name", QUIET)
def test_a_file_that_goes_back_as_it_came_is_not_talked_about(name: str, tmp_path: Path) -> None:
    format, values = QUIET[name]
    assert said(tmp_path, format, *values) == ""
