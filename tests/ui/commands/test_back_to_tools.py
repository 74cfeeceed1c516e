"""Files of other tools, imported and exported in their format again by the commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.commands.commands import run, said

WIRE = "Holt Shipping bought the tug Marta from Port Lines."
ANN = [
    "T1\tOrg 0 13\tHolt Shipping",
    "T2\tBuy 14 20\tbought",
    "T3\tShip 29 34\tMarta",
    "T4\tOrg 40 50\tPort Lines",
    "E1\tBuy:T2 Buyer:T1 Item:T3",
    "R1\tSeller Arg1:T3 Arg2:T4",
    "A1\tCertainty E1 High",
    "#1\tAnnotatorNotes T3\tcheck the spelling",
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    assert run("new", tmp_path / "p", "--schema", "blank") == 0
    return tmp_path / "p"


def test_a_folder_of_brats_goes_back_as_it_came(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = project.parent / "in"
    given.mkdir()
    (given / "wire.txt").write_text(WIRE, "utf-8")
    (given / "wire.ann").write_text("".join(f"{line}\n" for line in ANN), "utf-8")
    told = said(capsys, "import", project, given)
    assert "1 of kind #, 1 of kind A" in "".join(told["notices"])
    out = project.parent / "out"
    assert run("export", project, out, "--format", "brat", "--articles", "all", "--strict") == 0
    assert (out / "wire.txt").read_text("utf-8") == WIRE
    assert (out / "wire.ann").read_text("utf-8").splitlines() == ANN


def test_a_relation_of_another_tools_leaves_as_a_relation_of_brats(project: Path) -> None:
    relations = '"relations": [{"from_id": 0, "to_id": 1, "type": "foundedBy"}]'
    entities = '{"id": %d, "start_offset": %d, "end_offset": %d, "label": "A"}'
    found = f'"entities": [{entities % (0, 0, 4)}, {entities % (1, 20, 23)}]'
    (project.parent / "d.jsonl").write_text(
        f'{{"text": "Acme was founded by Ann.", {found}, {relations}}}', "utf-8"
    )
    assert run("import", project, project.parent / "d.jsonl") == 0
    assert run("export", project, project.parent / "out", "--format", "brat", "--articles", "all") == 0
    (ann,) = (project.parent / "out").glob("*.ann")
    assert ann.read_text("utf-8").splitlines()[2:] == ["R1\tfoundedBy Arg1:T1 Arg2:T2"]
