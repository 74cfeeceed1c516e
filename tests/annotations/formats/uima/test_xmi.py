"""XMI with its type system beside it: read as CAS JSON is; refused in a sentence where it cannot be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from cassis import Cas, TypeSystem

from annotations import formats
from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.standoff.xmi import LEAVES
from annotations.problems import Notice, Problem
from tests.round_trips import said

NE = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
REL = "webanno.custom.Works"


def write(folder: Path) -> Path:
    """An XMI with two entities and a relation, and its type system."""
    types = TypeSystem()
    entity = types.create_type(NE, "uima.tcas.Annotation")
    types.create_feature(entity, "value", "uima.cas.String")
    relation = types.create_type(REL, "uima.tcas.Annotation")
    for name, kind in (("Governor", NE), ("Dependent", NE), ("label", "uima.cas.String")):
        types.create_feature(relation, name, kind)
    cas = Cas(typesystem=types, sofa_string="👍 Mina runs Port.", sofa_mime="text/plain")
    mina, port = entity(begin=2, end=6, value="PER"), entity(begin=12, end=16, value="ORG")
    cas.add_all([mina, port, relation(begin=12, end=16, Governor=mina, Dependent=port, label="heads")])
    folder.mkdir(parents=True, exist_ok=True)
    types.to_xml(folder / "TypeSystem.xml")
    cas.to_xmi(folder / "anna.xmi")
    return folder / "anna.xmi"


def refused(path: Path) -> str:
    (problem,) = read(path)
    assert isinstance(problem, Problem)
    return problem.reason


def test_spans_and_relations_are_read(tmp_path: Path) -> None:
    entry, notice = read(write(tmp_path))
    assert isinstance(entry, Record)
    assert isinstance(notice, Notice)
    assert (said(entry), notice.reason) == ([("Mina", "PER"), ("Port", "ORG")], LEAVES)
    (fact,) = entry.facts()
    assert [(fact.type, role.role, one.start) for role in fact.roles for one in role.fillers] == [
        ("heads", "head", 2),
        ("heads", "child", 12),
    ]


def test_the_type_system_is_no_file_of_its_own(tmp_path: Path) -> None:
    write(tmp_path / "annotation" / "one.txt")
    (source,) = formats.files([tmp_path])
    assert (source.annotator, source.document) == ("anna", "one.txt")


def test_without_a_type_system_the_sentence_says_what_is_missing(tmp_path: Path) -> None:
    path = write(tmp_path / "a" / "b" / "c")
    path.with_name("TypeSystem.xml").unlink()
    assert "does not lie beside it" in refused(path)


def test_without_cassis_the_sentence_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path)
    monkeypatch.setitem(sys.modules, "cassis", None)
    assert "factmark[inception]" in refused(path)


def test_layers_that_the_type_system_lacks_are_named(tmp_path: Path) -> None:
    path = write(tmp_path)
    types = path.with_name("TypeSystem.xml")
    types.write_text(types.read_text("utf-8").replace(REL, "webanno.custom.Other"), "utf-8")
    entry, _, notice = read(path)
    assert said(entry) == [("Mina", "PER"), ("Port", "ORG")]
    assert "TypeSystem.xml lacks were left out: Works." in notice.reason


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("name", ["anna.xmi", "TypeSystem.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_documents_that_declare_entities_are_refused(name: str, encoding: str, tmp_path: Path) -> None:
    path = write(tmp_path)
    text = path.with_name(name).read_text("utf-8").partition("?>")[2]
    path.with_name(name).write_bytes(
        f"<?xml version='1.0' encoding='{encoding}'?>{BOMB}{text}".encode(encoding)
    )
    (problem,) = read(path, formats.HowRead("xmi"))
    assert "a document type of its own" in problem.reason


BROKEN = {
    "broken": ("anna.xmi", "</xmi:XMI>", "</xmi>"),
    "damaged": ("anna.xmi", 'begin="', 'begin="x'),
    "types": ("TypeSystem.xml", "uima.tcas.Annotation", "no.Such"),
    "text": ("anna.xmi", "sofaString=", "other="),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    path = write(tmp_path)
    file, old, new = BROKEN[name]
    path.with_name(file).write_text(path.with_name(file).read_text("utf-8").replace(old, new), "utf-8")
    assert refused(path).endswith(".")
    assert "could not be read" not in refused(path)


@pytest.mark.parametrize(
    "content", [b"UIMA\0\0\0\x06", b"\xac\xed\x00\x05sr\x00.org.apache.uima.cas.impl.CAS"]
)
def test_the_binary_forms_are_refused_with_what_to_export(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "admin.ser").write_bytes(content + bytes(300))
    assert "UIMA CAS JSON" in refused(tmp_path / "admin.ser")
