"""What a pipeline finds, put right by the label guide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.articles import Asked
from annotations.suggest import suggester as suggesters
from annotations.suggest.label_guide import by_guide
from annotations.suggest.trust import fingerprint

LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "DATE")


def right(wording: str, label: str) -> list[tuple[str, str]]:
    text = f"🙂 {wording}."
    return [(text[start:end], found) for start, end, found in by_guide(text, 2, 2 + len(wording), label)]


@pytest.mark.parametrize(
    ("wording", "label", "expected"),
    [
        ("southern Iraq", "LOC", [("Iraq", "GPE")]),
        ("General Omar Diaz", "ORG", [("Omar Diaz", "PERSON")]),
        ("the Acme Corp", "ORG", [("Acme Corp", "ORG")]),
        ("the United States", "GPE", [("United States", "GPE")]),
        ("Peru’s", "GPE", [("Peru", "GPE")]),
        ("Rosa Lind's", "PERSON", [("Rosa Lind", "PERSON")]),
        ("Bonnard's", "ORG", [("Bonnard's", "ORG")]),
        ("unarmed security forces", "ORG", []),
        ("ISIL tactical units", "ORG", [("ISIL tactical units", "ORG")]),
        ("Palmyra, Syria", "GPE", [("Palmyra", "GPE"), ("Syria", "GPE")]),
        ("Étienne Édouard", "PERSON", [("Étienne Édouard", "PERSON")]),
        ("محمد", "PERSON", [("محمد", "PERSON")]),
        ("Western", "NORP", []),
        ("the 3 May", "DATE", [("the 3 May", "DATE")]),
    ],
)
def test_a_find_is_put_right(wording: str, label: str, expected: list[tuple[str, str]]) -> None:
    assert right(wording, label) == expected


@given(st.text(st.sampled_from("aAé🙂 ,.'’s"), min_size=1, max_size=30), st.sampled_from(LABELS))
def test_what_is_left_lies_within_the_find_in_order(wording: str, label: str) -> None:
    at = 0
    for start, end, _ in by_guide(wording, 0, len(wording), label):
        assert at <= start < end <= len(wording)
        at = end


def test_the_finds_of_any_pipeline_are_put_right(tmp_path) -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns([{"label": "GPE", "pattern": "the Republic of Zorbia"}])
    nlp.to_disk(tmp_path / "other")
    (found,) = suggesters.load(str(tmp_path / "other"), trusted=[fingerprint(tmp_path / "other")]).suggest(
        [Asked("a", "In the Republic of Zorbia.")], LABELS
    )
    assert [(span.start, span.end) for span in found.spans] == [(7, 25)]


@pytest.mark.parametrize(
    ("text", "found", "label", "whole"),
    [
        ("It took 41 000 tonnes.", "000 tonnes", "QUANTITY", "41 000 tonnes"),
        ("It took 41\u202f000 tonnes.", "41", "CARDINAL", "41\u202f000"),
        ("It took $490 000.", "$490", "MONEY", "$490 000"),
        ("In 41 000 years", "000 years", "DATE", "41 000 years"),
        ("In May 2 000 people left.", "May 2", "DATE", "May"),
        ("In 2024 300 people left.", "2024", "DATE", "2024"),
    ],
)
def test_a_find_never_cuts_a_number_in_groups(text: str, found: str, label: str, whole: str) -> None:
    at = text.index(found)
    assert [text[s:e] for s, e, _ in by_guide(text, at, at + len(found), label)] == [whole]
