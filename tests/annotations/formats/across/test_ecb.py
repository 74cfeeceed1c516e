"""ECB+: a reader from its documentation finds our clusters, and nothing is lost unsaid."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from annotations.compare.items import Story
from annotations.formats.across.leaving import CrossExport
from tests.annotations.formats.across.ecb_reader import Cluster, clusters
from tests.annotations.formats.across.two_reports import (
    article,
    crossed,
    exported,
    fact,
    grouped,
    members,
    with_facts,
)

HARBOR = article(
    "harbor",
    "[Peru|peru:GPE] [struck|t] a depot on [Friday|d:DATE]. [Ann|ann:PERSON] of [Peru|peru:GPE] <&> left.",
)
MERIDIAN = article("meridian", "A depot was [hit|t] by [Peru|peru:GPE]'s [navy|navy:ORG].")
TIDE = article(
    "tide", "[Ann|ann:PERSON] fled the [Long War|war:EVENT] with a [rifle|r:WEAPON] and [ten|n:CARDINAL]."
)
STRIKE = Story("s", "The strike", ("meridian", "harbor"))


def reports() -> CrossExport:
    harbor = with_facts(
        HARBOR, fact(HARBOR.text, "f1", "ATTACK", "struck"), fact(HARBOR.text, "f2", "DEPLOYMENT", "left")
    )
    meridian = with_facts(MERIDIAN, fact(MERIDIAN.text, "f3", "ATTACK", "hit"))
    articles = [harbor, meridian, TIDE]
    return crossed(articles, [*members(articles), *grouped(articles, {"g": ["f1", "f3"]})], STRIKE)


def words(found: set[Cluster]) -> set[tuple[tuple[str, str], ...]]:
    return {tuple(sorted((name, said) for name, _, said in one)) for one in found}


def test_a_reader_of_the_corpus_finds_our_entities_and_groups(tmp_path: Path) -> None:
    folder, losses, _ = exported(reports(), tmp_path, "ecb")
    harbor, meridian, tide = "1_2ecbplus.xml", "1_1ecbplus.xml", "2_1ecbplus.xml"
    assert words(clusters(folder)) == {
        ((meridian, "Peru"), (harbor, "Peru"), (harbor, "Peru")),
        ((meridian, "navy"),),
        ((harbor, "Ann"), (tide, "Ann")),
        ((meridian, "hit"), (harbor, "struck")),
        ((harbor, "left"),),
        ((harbor, "Friday"),),
        ((tide, "Long War"),),
        ((tide, "rifle"),),
    }
    assert losses.counts == {"verdicts": 1, "spans whose label is no part of an event": 1}


def test_actions_are_told_from_those_who_take_part(tmp_path: Path) -> None:
    folder, *_ = exported(reports(), tmp_path, "ecb")
    tags = {
        one.tag for path in folder.rglob("*.xml") for one in ElementTree.parse(path).iterfind("Markables/*")
    }
    assert tags == {
        *("ACTION_OCCURRENCE", "HUMAN_PART_PER", "HUMAN_PART_ORG", "HUMAN_PART_GPE"),
        *("NON_HUMAN_PART", "TIME_DATE"),
    }  # fmt: skip
    assert len(clusters(folder, "ACTION")) == 3


def test_a_file_is_as_the_corpus_has_them(tmp_path: Path) -> None:
    folder, *_ = exported(crossed([MERIDIAN], members([MERIDIAN])), tmp_path, "ecb")
    assert (folder / "1/1_1ecbplus.xml").read_text("utf-8").splitlines()[:7] == [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
        '<Document doc_name="1_1ecbplus.xml" doc_id="meridian">',
        '<token t_id="1" sentence="0" number="0">A</token>',
        '<token t_id="2" sentence="0" number="1">depot</token>',
        '<token t_id="3" sentence="0" number="2">was</token>',
        '<token t_id="4" sentence="0" number="3">hit</token>',
        '<token t_id="5" sentence="0" number="4">by</token>',
    ]


def test_our_reader_reads_what_only_the_corpus_has(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "1" / "1_1ecb.xml").write_text(
        """<Document doc_name="1_1ecb.xml" doc_id="D">
        <token t_id="1" sentence="0" number="0">She</token><token t_id="2" sentence="0" number="1">said</token>
        <token t_id="3" sentence="0" number="2">she</token><token t_id="4" sentence="0" number="3">left</token>
        <Markables><HUMAN_PART_PER m_id="1"><token_anchor t_id="1"/></HUMAN_PART_PER>
        <HUMAN_PART_PER m_id="2"><token_anchor t_id="3"/></HUMAN_PART_PER>
        <ACTION_REPORTING m_id="3"><token_anchor t_id="2"/></ACTION_REPORTING>
        <HUMAN_PART_PER m_id="4" RELATED_TO="" TAG_DESCRIPTOR="she"/></Markables>
        <Relations><INTRA_DOC_COREF r_id="7"><source m_id="1"/><source m_id="2"/><target m_id="4"/></INTRA_DOC_COREF>
        </Relations></Document>"""
    )
    assert {tuple(sorted(said for *_, said in one)) for one in clusters(tmp_path)} == {
        ("She", "she"),
        ("said",),
    }


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("👩\u200d👩\u200d👧 [Peru|p:GPE]🇵🇪 fell.\r\n\r\n[Peru|p:GPE]\u00a0rose\u2028too.", 0),
        ("\u200fקיץ [פרו|p:GPE] נפלה. [פרו|p:GPE] קמה.", 0),
        ("[Pe\x00ru|p:GPE] ]]> <!-- \x07 [Pe\x00ru|p:GPE]\x0b\ufffe", 5),
    ],
)
def test_hostile_texts_leave_whole_or_are_counted(tmp_path: Path, text: str, lost: int) -> None:
    one = article('a<&"\x07\n', text)
    folder, losses, _ = exported(crossed([one], members([one])), tmp_path, "ecb")
    assert losses.counts == ({"characters that XML cannot hold": lost} if lost else {})
    assert [len(each) for each in clusters(folder)] == [2]


def test_an_instance_of_a_group_is_none_of_an_entity_with_its_id(tmp_path: Path) -> None:
    war = with_facts(TIDE, fact(TIDE.text, "f", "DEPLOYMENT", "fled"))
    other = with_facts(HARBOR, fact(HARBOR.text, "h", "DEPLOYMENT", "left"))
    items = [*members([war]), *grouped([war, other], {"e-war": ["f", "h"]})]
    folder, *_ = exported(crossed([war, other], items), tmp_path, "ecb")
    assert {said for one in clusters(folder, "ACTION") for *_, said in one} == {"fled", "left", "Long War"}
    assert len(clusters(folder, "ACTION")) == 2


def test_a_project_without_articles_gives_no_file(tmp_path: Path) -> None:
    folder, losses, _ = exported(crossed([]), tmp_path, "ecb")
    assert list(folder.iterdir()) == []
    assert losses.counts == {}
