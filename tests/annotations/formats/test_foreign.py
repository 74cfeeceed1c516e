"""Files as other tools write them: read as far as they can be, the rest listed."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.came_from import seen
from annotations.formats.columns.tag_words import AS_IO
from annotations.formats.lines.json_values import values
from annotations.formats.reading.how_read import HowRead
from annotations.formats.tools.label_studio_reading import GUESSED, GUESSED_TWICE
from annotations.problems import Notice, Problem
from annotations.spans import Status
from tests.making import TEXT
from tests.round_trips import said


def brat(folder: Path, text: str, *lines: str) -> list[Record | Problem]:
    (folder / "a.txt").write_bytes(text.encode())
    (folder / "a.ann").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return list(read(folder / "a.ann"))


def test_a_span_in_pieces_is_read_as_its_hull_and_listed(tmp_path: Path) -> None:
    entry, notice = brat(tmp_path, TEXT, "T1\tPERSON 0 5;23 27\tMaria left")
    assert said(entry) == [("Maria Ruiz of the Navy left", "PERSON")]
    assert isinstance(notice, Notice)
    assert "T1 PERSON 0 5;23 27 is in pieces; it was read as 0-27" in notice.reason


def test_brats_relations_are_facts_and_what_has_no_place_is_counted(tmp_path: Path) -> None:
    lines = [
        "T1\tPERSON 0 10\tMaria Ruiz",
        "T2\tORG 18 22\tNavy",
        "R1\tPart_of Arg1:T1 Arg2:T2",
        "N1\tReference T1 Wikipedia:1\tx",
    ]
    entry, problem, notice = brat(tmp_path, TEXT, *lines, "T3 what")
    (fact,) = entry.facts()
    assert (fact.type, [(role.role, len(role.fillers)) for role in fact.roles]) == (
        "Part_of",
        [("head", 1), ("child", 1)],
    )
    assert {fact.roles[0].fillers[0].span, fact.roles[1].fillers[0].span} == set(entry.set.spans)
    assert (problem.line, "no line of brat's" in problem.reason, "1 of kind N" in notice.reason) == (
        5,
        True,
        True,
    )


def test_a_brat_text_without_its_annotations_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("")
    (problem,) = read(tmp_path / "a.ann")
    assert "There is no a.txt beside it" in problem.reason


LABELLED = {
    "value": {"start": 0, "end": 10, "text": "Maria Ruiz", "labels": ["PERSON", "HERO"]},
    "type": "labels",
    "id": "x",
}
HTML = {
    "value": {"start": "/p[1]/text()[1]", "end": "/p[1]/text()[1]", "labels": ["A"]},
    "type": "hypertextlabels",
    "id": "y",
}


def test_each_annotation_of_a_task_is_a_set_and_predictions_are_suggestions(tmp_path: Path) -> None:
    work = [{"completed_by": {"email": name}, "result": [LABELLED]} for name in ("anna", "bob")]
    work.append({"was_cancelled": True, "result": [LABELLED]})
    guess = {"model_version": "m1", "result": [{**LABELLED, "id": "z", "score": 0.25}]}
    task = {"id": 7, "data": {"text": TEXT, "source": "Post"}, "annotations": work, "predictions": [guess]}
    (tmp_path / "t.json").write_text(json.dumps([task]))
    first, second, notice, *others = read(tmp_path / "t.json")
    assert "skipped" in notice.reason
    assert [one.reason for one in others] == [GUESSED, GUESSED_TWICE]
    assert [entry.set.annotator for entry in (first, second)] == ["anna", "bob"]
    assert said(second) == [("Maria Ruiz", "HERO"), ("Maria Ruiz", "PERSON")]
    assert seen(first.article.meta) == {"source": "Post"}


def test_predictions_alone_wait_in_the_pool_with_score_and_model(tmp_path: Path) -> None:
    guess = {"model_version": "m1", "result": [{**LABELLED, "score": 0.25}, HTML]}
    (tmp_path / "t.json").write_text(json.dumps([{"data": {"text": TEXT}, "predictions": [guess]}]))
    entry, problem, notice = read(tmp_path / "t.json")
    assert (entry.set, notice.reason) == (None, GUESSED)
    assert [(s.status, s.score, s.origin) for s in entry.pool] == [(Status.SUGGESTED, 0.25, "m1")] * 2
    assert (problem.line, "HTML regions cannot be placed" in problem.reason) == (1, True)


WEBANNO = """#FORMAT=WebAnno TSV 3.2
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value


