"""One drawn span in its article, without any label, and the answers to choose from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from annotations.articles import Article
from annotations.blind_check.checked import BlindAnswer, BlindCheck, DrawnSpan
from annotations.schema.types import Label
from ui import bindings
from ui.article.article_view import ArticleView
from ui.article.measures import Looks
from ui.fixed_keys import FIXED
from ui.keys import shortcuts
from ui.look.layouts import column, row
from ui.look.lines import Caption, Elided, Words
from ui.look.marks import Bar
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.scripts import without_pictographs
from ui.look.theme import swatch
from ui.plain_text import tip

WIDE = 230  # pixels of the list of answers at 100 %
ANSWER = Qt.ItemDataRole.UserRole
NONE, BOUNDS = "No span here", "Other bounds"


class BlindAnswers(QListWidget):
    """The labels and the two other answers; `given`: one was chosen, as what is seen and the label."""

    given = Signal(object, str)

    def __init__(self, labels: list[Label]) -> None:
        super().__init__()
        self.setAccessibleName("What is it?")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for label in labels:
            self._offer(label.name, label.key or "", BlindAnswer.LABEL, label)
        self._offer(NONE, FIXED["blind_none"].keys[0], BlindAnswer.NONE)
        self._offer(BOUNDS, FIXED["blind_bounds"].keys[0], BlindAnswer.BOUNDS)
        self.setCurrentRow(-1)  # none is proposed
        self.itemClicked.connect(self._give)

    def _offer(self, word: str, key: str, seen: BlindAnswer, label: Label | None = None) -> None:
        item = QListWidgetItem(f"{key or ' '}   {word}", self)
        item.setData(ANSWER, (seen.value, label.name if label else ""))
        item.setToolTip(tip(label.gloss or word if label else word))
        if label:
            item.setIcon(swatch(self, label.hue))
        else:  # of the same width, so that the words stand in one line
            blank = QPixmap(self.iconSize() if self.iconSize().isValid() else QSize(px(14), px(14)))
            blank.fill(Qt.GlobalColor.transparent)
            item.setIcon(QIcon(blank))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the current answer by Enter; other keys move."""
        if event.key() in bindings.codes("blind_take") and not event.isAutoRepeat():
            if (item := self.currentItem()) is not None:
                self._give(item)
            return
        super().keyPressEvent(event)

    def _give(self, item: QListWidgetItem) -> None:
        seen, label = item.data(ANSWER)
        self.given.emit(BlindAnswer(seen), label)


class BlindAsking(QWidget):
    """The question.  `answered`: what is seen, and the label; `back`: the answer before is wanted again."""

    answered, back = Signal(object, str), Signal()

    def __init__(self, labels: list[Label], looks: Looks) -> None:
        super().__init__()
        self.count, self.title, self.bar = Words(px=14, weight=600), Elided(px=12, role="text2"), Bar()
        self.view, self.answers = ArticleView(), BlindAnswers(labels)
        self.view.setAccessibleName("The article, with the words that are asked about selected")
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        given = {name: value for name, value in vars(looks).items() if name != "hues"}
        self.view.appearance.choose(**given)
        self._shown: Article | None = None
        head = row(self.count, gap=12)
        head.add(self.title, 1)
        beside = column(Caption("What are the selected words?"), gap=6)
        beside.add(self.answers, 1)
        both = row(gap=12)
        both.add(self.view, 1)
        both.add(beside)
        lines = column(head, self.bar, gap=8)
        lines.add(both, 1)
        self.setLayout(lines)
        self.setFocusProxy(self.answers)
        self.answers.given.connect(self.answered)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.answers.setFixedWidth(px(WIDE))

    def bind(self, owner: QWidget, labels: list[Label]) -> None:
        """Bind the keys of labels, as they are in Annotate, and those of the other answers, where no label has them."""
        taken = {label.key.upper() for label in labels if label.key}
        does: dict[str, Callable[[], object]] = {
            "blind_none": partial(self.answered.emit, BlindAnswer.NONE, ""),
            "blind_bounds": partial(self.answered.emit, BlindAnswer.BOUNDS, ""),
            "blind_back": self.back.emit,
        }
        for label in labels:
            if label.key:
                answer = partial(self.answered.emit, BlindAnswer.LABEL, label.name)
                bindings.bind(
                    owner, label.name, shortcuts([label.key.upper()]), self._if_shown(answer), windowed=True
                )
        for name, verb in does.items():
            if free := tuple(key for key in FIXED[name].keys if key not in taken):
                bindings.bind(owner, FIXED[name].text, free, self._if_shown(verb), windowed=True)

    def _if_shown(self, does: Callable[[], object]) -> Callable[[], object]:
        return lambda: does() if self.isVisible() else None

    def ask(self, check: BlindCheck, drawn: DrawnSpan, article: Article) -> None:
        """Ask about that span of the article, the next one of the check."""
        at, of = check.place + 1, len(check.drawn)
        self.count.setText(f"{at:,} of {of:,}")
        self.bar.show_share(check.place / of)
        self.title.setText(without_pictographs(article.title or article.id))
        if self._shown != article:
            self.view.set_article(article.text, ())
            self._shown = article
        self.view.set_selection(drawn.start, drawn.end)
        for place in (drawn.end, drawn.start):
            self.view.reveal(place)
        words = article.text[drawn.start : drawn.end]
        self.view.setAccessibleDescription(f"{at:,} of {of:,}: {words}")
        self.answers.setCurrentRow(-1)
        self.answers.setFocus()
