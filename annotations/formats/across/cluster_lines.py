"""The lines of a file of `clusters` as they are read: articles, their mentions and facts, and who said what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from annotations.articles import Article
from annotations.compare import item_json as compare_json
from annotations.compare.items import CompareItem, KeptApart, Related, key_of
from annotations.compare.names.fold import fold
from annotations.fact_attributes import read_attributes
from annotations.facts import Fact, Filler, Role
from annotations.formats.across.group_types import left_out, of_first_fact, problem
from annotations.formats.base import Record
from annotations.formats.lines.json_broken import wrong
from annotations.json_fields import BadItem, Json, bounds, listed, named, one_of, signed, text
from annotations.problems import Problem, Worded, worded
from annotations.sets import PROJECT, AnnotationSet, Item, Progress, State
from annotations.spans import Span, Status, derived_id
from annotations.values import kinds

CONFIRMED, SUGGESTED = "confirmed", "suggested"
LEFT_OUT = "It was left out: {why}."
Said = tuple[str, bool]  # an entity or group, and whether a person said so


class ClusterLines:
    """The lines of a file so far: articles, spans and facts by article, and who said what.

    `entity_of` and `group_of` are by the key of a mention or fact; `names` are what entities and groups are called.
    """

    def __init__(self) -> None:
        self.articles: dict[str, tuple[Article, int]] = {}
        self.spans: dict[str, dict[str, Span]] = {}
        self.facts: dict[str, dict[str, Fact]] = {}
        self.entity_of: dict[str, Said] = {}
        self.group_of: dict[str, Said] = {}
        self.names: dict[str, tuple[str, ...]] = {}
        self.items: dict[tuple[str, str, str], CompareItem] = {}  # by annotator, kind and id
        self.verdicts: dict[str, list[Json]] = {}
        self._relations: list[tuple[int, str, Related]] = []  # with line and annotator
        self._fields: list[tuple[str, str, str, str, str]] = []  # pairs kept apart as fields tell them
        self._troubles: list[Worded] = []
        self._kinds: dict[str, Callable[[Json, int], None]] = {
            "article": self._article,
            "entity": self._entity,
            "group": self._group,
            "apart": self._apart,
            "story": self._story,
        }

    def take(self, value: Any, line: int) -> None:
        """Take in a line.  BadItem when it is none of this format."""
        if not isinstance(value, dict):
            raise BadItem("it is not an object")
        if value.get("kind") not in self._kinds:
            raise BadItem(f"its kind is none of {', '.join(self._kinds)}")
        self._kinds[value["kind"]](value, line)

    def told(self, path: Path, line: int, value: Any) -> Iterator[Problem]:
        """Take in a line, and yield what could not be taken of it."""
        try:
            self.take(value, line)
        except (ValueError, RecursionError) as error:
            yield Problem(path, line, wrong(error))
        said, self._troubles = self._troubles, []
        yield from (problem(path, line, one) for one in said)

    def ended(self, path: Path) -> Iterator[Problem]:
        """Take in what could not be told before the last line: relations, each of two entities that have a line."""
        for line, who, made in self._relations:
            if f"entity {made.to}" in self.names:
                self._keep(who, made)
            else:
                why = f"{made.from_} is related to the entity {made.to!a}, which has no line"
                yield Problem(path, line, worded(LEFT_OUT, why=why))
        self._relations.clear()

    def records(self, path: Path) -> Iterator[Record]:
        """Yield the articles with what stands on them, then what each annotator said across them."""
        who = next((name for name, _, _ in self.items if name), "")
        for article, line in self.articles.values():
            marks: list[Span | Fact] = [*self.spans[article.id].values(), *self.facts[article.id].values()]
            own: list[Item] = [one for one in marks if one.status is not Status.SUGGESTED]
            pool = tuple(one for one in marks if one.status is Status.SUGGESTED)
            made = AnnotationSet.of(article.id, who, [*own, Progress(State.STARTED)]) if own else None
            yield Record(article, made, pool, file=path, line=line, unites=True, fills=True)
        by_who: dict[str, list[CompareItem]] = {}
        for (name, _, _), item in (self.items | self._from_fields(who)).items():
            by_who.setdefault(name or who, []).append(item)
        for name, items in by_who.items():
            made = AnnotationSet.of(PROJECT, name, items)
            yield Record(Article(PROJECT, ""), made, file=path, unites=True, fills=True)

    # --- each kind of line

    def _article(self, value: Json, line: int) -> None:
        id_, words = named(value.get("id"), "the id of an article", most=1000), text(value, "text")
        if not words.strip():
            raise BadItem("it has no text")
        if id_ in self.articles:
            raise BadItem(f"the article {id_} stands there twice")
        meta: dict[str, Any] = {"published": text(value, "published")} if value.get("published") else {}
        if value.get("published_trusted") is True:
            meta["published_trusted"] = True
        self.articles[id_] = Article(id_, words, text(value, "title"), meta), line
        self.spans[id_], self.facts[id_] = {}, {}

    def _entity(self, value: Json, line: int) -> None:
        id_, who, is_made = self._head(value, "an entity")
        name, label = text(value, "name"), text(value, "label")
        self.names[f"entity {id_}"] = name, label, CONFIRMED if is_made else SUGGESTED
        if is_made:
            self._keep(who, compare_json.read_entity(value))
        for one in listed(value, "mentions"):
            self._tried(lambda one=one: self._mention(one, id_, who, is_made))  # type: ignore[misc]
        for one in listed(value, "related"):
            if isinstance(one, dict) and (one.get("by") or ("by" not in one and is_made)):
                self._tried(lambda one=one: self._related(one, id_, who, line))  # type: ignore[misc]
        for one in listed(value, "kept_apart"):
            if isinstance(one, dict) and isinstance(one.get("entity"), str):
                self._tried(lambda one=one: self._field("entity", id_, one["entity"], one))  # type: ignore[misc]

    def _related(self, value: Json, id_: str, who: str, line: int) -> None:
        made = compare_json.read_related({"from": id_, "how": value.get("how"), "to": value.get("entity")})
        if made.to == id_:
            raise BadItem(f"the entity {id_} is related to itself")
        self._relations.append((line, signed(value, "by") or who, made))

    def _field(self, of: str, one: str, other: str, value: Json) -> None:
        self._fields.append((of, one, other, signed(value, "by"), text(value, "note")))

    def _mention(self, value: Any, entity: str, who: str, is_made: bool) -> None:
        article = self._placed(value, "a mention")
        start, end = bounds(value.get("start"), value.get("end"))
        self._quoted(article, start, end, value, "the mention")
        label, status = text(value, "label"), one_of(Status, value.get("status"), Status.CONFIRMED)
        if not label.strip():
            raise BadItem("a mention has no label")
        id_ = text(value, "span") or derived_id(article.id, start, end, label)
        if (key := key_of(article.id, id_)) in self.entity_of:
            raise BadItem(f"the mention {start}-{end} of {article.id} stands in two entities")
        is_settled = _is_made(value, "member", is_made)
        if is_settled:
            said = {"id": key, "entity": entity, "start": start, "end": end, "label": label}
            self._keep(who, compare_json.read_member(said))
        self.spans[article.id][id_] = Span(id_, start, end, label, status)
        self.entity_of[key] = entity, is_settled

    def _group(self, value: Json, line: int) -> None:
        id_, who, is_made = self._head(value, "a group")
        value, self._troubles = of_first_fact(value, id_)
        name, type_ = text(value, "name"), text(value, "type")
        self.names[f"group {id_}"] = name, type_, CONFIRMED if is_made else SUGGESTED
        if is_made:
            self._keep(who, compare_json.read_group(value))
        for one in listed(value, "facts"):
            self._tried(lambda one=one: self._fact(one, id_, who, is_made, type_))  # type: ignore[misc]
        self.verdicts[id_] = [row for row in listed(value, "verdicts") if isinstance(row, dict)]
        for row in self.verdicts[id_]:
            if row.get("by"):
                self._tried(lambda row=row: self._judged(row, id_))  # type: ignore[misc]
        for one in listed(value, "kept_apart"):
            if (
                isinstance(one, dict)
                and isinstance(one.get("fact"), str)
                and isinstance(one.get("other"), str)
            ):
                self._tried(lambda one=one: self._field("fact", one["fact"], one["other"], one))  # type: ignore[misc]

    def _judged(self, row: Json, group: str) -> None:
        shown = [one.get("shown") for one in listed(row, "values") if isinstance(one, dict)]
        judged = {**row, "group": group, "values": row.get("decided_on", shown)}
        self._keep(signed(row, "by"), compare_json.read_judged(judged))

    def _fact(self, value: Any, group: str, who: str, is_made: bool, type_: str) -> None:
        article = self._placed(value, "a fact")
        fact = self._read_fact(value, article)
        if (key := key_of(article.id, fact.id)) in self.group_of:
            raise BadItem(f"the fact {fact.id} of {article.id} stands in two groups")
        is_settled = _is_made(value, "member", is_made)
        self.facts[article.id][fact.id] = fact
        if fact.type != type_:
            self._troubles.append(left_out(fact.type, fact.id, article.id, group, type_))
            return
        if is_settled:
            trigger = list(fact.trigger) if fact.trigger else None
            said = {"id": key, "group": group, "type": fact.type, "trigger": trigger}
            self._keep(who, compare_json.read_grouped(said))
        self.group_of[key] = group, is_settled

    def _read_fact(self, value: Json, article: Article) -> Fact:
        type_, status = text(value, "type"), one_of(Status, value.get("status"), Status.CONFIRMED)
        if not type_.strip():
            raise BadItem("a fact has no type")
        trigger, spans = value.get("trigger"), self.spans[article.id].values()
        held = {(s.start, s.end): s.id for s in spans if status is not Status.CONFIRMED or s.status is status}
        roles = value.get("roles") or {}
        if not isinstance(roles, dict):
            raise BadItem("the roles of a fact are no object")
        made = Fact(
            text(value, "fact"),
            type_,
            self._range(trigger, article, "the trigger") if trigger is not None else None,
            tuple(
                Role(name, tuple(self._filler(one, article, held) for one in listed(roles, name)))
                for name in roles
            ),
            read_attributes(value),
            status,
        )
        if made.is_empty():
            raise BadItem(f"a fact {type_} has neither a trigger nor a filler in the text")
        id_ = made.id or derived_id(article.id, type_, made.ranges())
        return Fact(id_, made.type, made.trigger, made.roles, made.attributes, made.status)

    def _filler(self, value: Any, article: Article, held: dict[tuple[int, int], str]) -> Filler:
        start, end = self._range(value, article, "the filler")
        return Filler(start, end, held.get((start, end)), kinds.from_json(value.get("value")))

    def _apart(self, value: Json, line: int) -> None:
        self._keep(signed(value, "by"), compare_json.read_apart(value))

    def _story(self, value: Json, line: int) -> None:
        story = compare_json.read_story(value)
        is_made = _is_made(value, "status")
        self.names[f"story {story.id}"] = story.name, *story.articles, CONFIRMED if is_made else SUGGESTED
        if is_made:
            self._keep(signed(value, "by"), story)

    # --- what they share

    def _keep(self, who: str, item: CompareItem) -> None:
        self.items.setdefault((who, item.kind, item.id), item)

    def _tried(self, take: Callable[[], None]) -> None:
        """Take in a part of a line; one that is bad does not cost the rest."""
        try:
            take()
        except BadItem as error:
            self._troubles.append(worded(LEFT_OUT, why=str(error)))

    def _head(self, value: Json, what: str) -> tuple[str, str, bool]:
        """Return id, annotator, and whether a person confirmed it."""
        id_ = named(value.get("id"), f"the id of {what}")
        return id_, signed(value, "by"), _is_made(value, "status")

    def _placed(self, value: Any, what: str) -> Article:
        id_ = value.get("article") if isinstance(value, dict) else None
        if not isinstance(id_, str) or id_ not in self.articles:
            raise BadItem(f"{what} stands in {id_!a}, of which no line above is the article")
        return self.articles[id_][0]

    def _range(self, value: Any, article: Article, what: str) -> tuple[int, int]:
        if not isinstance(value, dict):
            raise BadItem(f"{what} is not an object")
        start, end = bounds(value.get("start"), value.get("end"))
        self._quoted(article, start, end, value, what)
        return start, end

    def _quoted(self, article: Article, start: int, end: int, value: Json, what: str) -> None:
        there, quote = article.text[start:end], value.get("text")
        if end > len(article.text) or (isinstance(quote, str) and quote != there):
            raise BadItem(f"{what} {start}-{end} is not so in {article.id}: the text there is {there[:60]!r}")

    def _from_fields(self, who: str) -> dict[tuple[str, str, str], CompareItem]:
        """Return the pairs kept apart that fields alone tell: in a file without a line for each."""
        sorts = {item.of for item in self.items.values() if isinstance(item, KeptApart)}
        found: dict[tuple[str, str, str], CompareItem] = {}
        for sort, one, other, by, note in self._fields:
            first, second = sorted((one, other))
            if sort not in sorts and first != second:
                said = [list(self._said(sort, id_)) for id_ in (first, second)]
                value = {"of": sort, "one": first, "other": second, "said": said, "note": note}
                item = compare_json.read_apart(value)
                found.setdefault((by or who, item.kind, item.id), item)
        return found

    def _said(self, sort: str, id_: str) -> tuple[str, str]:
        if sort == "entity":
            name, label, *_ = self.names.get(f"entity {id_}", ("", ""))
            return fold(name, label), label
        article, _, fact = id_.rpartition("/")
        made = self.facts.get(article, {}).get(fact)
        start, end = (made.trigger if made else None) or (0, 0)
        return made.type if made else "", f"{start}-{end}"


def _is_made(value: Json, name: str, usual: bool = True) -> bool:
    """Return whether a person said so, by a field that is confirmed or suggested.  BadItem when it is anything else."""
    word = value.get(name, CONFIRMED if usual else SUGGESTED)
    if word not in (CONFIRMED, SUGGESTED):
        raise BadItem(f"its {name} is {str(word)[:60]!a}, and neither {CONFIRMED} nor {SUGGESTED}")
    return bool(word == CONFIRMED)
