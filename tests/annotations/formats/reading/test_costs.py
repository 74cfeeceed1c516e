"""No file costs more than it is worth: what is too much is refused with the limit that it is over."""

from __future__ import annotations

import time
import tracemalloc
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from annotations.errors import UserError
from annotations.formats import detected, read
from annotations.formats.base import Record
from annotations.formats.columns.spacy_docs import empty
from annotations.formats.reading.how_read import HowRead
from annotations.problems import Problem
from tests.annotations.formats.documents.test_pages import pdf
from tests.making import TEXT

PAGE = "<html><body><article><p>Maria Ruiz left Oslo.</p>{}</article></body></html>"
NAMES = " ".join(f'a{n}="b"' for n in range(90_000))
TSV = (
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.A|value\n\n\n#Text=ab\n1-1\t900000000-900000002\tab\tA\t\n"
)
Content = Callable[[], bytes]
TOO_MUCH: dict[str, tuple[str | Content, str]] = {
    "wide.csv": ("text," + "a," * 450_000 + "\n" + "x\n" * 50_000, "more than 1,000 columns"),
    "wide-spans.csv": (
        "text,start,end,label," + "a," * 450_000 + "\n" + "x\n" * 50_000,
        "more than 1,000 columns",
    ),
    "tags.html": (PAGE.format("<ul>" + "<li>x" * 190_000 + "</ul>"), "more than 50,000 tags"),
    "names.html": (PAGE.format(f"<p {NAMES}>x</p>"), "more than 2,000 words"),
    "bytes.spacy": (lambda: zlib.compress(bytes(600_000_000), 9), "more than 64 MB unpacked"),
    "values.spacy": (lambda: zlib.compress(deep(), 9), "more than 500,000 values"),
    "far.tsv": (TSV, "more than 5,000,000 characters"),
}


def deep() -> bytes:
    """A list of a hundred million."""
    return b"\xdd\x05\xf5\xe1\x00" + b"\xc0" * 60_000_000


def pdf_of(*, steps: int = 1, pages: int = 1) -> bytes:
    """A PDF whose one page is drawn in so many steps, and stands in it so many times."""
    made = pdf("Ferries.").replace(b"/Kids [4 0 R]", b"/Kids [" + b"4 0 R " * pages + b"]")
    drawn = zlib.compress(b"BT /F1 12 Tf 10 100 Td (Hello) Tj ET " * steps, 9)
    head, _, rest = made.partition(b"<< /Length ")
    packed = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b" % (len(drawn), drawn)
    return head + packed + rest[rest.index(b"\nendstream") :]


@pytest.mark.parametrize("much", [{"steps": 200_000}, {"steps": 400_000}])
def test_a_pdf_that_takes_too_long_to_draw_is_refused_with_its_limit(
    tmp_path: Path, much: dict[str, int]
) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of(**much))
    (problem,) = read(tmp_path / "a.pdf")
    assert "more than 6 MB of drawing" in problem.reason


def test_a_page_that_a_pdf_names_sixty_thousand_times_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of(pages=60_000))
    (entry,) = read(tmp_path / "a.pdf")
    assert (entry.article.text, entry.article.meta["pages"]) == ("Hello", [0])


@pytest.mark.parametrize("packed", ["/FlateDecode", "[/FlateDecode /FlateDecode]"])
def test_a_pdf_whose_page_unpacks_to_far_more_than_the_file_is_refused(tmp_path: Path, packed: str) -> None:
    drawn = zlib.compress(bytes(200_000_000), 9)
    drawn = zlib.compress(drawn) if packed.startswith("[") else drawn
    made = pdf("Ferries.")
    head, _, rest = made.partition(b"<< /Length ")
    stream = f"<< /Filter {packed} /Length {len(drawn)} >>\nstream\n".encode() + drawn
    (tmp_path / "a.pdf").write_bytes(head + stream + rest[rest.index(b"\nendstream") :])
    (problem,) = bounded(tmp_path / "a.pdf")
    assert "more than 6 MB of drawing" in problem.reason


def test_a_damaged_page_of_a_pdf_is_read_as_far_as_it_goes_in_no_time(tmp_path: Path) -> None:
    remark = b" %" + Random(0).randbytes(1_000_000).hex().encode()  # long, also when it is packed
    drawn = zlib.compress(b"BT /F1 12 Tf 10 100 Td (Hello) Tj ET" + remark, 1)
    drawn = drawn[:-400] + bytes(400)
    head, _, rest = pdf("Ferries.").partition(b"<< /Length ")
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b" % (len(drawn), drawn)
    (tmp_path / "a.pdf").write_bytes(head + stream + rest[rest.index(b"\nendstream") :])
    (entry,) = bounded(tmp_path / "a.pdf")
    assert isinstance(entry, Record)
    assert entry.article.text == "Hello"


