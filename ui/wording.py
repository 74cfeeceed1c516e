"""Words for edits, as people read them: in the undo menu, in notices, in the log."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from annotations.comments import SignedComment
from annotations.facts import Fact
from annotations.problems import Noted, worded
from annotations.spans import Span
from annotations.text.counts import counted
from annotations.text.text import quoted

if TYPE_CHECKING:
    from models.queries.article_done import Taught
    from models.queries.progress import ArticleProgress, ProjectProgress

LOOKING = "Looking for suggestions …"  # where there may be some in a moment


def named(verb: str, spans: list[Span], text: str) -> str:
    """Return the verb with what it was done to: confirm “Baghdad”, reject 12 spans."""
    if len(spans) == 1:
        return f"{verb} {quoted(text, spans[0].start, spans[0].end)}"
    return f"{verb} {len(spans)} spans" if spans else verb


def named_comment(verb: str, said: SignedComment) -> str:
    """Return the verb with the comment it was done to: resolve comment “Which navy?”."""
    text = said.comment.text
    return f"{verb} comment {quoted(text, 0, len(text))}"


def carried(label: str | None, count: int, words: str, *, is_own: bool) -> str:
    """Return what is done to all same mentions: confirm 37 “Kataib Hezbollah” as ORG."""
    what = f"{count:,} {quoted(words, 0, len(words))}"
    if label is None:
        return f"{'delete' if is_own else 'reject'} {what}"
    return f"confirm {what} as {label}"


def still_open(roles: Sequence[str]) -> str:
    """Return the sentence that points out the needed roles of a fact that is about to be confirmed."""
    return f"No {' and no '.join(roles)} yet: fill it, or {{key:confirm}} again."


def facts_left(count: int) -> str:
    """Return the sentence on facts that are not confirmed with others, since a needed role of theirs is open."""
    return f"{counted(count, 'fact')} with a needed role open {'is' if count == 1 else 'are'} left."


def spans_and_facts(spans: int, facts: int) -> str:
    """Return how many spans and facts: 542 spans and 186 facts; what there is none of is left out.

    >>> spans_and_facts(1, 2), spans_and_facts(0, 1), spans_and_facts(0, 0)
    ('1 span and 2 facts', '1 fact', '')
    """
    named = ((spans, "span"), (facts, "fact"))
    return " and ".join(counted(count, what) for count, what in named if count)


def pieces_of_work(count: int) -> str:
    """Return how many sets, as people call them: one annotator's work on one article is a piece of work."""
    return f"{counted(count, 'piece')} of work"


def second_looks(report: Mapping[str, Any]) -> str:
    """Return how much of gold held at a second look, in a sentence or two."""
    done = f"{report['looked_at']:,} of {counted(report['drawn'], 'article')} looked at a second time"
    if report["precision"] is None:
        return f"{done}."
    low, high = report["interval"]
    share = f"{report['precision']:.1%} ({low:.1%} to {high:.1%}{', rough' * report['rough']})"
    held = f"{report['held']:,} of {counted(report['items'], 'item')} of gold held: {share}"
    same = f" {counted(report['by_the_same'], 'article')} by the reviewer who had approved it." * bool(
        report["by_the_same"]
    )
    return f"{done}. {held}; {report['added']:,} added.{same}"


def majority_takes(report: Mapping[str, Any]) -> str:
    """Return what a majority takes or has taken, and what stays open, as a sentence."""
    cases, articles = counted(report["taken"], "case"), counted(report["articles"], "article")
    left = report["open"]
    verb = "Takes" if report["dry_run"] else "Took"
    return f"{verb} {cases} in {articles}; {left:,} {'stays' if left == 1 else 'stay'} open."


def added(report: Mapping[str, Any]) -> str:
    """Return what an import brought, as a sentence or two."""
    articles = f"{counted(report['articles'], 'article')} added"
    work = f", with {pieces_of_work(report['sets'])}" if report["sets"] else ""
    across = f", {counted(report['across'], 'statement')} across articles" if report.get("across") else ""
    there = len(report["already_there"])
    return (
        f"{articles}{work}{across}."
        + f" {there:,} {'was' if there == 1 else 'were'} there already." * bool(there)
    )


FINDERS: Mapping[str, str] = {
    "model": "a pipeline",
    "rule": "a rule",
    "seen": "words taken before",
    "repeat": "the same name here",
    "pattern": "a pattern of yours",
    "imported": "a file",
    "human": "a person",
    "edited": "a person, changed",
}  # by the kind of an origin


def found_by(origin: str) -> str:
    """Return who found something, for people.

    >>> found_by("rule"), found_by("seen 14 times"), found_by("en_news 1.0.0")
    ('a rule', 'words taken before', 'en_news 1.0.0')
    """
    return FINDERS.get((origin.split() or ["imported"])[0], origin)


def to_decide(spans: int, facts: int) -> str:
    """Return the words for what is left to decide; nothing is only where both are nought."""
    return f"{spans_and_facts(spans, facts) or 'nothing'} to decide"


def decided(found: ArticleProgress) -> str:
    """Return what is decided of all in an article: 12 of 90 spans  ·  3 of 33 facts; "" where there is nothing."""
    shares = ((found.spans, "spans"), (found.facts, "facts"))
    return "  ·  ".join(f"{share.decided:,} of {share.of:,} {what}" for share, what in shares if share.of)


def done(found: ProjectProgress) -> str:
    """Return how many articles of a project are done: 3 of 10 done."""
    return f"{found.done:,} of {found.articles:,} done"


