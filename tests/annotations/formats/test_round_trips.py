"""Every format that reads and writes: what is written is read again, and what cannot be is counted."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.formats import FORMATS
from annotations.formats.writing.proof import MISREAD
from tests.round_trips import exported, records
from tests.strategies import examples

BOTH = [row.name for row in FORMATS.values() if row.read and row.write]


@pytest.mark.parametrize("name", BOTH)
@settings(max_examples=examples(15))
@given(st.tuples(records("a"), records("b/c.d"), records("..")))
def test_an_export_reads_back_as_what_was_written(name: str, entries: tuple) -> None:
    with TemporaryDirectory() as folder:
        manifest = exported(list(entries), name, Path(folder))
    assert manifest["not_carried"].get(MISREAD) is None
    assert manifest["proved"]
