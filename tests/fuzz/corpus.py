"""The files that are mutated: our own exports in every format, documents, and all of ../shared/cases where it is."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from random import Random

import main
from annotations import formats
from annotations.errors import UserError
from tests.annotations.formats.columns.workbooks import workbook
from tests.annotations.formats.reading.languages import TEXTS
from tests.annotations.formats.uima import test_xmi as xmi
from tests.fuzz.foreign import contents
from tests.fuzz.mutations import mutated
from tests.fuzz.office_seeds import office_files
from tests.fuzz.wrapped import doc_bin, json_values, zip_members
from tests.readers.gold import records

ROOT = Path(__file__).parents[2]
CASES = ROOT.parent / "shared" / "cases"
BESIDE = (
    "README.md",
    "annotation.conf",
    "visual.conf",
)  # files that a reader looks into beside the one it is given
PACKED = {"docx": zip_members, "odt": zip_members, "spacy": doc_bin, "zip": zip_members, "xlsx": zip_members}
OF_JSON = {
    "jsonl",
    "prodigy",
    "doccano",
    "doccano-relation",
    "label-studio",
    "cas-json",
    "facts",
    "hf",
    "spacy-json",
    "pubannotation",
    "argilla",
    "clusters",
}
CODED = (("Polish", "cp1250"), ("Russian", "koi8-r"), ("Greek", "utf-32-be"))
LARGEST = 200_000  # bytes of a file that is mutated


@dataclass(frozen=True)
class Seed:
    """A file of a format, and those beside it that are read with it; `name` is the one that is given to the reader."""

    format: str
    name: str
    files: dict[str, bytes]

    def mutated(self, chance: Random, others: list[bytes]) -> Seed:
        """Return the same with one of its files changed."""
        name = self.name if chance.randrange(4) else chance.choice(sorted(self.files))
        how = mutated
        if chance.randrange(2) and name == self.name:
            how = PACKED.get(self.format, json_values if self.format in OF_JSON else mutated)
        return replace(self, files={**self.files, name: how(self.files[name], chance, others)})

    def write(self, folder: Path) -> Path:
        """Write the files into the folder; return the one that is given to the reader."""
        for name, content in self.files.items():
            (folder / name).write_bytes(content)
        return folder / self.name


def corpus(folder: Path) -> dict[str, list[Seed]]:
    """Return the seeds by format; the folder is filled with what they are made of."""
    found: dict[str, list[Seed]] = {}
    foreign = (Seed(form, name, {name: content}) for form, name, content in contents())
    for seed in (*_exports(folder), *_documents(), *foreign, _xmi(folder / "xmi"), *_cases()):
        if max(map(len, seed.files.values())) <= LARGEST:
            found.setdefault(seed.format, []).append(seed)
    return found


def command(*words: object) -> tuple[int, str, str]:
    """Run a command in this process; its exit code, stdout and stderr."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main.main([str(word) for word in words])
    return code, out.getvalue(), err.getvalue()


def project(folder: Path) -> Path:
    """Make a project of a few nasty articles with work on them."""
    given = folder.with_suffix(".jsonl")
    lines = (json.dumps(value, ensure_ascii=False) + "\n" for value in islice(records(), 5))
    given.write_text("".join(lines), "utf-8")
    for words in (("new", folder, "--schema", "news"), ("import", folder, given)):
        code, _, err = command(*words)
        assert code == 0, err
    return folder


def _exports(folder: Path) -> Iterator[Seed]:
    made = project(folder / "corpus")
    read = formats.names(to="read")
    for name in (
        row.name for row in formats.FORMATS.values() if row.write or (row.across and row.name in read)
    ):
        form = formats.FORMATS[name]
        out = folder / f"out-{name}" / ("" if form.folder else f"out{(*form.suffixes, '.jsonl')[0]}")
        out.parent.mkdir(exist_ok=True)
        words = ("export", made, out, "--format", name, "--articles", "all", "--spans", "all")
        code, _, err = command(*words)
        assert code == 0, err
        for path in sorted(
            path for path in out.parent.rglob("*") if path.suffix in (*form.suffixes, ".jsonl", ".json")
        ):
            if not path.name.endswith("manifest.json"):
                yield _seed(path, name)


