"""The dialog before an import: the first articles as they would come in, what fields become, encoding, what is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from annotations.formats.reading.first_look import LEAST, METADATA, NOWHERE, WORK
from annotations.text.counts import counted
from ui.importing.field_rows import FieldRows
from ui.look.dialog import Dialog
from ui.look.layouts import Scroll, column, row
from ui.look.lines import Caption, Elided, Words
from ui.look.marks import Card
from ui.project.jobs import CANCELLED

ABOUT = "These are the first articles as they would come in. What you choose is kept for files with the same fields."
AS_TOLD = "as the file tells"
ENCODINGS = (
    *(
        "utf-8",
        "utf-16",
        "cp1252",
        "cp1250",
        "cp1251",
        "cp1253",
        "cp1254",
        "iso8859-2",
        "iso8859-5",
        "iso8859-7",
    ),
    *("iso8859-9", "koi8-r", "mac-roman", "shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"),
)
NO_TEXT = "Choose the field that is the text."
LOOKING = "Looking into the file…"
NOTHING = "Nothing of this file would come in."
LISTED = 6  # sentences on what is left out


class PreviewDialog(Dialog):
    """The dialog.  `asked_again`: a choice is another, so the first articles may be; `accepted`: import them."""

    asked_again = Signal()

    def __init__(self, looks: Sequence[Mapping[str, Any]], count: int, parent: QWidget) -> None:
        """Show the looks into the first of `count` files, those first that something is to be said of."""
        super().__init__(f"Import {counted(count, 'file')}", parent, about=ABOUT, size=(860, 600))
        self._looks = {look["file"]: dict(look) for look in sorted(looks, key=lambda look: not look["asks"])}
        self._given: dict[str, dict[str, Any]] = {}  # choices by file
        self.file, self.encoding = QComboBox(), QComboBox()
        for name in self._looks:
            self.file.addItem(Path(name).name, name)
        self.encoding.addItem(AS_TOLD, "")
        for name in ENCODINGS:
            self.encoding.addItem(name, name)
        self.fields, self.articles, self.out = FieldRows(), QWidget(), Words(role="warn", wraps=True)
        QVBoxLayout(self.articles).setContentsMargins(0, 0, 0, 0)
        beside = row(gap=12)
        beside.add(self.field("&File", self.file), 3)
        beside.add(self.field("&Encoding", self.encoding), 1)
        self.add(beside)
        self.read_as = Words(role="text2", wraps=True)
        inner = QWidget()
        inner.setLayout(
            column(
                self.read_as, self.fields, Caption("First articles"), self.articles, self.out, None, gap=12
            )
        )
        self.add(Scroll(inner), 1)
        self.go = self.end_with("Import", self.accept, icon="plus")
        self.file.currentIndexChanged.connect(lambda _: self._show())
        self.encoding.currentIndexChanged.connect(lambda _: self._choose())
        self.fields.changed.connect(self._choose)
        self._show()

    @property
    def look(self) -> Mapping[str, Any]:
        """Return the look into the file that is shown."""
        return self._looks[str(self.file.currentData())]

    def choices(self) -> list[dict[str, Any]]:
        """Return what was chosen, and for all files that were asked about what they have."""
        found = []
        for name, look in self._looks.items():
            given = self._given.get(name)
            if given is None and not look["asks"]:
                continue
            names = [one["name"] for one in look["fields"]]
            said = given or {"fields": _told(look), "encoding": ""}
            found.append({"file": name, "names": names, **said})
        return found

    def show_look(self, look: Mapping[str, Any]) -> None:
        """Show what a file would be as it is chosen now."""
        self._looks[look["file"]] = {**look, "asks": self._looks[look["file"]]["asks"]}
        if look["file"] == str(self.file.currentData()):
            self._show()

    def propose(self) -> None:
        """Propose the field with the longest first value as the text, where none is called like one."""
        fields = self.look["fields"]
        if fields and all(one["becomes"] != "text" for one in fields):
            longest = max(fields, key=lambda one: len(one["sample"]))
            if len(longest["sample"]) >= LEAST:
                choice = self.fields.choices[longest["name"]]
                choice.setCurrentIndex(choice.findData("text"))

    def say(self, why: str) -> None:
        """Say why there is no other look; a look that another one took the place of is no fault."""
        self.wrong.setText("" if why == CANCELLED else why)

    def _choose(self) -> None:
        said = {"fields": self.fields.chosen(), "encoding": self.encoding.currentData()}
        self._given[str(self.file.currentData())] = said
        self._show_articles(())
        self.read_as.setText(LOOKING)
        self.out.hide()
        self.wrong.setText("")
        self.asked_again.emit()

    def _show(self) -> None:
        look = self.look
        given = self._given.get(look["file"], {})
        self.encoding.blockSignals(True)
        self.encoding.setCurrentIndex(max(0, self.encoding.findData(given.get("encoding", ""))))
        self.encoding.blockSignals(False)
        self.read_as.setText(f"Read as {look['format']}, since {look['reason']}." if look["format"] else "")
        self.fields.show_fields(look["fields"])
        self._show_articles(look["articles"])
        has_text = not look["fields"] or any(one["becomes"] == "text" for one in look["fields"])
        said = [*look["left_out"], *look["notices"]] if has_text else []
        more = [f"… and {len(said) - LISTED:,} more"] if len(said) > LISTED else []
        self.out.setText("\n".join([*said[:LISTED], *more]))
        self.out.setVisible(bool(said))
        self.wrong.setText("" if look["articles"] else NOTHING if has_text else NO_TEXT)

    def _show_articles(self, articles: Sequence[Mapping[str, Any]]) -> None:
        lines = self.articles.layout()
        while lines is not None and (item := lines.takeAt(0)):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for article in articles:
            card = Card(_lines(article))
            if lines is not None:
                lines.addWidget(card)


def _lines(article: Mapping[str, Any]) -> Any:
    """Return the lines of an article's card: title, what is kept of it, and the beginning of its text."""
    kept = [f"{name}: {value}" for name, value in article["meta"].items()]
    work = [counted(article[kind], kind[:-1]) for kind in ("spans", "facts") if article[kind]]
    whose = [f"by {article['annotator']}"] if article["annotator"] else []
    about = " · ".join([article["published"] or "no date", *work, *whose, *kept])
    text = " ".join(article["text"].split())
    title = Elided(article["title"] or "(no title)", weight=600)
    return column(title, Elided(about, role="text2"), Elided(text), gap=4, margins=(12, 8, 12, 8))


def _told(look: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields that stand for ours as the look has them, by ours."""
    others = (NOWHERE, METADATA, WORK)
    return {one["becomes"]: one["name"] for one in look["fields"] if one["becomes"] not in others}
