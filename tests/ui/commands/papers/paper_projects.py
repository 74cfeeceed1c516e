"""Projects for the paper and the codebook, each made once of an own JSONL, and the numbers that files say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.templates import copied
from tests.ui.commands.commands import run

FILES = ("paper.md", "paper.tex", "README.md", "datasheet.md")
NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?")
ODD = "R&D_100%$#{x}~^\\|<b>`*"
SENTENCE = "Maria Ruiz of the Navy left Oslo on Tuesday, the port said. "
ARABIC = "قالت ماريا رويث إن السفينة غادرت أوسلو يوم الثلاثاء 🚢 <script>alert(1)</script>. "
TYPES = """
name: {name}
language: {language}
pipeline: none
{more}
labels:
  PERSON: {{guideline: "People by name.\\n\\n## Examples\\n\\nRight:\\n\\n- **Maria**"}}
  ORG: {{guideline: "<script>alert(2)</script> [x](javascript:alert) ![y](file:///etc/passwd) [z](https://a.org)\\n\\n```\\nopen"}}
  GPE:
facts:
  TRAVEL:
    guideline: Somebody goes somewhere.
    triggers: [leave]
    roles:
      who: {{labels: [PERSON], required: true}}
      place: {{labels: [GPE]}}
"""


def spans(*labelled: tuple[int, int, str], status: str = "confirmed") -> list[dict[str, Any]]:
    return [
        {"id": f"{label}{start}{status}", "start": start, "end": end, "label": label, "status": status}
        for start, end, label in labelled
    ]


def record(article: str, who: str, marks: list[dict[str, Any]], **rest: Any) -> dict[str, Any]:
    text = rest.pop("text", SENTENCE * 3 + article)
    return {"id": article, "text": text, "annotator": who, "state": "done", "spans": marks, **rest}


LEFT = {
    "id": "left",
    "type": "TRAVEL",
    "trigger": [23, 27],
    "roles": [
        {"role": "who", "fillers": [{"start": 0, "end": 10}]},
        {"role": "place", "fillers": [{"start": 28, "end": 32}]},
    ],
}
PERSON, NAVY, OSLO = (0, 10, "PERSON"), (18, 22, "ORG"), (28, 32, "GPE")


def work() -> Iterator[dict[str, Any]]:
    """Twelve articles by two people, who agree in most of it; one rejects what nobody confirms."""
    for number in range(12):
        meta = {
            "source": "Port Post" if number % 3 else "",
            "published": f"2024-0{1 + number % 2}-10",
            "batch": f"b{number % 2}",
        }
        other = (28, 32, "PERSON") if number < 2 else OSLO
        for who, marks in (("anna", (PERSON, NAVY, OSLO)), ("ben", (PERSON, other))):
            said = spans(*marks) + spans((36, 43, "GPE"), status="rejected") * (who == "ben")
            facts = [{**LEFT, "id": f"{who}{number}"}] if who == "anna" or number % 2 else []
            yield record(f"a{number:02}", who, said, facts=facts, meta=meta)


def gold_work() -> Iterator[dict[str, Any]]:
    """The same, with gold of two articles that somebody approved."""
    yield from work()
    for number in range(2):
        yield record(f"a{number:02}", "gold", spans(PERSON, NAVY, OSLO), state="reviewed")


def odd_work() -> Iterator[dict[str, Any]]:
    yield record(
        ODD,
        ODD,
        spans((5, 9, "PERSON")),
        text=ARABIC,
        title="\u202e" + ODD,
        meta={"source": ODD, "license": "e\u0301 é ß 漢字"},
    )
    yield record(
        "b--><x>", "عمر 🚢", spans((5, 10, "ORG")), text=ARABIC + "b", meta={"source": "[a](b)\n\n# x"}
    )


def made(folder: Path, name: str, language: str, more: str, kind: str) -> None:
    """Makes the project in `folder / "p"`."""
    assert run("new", folder / "p") == 0
    yaml = TYPES.format(name=json.dumps(name, ensure_ascii=False), language=language, more=more)
    (folder / "p" / "project.yaml").write_text(yaml, "utf-8")
    records = {"work": work, "gold": gold_work, "odd": odd_work, "none": lambda: iter(())}[kind]()
    lines = "".join(json.dumps(one) + "\n" for one in records)
    if lines:
        (folder / "w.jsonl").write_text(lines, "utf-8")
        assert run("import", folder / "p", folder / "w.jsonl") == 0


def project(
    folder: Path, kind: str = "work", *, name: str = "Port", language: str = "en", more: str = ""
) -> Path:
    return copied(folder, made, name, language, more, kind) / "p"


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


def said_in_json(value: Any) -> Iterator[str]:
    """Every number of the JSON as a file may say it, and those in its words."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from said_in_json(name)
            yield from said_in_json(one)
    elif isinstance(value, list):
        for one in value:
            yield from said_in_json(one)
    elif isinstance(value, str):
        yield from numbers(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield from (f"{value:,}", f"{abs(value):.3f}", f"{100 * value:.1f}", f"{value:g}")


def tex_body(text: str) -> str:
    """The text of a LaTeX document, without widths of columns and code points."""
    body = text.partition(r"\begin{document}")[2]
    return re.sub(r"\\begin\{longtable\}.*|\\fmchar\{\w+\}|\{-\}", "", body)
