"""Keys are spelled in the tables alone: every other string names an action, or a fixed key, as `{key:finish}`."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from ui.fixed_keys import FIXED
from ui.key_words import MARKER, ROWS

ROOT = Path(__file__).parent.parent
TABLES = {
    "ui/actions.py",
    "ui/views.py",
    "ui/review_actions.py",
    "ui/export/export_actions.py",
    "ui/schema/schema_actions.py",
    "ui/agreement/agreement_actions.py",
    "ui/compare/compare_actions.py",
    "ui/learn/learn_actions.py",
    "ui/search/search_actions.py",
    "ui/search/acting/acts.py",
    "ui/review/across/across_actions.py",
    "ui/statistics/statistics_actions.py",
    "ui/fixed_keys.py",
}
PATHS = sorted(path for name in ("annotations", "models", "ui") for path in (ROOT / name).rglob("*.py"))
NAMES = [name for path in PATHS if (name := path.relative_to(ROOT).as_posix()) not in TABLES]
# Names of keys, wherever they stand.
NAMED = (
    r"\b(?:Ctrl|Control|Alt|Shift|Meta|Esc|Escape|Enter|Return|Tab|Backtab|Backspace|Space|Del|Ins|PgUp|PgDown|PgDn|F\d\d?)\b",
    r"(?<=[a-z,;·(] )(?:Up|Down|Left|Right|Home|End)\b|\A(?:Up|Down|Left|Right|Home|End)(?: goes| go)?\b(?! )",
    r"\A(?:Up|Down|Left|Right|Home|End)(?= [a-z]+s\b)|[Pp]ress(?:es|ing)? (?:the )?[“\"]?(?:[^\w\s{)]|[A-Z\d]\b)",
)
# A lone capital: in the window always, below it where it stands in a sentence as a key does.
LETTER = r"(?<![\w&'’.:%-])[B-HJ-Z](?![\w'’.:&-])|(?<=[;,(] )[AI](?= |\))|\A[A-Z]\Z"
IN_A_SENTENCE = r"(?<=[a-z] )[B-HJ-Z](?= [a-z]|[;.,])|(?<=[;:,] )[A-Z](?= [a-z])|\A[B-HJ-Z](?= [a-z]+s\b)"
DRAWN = r"\barrows?\b(?!-)|[←→↑↓⏎⇧]"
IN_WINDOW = re.compile("|".join((*NAMED, LETTER, DRAWN)))
BELOW = re.compile("|".join((*NAMED, IN_A_SENTENCE)))
BINDING = {"bind": 2, "QKeySequence": 0, "set_keys": 1, "QShortcut": 0, "setShortcut": 0, "setKey": 0}
ALLOWED = {  # a module and what looks like a key there: what it is
    ("ui/commands/suggesting/shards.py", "N"): "the number of parts",
    ("ui/commands/suggesting/spreading.py", "N"): "a number of processes",
    ("ui/search/examples.py", "W"): "a part of a regular expression",
    ("ui/search/hits/found_rows.py", "↑"): "the order of a column",
    ("ui/search/hits/found_rows.py", "↓"): "the order of a column",
    ("ui/look/sheet.py", "arrow"): "a part of Qt's number fields",
    ("annotations/agreement/tables.py", "F1"): "the measure",
    ("annotations/agreement/tables.py", "O"): "the tag of a token in no span",
    ("annotations/formats/columns/layout.py", "O"): "the tag of a token in no span",
    ("annotations/formats/columns/tag_words.py", "B"): "the tag of a beginning",
    ("annotations/schema/examples.py", "Right"): "a head in a guideline",
    ("annotations/suggest/boilerplate/find.py", "Home"): "a line of a site's menu",
    ("annotations/suggest/rules/names.py", "Del"): "a part of names",
    ("annotations/suggest/rules/names.py", "Space"): "a word of names",
    ("annotations/compare/names/same_things.py", "D"): "Washington D.C.",
    ("annotations/suggest/rules/places.py", "D"): "Washington D.C.",
    ("annotations/suggest/rules/organisations.py", "Home"): "the Home Office",
    ("annotations/text/sentences.py", "D"): "Ph.D",
    ("annotations/text/sentences.py", "Del"): "Delaware",
    ("annotations/text/tokens.py", "Del"): "Delaware",
    ("annotations/training/__main__.py", "F"): "the measure",
    ("annotations/training/pipeline.py", "F"): "the measure",
    ("ui/commands/learning/telling.py", "F"): "the measure",
    ("annotations/paper/definitions.py", "A"): "the first word of a title",
    ("annotations/statistics/text.py", "F1"): "the measure",
    ("annotations/paper/definitions.py", "F1"): "the measure",
    ("annotations/paper/definitions.py", "O"): "the tag of tokens outside",
    ("annotations/training/lines.py", "X"): "a site's name in a line of news",
    ("annotations/training/lines.py", "Down"): "a word of a headline",
    ("annotations/training/lines.py", "Up"): "a word of a site's line",
    ("annotations/training/names.py", "Meta"): "a company",
    ("ui/agreement/agreement_tables.py", "F1"): "the measure",
    ("ui/agreement/heat_map.py", "↓"): "which side of the map is whose",
    ("ui/agreement/heat_map.py", "→"): "which side of the map is whose",
    ("ui/learn/learn_words.py", "F"): "the measure",
    ("ui/learn/learn_words.py", "P"): "precision",
    ("ui/learn/learn_words.py", "R"): "recall",
    ("ui/learn/running_part.py", "F"): "the measure",
    ("ui/look/scripts.py", "L"): "Unicode's left-to-right",
    ("ui/look/scripts.py", "R"): "Unicode's right-to-left",
    ("ui/building/builder_keys.py", "arrow"): "a method",
    ("ui/building/flow.py", "L"): "Unicode's left-to-right",
    ("ui/building/flow.py", "R"): "Unicode's right-to-left",
    ("ui/building/saying.py", "Left"): "somebody left a fact",
    ("ui/review/case_focus.py", "Return"): "what a reviewer does to an article",
    ("ui/plots/pairs_drawn.py", "↓"): "which side of the map is what",
    ("ui/plots/pairs_drawn.py", "→"): "which side of the map is what",
    ("ui/plots/plots.py", "G"): "a thousand millions",
    ("ui/plots/plots.py", "M"): "a million",
    ("ui/review/feedback_rows.py", "→"): "what became of what",
    ("ui/statistics/time_plots.py", "F1"): "the measure",
}


@cache
def strings(name: str) -> tuple[str, ...]:
    """Every string of the module that is no docstring, the parts of an f-string each by itself."""
    nodes = [*ast.walk(module_of(name))]
    said = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    constants = [node for node in nodes if isinstance(node, ast.Constant) and id(node) not in said]
    return tuple(node.value for node in constants if isinstance(node.value, str))


def spelled(name: str, text: str) -> list[str]:
    pattern = IN_WINDOW if name.startswith("ui/") else BELOW
    return [found[0] for found in pattern.finditer(MARKER.sub("it", text))]


def source(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def module_of(name: str) -> ast.Module:
    return ast.parse(source(name))


def literal_keys(call: ast.Call) -> list[str]:
    """The strings in what the call takes for keys, less those that a table is asked for."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    given = call.args[BINDING[name] : BINDING[name] + 1] if name in BINDING else []
    inside = [node for each in given for node in ast.walk(each)]
    asked = {id(node.slice) for node in inside if isinstance(node, ast.Subscript)}
    return [str(n.value) for n in inside if isinstance(n, ast.Constant) and id(n) not in asked]


