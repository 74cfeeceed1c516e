"""What a format cannot carry: overlaps by rule, spans off the tokens, labels renamed, all of it counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.articles import Article
from annotations.errors import UserError
from annotations.formats import FORMATS
from annotations.formats.base import How, Losses, Record
from annotations.formats.writing.export import Plan
from annotations.formats.writing.fit import Fitter, flat
from annotations.formats.writing.proof import MISREAD
from annotations.sets import AnnotationSet, Item
from annotations.spans import Status, in_order
from tests.making import SMALL, TEXT, span
from tests.round_trips import exported, records, said, written

NESTED = (span(0, 10), span(6, 10, "ORG"), span(18, 22, "ORG"))
RANK = {"PERSON": 0, "ORG": 1, "GPE": 2}


def record(*items: Item, text: str = TEXT) -> Record:
    return Record(Article("a", text, "T"), AnnotationSet.of("a", "anna", items))


@pytest.mark.parametrize(
    ("rule", "kept"), [("longest", ["Maria Ruiz", "Navy"]), ("priority", ["Ruiz", "Navy"])]
)
def test_of_overlapping_spans_one_is_kept_by_the_rule_and_the_other_counted(rule, kept) -> None:
    spans = (span(0, 10, "ORG"), span(6, 10, "PERSON"), span(18, 22, "ORG"))
    (entry,), manifest = written([record(*spans)], "conll", how=How(SMALL, overlaps=rule))
    assert [text for text, _ in said(entry)] == kept
    assert manifest["not_carried"][f"overlapping spans ({rule} first)"]["count"] == 1


def test_overlapping_spans_are_kept_in_a_further_file(tmp_path: Path) -> None:
    how = How(SMALL, overlaps="keep")
    entries, manifest = written([record(*NESTED)], "biluo", how=how)
    assert [said(entry) for entry in entries] == [
        [("Maria Ruiz", "PERSON"), ("Navy", "ORG")],
        [("Ruiz", "ORG")],
    ]
    assert sorted(manifest["files"]) == ["out", "out.overlaps"]
    assert manifest["proved"]


@given(records("a"), st.sampled_from(["longest", "priority"]))
def test_what_is_flat_does_not_overlap_and_nothing_is_lost(entry: Record, rule: str) -> None:
    kept, left = flat(entry.spans(), rule, RANK)
    assert not any(a.overlaps(b) for a in kept for b in kept if a is not b)
    assert sorted([*kept, *left], key=in_order) == sorted(entry.spans(), key=in_order)
    assert all(any(span.overlaps(other) for other in kept) for span in left)


@pytest.mark.parametrize(("rule", "kept"), [("cover", [("Maria Ruiz", "PERSON")]), ("drop", [])])
def test_a_span_off_the_tokens_covers_them_or_is_left_out_as_asked(rule: str, kept: list) -> None:
    (entry,), manifest = written([record(span(2, 8))], "spacy", how=How(SMALL, misaligned=rule))
    assert said(entry) == kept
    assert manifest["not_carried"]["spans off the tokens"]["examples"] == ["a 2-8 PERSON 'ria Ru'"]


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.write and name != "jsonl"])
@given(entry=records("a"))
def test_each_span_that_does_not_leave_is_counted(name: str, entry: Record) -> None:
    losses = Losses()
    layers = Fitter(FORMATS[name], How(SMALL), losses).layers(entry)
    left = len(entry.spans()) - sum(len(layer.spans()) for layer in layers)
    assert left <= sum(losses.counts.values())


def test_labels_that_a_format_cannot_hold_are_renamed_alike_and_stay_apart() -> None:
    spans = [span(0, 5, "a b"), span(6, 10, "a_b"), span(18, 22, "東京"), span(28, 32, "a b")]
    (entry,), manifest = written([record(*spans)], "brat")
    assert [label for _, label in said(entry)] == ["a_b", "a_b_2", "label", "a_b"]
    assert manifest["not_carried"]["labels renamed"]["examples"] == [
        "a b is a_b",
        "a_b is a_b_2",
        "東京 is label",
    ]


def test_a_label_of_white_space_and_controls_is_not_renamed_to_white_space() -> None:
    (entry,), _ = written([record(span(0, 10, "\u00a0\x08"))], "webanno")
    assert [label for _, label in said(entry)] == ["label"]


def test_rejected_spans_never_leave_as_if_they_were_right() -> None:
    entry = record(span(0, 10, status=Status.REJECTED), span(18, 22, "ORG", score=0.5))
    (back,), manifest = written([entry], "doccano")
    assert said(back) == [("Navy", "ORG")]
    assert {kind: lost["count"] for kind, lost in manifest["not_carried"].items()} == {
        "rejected spans": 1,
        "scores": 1,
    }


def test_strict_makes_a_loss_an_error_and_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("old")
    with pytest.raises(UserError, match="1 overlapping spans"):
        exported([record(*NESTED)], "conll", tmp_path, plan=Plan(strict=True))
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "old")]


def test_a_file_that_does_not_read_back_is_said_to_be_unproved(tmp_path: Path, monkeypatch) -> None:
    form = FORMATS["doccano"]
    monkeypatch.setitem(FORMATS, "doccano", type(form)(**{**vars(form), "read": lambda *given: iter(())}))
    manifest = exported([record(*NESTED)], "doccano", tmp_path)
    assert (manifest["proved"], manifest["not_carried"][MISREAD]["examples"]) == (False, ["a: nothing"])
