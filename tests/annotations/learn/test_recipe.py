import json
from functools import cache
from pathlib import Path

import numpy
import pytest
import spacy
from spacy.language import Language

from annotations.learn.pieces import taught
from annotations.learn.recipe import Trained, enough, estimate, train
from annotations.learn.shapes import NOTHING, EpochReport, Lesson
from annotations.suggest.installed import SHIPPED, shipped, shipped_folder
from annotations.training.scores import ALL, Marking
from tests.annotations.learn.made_up import LABELS, article, articles, wish

TOLD: list[EpochReport] = []  # of the fixture below


@cache
def en_news() -> Language:
    return shipped(shipped_folder(), SHIPPED)


def trained(
    *, parent: Language | None = None, told: list[EpochReport] | None = None, **given: object
) -> Trained:
    told = told if told is not None else []
    result = train(
        articles(12, 4), articles(4, 16), wish(**given), parent, tell=told.append, is_stopped=lambda: False
    )
    assert result
    return result


def short(parent: Language | None, **given: object) -> Trained:
    """Return what there is after one epoch."""
    told: list[EpochReport] = []
    result = train(
        articles(10), articles(3, 10), wish(**given), parent, tell=told.append, is_stopped=lambda: bool(told)
    )
    assert result
    return result


@pytest.fixture(scope="module")
def mapped() -> Trained:
    return trained(parent=en_news(), parent_hash="abc", version="1.0.1", told=TOLD)


def test_labels_begin_as_the_parents_that_are_found_in_their_places(mapped: Trained) -> None:
    assert mapped.mapped["HERO"] == "PERSON"
    assert mapped.mapped["TOWN"] == "GPE"


def test_own_labels_are_found_after_a_few_articles(mapped: Trained) -> None:
    assert mapped.counts.of[ALL].f > 0.7
    assert set(mapped.found) == {"a16", "a17", "a18", "a19"}


def test_the_pipeline_says_what_it_is(mapped: Trained, tmp_path: Path) -> None:
    mapped.nlp.to_disk(tmp_path / "p")
    meta = spacy.load(tmp_path / "p").meta
    told = meta["factmark"]
    assert (meta["name"], meta["version"]) == ("stories", "1.0.1")
    assert told["parent"] == {"name": "en_news", "sha256": "abc"}
    assert (told["articles"], told["labels"], told["seed"]) == (16, list(LABELS), 0)
    assert told["figures"][ALL]["f"] == round(mapped.counts.of[ALL].f, 4)


def test_the_held_out_articles_train_it_last(mapped: Trained) -> None:
    assert mapped.on_all
    assert TOLD[-1].stage == "all"


def test_a_saved_pipeline_finds_the_same(mapped: Trained, tmp_path: Path) -> None:
    mapped.nlp.to_disk(tmp_path / "p")
    text = article(40).text
    found = [
        [(e.start_char, e.end_char, e.label_) for e in nlp(text).ents]
        for nlp in (mapped.nlp, spacy.load(tmp_path / "p"))
    ]
    assert found[0] == found[1]
    assert found[0]


def test_the_same_articles_give_the_same_pipeline() -> None:
    one, other = (short(en_news(), seed=3) for _ in range(2))
    assert one.nlp.get_pipe("ner").to_bytes() == other.nlp.get_pipe("ner").to_bytes()  # type: ignore[attr-defined]
    assert one.found == other.found


def test_every_epoch_is_told(mapped: Trained) -> None:
    first = [report for report in TOLD if report.stage == "first"]
    assert [report.epoch for report in first] == list(range(1, mapped.epochs + 1))
    assert {report.stage for report in TOLD} == {"first", "all"}
    json.dumps([report.as_json() for report in TOLD])


def test_from_nothing_it_is_learned_as_well() -> None:
    result = short(None, language="de")
    assert (result.nlp.lang, result.mapped) == ("de", {})
    assert result.nlp.meta["factmark"]["parent"] is None


