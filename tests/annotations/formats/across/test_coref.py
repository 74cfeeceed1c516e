"""Chains for scorers: stories as documents, every mention in one chain, and each loss in a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.compare.items import Story
from annotations.compare.material import ComparedArticle
from annotations.formats.across.story_documents import TWICE
from annotations.formats.coref.conll2012 import CorefStory, read_coref
from tests.annotations.formats.across.two_reports import (
    article,
    crossed,
    exported,
    fact,
    grouped,
    members,
    with_facts,
)

HARBOR = article("harbor", "[Peru|peru:GPE] [struck|t] a depot. [Ann|ann:PERSON] said [Peru|peru:GPE] did.")
MERIDIAN = article("meridian", "A depot was [hit|t] by [Peru|peru:GPE].")
TIDE = article("tide", "[Ann|ann:PERSON] left. [Bo|bo:PERSON] too.")
STRIKE = Story("s", "The strike (Friday)", ("meridian", "harbor"))


def chains(folder: Path, kind: str) -> dict[str, list[list[str]]]:
    """The chains of each document as the words of their mentions."""
    with (folder / f"out.{kind}.txt").open(encoding="utf-8") as file:
        return {one.name: _chains(one) for one in read_coref(file)}


def _chains(story: CorefStory) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for one in story.mentions:
        words = story.sentences[one.sentence][one.first : one.last + 1]
        found.setdefault(one.chain, []).append(" ".join(words))
    return list(found.values())


def test_a_story_is_a_document_and_an_article_in_none_is_one_by_itself(tmp_path: Path) -> None:
    articles = [HARBOR, MERIDIAN, TIDE]
    folder, losses, output = exported(crossed(articles, members(articles), STRIKE), tmp_path, "coref")
    assert chains(folder, "entities") == {
        "The_strike_Friday": [["Peru", "Peru", "Peru"], ["Ann"]],
        "tide": [["Ann"], ["Bo"]],
    }
    assert [one["status"] for one in output.told["documents"]] == ["confirmed", "alone"]
    assert losses.counts == {}


def test_a_chain_keeps_its_number_in_all_documents(tmp_path: Path) -> None:
    folder, *_ = exported(crossed([HARBOR, TIDE], members([HARBOR, TIDE])), tmp_path, "coref")
    with (folder / "out.entities.txt").open(encoding="utf-8") as file:
        harbor, tide = read_coref(file)
    ann = {one.chain for one in harbor.mentions if harbor.sentences[one.sentence][one.first] == "Ann"}
    assert ann == {one.chain for one in tide.mentions if tide.sentences[one.sentence][one.first] == "Ann"}


def test_mentions_alone_in_their_document_leave_only_when_asked_for(tmp_path: Path) -> None:
    what = crossed([HARBOR, TIDE], members([HARBOR, TIDE]))
    folder, _, output = exported(what, tmp_path, "coref", singletons=False)
    assert chains(folder, "entities") == {"harbor": [["Peru", "Peru"]], "tide": []}
    assert list(output.told["left_out"].values()) == [3]


def test_groups_are_chains_of_triggers(tmp_path: Path) -> None:
    harbor = with_facts(
        HARBOR, fact(HARBOR.text, "f1", "ATTACK", "struck"), fact(HARBOR.text, "f2", "STATEMENT", "said")
    )
    meridian = with_facts(MERIDIAN, fact(MERIDIAN.text, "f3", "ATTACK", "hit"))
    items = grouped([harbor, meridian], {"g": ["f1", "f3"]})
    folder, _, _ = exported(crossed([harbor, meridian], items, STRIKE), tmp_path, "coref")
    assert chains(folder, "groups") == {"The_strike_Friday": [["hit", "struck"], ["said"]]}


def test_facts_without_a_trigger_are_counted(tmp_path: Path) -> None:
    both = [
        with_facts(one, fact(one.text, one.id, "ATTACK", None, place="depot")) for one in (HARBOR, MERIDIAN)
    ]
    items = grouped(both, {"g": ["harbor", "meridian"]})
    folder, losses, _ = exported(crossed(both, items, STRIKE), tmp_path, "coref")
    assert chains(folder, "groups") == {"The_strike_Friday": []}
    assert losses.counts["facts without a trigger"] == 2


def lost(
    tmp_path: Path, *spans: tuple[int, int, str], text: str, misaligned: str = "cover"
) -> dict[str, int]:
    """The losses of mentions at those bounds, each of the entity that is named."""
    marked = "".join(f"[{text[a:b]}|{name}:ORG]" for a, b, name in spans)
    held = article("a", marked)
    made = [
        type(span)(f"{name}.{a}", a, b, "ORG") for span, (a, b, name) in zip(held.spans, spans, strict=True)
    ]
    one = ComparedArticle(type(held.article)("a", text), tuple(made))
    return exported(crossed([one], members([one])), tmp_path, "coref", misaligned=misaligned)[1].counts


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 3, "x")], {"mentions off the tokens": 1}),  # "Per"
        ([(4, 5, "x")], {"mentions without a token": 1}),  # a blank
        ([(5, 16, "x")], {"mentions that reach over sentences": 1}),
        ([(0, 4, "x"), (0, 3, "y")], {"mentions off the tokens": 1, "mentions twice at one place": 1}),
        ([(0, 9, "x"), (5, 10, "x")], {"mentions that begin in another of their chain and end behind it": 1}),
        ([(0, 9, "x"), (5, 9, "x")], {}),  # nested
        ([(0, 9, "x"), (5, 10, "y")], {}),  # crossing, of two chains
    ],
)  # fmt: skip
def test_what_no_file_of_chains_can_say_is_counted(
    tmp_path: Path, spans: list[tuple[int, int, str]], expected: dict[str, int]
) -> None:
    assert lost(tmp_path, *spans, text="Peru fell. Chile too.") == expected


def test_mentions_off_the_tokens_can_be_dropped(tmp_path: Path) -> None:
    assert lost(tmp_path, (0, 3, "x"), text="Peru fell.", misaligned="drop") == {"mentions off the tokens": 1}


def test_an_article_in_two_stories_is_in_the_first_and_told(tmp_path: Path) -> None:
    second = Story("z", "Zenith", ("harbor", "tide"))
    what = crossed([HARBOR, MERIDIAN, TIDE], [], STRIKE, second)
    _, losses, output = exported(what, tmp_path, "coref")
    assert [one["articles"] for one in output.told["documents"]] == [["meridian", "harbor"], ["tide"]]
    assert losses.counts == {TWICE: 1}


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d👩\u200d👧 [Peru|p:GPE]🇵🇪 fell.\r\n\r\n[Peru|p:GPE]\u00a0rose\u2028too.",
        "\u200fקיץ [פרו|p:GPE] נפלה. [פרו|p:GPE] קמה.",
        "[Per\u0301u|p:GPE] \x00\x07 # begin document (x) [Per\u0301u|p:GPE]\x0b(3",
        "秘鲁。[秘鲁|p:GPE]的[海军|p:ORG]。",
        "",
    ],
)
def test_hostile_texts_leave_whole(tmp_path: Path, text: str) -> None:
    one = article("a", text)
    folder, losses, _ = exported(crossed([one], members([one])), tmp_path, "coref")
    assert losses.counts == {}
    assert [len(each) for each in chains(folder, "entities")["a"]] == ([2] if text else [])


def test_a_project_without_articles_gives_files_without_documents(tmp_path: Path) -> None:
    folder, losses, _ = exported(crossed([]), tmp_path, "coref")
    assert {path.name: path.read_text() for path in folder.iterdir()} == {
        "out.entities.txt": "",
        "out.groups.txt": "",
    }
    assert losses.counts == {}
