"""What is measured in a process of its own, on an open project: `python -m tests.million.within PART PROJECT`.

Each step is printed as a line of JSON.  Parts that write come last: `make million` runs them in the order of PARTS.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from annotations import span_verbs
from annotations.edits import Edit
from annotations.errors import Busy
from annotations.search.parsing import parse
from annotations.sheet import Sheet
from annotations.suggest import suggester as suggesters
from models.project import Project
from models.queries import articles as article_queries
from models.queries import filters, undecided_counts
from models.queries.article_done import article_done
from models.queries.filters import Filter
from models.queries.learning import IDLE
from models.queries.progress import SLICE, ProgressSums
from models.queries.searching import ProjectSearch
from models.transfer import backups
from models.transfer.offering import WordingOffer
from tests.benchmarks.figures import Cost, cost
from tests.million.made import COMMON, RARE

WHO = "anna"
PAGE, HITS = 64, 100  # rows of the list that are fetched at a time, hits that a table shows at once
SHARE = 2_000  # articles in which suggestions are looked for
EDITS, BATCH = 50, 20
FILTERS = {
    "state new": Filter(state="new"),
    "state done": Filter(state="done"),
    "label FAC": Filter(label="FAC"),
    "undecided": Filter(undecided=True),
    "a rare word": Filter(text=RARE),
    "a common word": Filter(text=COMMON),
    "state, label and word": Filter(text=COMMON, state="new", label="FAC"),
}
SEARCHES = {
    "a rare word": RARE,
    "a common word": COMMON,
    "a label and a word": f"label:FAC state:done {COMMON}",
    "a label": "label:FAC status:confirmed",
}
Steps = Iterator[tuple[str, Cost]]


def reading(folder: Path) -> Steps:
    """Open, list, filter, go on, search: what a person does who changes nothing."""
    opened: list[Project] = []
    yield "open the project", cost(lambda: opened.append(Project(folder)))
    project = opened[0]
    yield "open: first article and its sheet", cost(lambda: _first(project))
    ids = filters.every(project)
    yield "list: which articles there are", cost(lambda: filters.every(project))
    pages = {"first": ids[:PAGE], "middle": ids[len(ids) // 2 :][:PAGE], "last": ids[-PAGE:]}
    for name, page in pages.items():
        yield f"list: {name} page", cost(lambda page=page: article_queries.listed(project, page, WHO))
    sums = ProgressSums(project, WHO)
    yield "progress of the project, all blocks", cost(lambda: sums.added_up(len(ids)))
    sums.forget([ids[0]])
    yield "progress of the project, after an edit", cost(lambda: (sums.added_up(), sums.progress))
    yield (
        "asked for the first time: next undecided",
        cost(lambda: article_queries.next_undecided(project, None, WHO)),
    )
    for name, here in (("middle", ids[len(ids) // 2]), ("end", ids[-PAGE])):
        yield (
            f"next undecided, from the {name}",
            cost(lambda here=here: article_queries.next_undecided(project, here, WHO)),
        )
    yield "next article", cost(lambda: article_queries.beside(project, ids[len(ids) // 2], WHO))
    for name, wanted in FILTERS.items():
        yield f"filter: {name}", cost(lambda wanted=wanted: filters.show(project, wanted, WHO))
    for name, line in SEARCHES.items():
        yield f"search, first hits: {name}", cost(lambda line=line: _hits(project, line))
    project.close()


def _first(project: Project) -> None:
    id_ = article_queries.first_open(project, WHO)
    if id_ is None:
        raise ValueError("There is no article to open.")
    project.article(id_)
    project.sheet(id_, WHO)


def _hits(project: Project, line: str) -> int:
    search, found = ProjectSearch(project, parse(line), WHO), 0
    for batch in search.batches():
        found += len(search.look(batch))
        if found >= HITS:
            break
    return found


def counting(folder: Path) -> Steps:
    """What is counted by and by in idle moments, of a share that does not grow: tallies, and what decisions teach."""
    project = Project(folder)
    with project.db.writing():
        undecided_counts.restart(project.db)  # searches and statistics have counted all of it
    sums = ProgressSums(project, WHO)
    yield (
        f"count what is left in {SHARE:,} articles (idle)",
        cost(lambda: _times(SHARE // SLICE, sums.count_on)),
    )
    learn = project.learning.count_on
    yield "learn from imported sets: the first step (idle)", cost(learn)
    yield f"learn from {SHARE:,} imported sets (idle)", cost(lambda: _times(SHARE // IDLE, learn))
    lay_out_wordings(project)
    yield "what decisions teach, read", cost(lambda: project.learning.learned(WHO))
    yield "the most doubtful", cost(lambda: project.learning.doubtful(WHO, 20))
    project.close()


def _times(many: int, step: Callable[[], object]) -> None:
    for _ in range(many):
        if not step():
            raise ValueError("There is less to count than is measured.")


def lay_out_wordings(project: Project) -> None:
    """Lay out what is learned from all decisions by one statement: a millisecond for each would take an hour."""
    with project.db.writing():
        for table in ("wording", "stand_due"):
            project.db.run(f"DELETE FROM {table}")
        project.db.run(
            'INSERT INTO wording SELECT annotator, substr(text, start + 1, "end" - start), label, '
            "sum(status = 'confirmed'), sum(status = 'rejected') FROM item "
            "JOIN article_text t ON t.article = item.article WHERE kind = 'span' GROUP BY 1, 2, 3"
        )
        project.db.run("UPDATE learning SET upto = (SELECT max(number) FROM event)")


def deciding(folder: Path) -> Steps:
    """Decide, take back, finish an article and offer its wordings elsewhere."""
    project = Project(folder)
    ids = _undecided(project)
    sheet = project.sheet(ids[0], WHO)
    edits = list(_confirming(sheet))
    yield "one decision", cost(lambda: project.apply(edits[0], by=WHO))
    for edit in edits[1:]:
        project.apply(edit, by=WHO)
    yield "undo", cost(lambda: project.undo(WHO))
    yield "redo", cost(lambda: project.redo(WHO))
    yield "50 decisions", cost(lambda: _decide(project, ids[1:]))
    offers: list[WordingOffer] = []
    yield "offer an article's wordings: begin", cost(lambda: offers.append(_offer(project, ids[0])))
    yield "offer an article's wordings: first step", cost(offers[0].step)
    yield "offer an article's wordings: to the end", cost(lambda: _offered(offers[0]))
    article, finished = project.article(ids[0]), project.sheet(ids[0], WHO)
    yield (
        "finish an article: what its card says",
        cost(lambda: article_done(project, article, finished, keys=0, since="")),
    )
    yield (
        "next undecided, after decisions",
        cost(lambda: article_queries.next_undecided(project, ids[0], WHO)),
    )
    project.close()


def _undecided(project: Project) -> list[str]:
    """Return articles of the middle with something left to decide."""
    ids = filters.every(project)
    here, found = ids[len(ids) // 2], []
    while len(found) <= EDITS and (there := article_queries.next_undecided(project, here, WHO)):
        found.append(here := there)
    return found


def _confirming(sheet: Sheet) -> Iterator[Edit]:
    for span in list(sheet.undecided):
        edit = Edit.between("Confirm", sheet.set, span_verbs.confirm(sheet.set, span))
        sheet.apply(edit.changes[0])
        yield edit


def _decide(project: Project, ids: list[str]) -> None:
    for id_ in ids[:EDITS]:
        project.apply(next(_confirming(project.sheet(id_, WHO))), by=WHO)


def _offer(project: Project, article: str) -> WordingOffer:
    while True:
        try:
            return WordingOffer(project, article, WHO)
        except Busy:
            project.learning.learned(WHO, whole=True)


def _offered(offer: WordingOffer) -> None:
    while not offer.is_done:
        offer.step()


def suggesting(folder: Path) -> Steps:
    """Suggest in a share of the articles, spread over all, with all that was learned: a cost an article, that is not to grow."""
    project = Project(folder)
    ids = filters.every(project)
    some = ids[:: max(1, len(ids) // SHARE)][:SHARE]
    yield "articles without suggestions", cost(lambda: article_queries.unsuggested(project))
    for name in ("rules", "en_news"):
        suggester = suggesters.load(name, folder, (), project.schema.language)
        suggest(project, suggester, name, some[:40])
        yield (
            f"suggest in {len(some):,} articles: {name}",
            cost(lambda name=name, suggester=suggester: suggest(project, suggester, name, some)),
        )
    project.close()


def suggest(project: Project, suggester: suggesters.Suggester, name: str, ids: list[str]) -> None:
    """Put suggested spans into the pools, batch by batch, with all that was learned."""
    learned, labels = project.learning.learned(WHO, whole=True), project.schema.labels_in_use
    for start in range(0, len(ids), BATCH):
        asked = [project.learning.asked(project.article(id_)) for id_ in ids[start : start + BATCH]]
        found = suggester.suggest(asked, labels, learned)
        project.set_pools([(one.article, one.items()) for one in found], by=name)


def copying(folder: Path) -> Steps:
    """Copy the project as the window does at closing."""
    yield "backup", cost(lambda: backups.copy_work(folder, why="hourly"))
    yield "backup, with nothing new", cost(lambda: backups.copy_work(folder, why="hourly"))


PARTS = {part.__name__: part for part in (reading, counting, suggesting, deciding, copying)}


def main(part: str, folder: str) -> None:
    for name, taken in PARTS[part](Path(folder)):
        print(json.dumps({"step": name, "cpu": taken.cpu, "wall": taken.wall}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
