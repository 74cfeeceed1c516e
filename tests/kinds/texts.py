"""Kinds of plain text, and of what looks like it."""

from __future__ import annotations

import base64
import binascii
import codecs
import quopri

from tests.kinds.kind import read, refused

NEWS = "Ferries return to Oslo\n\nMaria Ruiz of the Navy left Oslo on Tuesday. The harbour stays closed until Friday.\n"
POLISH = "Minister spraw zagranicznych spotkał się w Łodzi z przedstawicielami Śląska; żadnych decyzji nie podjęto. "
RUSSIAN = (
    "Министр иностранных дел прибыл во вторник в Осло и встретился с представителями профсоюза моряков. "
)
TEXTS = (
    read("text in UTF-8", "a.txt", NEWS, "txt"),
    read("text in UTF-8 with a mark", "a.txt", codecs.BOM_UTF8 + NEWS.encode(), "txt"),
    read("text in UTF-16 with a mark", "a.txt", NEWS.encode("utf-16"), "txt"),
    read("text in UTF-16 without a mark", "a.txt", NEWS.encode("utf-16-le"), "txt"),
    read("text in UTF-32", "a.txt", NEWS.encode("utf-32"), "txt"),
    read(
        "text in cp1252",
        "a.txt",
        "Der Außenminister fuhr am Dienstag über Köln nach Düsseldorf.".encode("cp1252"),
        "txt",
    ),
    read("text in cp1250", "a.txt", (POLISH * 4).encode("cp1250"), "txt"),
    read("text in cp1251", "a.txt", (RUSSIAN * 4).encode("cp1251"), "txt"),
    read(
        "text in Shift JIS",
        "a.txt",
        ("外務大臣は火曜日にオスロを訪れ、港の組合と会談した。" * 8).encode("shift_jis"),
        "txt",
    ),
    read("text without an ending", "article", NEWS, "txt"),
    read("text under an unknown ending", "a.dat", NEWS, "txt"),
    read("text called .json", "a.json", NEWS, "txt"),
    read("text called .xml", "a.xml", NEWS, "txt"),
    read(
        "text from right to left",
        "a.txt",
        "غادرت ماريا رويز أوسلو يوم الثلاثاء. يبقى الميناء مغلقا.\n",
        "txt",
    ),
    read("text in Chinese", "a.txt", "外交部长星期二抵达奥斯陆，会见了工会代表。港口关闭至星期五。\n", "txt"),
    read("one long line", "a.txt", "Maria Ruiz left Oslo on Tuesday. " * 9_000, "txt"),
    read(
        "verse",
        "a.txt",
        "The ferry sails,\n  the harbour fails,\n\nand no one tells\n  of all its bells.\n" * 4,
        "txt",
    ),
    read(
        "text in capitals",
        "a.txt",
        "STORM MIRA HITS LISBON\n\nTHE HARBOUR IS CLOSED, SAID MS. OKORO.\n",
        "txt",
    ),
    read(
        "an article with a table in it",
        "a.txt",
        NEWS + "\nResults\nTeam\tPoints\nOslo\t3\nRiga\t1\n\nThe next match is on Friday, said Ms. Okoro.\n",
        "txt",
    ),
    read(
        "an article with code in it",
        "a.txt",
        NEWS + '\n{"port": 22, "open": true}\n\nfor x in y: print(x)\n',
        "txt",
    ),
    read(
        "Markdown", "a.md", "# Ferries return\n\nMaria *Ruiz* left [Oslo](http://example.org).\n", "markdown"
    ),
    read(
        "Markdown with front matter",
        "a.md",
        "---\ntitle: Ferries\ndate: 2024-01-23\n---\n\nMaria Ruiz left.\n",
        "markdown",
    ),
    read(
        "Markdown without an ending",
        "a",
        "---\ntitle: Ferries\ndate: 2024-01-23\n---\n\nMaria Ruiz left.\n",
        "markdown",
    ),
    read(
        "Markdown called .txt",
        "a.txt",
        "# Ferries return\n\nMaria *Ruiz* left [Oslo](http://example.org/).\n\n- one\n- two\n\n## Harbour\n\nIt is **closed**.\n",
        "txt",
    ),
    read(
        "reStructuredText",
        "a.rst",
        "Ferries\n=======\n\nMaria Ruiz left *Oslo*.\n\n.. note:: closed\n\nThe harbour waits.\n",
        "txt",
    ),
    refused("an empty file", "a.txt", b"", "The file is empty."),
    refused("only white space", "a.txt", " \n\t\n  \n", "no text but white space"),
    refused("only a mark", "a.txt", codecs.BOM_UTF8, "no text"),
    refused("binary noise", "a.txt", bytes(range(256)) * 40, "binary"),
    refused("NUL bytes in text", "a.txt", b"Maria\0Ruiz left Oslo\0\0 on Tuesday. " * 9, "binary"),
    refused(
        "LaTeX", "a.tex", "\\documentclass{article}\n\\begin{document}\nFerries\n\\end{document}\n", "LaTeX"
    ),
    refused("LaTeX behind remarks", "a.txt", "% a remark\n\n\\documentclass{article}\nFerries\n", "LaTeX"),
    refused(
        "wiki text",
        "a.txt",
        "'''Oslo''' is a [[city]] in [[Norway]].{{cn}}\n\n== Ferries ==\nThe [[ferry]] of {{ship|Marta}} sails.\n",
        "wiki text",
    ),
    refused(
        "SQL",
        "a.sql",
        "-- dump\nCREATE TABLE news (id INT, text TEXT);\nINSERT INTO news VALUES (1, 'Oslo');\n",
        "SQL",
    ),
    refused("SQL of queries", "a.sql", "SELECT id, text FROM news WHERE id = 1;\n", "SQL"),
    refused("a patch", "a.diff", "--- a/x.txt\n+++ b/x.txt\n@@ -1 +1 @@\n-Oslo\n+Riga\n", "differences"),
    refused("BibTeX", "a.bib", "@article{ruiz,\n  title = {Ferries},\n  year = 2024\n}\n", "literature"),
    refused("RIS", "a.ris", "TY  - NEWS\nTI  - Ferries\nER  - \n", "literature"),
    refused("a calendar", "a.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "calendar"),
    refused("an address book", "a.vcf", "BEGIN:VCARD\nFN:Maria Ruiz\nEND:VCARD\n", "address book"),
    refused("subtitles (SRT)", "a.srt", "1\n00:00:01,000 --> 00:00:02,000\nFerries return.\n", "subtitles"),
    refused(
        "subtitles called .txt",
        "a.txt",
        "1\n00:00:01,000 --> 00:00:02,000\nFerries.\n\n2\n00:00:03,000 --> 00:00:04,000\nOslo.\n",
        "subtitles",
    ),
    refused(
        "subtitles (WebVTT)", "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nFerries return.\n", "subtitles"
    ),
    refused(
        "a log",
        "a.log",
        "".join(f"2024-01-23 10:00:{n:02} INFO server started on port {n}\n" for n in range(20)),
        "a log",
    ),
    refused(
        "source code in Python",
        "a.py",
        "import os\n\n\ndef main() -> None:\n    print(os.name)\n",
        "program's text",
    ),
    refused(
        "source code in C",
        "a.c",
        "#include <stdio.h>\n\nint main(void) {\n  return 0;\n}\n",
        "program's text",
    ),
    refused(
        "source code called .txt",
        "a.txt",
        "import os\nimport sys\n\n\ndef main() -> None:\n    print(os.name)\n\n\nif __name__ == '__main__':\n    main()\n",
        "program's text",
    ),
    refused("a shell script", "run", "#!/bin/sh\nset -e\necho Oslo\n", "program's text"),
    refused("a style sheet", "a.css", "body { color: red; }\n.a { margin: 0 }\n", "program's text"),
    refused("base64", "a.txt", base64.encodebytes(NEWS.encode() * 4), "base64"),
    refused("base64 in one line", "a", base64.b64encode(NEWS.encode() * 4), "base64"),
    refused(
        "quoted-printable",
        "a.txt",
        quopri.encodestring(("Frau Østby fährt am Dienstag über Øresund nach Malmö. " * 4).encode()),
        "quoted-printable",
    ),
    refused(
        "an encrypted message",
        "a.txt",
        "-----BEGIN PGP MESSAGE-----\n\nhQEMA1\n-----END PGP MESSAGE-----\n",
        "encrypted or signed",
    ),
    refused(
        "uuencode",
        "a.txt",
        b"begin 644 a.txt\n" + binascii.b2a_uu(NEWS.encode()[:45]) + b"`\nend\n",
        "uuencode",
    ),
    refused(
        "a hex dump",
        "a.txt",
        "".join(
            f"{n * 16:08x}  46 65 72 72 69 65 73 20  72 65 74 75 72 6e 20 74  |Ferries return t|\n"
            for n in range(9)
        ),
        "dump of bytes",
    ),
    refused(
        "a hex dump by xxd",
        "a.hex",
        "".join(
            f"{n * 16:08x}: 4665 7272 6965 7320 7265 7475 726e 2074  Ferries return t\n" for n in range(9)
        ),
        "dump of bytes",
    ),
    refused(
        "text with names between tags",
        "a.txt",
        "Then <PERSON>Ann</PERSON> met <ORG>Acme</ORG>.\n",
        "names between tags",
    ),
    refused("text with parts of speech", "a.txt", "The/DT dog/NN barked/VBD ./.\n", "part of speech"),
    refused(
        "a mailbox",
        "a.mbox",
        "From ann@example.org Tue Jan 23 10:00:00 2024\nFrom: ann@example.org\nSubject: x\n\nHello\n",
        "mailbox",
    ),
    refused(
        "a Git LFS pointer",
        "a.jsonl",
        "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n",
        "Git LFS",
    ),
)
