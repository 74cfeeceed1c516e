"""A reader of ECB+, from the README and the guidelines of the corpus alone; it knows nothing of our writer.

Tokens have ids; markables with anchors are mentions, those with an `instance_id` are instances.  CROSS_DOC_COREF leads
from mentions of the document to an instance, INTRA_DOC_COREF to one that is of the document alone; a mention in no
relation is alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

NamedMention = tuple[str, str, str]  # document, place of the first token and of the last, words
Cluster = frozenset[NamedMention]


def clusters(folder: Path, begins: str = "") -> set[Cluster]:
    """The clusters of the whole corpus, of mentions whose tag begins so; those alone too."""
    found: dict[str, set[NamedMention]] = {}
    for path in sorted(folder.glob("*/*.xml")):
        for mention, chain in _mentions(ElementTree.parse(path).getroot(), begins):
            found.setdefault(chain, set()).add(mention)
    return {frozenset(one) for one in found.values()}


def _mentions(root: ElementTree.Element, begins: str) -> Iterator[tuple[NamedMention, str]]:
    name = root.attrib["doc_name"]
    tokens = {one.attrib["t_id"]: one for one in root.iter("token")}
    chains = _chains(root, name)
    for one in root.findall("Markables/*"):
        held = [tokens[anchor.attrib["t_id"]] for anchor in one.iter("token_anchor")]
        if held and one.tag.startswith(begins):
            place = "-".join(f"{t.attrib['sentence']}:{t.attrib['number']}" for t in (held[0], held[-1]))
            m_id = one.attrib["m_id"]
            words = " ".join(token.text or "" for token in held)
            yield (name, place, words), chains.get(m_id, f"{name} mention {m_id}")


def _chains(root: ElementTree.Element, name: str) -> dict[str, str]:
    """The chain of each mention that is in a relation, by its id."""
    instances = {one.attrib["m_id"]: one.get("instance_id") for one in root.findall("Markables/*")}
    found = {}
    for relation in root.findall("Relations/*"):
        target = relation.find("target")
        assert target is not None
        chain = instances[target.attrib["m_id"]] if relation.tag == "CROSS_DOC_COREF" else None
        assert relation.get("note") == chain
        for source in relation.findall("source"):
            found[source.attrib["m_id"]] = chain or f"{name} relation {relation.attrib['r_id']}"
    return found
