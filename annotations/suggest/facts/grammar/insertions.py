"""Insertions between a subject and its verb: relative clauses, appositions, participles."""

from __future__ import annotations

from annotations.suggest.facts.grammar.phrases import Phrases


def inserted(made: Phrases, closing: int) -> int | None:
    """Return where what comma `closing` ends began: ", who ...,", ", quoted by ...,", ", an ally of ...,"."""
    apposed = None
    for at in range(closing - 1, 0, -1):
        is_mark = made[at].kind == "mark"
        joins = is_mark and made[at].tag == "conj" and made[at - 1].tag == "comma"
        if joins or (is_mark and made[at].tag in ("stop", "quote", "source")):
            break
        if made[at].kind != "mark" or made[at].tag != "comma" or made[at - 1].kind != "noun":
            continue
        first = (
            at + 2
            if made[at + 1].kind == "noun" and made[at + 1].prep and made[at + 2].tag == "rel"
            else at + 1
        )
        if made[first].tag == "rel" or made[at + 1].tag == "rel":
            return at
        if made[first].kind == "verb" and not made[first].is_finite and first < closing:
            return at
        between = made[at + 1 : closing]
        if any(p.kind == "verb" and p.is_finite for p in between) and not any(
            p.tag == "rel" for p in between
        ):
            break
        places = ("GPE", "LOC", "FAC")
        is_place = len(between) == 1 and any(
            s.label in places for s in between[0].spans()
        )  # "the capital, Ostia,"
        is_noun = made[first].kind == "noun" and not made[first].prep and made[first].has("det", "num")
        is_noun = is_noun or is_place
        if apposed is None and is_noun and not any(p.tag == "conj" for p in between if p.kind == "mark"):
            apposed = at
    if apposed is None or made[apposed - 1].tag == "time":
        return None
    if made[apposed - 1].prep and (made[0].kind != "noun" or made[0].prep or made[0].tag == "time"):
        return None  # "In Ostia, the ministers, ..."
    named = [
        p for p in made[apposed + 1 : closing] if any(s.label == "PERSON" for s in p.spans()) and not p.prep
    ]
    return None if named else apposed


def restricts(made: Phrases, at: int) -> int | None:
    """Return where the relative clause with the finite verb `at` began: "the raid that shook the town"."""
    for rel in (at - 1, at - 2):
        if (
            rel > 0
            and made[rel].kind == "mark"
            and made[rel].tag in ("rel", "that")
            and made[rel - 1].kind != "verb"
        ):
            return rel
    return None


def restricted(made: Phrases, n: int) -> bool:
    return restricts(made, n) is not None


def antecedent(made: Phrases, at: int) -> Phrases:
    """Return what a relative pronoun stands for: the phrase ahead of it, past its own adjuncts."""
    nearest = next((n for n in range(at - 1, -1, -1) if made[n].kind == "noun"), None)
    if nearest is None:
        return []
    n = nearest
    named = made[n].spans()
    if any(span.label == "PERSON" for span in named) or (not named and made[at].text == "who"):
        return [made[n]] if made[n - 1].tag != "comma" or named else _beside(made, n)
    while n > 0 and made[n].prep in ("in", "of", "at", "near", "from", "on") and made[n - 1].kind == "noun":
        n -= 1
    return _beside(made, n)


def _beside(made: Phrases, n: int) -> Phrases:
    """Return the person that the phrase stands beside: "Ann Lee, the minister who"; else itself."""
    beside = made[n - 2] if n >= 2 and made[n - 1].tag == "comma" and made[n].has("det") else made[n]
    return [beside if any(span.label == "PERSON" for span in beside.spans()) else made[n]]