def taught(found: Taught | None) -> str:
    """Return what the corrections of an article taught, as a sentence; "" when there is nothing to claim."""
    if found is None or not found.suggestions:
        return ""
    corrections = counted(found.corrections, "correction")
    suggestions = counted(found.suggestions, "suggestion")
    return f"{corrections} made {suggestions} in other articles unsure."


def offered(suggestions: int, articles: int) -> str:
    """Return how often the wordings of an article were offered in others, as a sentence; "" for never.

    >>> offered(1, 1), offered(1200, 30)
    ('Words confirmed here: 1 suggestion in 1 other article.', 'Words confirmed here: 1,200 suggestions in 30 other articles.')
    """
    if not suggestions:
        return ""
    made = counted(suggestions, "suggestion")
    return f"Words confirmed here: {made} in {counted(articles, 'other article')}."


def never_suggested(lacks: Mapping[str, str]) -> list[str]:
    """Return the sentences on the fact types that are never suggested, by what they lack.

    >>> never_suggested({"COOK": "triggers", "EAT": "triggers", "DRINK": "roles"})
    ['COOK and EAT are never suggested: they have no triggers.', 'DRINK is never suggested: it has no roles.']
    """
    said = []
    for what in dict.fromkeys(lacks.values()):
        *some, last = [name for name, lack in lacks.items() if lack == what]
        names = f"{', '.join(some)} and {last}" if some else last
        said.append(
            f"{names} {'are' if some else 'is'} never suggested: {'they have' if some else 'it has'} no {what}."
        )
    return said


def time_spent(seconds: float) -> str:
    """Return a time as people say it.

    >>> time_spent(250), time_spent(42), time_spent(7260)
    ('4 min 10 s', '42 s', '2 h 1 min')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, left = divmod(minutes, 60)
    if hours:
        return f"{hours:,} h {left} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def left_in_project(found: ProjectProgress) -> str:
    """Return what is left to decide in a project, as far as it is counted: 542 spans and 186 facts to decide."""
    some = spans_and_facts(found.spans, found.facts)
    if not found.uncounted and not some and found.aside:
        return f"{found.aside:,} left undecided in finished articles"
    if not found.uncounted:
        return to_decide(found.spans, found.facts)
    return f"{some} to decide, and more to count" if some else "What is left is being counted."


def at_home(at: str) -> str:
    """Return a time (ISO 8601) as local time, without its day if that is today.

    One that cannot be read is left as it is.
    """
    try:
        time = datetime.fromisoformat(at).astimezone()
        is_today = time.date() == datetime.now().astimezone().date()
        return time.strftime("%H:%M" if is_today else "%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return at


def merged(report: Mapping[str, Any]) -> list[str]:
    """Return what a merge did, as sentences; the first says how much came, each other names something odd."""
    items, added = report["items"], ", ".join(report["labels_added"])
    head = (
        f"Merged {pieces_of_work(report['sets'])}: {items['added']:,} items added, {items['changed']:,} changed, "
        f"{items['deleted']:,} deleted; unchanged: {report['unchanged']:,}."
    )
    noted = Noted()
    for one in report["skipped"]:
        named = {"title": one["title"] or one["id"], "id": one["id"], "why": one["why"]}
        said = worded("Skipped {title} ({id}): {why}.", **named)
        said.kind += one["why"]
        noted.note(said)
    noted.note(*(worded("{theirs} is {ours} here: it has the same text.", **m) for m in report["mapped"]))
    return [
        head,
        *noted.lines(),
        *(f"{one['old']}'s work is now {one['new']}'s here, as was said." for one in report["renamed"]),
        *(
            [f"Articles given out in the package as well: {report['assigned']:,}."]
            if report["assigned"]
            else []
        ),
        *report["notices"],
        *([f"Labels added to the schema, without keys: {added}."] if added else []),
    ]


def asked(question: Mapping[str, Any]) -> str:
    """Return the sentence on a name whose work was left out of a merge, since it may be two people's."""
    name, there = question["name"], pieces_of_work(question["there"])
    if question["called"]:
        return f"{there} of {name} left out: the same work is here already, as {question['called']}'s."
    here = pieces_of_work(question["here"])
    return (
        f"{there} of {name} left out: another copy's work came in under the same name ({here} here), so it may be "
        "somebody else's."
    )


def how_to_answer(question: Mapping[str, Any]) -> str:
    """Return the sentence that says by which words of the command the question is answered."""
    if called := question["called"]:
        words = shlex.join(["rename-annotator", "PROJECT", called, question["name"]])
        answer = shlex.join(["--rename", f"{question['name']}={called}"])
        return f"Rename it here first, by {words}, or merge again with {answer}."
    same = shlex.join(["--same-person", question["name"]])
    return f"Merge again with {same} if it is one person, or with --rename {shlex.quote(question['name'] + '=NEW')}."


def kept_said(kept: Iterable[str]) -> str:
    """Return a sentence, behind a blank, on files that were there, are not ours, and stay under other names."""
    names = ", ".join(kept)
    return (
        f" What was there was not written by Factmark, or was changed since; it is kept as {names}."
        * bool(names)
    )


def called(fact: Fact, text: str) -> str:
    """Return the fact by type and first words: ATTACK “struck”."""
    at = fact.trigger or next(iter(fact.ranges()), None)
    return f"{fact.type} {quoted(text, *at)}" if at else fact.type
