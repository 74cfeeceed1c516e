"""What is suggested: which find stays where two overlap, what was learned, and nothing in boilerplate."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.articles import Asked
from annotations.errors import UserError
from annotations.spans import Status
from annotations.suggest import suggester as suggesters
from annotations.suggest.mentions import Learned, SeenAs
from annotations.suggest.pattern_lines import FILE
from annotations.suggest.trust import fingerprint
from annotations.text.spacy_tokens import PIECE, pieces

LABELS = {"PERSON", "ORG", "GPE", "LOC", "DATE", "CARDINAL", "EVENT", "PRODUCT", "NORP"}
RULES = suggesters.load(suggesters.RULES)
TEXT = "Yemen said on Tuesday that the Galaxy Leader had left.\nThree sailors of the Galaxy Leader stayed."


def found(text: str, suggester=RULES, learned: Learned = Learned(), labels=LABELS):  # noqa: B008
    (one,) = suggester.suggest([Asked("a", text)], labels, learned)
    return one


def quotes(text: str, spans) -> list[tuple[str, str, str]]:
    return [(text[s.start : s.end], s.label, s.origin) for s in spans]


def test_the_rules_alone_find_numbers_dates_and_known_names() -> None:
    said = quotes(TEXT, found(TEXT).spans)
    assert ("Yemen", "GPE", "rule") in said
    assert ("Tuesday", "DATE", "rule") in said
    assert ("Three", "CARDINAL", "rule") in said


def test_nothing_is_suggested_in_the_running_heads_of_pages() -> None:
    (one,) = RULES.suggest([Asked("a", TEXT, furniture=[(0, 5)])], LABELS, Learned())
    assert "Yemen" not in [quote for quote, *_ in quotes(TEXT, one.spans)]
    assert [(mark.start, mark.end) for mark in one.boilerplate] == [(0, 5)]


def test_suggestions_are_flat_in_order_undecided_and_have_the_same_ids_again() -> None:
    spans = found(TEXT).spans
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert {span.status for span in spans} == {Status.SUGGESTED}
    assert spans == found(TEXT).spans


def test_a_longer_find_stays_whatever_its_origin() -> None:
    learned = Learned(
        {
            "Yemen": SeenAs("ORG", 3, 3),
            "Galaxy": SeenAs("ORG", 9, 9),
            "Galaxy Leader": SeenAs("PRODUCT", 1, 1),
        }
    )
    said = quotes(TEXT, found(TEXT, learned=learned).spans)
    assert said.count(("Galaxy Leader", "PRODUCT", "seen 1 time")) == 2
    assert "Galaxy" not in [quote for quote, *_ in said]


def test_of_two_as_long_what_was_seen_goes_before_a_rule_and_a_pattern_before_both(tmp_path: Path) -> None:
    learned = Learned({"Yemen": SeenAs("ORG", 3, 3)})
    assert ("Yemen", "ORG", "seen 3 times") in quotes(TEXT, found(TEXT, learned=learned).spans)
    (tmp_path / FILE).write_text('{"label": "NORP", "pattern": "Yemen"}', "utf-8")
    patterned = suggesters.load(suggesters.RULES, tmp_path)
    assert ("Yemen", "NORP", "pattern") in quotes(TEXT, found(TEXT, patterned, learned).spans)


def test_what_was_rejected_twice_is_not_suggested_by_anybody() -> None:
    stopped = Learned(stopped=frozenset({("Yemen", "GPE")}))
    assert "Yemen" not in [quote for quote, *_ in quotes(TEXT, found(TEXT, learned=stopped).spans)]


def test_labels_that_the_schema_lacks_are_not_suggested() -> None:
    assert {span.label for span in found(TEXT, labels={"DATE"}).spans} == {"DATE"}


def test_nothing_is_suggested_in_boilerplate() -> None:
    text = f"{TEXT}\n\nAdvertisement\n\nSign up for our newsletter about Yemen\n"
    one = found(text)
    assert next(text[mark.start : mark.end] for mark in one.boilerplate) == "Advertisement"
    assert all(span.end <= len(TEXT) for span in one.spans)


@pytest.mark.parametrize("text", ["?", "(" * 5_000, "😀" * 300, " \n \n", "a" * 100_000, "\u202e\u0627" * 50])
def test_odd_texts_get_a_plain_answer(text: str) -> None:
    assert found(text).spans == []


def test_no_pipeline_suggests_wordings_seen_alone() -> None:
    none = suggesters.load(suggesters.NONE)
    assert found(TEXT, none).items() == []
    learned = Learned({"Galaxy": SeenAs("SHIP", 9, 9), "Galaxy Leader": SeenAs("SHIP", 1, 2)})
    said = quotes(TEXT, found(TEXT, none, learned, {"SHIP"}).spans)
    assert said == [("Galaxy Leader", "SHIP", "seen 1 of 2 times")] * 2
    assert found(TEXT, none, learned, {"PLACE"}).items() == []


def test_without_a_pipeline_a_list_of_wordings_is_looked_for_too(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"label": "SHIP", "pattern": "Galaxy Leader"}', "utf-8")
    none = suggesters.load(suggesters.NONE, tmp_path)
    learned = Learned({"Galaxy Leader": SeenAs("ORG", 9, 9), "sailors": SeenAs("CREW", 1, 1)})
    assert quotes(TEXT, found(TEXT, none, learned, {"SHIP", "ORG", "CREW"}).spans) == [
        ("Galaxy Leader", "SHIP", "pattern"),
        ("sailors", "CREW", "seen 1 time"),
        ("Galaxy Leader", "SHIP", "pattern"),
    ]
    long = "x " * PIECE + "the Galaxy Leader"
    assert [span.start for span in found(long, none, labels={"SHIP"}).spans] == [len(long) - 13]


def test_a_folder_that_is_no_pipeline_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be loaded"):
        suggesters.load(str(tmp_path))


def test_a_name_that_stands_for_nothing_is_a_sentence() -> None:
    with pytest.raises(UserError, match="There is no pipeline xx_nowhere"):
        suggesters.load("xx_nowhere")


def test_a_pipeline_without_entities_is_a_sentence(tmp_path: Path) -> None:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "made")
    with pytest.raises(UserError, match="finds no entities"):
        suggesters.load(str(tmp_path / "made"), trusted=[fingerprint(tmp_path / "made")])


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """A pipeline for German that knows one place."""
    import spacy

    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler", name="ner").add_patterns([{"label": "GPE", "pattern": "Wien"}])
    nlp.to_disk(tmp_path / "wien")
    return tmp_path / "wien"


def test_a_pipeline_of_another_language_suggests_without_our_rules(german: Path) -> None:
    (german.parent / FILE).write_text('{"label": "EVENT", "pattern": "Heuriger"}', "utf-8")
    loaded = suggesters.load(str(german), german.parent, [fingerprint(german)])
    text = "Am 3. Mai sagte Wien 20 % mehr zu als Yemen on Tuesday. Heuriger!"
    labels = {"GPE", "EVENT", "ORG", "DATE", "CARDINAL"}
    one = found(text, loaded, Learned({"Yemen": SeenAs("ORG", 1, 1)}), labels)
    said = [(quote, label) for quote, label, _ in quotes(text, one.spans)]
    assert said == [("Wien", "GPE"), ("Yemen", "ORG"), ("Heuriger", "EVENT")]
    assert one.parse.tokens == ()


@pytest.mark.parametrize("name", ["rules", "en_news"])
def test_no_rule_and_no_known_word_is_used_in_another_language(name: str) -> None:
    text = "Am 3. Oktober kamen 300 Soldaten.\nShare on Facebook\nRead more:\nWien wartet."
    loaded = suggesters.load(name, language="de")
    one = found(text, loaded, Learned({"Wien": SeenAs("GPE", 1, 1)}), {"GPE", "DATE", "CARDINAL", "PERSON"})
    origins = {span.origin for span in one.spans}
    assert ("Wien", "GPE") in [(quote, label) for quote, label, _ in quotes(text, one.spans)]
    assert "rule" not in origins
    assert one.boilerplate == []


def test_lines_that_other_articles_have_are_boilerplate_in_any_language(german: Path) -> None:
    text = "Mehr zum Thema\nWien wartet.\n  Alle Rechte vorbehalten  "
    loaded = suggesters.load(str(german), None, [fingerprint(german)], "de")
    asked = Asked("a", text, "", {"mehr zum thema", "alle rechte vorbehalten"})
    (one,) = loaded.suggest([asked], {"GPE"})
    assert [text[mark.start : mark.end] for mark in one.boilerplate] == [
        "Mehr zum Thema",
        "Alle Rechte vorbehalten",
    ]


@pytest.mark.parametrize(
    ("language", "word", "text"),
    [("zh", "北京", "他昨天到达北京。"), ("th", "ไทย", "ไทย เรา"), ("de", "z.B.", "Das z.B. geht.")],
)
def test_the_projects_own_list_is_found_in_its_language(
    tmp_path: Path, language: str, word: str, text: str
) -> None:
    (tmp_path / FILE).write_text(json.dumps({"label": "GPE", "pattern": word}), "utf-8")
    for name in ("none", "rules"):
        one = found(text, suggesters.load(name, tmp_path, language=language), Learned(), {"GPE"})
        assert [text[span.start : span.end] for span in one.spans] == [word]


def test_sentences_of_another_language_are_not_parsed(german: Path) -> None:
    loaded = suggesters.parser(str(german), None, [fingerprint(german)])
    assert [parse.tokens for parse in loaded.parses([Asked("a", "Wien wartet.")])] == [()]


def test_a_long_article_is_taken_in_pieces_and_its_offsets_stay_right() -> None:
    text = "😀 Yemen said so on Tuesday. " * 9_000
    said = quotes(text, found(text).spans)
    assert len(text) > 2 * PIECE
    assert said == [("Yemen", "GPE", "rule"), ("Tuesday", "DATE", "rule")] * 9_000


@given(st.text("a. \n😀", max_size=60), st.integers(1, 9))
def test_pieces_make_up_the_text(text: str, most: int) -> None:
    bounds = pieces(text, most)
    assert "".join(text[start:end] for start, end in bounds) == text
    assert all(end - start <= most for start, end in bounds[:-1])


def test_a_find_that_lost_to_another_origin_stays_as_a_rival() -> None:
    one = found("Yemen said so.", learned=Learned({"Yemen": SeenAs("ORG", 3, 3)}))
    assert [(r.start, r.end, r.label, r.origin) for r in one.rivals] == [(0, 5, "GPE", "rule")]
    assert one.rivals[0] in one.items()


def test_a_part_of_a_longer_name_is_no_rival() -> None:
    learned = Learned({"Galaxy Leader": SeenAs("PRODUCT", 1, 1), "Galaxy": SeenAs("ORG", 9, 9)})
    assert found("The Galaxy Leader left.", learned=learned).rivals == []


def test_two_origins_that_agree_are_no_rivals() -> None:
    assert found("Yemen said so.", learned=Learned({"Yemen": SeenAs("GPE", 3, 3)})).rivals == []
