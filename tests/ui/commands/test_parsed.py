"""Facts with a parser: a pipeline that a user trained, named in project.yaml, reads what place alone gets wrong."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import spacy

import main
from annotations.articles import article_id
from annotations.schema import reader as schema_reader
from annotations.suggest.trust import fingerprint
from annotations.suggest.worker import serve
from tests.parsers import sentences, trained

Roles = dict[str, str] | None
STYLES = ("clearnlp", "universal")
PAIRS: dict[str, tuple[Roles, Roles]] = {  # the attack of the sentence: by place alone, and with the parser
    # relative clauses
    "The base Norland struck lies in Ostia.": (
        {"actor": "Norland", "target": "lies", "place": "Ostia"}, {"actor": "Norland", "target": "base"}),
    "Rebels overran a convoy Norland struck on Tuesday.": (
        {"actor": "Norland", "time": "Tuesday"}, {"actor": "Norland", "target": "convoy", "time": "Tuesday"}),
    "The attack which Norland carried out on Ostia failed.": (
        None, {"actor": "Norland", "target": "Ostia"}),
    "Sudland, where Norland lost a ship, was struck.": (
        {"target": "Norland"}, {"target": "Sudland"}),
    # passive, "by", coordination
    "Ostia was struck and destroyed by Norland.": (
        {"target": "Ostia"}, {"actor": "Norland", "target": "Ostia"}),
    "The depots, Norland says, were struck by Sudland.": (
        {"actor": "Sudland", "source": "Norland"},
        {"actor": "Sudland", "target": "depots", "source": "Norland"}),
    # subjects
    "To punish Sudland, Norland struck Ostia.": (
        {"target": "Ostia"}, {"actor": "Norland", "target": "Ostia"}),
    # which verb a preposition hangs on
    "With rockets Norland struck Ostia.": (
        {"target": "Ostia"}, {"actor": "Norland", "target": "Ostia", "instrument": "rockets"}),
    "In Ostia Norland struck depots and killed three people.": (
        {"target": "depots", "place": "Norland"}, {"actor": "Norland", "target": "depots", "place": "Ostia"}),
    "Norland struck Ostia after losing a ship in Sudland on Tuesday.": (
        {"actor": "Norland", "target": "Ostia", "time": "Tuesday", "place": "Sudland"},
        {"actor": "Norland", "target": "Ostia"}),
    # a verb or a noun
    "Rebels in Sudland raid camps.": (
        None, {"actor": "Rebels", "target": "camps", "place": "Sudland"}),
}  # fmt: skip
CASES = [(style, text) for style in STYLES for text, _ in sentences(style)]


def run(*words: object) -> Any:
    """What the command reports as JSON."""
    with redirect_stdout(StringIO()) as out:
        assert main.main([*map(str, words), "--json"]) == 0
    return json.loads(out.getvalue())


@dataclass
class Home:
    """A project whose articles are the sentences of a style; below `pipelines` lie `parsed`, which has a parser, `plain`,
    which is the same without, and `bare`, which has a parser and finds no entities.
    """

    folder: Path
    style: str

    def attacks(self, *how: str) -> dict[str, Roles]:
        """What is suggested: by sentence the roles of its attack."""
        run("suggest", self.folder, "--trust-pipeline", *how)
        found = {row["article"]: row for row in run("facts", self.folder)["facts"] if row["type"] == "ATTACK"}
        rows = {text: found.get(article_id(text)) for text, _ in sentences(self.style)}
        return {
            text: row and {role: " + ".join(quotes) for role, quotes in row["roles"].items()}
            for text, row in rows.items()
        }


def made(folder: Path, style: str) -> Home:
    run("new", folder)
    for n, (text, _) in enumerate(sentences(style)):
        (folder / f"{n}.txt").write_text(text, "utf-8")
    run("import", folder, *folder.glob("*.txt"))
    pipelines = folder / "pipelines"
    pipelines.mkdir()
    trained(style).to_disk(pipelines / "parsed")
    for name, without in (("plain", ["parser", "morphologizer"]), ("bare", ["ner"])):
        spacy.load(pipelines / "parsed", exclude=without).to_disk(pipelines / name)
    project = folder / "project.yaml"
    lines = project.read_text("utf-8").replace("pipeline: en_news", "pipeline: parsed")
    project.write_text(lines, "utf-8")
    return Home(folder, style)


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Home]:
    return {style: made(tmp_path_factory.mktemp(style) / "project", style) for style in STYLES}


@pytest.fixture(scope="module")
def read(homes: dict[str, Home]) -> dict[str, tuple[dict[str, Roles], dict[str, Roles]]]:
    """By style the attacks by place alone, and with the parser that project.yaml names."""
    return {
        style: (
            home.attacks("--what", "all", "--pipeline", "plain"),
            home.attacks("--what", "all", "--again"),
        )
        for style, home in homes.items()
    }


@pytest.mark.parametrize(("style", "text"), CASES)
def test_what_place_alone_gets_wrong_the_parser_puts_right(
    read: dict[str, tuple[dict[str, Roles], dict[str, Roles]]], style: str, text: str
) -> None:
    assert tuple(attacks[text] for attacks in read[style]) == PAIRS[text]


@pytest.mark.parametrize("pipeline", ["parsed", "bare"])
def test_facts_alone_are_read_with_the_parser_too_whether_or_not_it_finds_entities(
    read: dict[str, tuple[dict[str, Roles], dict[str, Roles]]], homes: dict[str, Home], pipeline: str
) -> None:
    home = homes["clearnlp"]
    assert home.attacks("--what", "facts", "--again", "--pipeline", "none") == read["clearnlp"][0]
    assert home.attacks("--what", "facts", "--again", "--pipeline", pipeline) == read["clearnlp"][1]


def test_the_window_is_sent_facts_that_the_parser_read(homes: dict[str, Home]) -> None:
    text = "To punish Sudland, Norland struck Ostia."
    request = {
        "id": 1,
        "job": "suggest",
        "what": "all",
        "pipeline": "parsed",
        "folder": str(homes["clearnlp"].folder),
        "trusted": [fingerprint(homes["clearnlp"].folder / "pipelines" / "parsed")],
        "labels": ["GPE"],
        "articles": [{"id": "a", "text": text}],
        "schema": schema_reader.shipped("news"),
    }
    out = StringIO()
    serve([json.dumps(request)], out)
    [fact] = json.loads(out.getvalue().splitlines()[0])["items"]["fact"]
    actor = next(role["fillers"][0] for role in fact["roles"] if role["role"] == "actor")
    assert text[actor["start"] : actor["end"]] == "Norland"
