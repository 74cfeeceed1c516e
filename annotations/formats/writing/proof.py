"""The proof of an export: its files are read again and compared, span by span, with what was to be written.

Facts are compared with the record as it was before it was fitted to the format (`stated_facts`), so that a relation
which changes on the way fails the proof unless a counted loss names it.
What was to be written waits in a temporary file meanwhile, so that memory does not grow with the export.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import groupby, islice, zip_longest
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from annotations.errors import UserError
from annotations.formats.base import Format, How, Losses, Record, Said
from annotations.formats.came_from import CAME_FROM
from annotations.formats.reading.build import built
from annotations.formats.reading.given import Given
from annotations.formats.reading.how_read import HowRead
from annotations.formats.reading.offsets import fits, moves
from annotations.formats.writing.output import Output
from annotations.formats.writing.stated_facts import expected, stated
from annotations.problems import Notice, Problem
from annotations.text.text import clean

MOST = 1_000  # records behind the last one that are named
MISREAD = "records not read back as they were written"


def said(entry: Record, facts: list[Any]) -> Said:
    """Return a record as plain values, which are equal when two records hold the same; `facts` as they are stated."""
    text = entry.article.text
    spans = sorted((s.start, s.end, s.label) for s in entry.spans())
    return hash(text), len(text), spans, facts


def said_plainly(given: Given) -> Said | None:
    """Return what `said` would of the record built of `given`; None when it must be built to know.

    No more is made than is compared: no ids, titles and sets.
    """
    text = clean(given.text)
    _, move = next(moves(text, given.unit))
    places = [(fits(text, one, move), clean(one.label)) for one in given.spans]
    if given.facts or not text.strip() or not all(bounds and label.strip() for bounds, label in places):
        return None
    spans = sorted({(*bounds, label) for bounds, label in places if bounds})
    return hash(text), len(text), spans, []


class Proof:
    """The proof of one export: it keeps what is to be written, part by part, and compares."""

    def __init__(self, form: Format, how: How, out: Output) -> None:
        self._form, self._how, self._out = form, how, out
        self._kept: dict[str, IO[bytes]] = {}
        self.count = 0  # records to be read again
        self._stack = ExitStack()

    def expect(self, entry: Record, fitted: Record, part: str, told: Collection[str]) -> None:
        """Note the record that was just added to the sink as `fitted`; `told` are the facts that losses name."""
        if part not in self._kept:
            file = TemporaryFile(dir=self._out.out.parent)  # noqa: SIM115  (closed by the stack)
            self._kept[part] = self._stack.enter_context(file)
        self.count += 1
        wanted = (
            self._form.said(fitted)
            if self._form.said
            else said(fitted, expected(entry, fitted, self._form, told))
        )
        value = (self._out.at, entry.article.id, wanted, CAME_FROM in entry.article.meta)
        pickle.dump(value, self._kept[part], pickle.HIGHEST_PROTOCOL)

    def compare(self, losses: Losses, tick: Callable[[], None]) -> None:
        """Read all files again; note every record that differs as a loss.

        `tick` is called for each of `count`.
        """
        for kept in self._kept.values():
            kept.seek(0)
            for name, group in groupby(_loaded(kept), key=itemgetter(0)):
                self._compare_file(self._out.stage / name, group, losses, tick)
        for name, twin in self._out.twins.items():
            if self._form.same is None or not self._form.same(self._out.stage / name, self._out.stage / twin):
                losses.note(MISREAD, f"{twin}: something else than in {name}")

    def close(self) -> None:
        self._stack.close()

    def _compare_file(
        self, path: Path, wanted: Iterator[Any], losses: Losses, tick: Callable[[], None]
    ) -> None:
        read, came = self._read(path), False
        for _, group in groupby(wanted, key=itemgetter(1)):
            wants = list(group)  # an article's annotators may stand in another order
            came = came or any(want[3] for want in wants)
            gots = [got for _, got in zip(wants, read, strict=False)]
            if len(wants) > 1 and all(isinstance(got, tuple) for got in gots):
                wants, gots = sorted(wants, key=lambda want: repr(want[2])), sorted(gots, key=repr)
            self._compare_each(path, wants, gots, losses, tick)
        more = list(islice(read, MOST))
        if came:  # what was not read when the file came, and goes back, is not read now either
            more = [one for one in more if isinstance(one, tuple)]
        self._compare_each(path, [], more, losses, tick)

    def _compare_each(
        self,
        path: Path,
        wanted: list[Any],
        found: list[Said | Problem],
        losses: Losses,
        tick: Callable[[], None],
    ) -> None:
        for want, got in zip_longest(wanted, found):
            tick()
            if want is None or not isinstance(got, tuple):
                what = "more than was written" if want is None else str(got or "nothing")
                losses.note(MISREAD, f"{want[1] if want else path.name}: {what}")
            elif got != want[2]:
                losses.note(MISREAD, f"{want[1]}: {difference(want[2], got)}")

    def _said(self, entry: Record) -> Said:
        return self._form.said(entry) if self._form.said else said(entry, stated(entry, self._form))

    def _read(self, path: Path) -> Iterator[Said | Problem]:
        """Yield the values of the file's records, by our reader, or by the format's own quicker one."""
        asked = HowRead(
            offsets=self._how.offsets if len(self._form.units) > 1 else "", encoding="utf-8", keeps=False
        )
        if self._form.read is None:
            return
        try:
            with path.open("rb") as file:
                if self._form.reread:
                    yield from self._form.reread(file)
                    return
                for entry in self._form.read(path, file, asked):
                    if isinstance(entry, Given) and (plain := said_plainly(entry)):
                        yield plain
                    else:
                        yield from self._built(path, entry)
        except UserError as error:
            yield Problem(path, error.line, error.sentence)

    def _built(self, path: Path, entry: Given | Record | Problem) -> Iterator[Said | Problem]:
        known = replace(entry, by_words=False) if isinstance(entry, Given) else entry
        for one in built(path, [known]):
            if not isinstance(one, Notice):
                yield one if isinstance(one, Problem) else self._said(one)


def _loaded(file: IO[bytes]) -> Iterator[Any]:
    try:
        while True:
            yield pickle.load(file)
    except EOFError:
        return


def difference(want: Said, got: Said) -> str:
    """Return the first difference between the two, in words."""
    if want[:2] != got[:2]:
        return f"the text is another ({got[1]} code points instead of {want[1]})"
    if isinstance(want[2], int):
        return "its spans are others" if want[2] != got[2] else "its facts are others"
    for kind, ours, theirs in (("span", want[2], got[2]), ("fact", want[3], got[3])):
        for item in ours:
            if item not in theirs:
                return f"the {kind} {item} is missing"
        for item in theirs:
            if item not in ours:
                return f"there is a {kind} {item} that was not written"
    return "something stands there twice"
