"""The paper as LaTeX parsed by pylatexenc, which knows TeX's letters, and the dataset card by the hub's own client."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from expected import MADE
from huggingface_hub import DatasetCard
from pylatexenc import latex2text, latexwalker, macrospec

PAPER = MADE / "paper"
TEX = (PAPER / "paper.tex").read_text("ascii")
FACTS: dict[str, Any] = json.loads((PAPER / "paper.json").read_text("ascii"))
LETTERS = json.loads((MADE / "letters.json").read_text("utf-8"))
OURS = ("fmchar", "authorblank", "fmcode")
PLAIN = str.maketrans("\u00a0‘’“”`ˆ˜", " ''\"\"'^~")  # as pylatexenc reads them, and as they are written


def walker(text: str) -> latexwalker.LatexWalker:
    known = latexwalker.get_default_latex_context_db()
    known.add_context_category("ours", prepend=True, macros=[macrospec.std_macro(name, "{") for name in OURS])
    return latexwalker.LatexWalker(text, latex_context=known, tolerant_parsing=False)


def nodes_of(text: str) -> list[Any]:
    return list(walker(text).get_latex_nodes()[0])


def plain(nodes: list[Any]) -> str:
    """The text as it reads, our macro for letters included."""
    known = latex2text.get_default_latex_context_db()
    letter = latex2text.MacroTextSpec(
        "fmchar", lambda node, l2tobj: chr(int(l2tobj.nodelist_to_text(node.nodeargd.argnlist), 16))
    )
    known.add_context_category("ours", prepend=True, macros=[letter])
    return latex2text.LatexNodes2Text(latex_context=known, strict_latex_spaces=True).nodelist_to_text(nodes)


def tables() -> list[str]:
    """The bodies of all tables, as they are written."""
    found = []

    def look(nodes: list[Any]) -> None:
        for node in nodes:
            if (
                node
                and node.isNodeType(latexwalker.LatexEnvironmentNode)
                and node.environmentname == "longtable"
            ):
                found.append(node.latex_verbatim())
            look(list(getattr(node, "nodelist", None) or []))

    look(nodes_of(TEX.partition(r"\begin{document}")[2].rpartition(r"\end{document}")[0]))
    return found


def test_the_document_parses_and_every_environment_ends() -> None:
    assert [node for node in nodes_of(TEX.partition("\\title")[2]) if node is None] == []
    assert len(tables()) >= 5


def test_the_numbers_of_the_tables_are_those_of_the_json() -> None:
    labels = next(table for table in tables() if r"\caption{Labels}" in table)
    rows = [line.removeprefix("{}").removesuffix(r" \\") for line in labels.splitlines() if " & " in line][1:]
    cells = [[plain(nodes_of(cell)).strip() for cell in row.split(" & ")] for row in rows]
    told = [(one["name"], f"{one['count']:,}", f"{100 * one['share']:.1f} %") for one in FACTS["labels"]]
    assert [(row[0], row[2], row[3]) for row in cells] == told
    sizes = next(table for table in tables() if r"\caption{Sizes}" in table)
    assert all(f" & {count:,} " in sizes for count in FACTS["sizes"].values())


@pytest.mark.parametrize("one", LETTERS, ids=range(len(LETTERS)))
def test_an_odd_text_is_shown_letter_by_letter(one: dict[str, str]) -> None:
    assert one["tex"].isascii()
    read = plain(nodes_of(one["tex"]))
    shown = [
        unicodedata.normalize("NFC", text).translate(PLAIN).replace("''", '"') for text in (read, one["text"])
    ]
    assert shown[0] == shown[1]


def test_the_card_is_one_of_the_hub() -> None:
    card = DatasetCard((PAPER / "README.md").read_text("utf-8"))
    assert card.data.pretty_name == FACTS["data_set"]["name"]
    assert card.data.language == ["en"]
    assert card.data.size_categories == ["n<1K"]
    assert card.text.lstrip().startswith("# Dataset card: ")