@pytest.mark.parametrize("name", NAMES)
def test_no_string_but_those_of_the_tables_spells_a_key(name: str) -> None:
    found = [key for text in strings(name) for key in spelled(name, text)]
    assert [key for key in found if (name, key) not in ALLOWED] == []


@pytest.mark.parametrize(("name", "key"), ALLOWED)
def test_what_only_looks_like_a_key_is_still_there(name: str, key: str) -> None:
    assert key in [found for text in strings(name) for found in spelled(name, text)]


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("ui/")])
def test_what_is_bound_to_a_key_takes_it_from_a_table(name: str) -> None:
    calls = [node for node in ast.walk(module_of(name)) if isinstance(node, ast.Call)]
    assert [key for call in calls for key in literal_keys(call)] == []


def test_every_name_in_a_sentence_is_that_of_a_key() -> None:
    names = {name for path in NAMES for text in strings(path) for name in MARKER.findall(text)}
    assert "finish" in names
    assert names <= ROWS.keys() | FIXED.keys()


KEYS = [
    "Ctrl+Enter finishes.",
    "delete it with X instead.",
    "Back (Esc)",
    "R suggests some, and F makes one.",
    "press = to go",
    "Down goes on.",
    "those below (J);",
    "Shift and arrows select",
    "A looks in all articles; C and V too",
]


@pytest.mark.parametrize("sentence", KEYS)
def test_a_key_in_a_sentence_is_found(sentence: str) -> None:
    assert spelled("ui/session.py", sentence)


@pytest.mark.parametrize(
    "sentence", ["A fact needs a trigger.", "&All", "I know that", "Enters it", "{key:leave} leaves", "GPE"]
)
def test_words_are_no_keys(sentence: str) -> None:
    assert not spelled("ui/session.py", sentence)


@pytest.mark.parametrize(
    "sentence", ["delete it with X instead.", "R suggests some.", "Left; F makes one.", "Esc leaves"]
)
def test_a_key_below_the_window_is_found(sentence: str) -> None:
    assert spelled("annotations/facts.py", sentence)


def test_a_key_that_is_bound_by_its_name_alone_is_found() -> None:
    call = ast.parse('bindings.bind(self, "", ("=", *FIXED["send"].keys), go)', mode="eval").body
    assert isinstance(call, ast.Call)
    assert literal_keys(call) == ["="]
