"""spaCy reads its DocBin, converts the columns, finds no fault with the data, and trains on it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from expected import BY_ID, MADE, RECORDS, doc, told, words
from spacy.tokens import Doc, DocBin

NLP = spacy.blank("en")
SPLIT = ("data.train.spacy", "data.test.spacy")


def run(*arguments: object) -> str:
    """What the spaCy command says; it must end well."""
    command = [sys.executable, "-m", "spacy", *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def docs(path: Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(NLP.vocab))


def converted(name: str, folder: Path, converter: str) -> list[Doc]:
    run("convert", MADE / name, folder, "--converter", converter)
    (path,) = folder.iterdir()
    return docs(path)


def places(found: Doc, group: str = "") -> list[tuple[int, int, str]]:
    some = found.spans[group] if group else found.ents
    return sorted((one.start_char, one.end_char, one.label_) for one in some)


def test_docbin_has_each_text_with_its_tokens() -> None:
    assert [found.text for found in docs(MADE / "data.spacy")] == [record["text"] for record in RECORDS]


@pytest.mark.parametrize("group", ["", "sc"])
def test_docbin_has_the_spans_as_entities_and_as_a_group(group: str) -> None:
    for record, found in zip(RECORDS, docs(MADE / "data.spacy"), strict=True):
        assert places(found, group) == places(doc(record["id"]), group and "all")


def test_docbins_of_a_split_have_every_article_once() -> None:
    texts = [found.text for name in SPLIT for found in docs(MADE / "split" / name)]
    assert sorted(texts) == sorted(record["text"] for record in RECORDS)


@pytest.mark.parametrize(("name", "converter"), [("data.conll2003", "ner"), ("data.conll", "auto")])
def test_convert_reads_the_four_columns_article_by_article(name: str, converter: str, tmp_path: Path) -> None:
    found = converted(name, tmp_path, converter)
    assert [words(one) for one in found] == [words(doc(id_)) for id_ in BY_ID]
    assert [[(words(e), e.label_) for e in one.ents] for one in found] == [told(id_) for id_ in BY_ID]


@pytest.mark.parametrize(
    ("name", "converter"), [("data.iob", "auto"), ("data.iob1", "ner"), ("data.biluo", "ner")]
)
def test_convert_reads_two_columns_in_every_scheme(name: str, converter: str, tmp_path: Path) -> None:
    found = converted(name, tmp_path, converter)
    entities = [(words(one), one.label_) for part in found for one in part.ents]
    assert entities == [one for id_ in BY_ID for one in told(id_)]


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("config") / "config.cfg"
    run("init", "config", path, "--pipeline", "ner,spancat", "--lang", "en")
    return path


def paths() -> list[object]:
    train, dev = (MADE / "split" / name for name in SPLIT)
    return ["--paths.train", train, "--paths.dev", dev]


def test_debug_data_finds_no_error(config: Path) -> None:
    said = run("debug", "data", config, *paths(), "--no-format")
    assert f"{len(docs(MADE / 'split' / SPLIT[0]))} training docs" in said
    assert " error" not in said


def test_train_learns_from_the_export(config: Path, tmp_path: Path) -> None:
    short = ["--training.max_steps", 40, "--training.eval_frequency", 20, "--training.patience", 0]
    run("train", config, "--output", tmp_path, *paths(), *short)
    trained = spacy.load(tmp_path / "model-best")
    assert set(trained.get_pipe("ner").labels) == {"GPE", "ORG", "PERSON", "PRODUCT"}
    assert trained.meta["performance"]["ents_f"] > 0.3