def test_a_parent_for_another_language_is_left_with_its_reason() -> None:
    result = short(en_news(), language="es")
    assert result.notes[0] == "en_news is for the language en, not es, so training starts from nothing."


def test_a_parent_without_names_is_left_with_its_reason() -> None:
    assert "finds no names" in short(spacy.blank("en")).notes[0]


def test_a_parent_whose_layers_are_shared_gives_them_on() -> None:
    parent = spacy.blank("en")
    parent.add_pipe("tok2vec")
    listens = {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}}
    ner = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "hidden_width": 64}
    model = {**ner, "extra_state_tokens": False, "maxout_pieces": 2, "use_upper": True, **listens}
    parent.add_pipe("ner", config={"model": model}).add_label("PERSON")  # type: ignore[attr-defined]
    parent.initialize()
    result = short(parent)
    assert not [note for note in result.notes if "nothing" in note]
    assert result.nlp.pipe_names == ["ner"]


def test_a_parent_with_vectors_shares_them() -> None:
    parent = spacy.blank("en")
    for number, name in enumerate(("Anna", "Paris", "choir")):
        parent.vocab.set_vector(name, numpy.full(8, number, dtype="f"))
    model = en_news().get_pipe_config("ner")["model"]
    embed = {**model["tok2vec"]["embed"], "include_static_vectors": True}
    parent.add_pipe("ner", config={"model": {**model, "tok2vec": {**model["tok2vec"], "embed": embed}}})
    parent.initialize(lambda: taught(parent, articles(2), LABELS).examples)
    result = short(parent)
    assert result.nlp.vocab.vectors_length == 8
    assert not [note for note in result.notes if "nothing" in note]


def test_stopped_before_an_epoch_there_is_nothing() -> None:
    args = (articles(12), articles(4, 12), wish(), en_news())
    assert train(*args, tell=lambda _: None, is_stopped=lambda: True) is None


def test_a_stop_keeps_the_best_epoch() -> None:
    told: list[EpochReport] = []
    args = (articles(12), articles(4, 12), wish(), en_news())
    result = train(*args, tell=told.append, is_stopped=lambda: len(told) >= 2)
    assert result
    assert (result.epochs, result.on_all) == (2, False)
    assert any("stopped" in note for note in result.notes)


def test_a_budget_that_is_too_small_gives_what_there_was_time_for() -> None:
    result = trained(parent=en_news(), budget=0.5)
    assert not result.on_all
    assert any("budget left no time" in note for note in result.notes)


def test_hostile_articles_train_as_well() -> None:
    texts = ["", "🙂 \ud800", "x" * 20_000, "a\u0301" * 50, "مرحبا بالعالم\u200f", "\r\n\r\n \u00a0"]
    hostile = [Lesson(f"h{n}", text, (Marking(0, len(text), "HERO"),)) for n, text in enumerate(texts)]
    undecided = [Lesson(f"u{n}", "Nobody has looked here.", (), is_done=False) for n in range(20)]
    result = train(
        [*hostile, *undecided, *articles(10)],
        hostile,
        wish(budget=20.0),
        en_news(),
        tell=lambda _: None,
        is_stopped=lambda: False,
    )
    assert result


def test_too_little_is_refused_with_the_numbers() -> None:
    assert enough([article(1)], LABELS).startswith("1 finished article with ")
    assert "training starts at 10 and 50" in enough(articles(3), LABELS)
    assert enough(articles(20), LABELS) == ""
    assert enough([article(n, is_done=False) for n in range(20)], LABELS).startswith(
        "0 finished articles with 0"
    )


def test_the_estimate_grows_with_the_articles_up_to_the_budget() -> None:
    few, many = estimate(articles(10), wish()), estimate(articles(100), wish())
    assert 0 < few < many
    assert estimate(articles(100), wish(budget=1.0)) == 1.0
    assert estimate(articles(100), wish(parent=NOTHING)) > many
