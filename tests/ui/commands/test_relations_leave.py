"""doccano's relations, imported and exported to each tool: the same arcs under the same names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from tests.ui.commands.going_back import exported, imported

ENDS = [(0, 4, "ORG"), (20, 24, "DATE"), (28, 35, "PERSON"), (40, 47, "PERSON")]
ARCS = [("foundedBy", 0, 28), ("foundedBy", 0, 40), ("foundedIn", 0, 20)]


@pytest.mark.parametrize("format", ["doccano-relation", "label-studio", "prodigy"])
def test_three_relations_of_one_head_leave_as_three(format: str, tmp_path: Path) -> None:
    entities = [
        {"id": n, "start_offset": start, "end_offset": end, "label": label}
        for n, (start, end, label) in enumerate(ENDS)
    ]
    relations = [{"from_id": 0, "to_id": n, "type": f"founded{'In' if n == 1 else 'By'}"} for n in (1, 2, 3)]
    text = "Acme was founded in 1998 by Ann Lee and Ben Roe."
    (tmp_path / "given.jsonl").write_text(
        json.dumps({"text": text, "entities": entities, "relations": relations})
    )
    exported(imported(tmp_path / "given.jsonl"), format)
    (entry,) = [one for one in read(tmp_path / "out") if isinstance(one, Record)]
    found = [(fact.type, *(f.start for f in fact.fillers()), len(fact.roles)) for fact in entry.facts()]
    assert sorted(found) == [(*arc, 2) for arc in ARCS]
