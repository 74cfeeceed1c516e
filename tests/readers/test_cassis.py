"""dkpro-cassis loads the CAS JSON; its offsets are code points of the text, ours in the file UTF-16 units."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from cassis import Cas, load_cas_from_json
from expected import BY_ID, MADE, spans

CORE = "de.tudarmstadt.ukp.dkpro.core.api."
FILES = {
    unquote(path.name.partition("~")[0].removesuffix(".json")): path for path in (MADE / "cas").glob("*.json")
}
del FILES["manifest"]


def loaded(id_: str) -> Cas:
    with FILES[id_].open("rb") as file:
        return load_cas_from_json(file)


def test_there_is_a_file_an_article() -> None:
    assert FILES.keys() == BY_ID.keys()


@pytest.mark.parametrize("id_", list(BY_ID)[:10])
def test_the_text_and_the_entities_are_those_of_the_record(id_: str) -> None:
    cas = loaded(id_)
    entities = cas.select(f"{CORE}ner.type.NamedEntity")
    assert cas.sofa_string == BY_ID[id_]["text"]
    assert sorted((one.begin, one.end, one.value) for one in entities) == spans(BY_ID[id_])
    (about,) = cas.select(f"{CORE}metadata.type.DocumentMetaData")
    assert (about.documentId, about.documentTitle) == (id_, BY_ID[id_]["title"])


@pytest.mark.parametrize("id_", list(BY_ID)[:10])
def test_tokens_lie_in_sentences_and_none_is_white_space(id_: str) -> None:
    cas = loaded(id_)
    tokens = cas.select(f"{CORE}segmentation.type.Token")
    inside = [
        token
        for sentence in cas.select(f"{CORE}segmentation.type.Sentence")
        for token in cas.select_covered(f"{CORE}segmentation.type.Token", sentence)
    ]
    assert [(one.begin, one.end) for one in inside] == [(one.begin, one.end) for one in tokens]
    assert all(one.get_covered_text().strip() == one.get_covered_text() != "" for one in tokens)


@pytest.mark.parametrize("id_", list(BY_ID)[:10])
def test_what_cassis_writes_again_says_the_same(id_: str) -> None:
    def places(value: dict) -> list[tuple[int, int, str]]:
        found = (one for one in value["%FEATURE_STRUCTURES"] if one["%TYPE"].endswith("NamedEntity"))
        return sorted((one["begin"], one["end"], one["value"]) for one in found)

    again = json.loads(loaded(id_).to_json())
    assert places(again) == places(json.loads(FILES[id_].read_text("utf-8")))


def test_facts_are_spans_with_slots_that_reach_their_fillers() -> None:
    def places(fact: dict) -> tuple:
        held = [(role["role"], one["start"], one["end"]) for role in fact["roles"] for one in role["fillers"]]
        return fact["type"], tuple(fact["trigger"]), sorted(held)

    told, wanted = [], []
    for id_, record in BY_ID.items():
        wanted += [places(fact) for fact in record["facts"]]
        for one in loaded(id_).select("webanno.custom.FactmarkFact") if record["facts"] else ():
            links = [(link.role, link.target.begin, link.target.end) for link in one.roles.elements]
            told.append((one.value, (one.begin, one.end), sorted(links)))
    assert told == wanted
    assert wanted
