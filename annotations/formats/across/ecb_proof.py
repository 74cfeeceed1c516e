"""The proof of ECB+: each article's words, and each instance's mentions by their words in the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotations.formats.across.ecb import NOT_XML, REPLACEMENT, ecb_articles
from annotations.formats.across.leaving import CrossExport
from annotations.formats.base import How, Losses, Statement
from annotations.formats.documents.packed import parsed
from annotations.formats.writing.alignment import own_tokens
from annotations.text.controls import written_out

Told = tuple[str, int, int, str]  # of a mention: tag, first and last token, words


def said(leaving: CrossExport, how: How) -> Iterator[Statement]:
    """Yield of each file its article, the words of its sentences, and its mentions by instance, "" for none."""
    for article, made in ecb_articles(leaving, how, Losses()):
        cut = own_tokens(article.text)
        mentions: defaultdict[tuple[str, str, str], list[Told]] = defaultdict(list)
        for one in made.mentions:
            quote = article.text[cut.starts[one.first] : cut.ends[one.last]]
            of = one.instance
            key = (of.id, of.tag, of.name) if of else ("", "", "")
            told = one.tag, one.first, one.last, NOT_XML.sub(REPLACEMENT, "".join(quote.split()))
            mentions[key].append(told)
        yield from _stated(made.path, article.id, made.sentences, mentions)


def reread(folder: Path) -> Iterator[Statement]:
    """Yield the same from the files."""
    for path in sorted(folder.rglob("*.xml")):
        root = parsed(path.read_bytes())
        tokens = {one.get("t_id", ""): one for one in root.iter("token")}
        order = {t_id: place for place, t_id in enumerate(tokens)}
        words: list[list[str]] = []
        for one in tokens.values():
            if int(one.get("number", "")) == 0:
                words.append([])
            words[int(one.get("sentence", ""))].append(one.text or "")
        of = _instances(root)
        mentions: defaultdict[tuple[str, str, str], list[Told]] = defaultdict(list)
        for one in root.iterfind("Markables/*"):
            anchors = [anchor.get("t_id", "") for anchor in one.iter("token_anchor")]
            if anchors:
                quote = "".join(tokens[t_id].text or "" for t_id in anchors)
                told = str(one.tag), order[anchors[0]], order[anchors[-1]], quote
                mentions[of.get(one.get("m_id", ""), ("", "", ""))].append(told)
        yield from _stated(path.relative_to(folder).as_posix(), root.get("doc_id", ""), words, mentions)


def _instances(root: Any) -> dict[str, tuple[str, str, str]]:
    """Return the instance of each mention that a relation leads from."""
    instances = {
        one.get("m_id"): (one.get("instance_id"), one.tag, one.get("TAG_DESCRIPTOR"))
        for one in root.iterfind("Markables/*[@instance_id]")
    }
    return {
        source.get("m_id"): instances[relation.find("target").get("m_id")]
        for relation in root.iterfind("Relations/CROSS_DOC_COREF")
        for source in relation.iterfind("source")
    }


def _stated(
    path: str, id_: str, words: list[list[str]], mentions: dict[tuple[str, str, str], list[Told]]
) -> Iterator[Statement]:
    yield path, (written_out(id_), words)
    for (instance, tag, name), told in mentions.items():
        yield (
            f"{path}, instance {written_out(instance)}",
            (tag, written_out(name), sorted(Counter(told).items())),
        )