#Text=👍 Den Haag.
1-1\t0-2\t👍\tX\t_\t_\t
1-2\t3-6\tDen\tNE\t*[2]\tGPE[2]\t
1-3\t7-11\tHaag\tNE\t*[2]\tGPE[2]|LOC\t
1-3.1\t7-9\tHa\t_\t*\tODD\t
1-4\t11-12\t.\t_\t_\t_\t

#Text=It rained.
2-1\t13-15\tIt\t_\t_\t_\t
2-2\t16-22\trained\t_\t_\t_\t
2-3\t22-23\t.\t_\t_\t_\t
"""


def test_webanno_files_with_more_layers_and_parts_of_tokens_are_read(tmp_path: Path) -> None:
    (tmp_path / "d.tsv").write_text(WEBANNO, "utf-8")
    entry, notice = read(tmp_path / "d.tsv")
    assert entry.article.text == "👍 Den Haag.\nIt rained."
    assert said(entry) == [("Den Haag", "GPE"), ("Ha", "ODD"), ("Haag", "LOC")]
    assert "left out: POS." in notice.reason


def test_a_cas_of_ones_own_layer_is_read_with_its_first_feature_as_label(tmp_path: Path) -> None:
    structures = [
        {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaString": TEXT},
        {"%ID": 2, "%TYPE": "webanno.custom.Who", "@sofa": 1, "begin": 0, "end": 10, "kind": "PERSON"},
        {"%ID": 3, "%TYPE": "custom.Span", "@sofa": 1, "begin": 18, "end": 22},
        {"%ID": 4, "%TYPE": "custom.Span", "@sofa": 1, "begin": 18, "end": 99},
    ]
    (tmp_path / "c.json").write_text(json.dumps({"%FEATURE_STRUCTURES": structures, "%VIEWS": {}}))
    entry, problem = read(tmp_path / "c.json")
    assert said(entry) == [("Maria Ruiz", "PERSON"), ("Navy", "Span")]
    assert "no range of the text" in problem.reason


def test_columns_without_docstart_are_one_article_and_a_line_without_a_tag_is_listed(tmp_path: Path) -> None:
    (tmp_path / "c.conll").write_text(
        "# id = 1\nMaria NNP B-NP PERSON\nRuiz NNP I-NP PERSON\n\nalone\nleft VBD B-VP O\n"
    )
    problem, entry, notice = read(tmp_path / "c.conll", HowRead("conll"))
    assert (entry.article.text, said(entry)) == ("Maria Ruiz\nleft", [("Maria Ruiz", "PERSON")])
    assert (problem.line, notice.reason) == (5, AS_IO)


HOSTILE = [
    ("label-studio", b'[{"data": {"text": "x"}, "annotations": []}, {"data"'),
    ("prodigy", b'[1, "a", null'),
    ("doccano", b'{"text": "x", "label": [[0, 1]]}'),
    ("doccano-relation", b'{"text": "x", "entities": [], "relations": [{"from_id": 1, "to_id": 2}]}'),
    ("facts", b'{"type": "A", "roles": [], "trigger": [0, 1]}'),
    ("cas-json", b'{"%FEATURE_STRUCTURES": 3}'),
    ("webanno", b"#FORMAT=WebAnno TSV 3.3\n\n#Text=x\n1-1\t5\tx\n"),
    ("spacy", b"no zlib"),
    ("hf", b'{"tokens": ["a"], "ner_tags": [1]}'),
    ("csv", b"start,end,label,text\n1,2,A,\n"),
    ("docx", b"PK\x03\x04 nothing"),
    ("pdf", b"%PDF-1.4 nothing"),
    ("conll", b"\xff\xfe B-A\n"),
]


@pytest.mark.parametrize(("name", "content"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_a_damaged_file_gives_a_problem_with_a_sentence(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(content)
    problems = [entry for entry in read(tmp_path / "f", HowRead(name)) if isinstance(entry, Problem)]
    assert problems
    assert all(problem.reason.endswith(".") for problem in problems)


def test_a_list_of_tasks_is_read_one_by_one_with_their_lines() -> None:
    tasks = [{"text": "x" * 50_000, "n": n} for n in range(9)]
    file = io.BytesIO(json.dumps(tasks, indent=0).encode())
    found = list(values(Path("t"), file))
    assert [(line, value["n"]) for line, value in found] == [(2 + 4 * n, n) for n in range(9)]
