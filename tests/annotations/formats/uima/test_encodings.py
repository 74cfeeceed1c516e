"""CAS JSON and WebAnno TSV in other encodings than UTF-8, and with a byte that is of none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.reading.how_read import HowRead
from tests.round_trips import said

NE = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
TEXT = "Łódź śpi."
SOFA = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": TEXT}
LODZ = {"%ID": 2, "%TYPE": NE, "@sofa": 1, "begin": 0, "end": 4, "value": "GPE"}
CAS = json.dumps({"%TYPES": {}, "%FEATURE_STRUCTURES": [SOFA, LODZ], "%VIEWS": {}}, ensure_ascii=False)
TSV = f"#FORMAT=WebAnno TSV 3.3\n#T_SP={NE}|value\n\n\n#Text={TEXT}\n"
TSV += "1-1\t0-4\tŁódź\tGPE\t\n1-2\t5-8\tśpi\t_\t\n1-3\t8-9\t.\t_\t\n"
FILES = {"cas-json": CAS, "webanno": TSV}


def entries(path: Path, content: bytes, format: str, encoding: str = "") -> tuple[Record, list[str]]:
    path.write_bytes(content)
    record, *others = read(path, HowRead(format, encoding))
    assert isinstance(record, Record)
    return record, [str(one.reason) for one in others]


@pytest.mark.parametrize("format", FILES)
@pytest.mark.parametrize("encoding", ["cp1250", "utf-16", "utf-8-sig"])
def test_an_encoding_that_is_asked_for_is_the_files(format: str, encoding: str, tmp_path: Path) -> None:
    record, reasons = entries(tmp_path / "d", FILES[format].encode(encoding), format, encoding)
    assert (record.article.text, said(record), reasons) == (TEXT, [("Łódź", "GPE")], [])


@pytest.mark.parametrize("format", FILES)
def test_a_byte_that_is_no_utf_8_loses_only_itself(format: str, tmp_path: Path) -> None:
    content = FILES[format].encode().replace("śpi".encode(), b"\xffpi", 1)
    record, (reason,) = entries(tmp_path / "d", content, format)
    assert (record.article.text, said(record)) == ("Łódź \ufffdpi.", [("Łódź", "GPE")])
    assert "not utf-8, as the rest is" in reason.lower()
