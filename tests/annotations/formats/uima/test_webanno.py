"""WebAnno TSV: layers with and without features, slots, relations, stacks and parts of tokens; and back again."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.columns.webanno import table
from annotations.formats.reading.how_read import HowRead
from annotations.problems import Problem
from tests.round_trips import said

NE = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
WORDS = ("Mina", "Holt", "toured", "Oslo", ".")


def tsv(head: list[str], *cells: str, version: str = "3.3", parts: tuple[str, ...] = ()) -> str:
    """A file of one sentence: the head's lines, the cells of each token, and further rows behind the first."""
    lines, at = [f"#FORMAT=WebAnno TSV {version}", *head, "", "", f"#Text={' '.join(WORDS)}"], 0
    for number, (form, cell) in enumerate(zip(WORDS, cells, strict=True), 1):
        shown = cell.replace(" ", "\t")
        lines.append(f"1-{number}\t{at}-{at + len(form)}\t{form}\t{shown}\t")
        lines += parts if number == 1 else ()
        at += len(form) + 1
    return "\n".join([*lines, ""])


def entries(folder: Path, text: str) -> list[Record | Problem]:
    (folder / "d.tsv").write_text(text, "utf-8")
    return list(read(folder / "d.tsv", HowRead("webanno")))


def facts(entry: Record) -> list[tuple]:
    text = entry.article.text

    def quoted(place: tuple[int, int] | None) -> str:
        return text[place[0] : place[1]] if place else ""

    return [
        (
            f.type,
            quoted(f.trigger),
            [(r.role, quoted((one.start, one.end))) for r in f.roles for one in r.fillers],
        )
        for f in entry.facts()
    ]


