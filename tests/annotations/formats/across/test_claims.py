"""Claims: what other articles say of each fact of a group, and the label that follows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotations.compare.items import JudgedRole, Verdict
from annotations.compare.material import ComparedArticle
from tests.annotations.formats.across.two_reports import (
    article,
    crossed,
    exported,
    fact,
    grouped,
    with_facts,
)


def report(
    id_: str, text: str, count: str | None, trigger: str | None = "killed", **meta: Any
) -> ComparedArticle:
    """A report of how many people were killed."""
    fillers = {"count": count} if count else {}
    return with_facts(article(id_, text, **meta), fact(text, f"f-{id_}", "CASUALTY", trigger, **fillers))


def five(id_: str, **meta: Any) -> ComparedArticle:
    return report(id_, f"Police in {id_} said so. There five sailors were killed. Rain fell.", "five", **meta)


def nine(id_: str) -> ComparedArticle:
    return report(id_, f"In {id_} nine sailors were killed.", "nine")


def silent(id_: str) -> ComparedArticle:
    return with_facts(
        one := article(id_, f"In {id_} sailors may have been killed."),
        fact(one.text, f"f-{id_}", "CASUALTY", "killed").stating(modality="speculated"),
    )


def claims(
    tmp_path: Path, *articles: ComparedArticle, judged: JudgedRole | None = None
) -> list[dict[str, Any]]:
    items = grouped(articles, {"g": [fact.id for one in articles for fact in one.facts]})
    what = crossed(articles, [*items, *([judged] if judged else [])])
    folder, *_ = exported(what, tmp_path, "claims")
    return [json.loads(line) for line in (folder / "out.txt").read_text("utf-8").splitlines()]


def labels(tmp_path: Path, *articles: ComparedArticle) -> list[str]:
    return [one["label"] for one in claims(tmp_path, *articles)]


def test_a_claim_is_supported_by_who_says_the_same(tmp_path: Path) -> None:
    one, _ = claims(tmp_path, five("a"), five("b"))
    assert one["label"] == "Supported"
    first = one["evidence"][0]
    assert (first["article"], first["role"], first["verdict"]) == ("b", "count", "same")
    assert first["text"] == "There five sailors were killed."


def test_a_claim_is_refuted_by_who_contradicts_it(tmp_path: Path) -> None:
    assert labels(tmp_path, five("a"), nine("b")) == ["Refuted", "Refuted"]


def test_evidence_conflicts_when_some_support_and_some_contradict(tmp_path: Path) -> None:
    found = labels(tmp_path, five("a"), five("b"), nine("c"))
    assert found == ["Conflicting Evidence", "Conflicting Evidence", "Refuted"]


def test_where_nobody_else_says_it_there_is_not_enough_evidence(tmp_path: Path) -> None:
    assert labels(tmp_path, five("a"), silent("b")) == ["Not Enough Evidence", "Not Enough Evidence"]


def test_who_only_tells_of_the_event_supports_no_number(tmp_path: Path) -> None:
    bare = report("b", "In b sailors were killed.", None)
    assert labels(tmp_path / "1", five("a"), bare) == ["Not Enough Evidence", "Supported"]


def test_a_claim_has_its_sentence_and_where_it_comes_from(tmp_path: Path) -> None:
    dated = {"published": "2024-05-03", "published_trusted": True, "source": "Harbor Wire"}
    one, other = claims(tmp_path, five("a", **dated), five("b", published="2024-05-03"))
    assert (one["claim_date"], one["reporting_source"], other["claim_date"]) == (
        "2024-05-03",
        "Harbor Wire",
        None,
    )
    assert one["claim"] == "There five sailors were killed."
    assert "five" in one["told"]
    assert one["speaker"] is None


def test_the_speaker_is_the_chain_of_sources_innermost_first(tmp_path: Path) -> None:
    text = "The ministry told Radio Tide that five were killed."
    made = fact(text, "f", "CASUALTY", "killed", count="five")
    told = fact(text, "f", "CASUALTY", "killed", source="The ministry")
    chain = fact(text, "f", "CASUALTY", "killed", source="Radio Tide")
    sources = type(told.roles[0])("source", (*told.roles[0].fillers, *chain.roles[0].fillers))
    held = with_facts(article("a", text), type(made)("f", "CASUALTY", made.trigger, (*made.roles, sources)))
    assert claims(tmp_path, held, five("b"))[0]["speaker"] == ["The ministry", "Radio Tide"]


def test_a_repetition_is_no_witness(tmp_path: Path) -> None:
    text = "There five sailors were killed. Five sailors died."
    twice = with_facts(
        article("a", text),
        fact(text, "f", "CASUALTY", "killed", count="five"),
        fact(text, "g", "CASUALTY", "died", count="Five"),
    )
    found = claims(tmp_path, twice, silent("b"))
    assert {one["label"] for one in found} == {"Not Enough Evidence"}


def test_articles_with_one_text_are_one(tmp_path: Path) -> None:
    text = "There five sailors were killed."
    mirrors = [report(id_, text, "five") for id_ in "ab"]
    assert claims(tmp_path / "1", *mirrors) == []
    found = claims(tmp_path / "2", *mirrors, nine("c"))
    ends = [report(id_, text + n * "\n", "five") for n, id_ in enumerate("ab")]
    assert claims(tmp_path / "3", *ends) == []
    assert [len({e["article"] for e in one["evidence"]}) for one in found] == [1, 1, 2]


def test_an_article_can_contradict_itself(tmp_path: Path) -> None:
    text = "There five sailors were killed, or nine sailors killed by rain."
    both = with_facts(
        article("a", text),
        fact(text, "f", "CASUALTY", "killed", count="five"),
        fact(text, "g", "CASUALTY", "killed by rain", count="nine"),
    )
    assert labels(tmp_path, both, five("b"))[0] == "Conflicting Evidence"


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict.SAME, "Supported"),
        (Verdict.DIFFERS, "Not Enough Evidence"),
        (Verdict.SILENT, "Not Enough Evidence"),
    ],
)
def test_a_verdict_of_a_person_stands_over_the_computed_one(
    tmp_path: Path, verdict: Verdict, expected: str
) -> None:
    judged = JudgedRole("g", "count", verdict, "One is of Tuesday.", ("five sailors", "nine sailors"))
    one, _ = claims(tmp_path, five("a"), nine("b"), judged=judged)
    assert one["label"] == expected
    if verdict is not Verdict.SILENT:
        assert (one["evidence"][0]["verdict"], one["evidence"][0]["reason"]) == (
            verdict,
            "One is of Tuesday.",
        )


def test_facts_without_trigger_and_without_anything_leave_too(tmp_path: Path) -> None:
    bare = with_facts(
        article("b", "Rain 👩\u200d👧 \u202eקיץ\r\n"), type(five("a").facts[0])("f-b", "CASUALTY")
    )
    one, other = claims(tmp_path, report("a", "Five died.\r\n", "Five", None), bare)
    assert (one["claim"], other["claim"], other["start"]) == ("Five died.", other["told"], 0)
    assert {one["label"], other["label"]} == {"Not Enough Evidence"}


def test_facts_of_one_article_are_left_out_and_counted(tmp_path: Path) -> None:
    alone = five("c")
    items = grouped([five("a"), five("b")], {"g": ["f-a", "f-b"]})
    folder, losses, output = exported(crossed([five("a"), five("b"), alone], items), tmp_path, "claims")
    assert len((folder / "out.txt").read_text().splitlines()) == 2
    assert output.told["left_out"] == {"facts in no group of two articles": 1}
    assert losses.counts == {}


def test_a_project_without_articles_gives_an_empty_file(tmp_path: Path) -> None:
    folder, losses, _ = exported(crossed([]), tmp_path, "claims")
    assert (folder / "out.txt").read_bytes() == b""
    assert losses.counts == {}
