"""The exact shapes that other tools expect, on one small article with a fact."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from annotations.articles import Article
from annotations.fact_attributes import Modality, stated
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import How, Record
from annotations.formats.columns.tagged import SCHEMES, spans_of, tags
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Status
from tests.making import SMALL, TEXT, span
from tests.round_trips import exported

EMOJI = "👍 " + TEXT
ROLES = (Role("actor", (Filler(2, 12, "p"),)), Role("place", (Filler(30, 34, "o"), Filler(38, 45))))
FACT = Fact("f", "MOVE", (25, 29), ROLES, stated(modality=Modality.CLAIMED, negated=True, note="says who?"))
ITEMS = (span(2, 12, id_="p"), span(30, 34, "GPE", id_="o"), FACT, Progress(State.DONE))


def files(name: str, folder: Path, *items: Any, text: str = EMOJI, **more: Any) -> dict[str, str]:
    """The names and contents of what an export wrote."""
    entry = Record(Article("a", text, "T", {"source": "Post"}), AnnotationSet.of("a", "anna", items or ITEMS))
    exported([entry], name, folder, **more)
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and "manifest" not in path.name)
    return {path.name: path.read_bytes().decode("utf-8", "replace") for path in found}


def test_doccano_counts_utf16_units_and_spreads_metadata(tmp_path: Path) -> None:
    value = json.loads(files("doccano", tmp_path)["out"])
    assert value["label"] == [[3, 13, "PERSON"], [31, 35, "GPE"]]
    assert (value["source"], value["article_id"], value["Comments"]) == ("Post", "a", [])


def test_doccano_counts_code_points_when_asked(tmp_path: Path) -> None:
    value = json.loads(files("doccano", tmp_path, how=How(SMALL, "codepoints"))["out"])
    assert value["label"][0] == [2, 12, "PERSON"]


def test_doccanos_relations_lead_from_the_trigger_to_each_filler(tmp_path: Path) -> None:
    value = json.loads(files("doccano-relation", tmp_path)["out"])
    labels = {entity["id"]: entity["label"] for entity in value["entities"]}
    ends = [(labels[r["from_id"]], labels[r["to_id"]], r["type"]) for r in value["relations"]]
    assert ends == [
        ("MOVE", "PERSON", "MOVE:actor"),
        ("MOVE", "GPE", "MOVE:place"),
        ("MOVE", "MOVE:place", "MOVE:place"),
    ]


def test_label_studio_gets_tasks_and_the_configuration_that_fits_them(tmp_path: Path) -> None:
    guess = span(18, 22, "ORG", status=Status.SUGGESTED, score=0.5, origin="en_news")
    found = files("label-studio", tmp_path, *ITEMS, guess)
    (task,) = json.loads(found["out"])
    region = task["annotations"][0]["result"][0]
    assert region["value"] == {"start": 2, "end": 12, "text": "Maria Ruiz", "labels": ["PERSON"]}
    assert (region["from_name"], region["to_name"], region["type"]) == ("label", "text", "labels")
    assert task["predictions"][0]["model_version"] == "en_news"
    assert '<Label value="MOVE:place"/>' in found["out.config.xml"]
    assert {one["type"] for one in task["annotations"][0]["result"]} == {"labels", "relation"}


def test_brat_gets_events_attributes_notes_and_a_configuration(tmp_path: Path) -> None:
    found = files("brat", tmp_path)
    assert found["a.txt"] == EMOJI
    assert found["a.ann"].splitlines() == [
        "T1\tPERSON 2 12\tMaria Ruiz",
        "T2\tGPE 30 34\tOslo",
        "T3\tMOVE 25 29\tleft",
        "T4\tRange 38 45\tTuesday",
        "E1\tMOVE:T3 actor:T1 place:T2 place2:T4",
        "A1\tModality E1 claimed",
        "A2\tNegation E1",
        "#3\tAnnotatorNotes E1\tsays who?",
    ]
    assert "[events]\nATTACK\nMOVE\tactor*:" in found["annotation.conf"]


def test_a_brat_span_across_a_line_break_is_in_pieces_round_it(tmp_path: Path) -> None:
    found = files("brat", tmp_path, span(0, 10), text="Maria\r\nRuiz left.")
    assert found["a.ann"] == "T1\tPERSON 0 5;7 10\tMaria Rui\n"


def test_webanno_writes_a_token_a_line_with_numbered_spans(tmp_path: Path) -> None:
    found = files("webanno", tmp_path, span(2, 6), span(2, 11, "ORG"), text="👍 [abc] Ruiz\nran.")
    layer = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
    assert found["a.tsv"].split("\n")[:6] == [
        "#FORMAT=WebAnno TSV 3.3",
        f"#T_SP={layer}|value",
        "",
        "",
        "#Text=👍 [abc] Ruiz",
        "1-1\t0-2\t👍\t_\t",
    ]
    assert "1-2\t3-4\t[\tORG[1]|PERSON[2]\t\n1-3\t4-7\tabc\tORG[1]|PERSON[2]\t\n" in found["a.tsv"]


def test_cas_json_has_a_sofa_tokens_and_entities_in_utf16_units(tmp_path: Path) -> None:
    value = json.loads(files("cas-json", tmp_path)["a.json"])
    sofa, *others = value["%FEATURE_STRUCTURES"]
    assert (sofa["%TYPE"], sofa["sofaString"]) == ("uima.cas.Sofa", EMOJI)
    entities = [one for one in others if one["%TYPE"].endswith("NamedEntity")]
    assert [(e["begin"], e["end"], e["value"]) for e in entities] == [(3, 13, "PERSON"), (31, 35, "GPE")]
    indexed = [one["%ID"] for one in others if "begin" in one]  # links and lists of them are not
    assert value["%VIEWS"]["_InitialView"]["%MEMBERS"] == indexed
    assert {one["%TYPE"].removesuffix("[]") for one in others} == value["%TYPES"].keys()


def test_conll_2003_has_four_columns_also_before_an_article(tmp_path: Path) -> None:
    found = files("conll2003", tmp_path, span(0, 10), span(28, 32, "GPE"), text=TEXT)["out"].split("\n")
    assert found[:4] == ["-DOCSTART- -X- O O", "", "Maria -X- -X- B-PERSON", "Ruiz -X- -X- I-PERSON"]
    assert {len(line.split(" ")) for line in found if line} == {4}


def test_spacys_converter_parts_the_articles_of_conll_2003(tmp_path: Path) -> None:
    from spacy.training.converters import conll_ner_to_docs

    exported([Record(Article(id_, TEXT, id_)) for id_ in "ab"], "conll2003", tmp_path)
    found = list(conll_ner_to_docs((tmp_path / "out").read_text("utf-8"), no_print=True))
    assert [doc[0].text for doc in found] == ["Maria", "Maria"]


@pytest.mark.parametrize(
    ("scheme", "wanted"),
    [("bio", "B-A I-A B-A O B-B"), ("iob1", "I-A I-A B-A O I-B"), ("biluo", "B-A L-A U-A O U-B")],
)
def test_tags_of_each_scheme(scheme: str, wanted: str) -> None:
    spans = [(0, 2, "A"), (2, 3, "A"), (4, 5, "B")]
    assert scheme in SCHEMES
    assert tags(5, spans, scheme) == wanted.split()
    assert spans_of(wanted.split()) == spans


def test_spacy_reads_entities_and_the_span_group(tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import DocBin

    files("spacy", tmp_path, span(0, 10), span(6, 10, "ORG"), text=TEXT)
    (doc,) = DocBin().from_disk(tmp_path / "out").get_docs(spacy.blank("en").vocab)
    assert [(e.text, e.label_) for e in doc.ents] == [("Maria Ruiz", "PERSON")]
    assert [(e.text, e.label_) for e in doc.spans["sc"]] == [("Maria Ruiz", "PERSON"), ("Ruiz", "ORG")]


def test_hf_gets_numbered_tags_whose_names_stand_in_card_and_parquet(tmp_path: Path) -> None:
    import pyarrow.parquet

    found = files("hf", tmp_path, span(0, 10), text=TEXT)
    row = json.loads(found["train.jsonl"])
    assert (row["tokens"][:2], row["ner_tags"][:3]) == (["Maria", "Ruiz"], [1, 2, 0])
    card = yaml.safe_load(found["README.md"].split("---\n")[1])
    names = card["dataset_info"]["features"][2]["sequence"]["class_label"]["names"]
    table = pyarrow.parquet.read_table(tmp_path / "out" / "train.parquet")
    meta = json.loads(table.schema.metadata[b"huggingface"])
    assert list(names.values())[:3] == ["O", "B-PERSON", "I-PERSON"]
    assert meta["info"]["features"]["ner_tags"]["feature"]["names"] == list(names.values())
    assert table.to_pylist() == [row]


def test_hfs_card_names_parquet_files_alone_and_how_large_each_split_is(tmp_path: Path) -> None:
    card = yaml.safe_load(files("hf", tmp_path, span(0, 10), text=TEXT)["README.md"].split("---\n")[1])
    parquet = {"config_name": "default", "data_files": [{"split": "train", "path": "train.parquet"}]}
    (split,) = card["dataset_info"]["splits"]
    assert card["configs"] == [parquet]
    assert (split["name"], split["num_examples"]) == ("train", 1)
    assert split["num_bytes"] > len(TEXT)


def test_the_further_files_for_hf_have_names_that_datasets_allows(tmp_path: Path) -> None:
    nested = [span(0, 22), span(0, 10, "ORG"), span(6, 10, "GPE")]
    found = files("hf", tmp_path, *nested, text=TEXT, how=How(SMALL, overlaps="keep"))
    sides = [
        split["name"]
        for split in yaml.safe_load(found["README.md"].split("---\n")[1])["dataset_info"]["splits"]
    ]
    assert sides == ["train", "overlaps", "overlaps_2"]
    assert {f"{side}.parquet" for side in sides} < found.keys()


def test_a_line_a_fact_has_its_texts_and_the_sentence_it_stands_in(tmp_path: Path) -> None:
    value = json.loads(files("facts", tmp_path)["out"])
    assert (value["article"], value["type"], value["modality"], value["negated"]) == (
        "a",
        "MOVE",
        "claimed",
        True,
    )
    assert [f["text"] for role in value["roles"] for f in role["fillers"]] == [
        "Maria Ruiz",
        "Oslo",
        "Tuesday",
    ]
    assert value["evidence"] == {"start": 0, "end": 46, "text": EMOJI}
    assert value["trigger_text"] == "left"


def test_csv_has_a_row_a_span_and_the_text_once(tmp_path: Path) -> None:
    lines = files("csv", tmp_path)["out"].splitlines()
    assert lines[0] == "article,annotator,title,start,end,label,quote,status,text"
    assert lines[1] == f"a,anna,T,2,12,PERSON,Maria Ruiz,confirmed,{EMOJI}"
    assert lines[2] == "a,anna,,30,34,GPE,Oslo,confirmed,"