def test_a_table_of_parquet_with_too_many_values_is_refused_with_its_limit(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet")
    table = arrow.table({"id": ["a"], "tokens": [["a"] * 3_000_000], "ner_tags": [["O"] * 3_000_000]})
    arrow.parquet.write_table(table, tmp_path / "a.parquet")
    (problem,) = bounded(tmp_path / "a.parquet")
    assert "more than 2,000,000 values" in problem.reason


MOST = 600  # times as long as a million squares take: machines differ


def _unit() -> float:
    """The seconds of CPU that a million squares take on this machine, now."""
    begun = time.process_time()
    sum(n * n for n in range(1_000_000))
    return time.process_time() - begun


def bounded(path: Path, name: str | None = None) -> list[Record | Problem]:
    """Return what is read, within the seconds and bytes that a file may cost."""
    begun = time.process_time()
    tracemalloc.start()
    found = list(read(path, HowRead(name)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - begun < MOST * _unit()
    assert peak < 500 * 2**20
    return found


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_is_too_much_is_refused_with_its_limit(tmp_path: Path, name: str) -> None:
    content, limit = TOO_MUCH[name]
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content())
    (problem,) = bounded(tmp_path / name)
    assert isinstance(problem, Problem)
    assert limit in problem.reason
    assert problem.reason.endswith(".")


ALIKE = ("{", "[", "<", '"', "#\n", "a:", " ", "(((", "<!DOCTYPE ", "//\n", "[{", "--\n", "a=", "\n", "=C3")


@pytest.mark.parametrize("before", ["", "---\n", '{"', "<!DOCTYPE ["])
def test_what_a_file_is_costs_no_more_for_signs_that_go_on(before: str, tmp_path: Path) -> None:
    begun = time.process_time()
    for signs in ALIKE:
        (tmp_path / "a").write_text(before + signs * (65_000 // len(signs)))
        with suppress(UserError):
            detected(tmp_path / "a")
    assert time.process_time() - begun < 20


def test_only_the_beginning_of_a_large_file_tells_what_it_is(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.write(TEXT.encode() + b"\n")
        file.truncate(500_000_000)
    begun = time.process_time()
    tracemalloc.start()
    assert detected(tmp_path / "a").name == "txt"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - begun < 20
    assert peak < 50 * 2**20


def test_eight_thousand_events_with_attributes_are_read_in_seconds(tmp_path: Path) -> None:
    lines = (f"T{n}\tA 0 5\tMaria\nE{n}\tA:T{n}\nA{n}\tNegated E{n}\n" for n in range(1, 8_001))
    (tmp_path / "a.ann").write_text("".join(lines), "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    entry, *_ = bounded(tmp_path / "a.ann")
    assert len(entry.facts()) == 8_000


def test_the_docs_before_a_damaged_one_are_read(tmp_path: Path) -> None:
    import srsly
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    docs = empty()
    for word in ("One", "Two"):
        docs.add(Doc(Vocab(), words=[word]))
    packed = srsly.msgpack_loads(zlib.decompress(docs.to_bytes()))
    packed["user_data"][1] = b"\xc1"
    (tmp_path / "a.spacy").write_bytes(zlib.compress(srsly.msgpack_dumps(packed)))
    entry, problem = read(tmp_path / "a.spacy")
    assert entry.article.text.strip() == "One"
    assert problem.reason == "The file is damaged; what stands behind its Doc 1 was not read."


@pytest.mark.parametrize("line", ["E1\t :T1", "R1\tA :T1 Arg2:T2"])
def test_a_fact_or_role_without_a_name_is_left_out(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.ann").write_text(f"T1\tA 0 5\tMaria\nT2\tA 6 10\tRuiz\n{line}\n", "utf-8")
    entry, problem = read(tmp_path / "a.ann")
    assert entry.facts() == []
    assert "it, or a role of it, has no name" in problem.reason


@pytest.mark.parametrize("line", ["Holt PER", "Sentence,Word,Tag", "1\tHolt\tPER"])
def test_a_long_table_without_a_column_of_tags_is_refused_in_seconds(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.conll").write_text(f"{line}\n" * 40_000, "utf-8")
    (problem,) = bounded(tmp_path / "a.conll", "conll")
    assert "No column of this table was found to hold tags" in problem.reason