SPAN, SLOT = "#T_SP=webanno.custom.", "ROLE_webanno.custom.Visit:who_webanno.custom.VisitWhoLink"
FILES = {
    "a layer without features gives its name": (
        tsv([f"{SPAN}Site|"], "_", "_", "_", "*", "_"),
        [("Oslo", "Site")],
        [],
    ),
    "a value that is not there gives the layer's name": (
        tsv([f"{SPAN}Site|value"], "_", "_", "_", "*", "_"),
        [("Oslo", "Site")],
        [],
    ),
    "an identifier is no label": (
        tsv(
            [f"#T_SP={NE}|identifier|value"], "Q1[1] PER[1]", "Q1[1] PER[1]", "_ _", r"http://x/Q\_2 *", "_ _"
        ),
        [("Mina Holt", "PER"), ("Oslo", "NamedEntity")],
        [],
    ),
    "a feature may be left out where others are there": (
        tsv([f"#T_SP={NE}|identifier|value"], "_ PER", "_ _", "_ _", "* LOC", "_ _"),
        [("Mina", "PER"), ("Oslo", "LOC")],
        [],
    ),
    "two annotations on a token are two spans": (
        tsv([f"#T_SP={NE}|value"], "PER[1]|HERO[2]", "PER[1]", "_", "_", "_"),
        [("Mina", "HERO"), ("Mina Holt", "PER")],
        [],
    ),
    "a part of a token": (
        tsv([f"#T_SP={NE}|value"], "_", "_", "_", "_", "_", parts=("1-1.1\t0-2\tMi\tPER\t",)),
        [("Mi", "PER")],
        [],
    ),
    "slots are the roles of a fact whose trigger is the span": (
        tsv(
            [f"#T_SP={NE}|value", f"{SPAN}Visit|{SLOT}|uima.tcas.Annotation"],
            *("PER[1] _ _", "PER[1] _ _", "_ guest;* 1-1[1];1-4", "LOC _ _", "_ _ _"),
        ),
        [("Mina Holt", "PER"), ("toured", "Visit"), ("Oslo", "LOC")],
        [("Visit", "toured", [("guest", "Mina Holt"), ("who", "Oslo")])],
    ),
    "a slot of a token that is no span": (
        tsv([f"{SPAN}Visit|{SLOT}|uima.tcas.Annotation"], "_ _", "_ _", "guest 1-1", "_ _", "_ _"),
        [("toured", "Visit")],
        [("Visit", "toured", [("guest", "Mina")])],
    ),
    "slots that are not filled": (
        tsv([f"{SPAN}Visit|{SLOT}|uima.tcas.Annotation"], "_ _", "_ _", "_ *", "_ _", "_ _"),
        [("toured", "Visit")],
        [],
    ),
    "a relation runs from the source that is named to the token it stands on": (
        tsv(
            [f"#T_SP={NE}|value", f"#T_RL=webanno.custom.Rel|value|BT_{NE}"],
            *("PER[1] _ _", "PER[1] _ _", "_ _ _", "LOC visits 1-1[1_0]", "_ _ _"),
        ),
        [("Mina Holt", "PER"), ("Oslo", "LOC")],
        [("visits", "", [("head", "Mina Holt"), ("child", "Oslo")])],
    ),
    "a relation without features has its layer's name": (
        tsv(
            [f"#T_SP={NE}|value", f"#T_RL=webanno.custom.Rel|BT_{NE}"],
            *("PER[1] _", "PER[1] _", "_ _", "LOC 1-1[1_0]", "_ _"),
        ),
        [("Mina Holt", "PER"), ("Oslo", "LOC")],
        [("Rel", "", [("head", "Mina Holt"), ("child", "Oslo")])],
    ),
    "a relation between tokens": (
        tsv([f"#T_RL=webanno.custom.Rel|value|BT_{TOKEN}"], "_ _", "obj|subj 1-3|1-4", "_ _", "_ _", "_ _"),
        [],
        [
            ("obj", "", [("head", "toured"), ("child", "Holt")]),
            ("subj", "", [("head", "Oslo"), ("child", "Holt")]),
        ],
    ),
    "chunks, which people mark too": (
        tsv(
            ["#T_SP=de.tudarmstadt.ukp.dkpro.core.api.syntax.type.chunk.Chunk|chunkValue"],
            "NP[1]",
            "NP[1]",
            "*",
            "_",
            "_",
        ),
        [("Mina Holt", "NP"), ("toured", "Chunk")],
        [],
    ),
    "escapes": (
        tsv([f"#T_SP={NE}|value"], r"A\|B\[1\]\_\*\;", "_", "_", "_", "_", version="3.2"),
        [("Mina", "A|B[1]_*;")],
        [],
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_what_a_file_says_is_read_and_goes_back_as_it_was(name: str, tmp_path: Path) -> None:
    text, spans, stated = FILES[name]
    (entry,) = entries(tmp_path, text)
    assert said(entry) == spans
    assert facts(entry) == stated
    assert "\n".join([*table(entry, "utf16"), ""]) == text


def test_layers_that_are_not_read_are_named_and_go_back(tmp_path: Path) -> None:
    lemma, chain = (
        f"{TOKEN[:34]}segmentation.type.Lemma",
        "de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink",
    )
    head = [f"#T_SP={lemma}|value", f"#T_SP={NE}|value", f"#T_CH={chain}|referenceType|referenceRelation"]
    cells = ("mina _ nam[1] *->1-1", "holt _ _ _", "tour _ _ _", "oslo LOC pro[1] *->1-2", "_ _ _ _")
    entry, notice = entries(tmp_path, tsv(head, *cells))
    assert said(entry) == [("Oslo", "LOC")]
    assert "left out: CoreferenceLink, Lemma." in notice.reason
    assert "\n".join([*table(entry, "utf16"), ""]) == tsv(head, *cells)


def test_spans_that_are_alike_become_one_are_told_and_go_back(tmp_path: Path) -> None:
    text = tsv([f"#T_SP={NE}|value|sure"], "PER[1]|PER[2] no[1]|yes[2]", "_ _", "_ _", "_ _", "_ _")
    entry, notice = entries(tmp_path, text)
    assert (said(entry), notice.reason[:6]) == ([("Mina", "PER")], "1 span")
    assert "\n".join([*table(entry, "utf16"), ""]) == text


def test_a_relation_to_nothing_is_listed_alone(tmp_path: Path) -> None:
    head = [f"#T_SP={NE}|value", f"#T_RL=webanno.custom.Rel|value|BT_{NE}"]
    entry, problem = entries(tmp_path, tsv(head, "PER r 9-9", "_ _ _", "_ _ _", "_ _ _", "_ _ _"))
    assert (said(entry), facts(entry)) == ([("Mina", "PER")], [])
    assert problem.reason == "A relation r of the layer Rel was left out: it lacks an end."


def test_java_escapes_of_older_files_are_read(tmp_path: Path) -> None:
    lines = [
        "#FORMAT=WebAnno TSV 3.1",
        f"#T_SP={NE}|value",
        "",
        "",
        r"#Text=K\u00f6ln \ud83d\ude00",
        "1-1\t0-4\tKöln\tLOC\t",
    ]
    (entry,) = entries(tmp_path, "\n".join(lines))
    assert (entry.article.text, said(entry)) == ("Köln 😀", [("Köln", "LOC")])


@pytest.mark.parametrize(
    "first", [f" # {NE} | value\n#id=1\n#text=Oslo\n1-1\tOslo\tB-LOC\n", "#id=1\n#text=a\n"]
)
def test_older_versions_are_refused_with_what_to_export(first: str, tmp_path: Path) -> None:
    (tmp_path / "d.tsv").write_text(first, "utf-8")
    (problem,) = read(tmp_path / "d.tsv")
    assert "older version" in problem.reason
    assert "CAS JSON" in problem.reason
