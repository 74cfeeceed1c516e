"""The parse of one sentence, token by token: who is whose subject, object and adjunct.

The labels read are ClearNLP's (nsubjpass, dobj, pobj) and Universal Dependencies' (nsubj:pass, obj, obl).  An
empty answer says nothing: then place decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.parse import Parse
from annotations.text.word_forms import index, listed

SUBJECTS = listed("nsubj nsubjpass nsubj:pass nsubj:outer")
OBJECTS = listed("dobj obj")
INDIRECT = listed("dative iobj")
AGENTS = listed("agent obl:agent")
PASSIVE = listed("nsubjpass nsubj:pass auxpass aux:pass csubjpass csubj:pass") | AGENTS
PREPOSITIONS = listed("prep agent dative")
OBLIQUE = listed("obl nmod")
RELATIVE = listed("relcl acl:relcl rcmod")
OF_NOUNS = listed("acl vmod partmod") | RELATIVE
CLAUSES = listed("ccomp xcomp advcl pcomp csubj parataxis") | OF_NOUNS
ARGUMENTS = listed("pobj attr appos obl nmod obl:agent npadvmod") | SUBJECTS | OBJECTS | INDIRECT
WITHIN = listed(  # what hangs on a noun within its phrase
    """det amod compound nummod poss nmod:poss case quantmod nn predet det:predet flat flat:name fixed num number advmod
    appos neg meta punct nmod"""
)
PARTS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
PRONOUNS = listed("who whom which that")
ADVERBS = listed("where when why how")
DEEPEST = 30  # tokens that one may stand below; a tree that is deeper is not followed
TOOLS = frozenset(index(("use", "employ", "fire", "launch")))  # "used rockets to strike": the rockets did not


@dataclass(frozen=True, slots=True)
class ParsedWord:
    """A word as a parse sees it.

    Its part (verb, noun, adj), its voice (passive, active), and the start of the word that heads its noun
    phrase; "" and -1 where the parse says nothing.
    """

    part: str = ""
    voice: str = ""
    head: int = -1


NOTHING = ParsedWord()


class DependencyTree:
    """The tokens of one sentence, and what hangs on each; a token is named by its number."""

    def __init__(self, text: str, parse: Parse) -> None:
        self.tokens = parse.tokens
        self._words = [text[token.start : token.end].lower() for token in self.tokens]
        self._deps = [token.dep.lower() for token in self.tokens]
        self._below: list[list[int]] = [[] for _ in self.tokens]
        for n, token in enumerate(self.tokens):
            if token.head != n:
                self._below[token.head].append(n)

    def said(self) -> dict[int, ParsedWord]:
        """Return each word as the parse sees it, by its start."""
        return {
            token.start: ParsedWord(self._part(n), self._voice(n), self.tokens[self._top(n)].start)
            for n, token in enumerate(self.tokens)
            if token.dep
        }

    def over(self, n: int) -> Iterator[int]:
        """Yield the tokens that the token hangs on, the nearest first, DEEPEST at most."""
        seen = {n}
        while (n := self.tokens[n].head) not in seen and len(seen) <= DEEPEST:
            seen.add(n)
            yield n

    def chain(self, n: int) -> list[int]:
        """Return the token and those coordinated with it behind it."""
        found, waiting = {n}, [n]
        while waiting:
            waiting = [one for at in waiting for one in self.below(at, {"conj"}) if one not in found]
            found.update(waiting)
        return sorted(found)

    def below(self, n: int, deps: AbstractSet[str]) -> list[int]:
        return [one for one in self._below[n] if self._deps[one] in deps]

    def is_complement(self, n: int) -> bool:
        """Return whether the token is what a verb above begins, wants or manages to do."""
        return self._deps[n] == "xcomp"

    def subjects(self, verb: int, seen: frozenset[int] = frozenset()) -> list[int]:
        """Return the subject of the verb, its own or that which it shares with the verb above."""
        if own := self.below(verb, SUBJECTS):
            return [one for first in own for one in self._meant(first, verb)]
        dep, above = self._deps[verb], self.tokens[verb].head
        if above == verb or verb in seen or len(seen) == DEEPEST:
            return []
        seen |= {verb}
        if dep in OF_NOUNS:
            return [] if self._has(verb, "to") else [above]
        if dep == "conj":
            return self.subjects(above, seen)
        if dep in ("xcomp", "advcl", "pcomp"):
            return self._shared(verb, above, seen)
        return []

    def objects(self, verb: int) -> list[int]:
        """Return the direct object, else who is given or told something.

        It may be what a relative clause is about.
        """
        if own := self.below(verb, OBJECTS):
            return [one for first in own for one in self._meant(first, verb)]
        if self._deps[verb] in RELATIVE and self._lacks_object(verb):
            return [self.tokens[verb].head]
        return [one for first in self.below(verb, INDIRECT) for one in self.chain(first)]

    def adjuncts(self, n: int) -> Iterator[tuple[str, int]]:
        """Yield the tokens that prepositions hang on this one, each with its own, coordinated ones all."""
        for one in self._below[n]:
            if self._deps[one] in PREPOSITIONS:
                yield from self._governed(one)
            elif self._deps[one].split(":")[0] in OBLIQUE and self._deps[one] != "nmod:poss":
                yield from self._with_case(one)
        if not self.below(n, AGENTS) and self._voice(n) == "passive":
            for later in self.chain(n)[1:]:  # "struck and destroyed by"
                if not self.below(later, SUBJECTS):
                    for one in self.below(later, AGENTS):
                        yield from self._governed(one)
                        yield from self._with_case(one)

    def _governed(self, preposition: int) -> Iterator[tuple[str, int]]:
        """Yield what the preposition governs, past another: "out of Ostia", "by Norland and by Sudland"."""
        prepositions = [] if self._words[preposition] == "according" else [preposition]
        for at in prepositions:
            prepositions += [n for n in self.below(at, {"prep", "conj"}) if n not in prepositions]
            yield from ((self._words[at], n) for one in self.below(at, {"pobj"}) for n in self.chain(one))

    def _with_case(self, noun: int) -> Iterator[tuple[str, int]]:
        word = ""
        for one in self.chain(noun):
            cases = [self._words[n] for n in self.below(one, {"case"})]
            word = cases[-1] if cases else word
            if word and "according" not in cases:
                yield word, one

    def _shared(self, verb: int, above: int, seen: frozenset[int]) -> list[int]:
        """Return the subject of a verb that stands below another without one of its own."""
        mark = {self._words[n] for n in self.below(verb, {"mark"})}
        if self._deps[verb] == "pcomp":
            mark, above = {self._words[above]}, self.tokens[above].head
        controls = self._deps[verb] == "xcomp" and self._words[above] not in TOOLS
        if controls or mark & {"of", "from"}:  # "forced Norland to strike", "accused Norland of striking"
            found = [n for one in self.below(above, OBJECTS) for n in self.chain(one)]
            if found:
                return found
        return self.subjects(above, seen)

    def _meant(self, n: int, verb: int) -> list[int]:
        """Return the token and those coordinated with it; for a relative pronoun what it stands for."""
        if self._words[n] in PRONOUNS:
            for one in (verb, *self.over(verb)):
                if self._deps[one] in RELATIVE:
                    return [self.tokens[one].head]
        return self.chain(n)

    def _lacks_object(self, verb: int) -> bool:
        """Return whether the verb has no object but the noun that it is about: "the base Norland struck"."""
        words = {self._words[n] for n in self._below[verb]}
        stranded = any(not self._below[n] for n in self.below(verb, PREPOSITIONS))
        own = bool(self.below(verb, SUBJECTS)) and self._voice(verb) == "active"
        return own and not stranded and not words & (PRONOUNS | ADVERBS)

    def _top(self, n: int) -> int:
        """Return the token that heads the noun phrase of this one."""
        top = n
        for over in self.over(n):
            if self._deps[top] not in WITHIN or (self._deps[top] == "nmod" and self.below(top, {"case"})):
                break
            top = over
        return top

    def _part(self, n: int) -> str:
        dep = self._deps[n]
        if dep in ("amod", "compound", "nn"):
            return "adj" if dep == "amod" else "noun"
        if pos := self.tokens[n].pos:
            return PARTS.get(pos, "")
        if (dep in CLAUSES or self.below(n, SUBJECTS)) and not self.below(n, {"cop"}):
            return "verb"
        return "noun" if dep in ARGUMENTS else ""

    def _voice(self, n: int) -> str:
        for at in (n, *self.over(n)):
            if self.below(at, PASSIVE):
                return "passive"
            if self.below(at, SUBJECTS | OBJECTS):
                return "active"
            if self._deps[at] in ("acl", "vmod", "partmod"):
                return "passive"
            if self._deps[at] != "conj":
                break
        return ""

    def _has(self, n: int, word: str) -> bool:
        return any(self._words[one] == word for one in self._below[n])
