"""The text of Word files: changes accepted, content controls, boxes, notes; and what is said to be left out."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document

from annotations.formats import read
from annotations.formats.base import Record

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
DOCUMENT = f"<w:document {NAMES}><w:body>{{}}</w:body></w:document>"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r" Type="{LINK}" Target="word/document.xml"/></Relationships>'
)
PROPERTIES = (
    '<cp:coreProperties xmlns:cp="a" xmlns:dc="b" xmlns:t="c"><dc:title>{}</dc:title><dc:creator>Ada Obi</dc:creator>'
    "<t:created>2024-03-01T10:00:00Z</t:created></cp:coreProperties>"
)


def run(text: str, about: str = "") -> str:
    return f"<w:r><w:rPr>{about}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def par(*parts: str) -> str:
    return f"<w:p>{''.join(part if part.startswith('<') else run(part) for part in parts)}</w:p>"


def told(path: Path, body: str, **parts: str) -> tuple[list[str], list[str]]:
    """The lines that a Word file of that body gives, and the sentences beside."""
    with zipfile.ZipFile(path / "a.docx", "w") as made:
        made.writestr("_rels/.rels", LINKS)
        made.writestr("word/document.xml", DOCUMENT.format(body))
        for name, root in parts.items():
            made.writestr(f"word/{name}.xml", f"<w:{name} {NAMES}>{root}</w:{name}>")
    record, *notices = read(path / "a.docx")
    assert isinstance(record, Record), record
    return record.article.text.split("\n"), [notice.reason for notice in notices]


CHANGED = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>' + run("One ") + "</w:p>" + par("two.")


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (par("It ", f"<w:ins>{run('was ')}</w:ins>", "<w:del><w:r><w:delText>is </w:delText></w:r></w:del>", "so."), ["It was so."]),
        (par("A", f"<w:moveFrom>{run(' b')}</w:moveFrom>", f"<w:moveTo>{run(' c')}</w:moveTo>"), ["A c"]),
        (CHANGED, ["One two."]),
        (f"<w:ins>{par('Whole.')}</w:ins><w:del>{par('Gone.')}</w:del>" + par("End."), ["Whole.", "End."]),
        (f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{par('x')}</w:tc></w:tr><w:tr><w:tc>{par('y')}</w:tc></w:tr></w:tbl>", ["y"]),
    ],
)  # fmt: skip
def test_tracked_changes_are_taken_as_accepted(tmp_path: Path, body: str, lines: list[str]) -> None:
    said, notices = told(tmp_path, body)
    assert said == lines
    assert (
        notices == [] if body == CHANGED else notices[0].startswith("Tracked changes were taken as accepted")
    )


def control(inside: str, about: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def test_content_controls_belong_to_the_text_wherever_they_stand(tmp_path: Path) -> None:
    cell = f"<w:tc>{par('Marta')}</w:tc>"
    table = f"<w:tbl><w:tr>{control(cell)}<w:tc>{control(par('310'))}</w:tc></w:tr>{control(f'<w:tr>{cell}</w:tr>')}</w:tbl>"
    body = control(par("Whole.")) + par("Sold by ", control(control(run("Port Lines"))), ".") + table
    assert told(tmp_path, body) == (["Whole.", "Sold by Port Lines.", "Marta\t310", "Marta"], [])


def test_the_prompt_of_an_empty_control_is_left_out_and_said(tmp_path: Path) -> None:
    lines, notices = told(tmp_path, par("By: ", control(run("Click here."), "<w:showingPlcHdr/>"), "."))
    assert (lines, notices) == (["By: ."], ["The prompts of empty content controls were left out (1)."])


def test_a_text_box_is_told_once_behind_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{par('In the box.')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    old = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    body = par("Before ", f"<w:r>{both}</w:r>", "and after.") + par("Old.", old)
    assert told(tmp_path, body)[0] == ["Before and after.", "In the box.", "Old.", "In the box."]


def test_tables_within_tables_and_merged_cells_are_told_once(tmp_path: Path) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{par('a')}</w:tc><w:tc>{par('b')}</w:tc></w:tr></w:tbl>"
    merged = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr>" + par("Oslo") + "</w:tc>"
    rows = [
        merged.format(' w:val="restart"') + f"<w:tc>{par('x')}{inner}</w:tc>",
        merged.format("") + f"<w:tc>{par('one')}{par('two')}</w:tc>",
    ]
    body = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    assert told(tmp_path, body)[0] == ["Oslo\tx a b", "\tone two"]


def test_notes_stand_at_the_end_in_the_order_of_the_text(tmp_path: Path) -> None:
    body = par(
        "Oslo",
        "<w:r><w:footnoteReference w:id='3'/></w:r>",
        " won",
        "<w:r><w:endnoteReference w:id='1'/></w:r>",
        ".",
    )
    body += par("Riga", "<w:r><w:footnoteReference w:id='2'/></w:r>", ".")
    note = "<w:{0} w:id='{1}'>{2}</w:{0}>"
    feet = note.format("footnote", 2, par("Second.")) + note.format("footnote", 3, par("First."))
    feet += "<w:footnote w:id='0' w:type='separator'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    lines, notices = told(tmp_path, body, footnotes=feet, endnotes=note.format("endnote", 1, par("Last.")))
    assert lines == ["Oslo won.", "Riga.", "First.", "Second.", "Last."]
    assert notices == [
        "Footnotes stand at the end of the text (2).",
        "Endnotes stand at the end of the text (1).",
    ]


HIDDEN = "<w:style w:styleId='Secret'><w:rPr><w:vanish/></w:rPr></w:style>"


def test_hidden_text_comments_and_heads_are_left_out_and_said(tmp_path: Path) -> None:
    body = par(
        "Seen",
        run(" not", "<w:vanish/>"),
        run(" yes", "<w:vanish w:val='0'/>"),
        run(" no", "<w:rStyle w:val='Secret'/>"),
    )
    comments = f"<w:comment w:id='1'>{par('Why?')}</w:comment>"
    lines, notices = told(
        tmp_path, body, styles=HIDDEN, comments=comments, header1=par("The Post"), footer1=par("")
    )
    assert lines == ["Seen yes"]
    assert notices == [
        "Hidden text was left out (2).",
        "Comments were left out (1).",
        "What stands at the head or foot of every page was left out (1).",
    ]


def field(kind: str) -> str:
    return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        ((field("begin"), "<w:r><w:instrText>DATE</w:instrText></w:r>", field("separate"), "May 3", field("end"), "."), "May 3."),
        ((field("begin"), "IF x", field("separate"), "yes", field("end")), "yes"),
        ((f"<w:fldSimple w:instr='DATE'>{run('May 3')}</w:fldSimple>",), "May 3"),
        ((f"<w:hyperlink>{run('a link')}</w:hyperlink>", "."), "a link."),
        (("Schmidt", "<w:r><w:noBreakHyphen/></w:r>", "Weber"), "Schmidt-Weber"),
        (("minis", "<w:r><w:softHyphen/></w:r>", "ter"), "minister"),
        (("<w:r><w:sym w:font='Symbol' w:char='F061'/></w:r>", "<w:r><w:sym w:font='Arial' w:char='00E9'/></w:r>"), "αé"),
        (("<w:r><w:t>東京</w:t><w:tab/><w:t>都</w:t></w:r>",), "東京\t都"),
        (("<w:smartTag>" + run("Oslo") + "</w:smartTag>", "<w:proofErr/>", "."), "Oslo."),
    ],
)  # fmt: skip
def test_fields_links_and_marks_give_what_is_seen(tmp_path: Path, parts: tuple[str, ...], line: str) -> None:
    assert told(tmp_path, par(*parts)) == ([line], [])


@pytest.mark.parametrize(
    ("given", "title"), [("Word Document", "Port talks resume"), ("The Riga talks", "The Riga talks")]
)
def test_the_first_line_is_the_title_where_the_file_has_none_of_its_own(
    tmp_path: Path, given: str, title: str
) -> None:
    told(tmp_path, par("Port talks resume") + par("They met in Riga."))
    with zipfile.ZipFile(tmp_path / "a.docx", "a") as made:
        made.writestr("docProps/core.xml", PROPERTIES.format(given))
    (record,) = read(tmp_path / "a.docx")
    meta = {name: record.article.meta.get(name) for name in ("author", "created", "published")}
    assert record.article.title == title
    assert meta == {"author": "Ada Obi", "created": "2024-03-01", "published": None}


@pytest.mark.parametrize("name", ["a.docm", "a.dotx", "a.dotm", "a.txt", "a"])
def test_a_word_file_is_one_whatever_its_ending(tmp_path: Path, name: str) -> None:
    Document().add_paragraph("Holt bought the tug.").part.document.save(tmp_path / name)
    (record,) = read(tmp_path / name)
    assert record.article.text == "Holt bought the tug."


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("WordDocument", "This is an old Word file, of the kind of 1997; open it and save it as .docx"),
        ("EncryptedPackage", "This Word file has a password"),
    ],
)
@pytest.mark.parametrize("name", ["a.doc", "a.docx"])
def test_an_old_word_file_and_one_with_a_password_are_refused_with_what_to_do(
    tmp_path: Path, name: str, inside: str, said: str
) -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + inside.encode("utf-16-le") + bytes(500)
    (tmp_path / name).write_bytes(content)
    (problem,) = read(tmp_path / name)
    assert problem.reason.startswith(said)


def test_entities_of_a_hostile_word_file_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    told(tmp_path, par("Seen."))
    evil = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]>' + DOCUMENT.format(par("Seen &e;."))
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as made:
        made.writestr("word/document.xml", evil)
    (record,) = read(tmp_path / "a.docx")
    assert record.article.text in ("Seen .", "Seen ")


def test_a_file_that_holds_only_other_documents_says_so(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="only documents within it \\(2\\)"):
        told(tmp_path, "<w:altChunk/><w:altChunk/>")