def _seed(path: Path, form: str) -> Seed:
    beside = [path.parent / name for name in BESIDE] + ([path.with_suffix(".txt")] if form == "brat" else [])
    files = {one.name: one.read_bytes() for one in (path, *beside) if one.is_file()}
    return Seed(form, path.name, files)


def _documents() -> Iterator[Seed]:
    from docx import Document

    texts = [path.read_text("utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))[:3]]
    made, out = Document(), io.BytesIO()
    made.core_properties.title = "Ferries"
    for line in texts[0].splitlines():
        made.add_paragraph(line)
    made.add_table(2, 2).cell(0, 0).text = "A cell"
    made.save(out)
    page = "".join(f"<p>{line}</p>" for line in texts[1].splitlines())
    html = f"<html><head><title>T</title></head><body><article><h1>T</h1>{page}</article></body></html>"
    rows = "title,text,date\n" + "".join(f'T{n},"{text[:300]}",2024-01-02\n' for n, text in enumerate(texts))
    yield Seed("docx", "a.docx", {"a.docx": out.getvalue()})
    for form, name, content in office_files(texts[0][:900]):
        yield Seed(form, name, {name: content})
    yield Seed("html", "a.html", {"a.html": html.encode()})
    head = "From: Ada Obi <ada@example.org>\nTo: desk@example.org\nSubject: =?utf-8?q?=C3=98st?=\nMIME-Version: 1.0\n"
    parts = f"--b\nContent-Type: text/plain\n\n{texts[0][:500]}\n--b\nContent-Type: text/html\n\n{html[:500]}\n--b--\n"
    yield Seed(
        "eml",
        "a.eml",
        {"a.eml": f'{head}Content-Type: multipart/alternative; boundary="b"\n\n{parts}'.encode()},
    )
    item = f"<item><title>T</title><pubDate>Tue, 23 Jan 2024 10:00:00 +0100</pubDate><description>{texts[0][:300]}</description></item>"
    yield Seed(
        "feed",
        "a.xml",
        {"a.xml": f'<rss version="2.0"><channel><title>F</title>{item}{item}</channel></rss>'.encode()},
    )
    yield Seed("csv", "articles.csv", {"articles.csv": rows.encode()})
    yield from _tables(texts[0][:600], rows)
    yield from (Seed("txt", "a.txt", {"a.txt": text.encode()}) for text in texts)


def _xmi(folder: Path) -> Seed:
    path = xmi.write(folder)
    return Seed("xmi", path.name, {one.name: one.read_bytes() for one in folder.iterdir()})


def _tables(text: str, rows: str) -> Iterator[Seed]:
    """Yield tables and JSON in shapes and encodings that other programs make."""
    sheet = workbook(
        {"A": [["text", "start", "end", "label"], [text, 0, 3, "PER"], [None, 4, 9, None]]}, merged=["A2:A3"]
    )
    yield Seed("xlsx", "a.xlsx", {"a.xlsx": sheet})
    yield Seed("csv", "wide.csv", {"wide.csv": ("sep=;\r" + rows.replace(",", ";")).encode("utf-16")})
    yield Seed("csv", "polish.csv", {"polish.csv": f'text,desk\n"{TEXTS["Polish"]}",a\n'.encode("cp1250")})
    records = [{"text": text, "title": "A"}, {"text": TEXTS["Greek"]}]
    pretty = json.dumps({"count": 2, "articles": records}, ensure_ascii=False, indent=1)
    yield Seed("jsonl", "pretty.json", {"pretty.json": f"// a list\n{pretty}".encode("utf-16-le")})
    yield Seed("jsonl", "list.json", {"list.json": json.dumps(records, ensure_ascii=False).encode()})
    yield from (Seed("txt", "a.txt", {"a.txt": TEXTS[name].encode(coded)}) for name, coded in CODED)


def _cases() -> Iterator[Seed]:
    for path in sorted(path for path in CASES.rglob("*") if path.is_file()) if CASES.is_dir() else ():
        try:
            yield _seed(path, formats.detected(path).name)
        except UserError:
            continue
