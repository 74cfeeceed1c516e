"""ECB+: a folder a story, an XML an article, with tokens, mentions and the instances that they refer to.

Files are `1/1_2ecbplus.xml`: topic, number in the topic, part; the article is `doc_id`.  An instance has one id in the
whole folder.  https://github.com/cltl/ecbPlus
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from html import escape
from pathlib import Path

from annotations.compare.comparison import CrossComparison
from annotations.compare.material import ComparedArticle, is_naming
from annotations.formats.across.ecb_tags import ACTION, OTHER, TAGS
from annotations.formats.across.leaving import CrossExport
from annotations.formats.across.story_documents import note_what_chains_lack, story_documents
from annotations.formats.across.token_places import (
    AGAIN,
    ChainPlace,
    TokenPlace,
    TokenText,
    entity_places,
    trigger_places,
)
from annotations.formats.base import WROTE, How, Losses
from annotations.formats.writing.output import Output
from annotations.processes.quick_dataclass import dataclass
from annotations.text.controls import xml_attribute

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REPLACEMENT = "\ufffd"
CHARACTERS = "characters that XML cannot hold"
NO_TAG = "spans whose label is no part of an event"
NEW_TAG = f"mentions whose label ECB+ does not know ({OTHER})"


@dataclass(frozen=True, slots=True)
class EcbInstance:
    """A thing that mentions refer to, by an id that is one in the whole folder."""

    id: str
    tag: str
    name: str


@dataclass(frozen=True, slots=True)
class EcbMention:
    """A mention by its tag and its first and last token, from 0, and its instance, if it has one."""

    tag: str
    first: int
    last: int
    instance: EcbInstance | None = None


@dataclass(frozen=True)
class EcbArticle:
    """An article as ECB+ has it: `sentences` of words."""

    path: str
    id: str
    sentences: list[list[str]]
    mentions: list[EcbMention] = field(default_factory=list)


def write(leaving: CrossExport, out: Output, how: How, losses: Losses) -> None:
    """Write all files, and note what they cannot say."""
    wrote = Counter(file=0, markable=0)
    for _, article in ecb_articles(leaving, how, losses):
        wrote.update(file=1, markable=len(article.mentions))
        out.beside(article.path, "".join(xml_lines(article)))
    note_what_chains_lack(leaving, losses)
    out.told[WROTE] = dict(wrote)
    out.told["documents"] = [one.as_json() for one in story_documents(leaving, Losses())]


def ecb_articles(
    leaving: CrossExport, how: How, losses: Losses
) -> Iterator[tuple[ComparedArticle, EcbArticle]]:
    """Yield each article as it is and as ECB+ has it, story by story."""
    found = leaving.comparison
    made = _Mentions(found, how, losses)
    for topic, document in enumerate(story_documents(leaving, losses), 1):
        for number, article in enumerate(document.articles, 1):
            text = TokenText.of(article)
            for lost in NOT_XML.finditer(article.text):
                losses.note(CHARACTERS, f"{article.id} {lost.start()} U+{ord(lost[0]):04X}")
            words = [[NOT_XML.sub(REPLACEMENT, word) for word in sentence] for sentence in text.words()]
            path = f"{topic}/{topic}_{number}ecbplus.xml"
            yield article, EcbArticle(path, article.id, words, made.of(article, text))


class _Mentions:
    """The mentions of articles, with the instances of entities and groups."""

    def __init__(self, found: CrossComparison, how: How, losses: Losses) -> None:
        self._found, self._how, self._losses = found, how, losses
        self._entities = entity_places(found)
        self._things = {one.id: _entity(one.id, one.label, one.name) for one in found.entities}
        self._groups = {one.id: EcbInstance(f"ACT{one.id}", ACTION, one.name) for one in found.groups}

    def of(self, article: ComparedArticle, text: TokenText) -> list[EcbMention]:
        """Return the article's mentions in text order, each place of a thing once."""
        entities = [*self._entities[article.id], *self._others(article, text)]
        groups = trigger_places(article, self._found, self._losses)
        placed = [
            *(
                (one, self._things.get(one.of.thing), _tag(one.of.label))
                for one in self._placed(text, entities)
            ),
            *((one, self._groups.get(one.of.thing), ACTION) for one in self._placed(text, groups)),
        ]
        placed.sort(key=lambda one: (one[0].first, -one[0].last))
        found: dict[EcbMention, None] = {}
        for one, instance, tag in placed:
            mention = EcbMention(instance.tag if instance else tag, one.first, one.last, instance)
            if mention in found:
                self._losses.note(AGAIN, text.quoted(one.of))
            found[mention] = None
        return list(found)

    def _placed(self, text: TokenText, places: list[ChainPlace]) -> Iterator[TokenPlace]:
        for one in places:
            if one.thing in self._things and one.label not in TAGS:
                self._losses.note(NEW_TAG, text.quoted(one))
        return text.placed(places, self._how, self._losses)

    def _others(self, article: ComparedArticle, text: TokenText) -> Iterator[ChainPlace]:
        """Yield the spans that name nothing: times and things, which refer to no instance."""
        for span in article.spans:
            place = ChainPlace(span.start, span.end, "", span.label, span.id)
            if not is_naming(span.label) and span.label in TAGS:
                yield place
            elif not is_naming(span.label):
                self._losses.note(NO_TAG, text.quoted(place))


def _tag(label: str) -> str:
    return TAGS.get(label, OTHER)


def _entity(id_: str, label: str, name: str) -> EcbInstance:
    """Return the entity's instance; the begin of its id keeps it apart from a group of that id."""
    tag = _tag(label)
    return EcbInstance(f"{'EVE' if tag == ACTION else tag[:3]}{id_}", tag, name)


def xml_lines(article: EcbArticle) -> Iterator[str]:
    """Yield the lines of the article's file."""
    name = Path(article.path).name
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    yield f'<Document doc_name="{name}" doc_id="{xml_attribute(article.id)}">\n'
    number = 0
    for sentence, words in enumerate(article.sentences):
        for place, word in enumerate(words):
            number += 1
            said = escape(word, quote=False)
            yield f'<token t_id="{number}" sentence="{sentence}" number="{place}">{said}</token>\n'
    yield "<Markables>\n"
    for m_id, one in enumerate(article.mentions, 1):
        yield f'<{one.tag} m_id="{m_id}">\n'
        yield from (f'  <token_anchor t_id="{token + 1}"/>\n' for token in range(one.first, one.last + 1))
        yield f"</{one.tag}>\n"
    sources: dict[EcbInstance, list[int]] = {}
    for m_id, one in enumerate(article.mentions, 1):
        if one.instance:
            sources.setdefault(one.instance, []).append(m_id)
    targets = {instance: len(article.mentions) + n for n, instance in enumerate(sources, 1)}
    for instance, m_id in targets.items():
        said, id_ = xml_attribute(instance.name), xml_attribute(instance.id)
        yield f'<{instance.tag} m_id="{m_id}" RELATED_TO="" TAG_DESCRIPTOR="{said}" instance_id="{id_}"/>\n'
    yield "</Markables>\n<Relations>\n"
    for r_id, (instance, held) in enumerate(sources.items(), 1):
        yield f'<CROSS_DOC_COREF r_id="{r_id}" note="{xml_attribute(instance.id)}">\n'
        yield from (f'  <source m_id="{m_id}"/>\n' for m_id in held)
        yield f'  <target m_id="{targets[instance]}"/>\n</CROSS_DOC_COREF>\n'
    yield "</Relations>\n</Document>\n"
