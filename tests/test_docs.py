"""The pages of the repository: every path that they, or the code, name is there; decisions stand under headings."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from annotations.formats import FORMATS

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
PATH = re.compile(r"`((?:annotations|models|ui|tests|docs|samples)/[\w./-]*)`")
LINK = re.compile(r"\]\(([^)#:]+)\)")
PAGE = re.compile(r"[\w./-]*\w\.md\b")
SOURCES = subprocess.run(
    ["git", "ls-files", "-co", "--exclude-standard", "*.py", "Makefile", "*.toml", "*.yaml"],
    cwd=ROOT,
    capture_output=True,
    text=True,
    check=True,
).stdout.split()


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def is_there(path: str, *, beside: Path) -> bool:
    return (ROOT / path).exists() or (beside.parent / path).exists()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    named = [*PATH.findall(text), *LINK.findall(text)]
    assert [path for path in named if not is_there(path, beside=page)] == []


def test_no_source_cites_a_page_that_is_not_in_the_repository() -> None:
    there = {
        path.name for path in ROOT.rglob("*.md") if not path.relative_to(ROOT).parts[0].startswith(".venv")
    }
    cited = {
        f"{source}: {page}"
        for source in SOURCES
        if (ROOT / source).is_file() and not source.startswith("tests/")  # those write pages of their own
        for page in PAGE.findall((ROOT / source).read_text("utf-8"))
        if Path(page).name not in there
    }
    assert cited == set()


def test_the_ten_commonest_changes_are_told() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    _, rows = text.split("## Where does a change go")
    assert len(re.findall(r"^\| an? .*\|$", rows, re.MULTILINE)) >= 10


def test_every_decision_stands_under_a_heading() -> None:
    text = (ROOT / "docs" / "decisions.md").read_text("utf-8")
    before, *sections = re.split(r"^## .+$", text, flags=re.MULTILINE)
    assert "**" not in before
    assert len(sections) >= 8
    assert all(re.search(r"^\*\*", section, re.MULTILINE) for section in sections)


def test_a_word_of_the_glossary_stands_once() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    words = [
        word
        for row in re.findall(r"^\| (\*.+?) \|", text, re.MULTILINE)
        for word in re.findall(r"\*(\w[^*]*)\*", row)
    ]
    assert len(words) > 50
    assert len(words) == len(set(words))


def test_whatever_is_written_is_read_as_the_proof_needs() -> None:
    assert [row.name for row in FORMATS.values() if row.write and not row.read] == []


def test_each_exception_of_going_back_quotes_a_sentence_of_the_import() -> None:
    rows = re.findall(
        r"^\| .+ \| \*(.+)\* \|$", (ROOT / "docs" / "from-your-tool.md").read_text("utf-8"), re.MULTILINE
    )
    files = (path.read_text("utf-8") for path in (ROOT / "annotations" / "formats").rglob("*.py"))
    said = re.sub(r'"\s*\n\s*f?"', "", "\n".join(files))
    assert len(rows) > 30
    assert [row for row in rows if row not in said] == []
