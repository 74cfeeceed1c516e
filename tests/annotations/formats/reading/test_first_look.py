"""The look before an import says of each field what it really becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.formats import FORMATS
from annotations.formats.reading.first_look import FREE, METADATA, TOLD_BY_TEXT, WORK, look, may_ask
from annotations.formats.reading.how_read import Source

TEXT = "Ann met Ben in Oslo today."
POLISH = "# Łódź\n\n" + "Minister spotkał się w Łodzi z posłami Śląska. " * 8
FILES = {
    "own.jsonl": (
        f'{{"text": "{TEXT}", "annotator": "ida", "desk": "x", "spans": []}}',
        {"text": "text", "annotator": WORK, "desk": METADATA, "spans": WORK},
    ),
    "articles.csv": (f"text,label\n{TEXT},News", {"text": "text", "label": METADATA}),
    "spans.csv": (
        f"article,annotator,start,end,label,text,desk\na1,ida,0,3,PER,{TEXT},x",
        {
            **dict.fromkeys(("article", "annotator", "start", "end", "label"), WORK),
            "text": "text",
            "desk": METADATA,
        },
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_each_field_is_said_to_become_what_it_becomes(name: str, tmp_path: Path) -> None:
    content, becomes = FILES[name]
    (tmp_path / name).write_text(content + "\n", "utf-8")
    found = look(Source(tmp_path / name))
    assert {one.name: one.becomes for one in found.fields} == becomes
    assert set(found.articles[0]["meta"]) == {field for field, said in becomes.items() if said == METADATA}


@pytest.mark.parametrize("ending", ["txt", "md", "html"])
def test_a_guessed_encoding_is_asked_about_in_every_file_of_text(ending: str, tmp_path: Path) -> None:
    source = Source(tmp_path / f"a.{ending}")
    page = f"<html><body><article>{POLISH}</article></body></html>" if ending == "html" else POLISH
    source.path.write_bytes(page.encode("cp1250"))
    assert (may_ask(source), look(source).asks) == (True, True)


def test_a_mail_that_names_no_encoding_says_which_was_taken(tmp_path: Path) -> None:
    head = "From: a@example.org\nTo: b@example.org\nSubject: Talks\nDate: Tue, 23 Jan 2024 10:00:00 +0100\n\n"
    (tmp_path / "a.eml").write_bytes(head.encode() + POLISH[8:].encode("cp1250"))
    found = look(Source(tmp_path / "a.eml"))
    assert ("Łodzi" in found.articles[0]["text"], found.is_guessed) == (True, True)


def test_the_formats_that_are_looked_at_are_formats() -> None:
    assert {*TOLD_BY_TEXT, *FREE} <= FORMATS.keys()
