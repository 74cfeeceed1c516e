"""Mails: bodies, headers, what is attached, and encodings."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from time import process_time

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.documents import mail as mails
from annotations.formats.reading.how_read import HowRead
from annotations.problems import Notice, Problem

HEAD = "From: Ada Obi <ada@example.org>\nTo: desk@example.org\nSubject: {subject}\nDate: Tue, 23 Jan 2024 10:00:00 +0100\n"
HTML = "<html><head><style>p {}</style></head><body><p>Oslo hosted <b>Ms. Obi</b>.</p><p>No more.</p></body></html>"


def taken(
    folder: Path, content: bytes | str | EmailMessage, *, name: str = "a.eml", reading: HowRead | None = None
) -> list[Record | Problem]:
    if isinstance(content, EmailMessage):
        content = content.as_bytes()
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read(folder / name, reading or HowRead()))


def one(folder: Path, content: bytes | str | EmailMessage) -> Record:
    record = taken(folder, content)[0]
    assert isinstance(record, Record), record
    return record


def letter(subject: str = "Talks", text: str = "Oslo hosted Ms. Obi.\n") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Ada Obi <ada@example.org>", "desk@example.org", subject
    made["Date"], made["Message-ID"] = "Tue, 23 Jan 2024 23:30:00 -0800", "<1@example.org>"
    made.set_content(text)
    return made


def test_a_mail_is_an_article_with_its_subject_sender_and_day(tmp_path: Path) -> None:
    article = one(tmp_path, letter("Møte i Oslo")).article
    assert (article.text, article.title, article.published) == (
        "Oslo hosted Ms. Obi.\n",
        "Møte i Oslo",
        "2024-01-23",
    )
    assert article.meta == {
        "file": "a.eml",
        "author": "Ada Obi",
        "from": "ada@example.org",
        "to": "desk@example.org",
        "message_id": "<1@example.org>",
        "date": "Tue, 23 Jan 2024 23:30:00 -0800",
        "published": "2024-01-23",
        "published_trusted": False,
    }


def test_of_two_bodies_the_plain_one_is_read(tmp_path: Path) -> None:
    made = letter()
    made.add_alternative(HTML.replace("Oslo", "Riga"), subtype="html")
    assert one(tmp_path, made).article.text == "Oslo hosted Ms. Obi.\n"


def test_a_body_of_html_alone_is_read_as_text(tmp_path: Path) -> None:
    made = letter()
    made.set_content(HTML, subtype="html")
    assert one(tmp_path, made).article.text == "Oslo hosted Ms. Obi.\nNo more."


def test_what_is_attached_is_named_and_left_out(tmp_path: Path) -> None:
    made = letter()
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="Møte.pdf")
    made.add_attachment("notes", filename="notes.txt")
    record, *notices = taken(tmp_path, made)
    assert record.article.text == "Oslo hosted Ms. Obi.\n"
    assert all(isinstance(notice, Notice) for notice in notices)
    assert [notice.reason.split(" was")[0] for notice in notices] == [
        "The attachment Møte.pdf",
        "The attachment notes.txt",
    ]


def test_a_mail_within_a_mail_and_texts_after_one_another(tmp_path: Path) -> None:
    made = letter()
    made.add_attachment(letter("Inner", "Inner text.\n"))
    made.add_attachment("Second text.\n", disposition="inline")
    made.add_attachment("BEGIN:VCALENDAR", subtype="calendar", disposition="inline")
    record, *notices = taken(tmp_path, made)
    assert record.article.text == "Oslo hosted Ms. Obi.\n\n\nSecond text.\n"
    assert [one.reason.split(" was")[0] for one in notices] == [
        "The attachment (a mail within it)",
        "The attachment text/calendar",
    ]


def test_an_empty_plain_body_does_not_hide_the_html(tmp_path: Path) -> None:
    made = letter(text=" \n")
    made.add_alternative(HTML, subtype="html")
    assert one(tmp_path, made).article.text == "Oslo hosted Ms. Obi.\nNo more."


def test_pictures_inside_a_mail_do_not_make_it_a_saved_page(tmp_path: Path) -> None:
    made = letter()
    made.set_content(HTML, subtype="html")
    made.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<p>")
    record, notice = taken(tmp_path, made)
    assert (record.article.text, notice.reason.split(" was")[0]) == (
        "Oslo hosted Ms. Obi.\nNo more.",
        "The attachment image/png",
    )


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("iso-8859-1", "Ms. Østby kom."),
        ("koi8-r", "Берлин принял гостей."),
        ("iso-2022-jp", "東京で会談。"),
        ("utf-8", "Zażółć."),
        ("cp1252", "“Yes”"),
    ],
)
@pytest.mark.parametrize("coding", ["8bit", "base64", "quoted-printable"])
def test_a_body_is_decoded(tmp_path: Path, charset: str, text: str, coding: str) -> None:
    import base64
    import quopri

    content = text.encode(charset)
    coded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(coding, bytes)(
        content
    )
    kind = f"MIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {coding}\n\n"
    assert one(tmp_path, (HEAD.format(subject="S") + kind).encode() + coded).article.text.strip() == text


def test_a_wrong_charset_does_not_lose_the_text(tmp_path: Path) -> None:
    content = (
        HEAD.format(subject="S")
        + "Content-Type: text/plain; charset=x-none\nContent-Transfer-Encoding: 8bit\n\nMs. Østby kom."
    )
    assert one(tmp_path, content).article.text == "Ms. Østby kom."


def test_subjects_in_pieces_and_lines_are_put_together(tmp_path: Path) -> None:
    subject = "=?utf-8?q?Oslo_=C3=B8st?=\n =?iso-8859-1?b?IGZpa2sg5nJl?="
    assert one(tmp_path, HEAD.format(subject=subject) + "\nText here.").article.title == "Oslo øst fikk ære"


def test_a_mail_without_subject_is_called_by_its_text(tmp_path: Path) -> None:
    assert (
        one(tmp_path, HEAD.format(subject="") + "\nOslo hosted Ms. Obi. She left.\n").article.title
        == "Oslo hosted Ms. Obi."
    )


def test_lines_that_were_broken_for_the_mail_are_put_together(tmp_path: Path) -> None:
    kind = "Content-Type: text/plain; format=flowed\n\n"
    assert (
        one(tmp_path, HEAD.format(subject="S") + kind + "Oslo hosted \nMs. Obi.\n\nBye.\n").article.text
        == "Oslo hosted Ms. Obi.\n\nBye.\n"
    )


@pytest.mark.parametrize("name", ["a.txt", "a", "mail.msg.eml"])
def test_a_mail_is_told_by_its_headers(tmp_path: Path, name: str) -> None:
    (record,) = taken(tmp_path, HEAD.format(subject="S") + "\nOslo hosted Ms. Obi.\n", name=name)
    assert record.article.text == "Oslo hosted Ms. Obi.\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            "From a@b.org Tue Jan 23 10:00:00 2024\n" + HEAD.format(subject="S") + "\nText.\n",
            "a mailbox of many mails",
        ),
        ("From envelope-sender Mon Jun  1 10:00:00 2009\n\nText.\n", "a mailbox of many mails"),
        (
            "From: <Saved by Blink>\nSnapshot-Content-Location: http://x\nSubject: P\nDate: Tue\nMIME-Version: 1.0\nContent-Type: multipart/related\n\nx",
            "MHTML",
        ),
        ('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n', "MHTML"),
    ],
)
def test_mailboxes_and_saved_pages_are_refused(tmp_path: Path, content: str, words: str) -> None:
    (problem,) = taken(tmp_path, content, name="a.mail")
    assert words in problem.reason


def test_a_mail_without_text_is_refused(tmp_path: Path) -> None:
    made = letter(text="\n")
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    (problem,) = taken(tmp_path, made)
    assert problem.reason == mails.NO_TEXT


@pytest.mark.parametrize("depth", [50, 3_000])
def test_mails_within_mails_end_in_a_sentence(tmp_path: Path, depth: int) -> None:
    inner = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    entries = taken(tmp_path, HEAD.format(subject="S") + inner + "Content-Type: text/plain\n\nText.\n")
    assert [entry for entry in entries if isinstance(entry, Record) or entry.reason]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_headers_with_letters_as_they_are_come_out_right(tmp_path: Path, encoding: str) -> None:
    content = 'From: "Østby, A" <a@example.org>\nTo: d\nSubject: Møte\n\nText here.\n'.encode(encoding)
    article = one(tmp_path, content).article
    assert (article.title, article.meta["author"], article.meta["from"]) == (
        "Møte",
        "Østby, A",
        "a@example.org",
    )


@pytest.mark.parametrize(
    "endless",
    [
        'Content-Type: text/plain; a="b"' + '; a="b' * 9_000,
        "From: " + '(("' * 90_000,
        "Subject: " + "=?utf-8?q?a?= " * 90_000,
    ],
)
def test_an_endless_header_takes_no_time(tmp_path: Path, endless: str) -> None:
    begun = process_time()
    taken(tmp_path, f"To: d\nDate: x\n{endless}\n\nText here.\n")
    assert process_time() - begun < 5
