"""Suggestions of a suggester that is a command: what it finds, settled with patterns, rules and wordings seen.

It stands where a pipeline's finds would.  An article on which it has an error gets what the rest finds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from annotations.articles import Article, Asked
from annotations.facts import Fact
from annotations.plain_names import plain
from annotations.problems import worded
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.languages import DEFAULT
from annotations.schema.types import Schema
from annotations.sheet import Sheet
from annotations.suggest import mentions
from annotations.suggest.boilerplate.of_article import boilerplate_of
from annotations.suggest.facts import NONE_DECIDED, propose_on
from annotations.suggest.mentions import Learned, Repeat
from annotations.suggest.one_by_one import Say, tried
from annotations.suggest.pattern_lines import PatternsText
from annotations.suggest.patterns import Patterns
from annotations.suggest.settling import RULE
from annotations.suggest.suggester import Suggested, settled_on
from annotations.suggesters.answers import AnswerReader, FactDraft, SuggesterAnswer
from annotations.suggesters.asking import Json, questions, request
from annotations.suggesters.configured import OURS, SuggesterCommand, left_over
from annotations.suggesters.driver import Driver
from annotations.suggesters.tally import SuggesterTally
from annotations.suggesters.told_facts import beside, told
from annotations.text.spacy_tokens import doc_of, pieces, tokenizer

# answers from which on it stops when most are of no use; so few that not even that is said
ENOUGH, FEW = 10, 3
LONGEST_ORIGIN = 100  # code points of the name and version that a suggester gives itself


@dataclass(frozen=True)
class Looked:
    """An article that was looked through: suggestions in it, and facts still to be put on the spans seen there.

    `error`: why the suggester has nothing on it, "" otherwise.
    """

    article: Asked
    suggested: Suggested
    drafts: tuple[FactDraft, ...] = ()
    origin: str = ""
    error: str = ""

    def facts(
        self,
        article: Article,
        sheet: Sheet,
        schema: Schema,
        decided: Mapping[tuple[str, str], tuple[int, int]] = NONE_DECIDED,
    ) -> list[Fact]:
        """Return the suggester's facts on the spans that the sheet's annotator sees, and beside them the rules'.

        `decided`: what became of earlier ones, as `Learned` has it.
        """
        own = told(article, self.drafts, sheet, schema, self.origin)
        return beside(own, propose_on(article, sheet, schema, decided=decided))


class OutsideSuggester:
    """A suggester's command, and beside it what finds without a pipeline; `tally` counts what it gave.

    `spans` and `facts`: what is wanted of it.  `has_stopped`: it ended, or was ended, with articles left unanswered.
    """

    def __init__(
        self, command: SuggesterCommand, schema: Schema, folder: Path | None, *, spans: bool, facts: bool
    ) -> None:
        self.command, self.tally, self.has_stopped = command, SuggesterTally(command.name), False
        self._schema, self._spans, self._facts = schema, spans, facts
        self._nlp = tokenizer(schema.language)
        self._patterns = Patterns(PatternsText.below(folder), self._nlp) if folder else None

    def left_out(self) -> list[str]:
        """Return a sentence for each line of the patterns that is not used."""
        return self._patterns.left_out if self._patterns else []

    def look(self, articles: Sequence[Asked], learned: Learned, say: Say) -> Iterator[Looked]:
        """Yield the articles as they are answered; those without an answer are missing, and `say` is told why.

        UserError when the command cannot be started.
        """
        driver, by_id, useless = Driver(self.command), {one.id: one for one in articles}, Useless()
        about = questions(self._schema, facts=self._facts)
        with closing(driver.answers(by_id, (request(one, about) for one in articles))) as answers:
            for value in answers:
                article, answer = by_id[value["id"]], self._answer(by_id[value["id"]], value, driver)
                useless.take(article, answer)
                if answer.is_usable:
                    yield from self._looked(article, answer, driver, learned, say)
                if useless.is_most:
                    break
        self.tally.noise += driver.noise
        if driver.ended:
            self.has_stopped = True
            say(driver.ended)
        if useless.is_most or useless.is_most_of_few:
            self.has_stopped = True
            left = len(by_id) - useless.answered + len(useless.held)
            say(f"The suggester {self.command.name} was stopped: {useless.sentence}; {left_over(left)}.")
            return
        for article, answer in useless.held:
            if answer.error:
                say(_worded(article, self.command.name, answer.error))
            yield from self._looked(article, answer, driver, learned, say)

    def _answer(self, article: Asked, value: Json, driver: Driver) -> SuggesterAnswer:
        wants = {"spans": self._spans, "facts": self._facts}
        origin, each = self._origin(driver), self.command.each
        answer = AnswerReader(article.text, self._schema, origin=origin, each=each, **wants).read(value)
        self.tally.take(answer)
        return answer

    def _origin(self, driver: Driver) -> str:
        """Return the name and version that the command gave itself; else the name it has here."""
        said = [driver.named.get(name) for name in ("name", "version")]
        words = " ".join(str(one) for one in said if isinstance(one, str | int | float)).split()
        named = plain(" ".join(words))[:LONGEST_ORIGIN].encode("utf-8", "replace").decode()
        return named if named and named.split()[0] not in OURS else self.command.name

    def _looked(
        self, article: Asked, answer: SuggesterAnswer, driver: Driver, learned: Learned, say: Say
    ) -> Iterator[Looked]:
        found: Suggested | None = Suggested(article.id)
        if self._spans:
            found = tried(article, lambda: self._suggested(article, answer.places, learned), say)
        if found is not None:
            yield Looked(article, found, tuple(answer.facts), self._origin(driver), answer.error)

    def _suggested(self, article: Asked, places: list[Repeat], learned: Learned) -> Suggested:
        learned = learned.stopping(self._patterns.stops if self._patterns else ())
        labels = self._schema.labels_in_use
        found = [*places, *self._beside(article.text), *mentions.seen(article.text, learned)]
        ranges = boilerplate_of(article, is_english=self._schema.language == DEFAULT)
        return settled_on(article, [place for place in found if place.label in labels], [], learned, ranges)

    def _beside(self, text: str) -> Iterator[Repeat]:
        """Yield what patterns find and, in English, rules."""
        from annotations.suggest.rules import find as rules

        for start, end in pieces(text):
            doc = doc_of(self._nlp, text[start:end])
            found = [*self._patterns.find(doc)] if self._patterns else []
            if self._schema.language == DEFAULT:
                found += [Repeat(*rule, RULE) for rule in rules.find(doc)]
            yield from (place._replace(start=start + place.start, end=start + place.end) for place in found)


class Useless:
    """The answers of which nothing can be used; when most are such, somebody has to look at the suggester."""

    def __init__(self) -> None:
        self.answered = 0
        self.held: list[tuple[Asked, SuggesterAnswer]] = []

    def take(self, article: Asked, answer: SuggesterAnswer) -> None:
        """Count an answer."""
        self.answered += 1
        if not answer.is_usable:
            self.held.append((article, answer))

    @property
    def is_most(self) -> bool:
        """Return whether enough came to stop before the end: more than half of no use, errors too."""
        return self.answered >= ENOUGH and 2 * len(self.held) > self.answered

    @property
    def is_most_of_few(self) -> bool:
        """Return the same of a few answers, of which single errors say nothing."""
        wrong = sum(not answer.is_error for _, answer in self.held)
        return self.answered >= FEW and 2 * wrong > self.answered

    @property
    def sentence(self) -> str:
        last = self.held[-1][1]
        why = last.error or next(iter(last.left), "")
        return f"{len(self.held):,} of {self.answered:,} answers are of no use (the last: {why})"


def _worded(article: Asked, name: str, error: str) -> str:
    named = {"title": article.title or article.id, "id": article.id, "name": name, "error": error}
    return worded("In {title} ({id}) the suggester {name} has an error: {error}.", **named)
