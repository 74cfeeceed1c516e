"""Steps from an empty file to today's tables that came later: see models/store/migrations.py."""

from __future__ import annotations

LATER: tuple[str, ...] = (
    """
    CREATE TABLE fact_verdict (  -- what became of suggested facts, by type
      annotator TEXT NOT NULL,
      type TEXT NOT NULL,
      confirmed INTEGER NOT NULL,
      decided INTEGER NOT NULL,
      PRIMARY KEY (annotator, type)
    ) WITHOUT ROWID;
    -- all that decisions teach is counted from the log's beginning again
    DELETE FROM wording;
    DELETE FROM verdict;
    UPDATE learning SET upto = 0;
    """,
    """
    -- id of the copy of the project in which it was pressed; NULL: before that was kept
    ALTER TABLE event ADD COLUMN copy TEXT;
    CREATE TABLE known (         -- how far a name's work in other copies is known here: see models/transfer/who.py
      name TEXT NOT NULL,
      copy TEXT NOT NULL,
      upto INTEGER NOT NULL,     -- the greatest Lamport number
      PRIMARY KEY (name, copy)
    ) WITHOUT ROWID;
    CREATE TABLE same_person (   -- copies in which a name is one person, as somebody said
      name TEXT NOT NULL,
      one TEXT NOT NULL,
      other TEXT NOT NULL,       -- not before `one`
      PRIMARY KEY (name, one, other)
    ) WITHOUT ROWID;
    CREATE TABLE renamed (       -- what a name of that copy is called here
      old TEXT NOT NULL,
      copy TEXT NOT NULL,
      new TEXT NOT NULL,
      PRIMARY KEY (old, copy)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE rebuilding (    -- the articles whose decisions are still to be made anew: see models/queries/old_reviews.py
      article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE
    );
    INSERT INTO rebuilding SELECT DISTINCT article FROM item WHERE annotator = 'gold' AND kind = 'decision'
      AND (instr(body, '"case":"') = 0 OR instr(body, '"case":""') > 0);
    """,
    """
    CREATE TABLE import_choice ( -- what a person said of files with these fields, for the next ones like them
      names TEXT PRIMARY KEY,    -- of the fields, as JSON
      fields TEXT NOT NULL,      -- theirs by ours, as JSON
      encoding TEXT NOT NULL
    ) WITHOUT ROWID;
    """,
    """
    -- project sets: what annotators say across articles, in the columns of `item`; `article` is always 0
    CREATE TABLE project_item (
      article INTEGER NOT NULL,
      annotator TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      start INTEGER,
      "end" INTEGER,
      label TEXT,
      status TEXT,
      origin TEXT,
      score REAL,
      body TEXT,
      event INTEGER NOT NULL,
      PRIMARY KEY (article, annotator, kind, id)
    ) WITHOUT ROWID;
    CREATE TABLE project_tombstone (
      article INTEGER NOT NULL,
      annotator TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      event INTEGER NOT NULL,
      PRIMARY KEY (article, annotator, kind, id)
    ) WITHOUT ROWID;
    CREATE TABLE project_touched (
      article INTEGER NOT NULL,
      annotator TEXT NOT NULL,
      event INTEGER NOT NULL REFERENCES event,
      PRIMARY KEY (article, annotator, event)
    ) WITHOUT ROWID;
    CREATE TABLE proposal (      -- nobody's: what the last search across articles found
      kind TEXT NOT NULL,        -- entity, relation, group, story; search: one row that says of what it was made
      place INTEGER NOT NULL,    -- in the order in which they are proposed
      id TEXT NOT NULL,
      body TEXT NOT NULL,        -- JSON
      PRIMARY KEY (kind, place)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE stand (         -- where an annotator's wordings stand in articles they finished
      annotator TEXT NOT NULL,
      wording TEXT NOT NULL,
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      stands INTEGER NOT NULL,   -- places
      marked INTEGER NOT NULL,   -- those of them that a confirmed span has
      PRIMARY KEY (annotator, wording, article)
    ) WITHOUT ROWID;
    CREATE INDEX stand_article ON stand (annotator, article);
    CREATE TABLE stand_due (     -- the sets whose wordings are still to be counted
      annotator TEXT NOT NULL,
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      PRIMARY KEY (annotator, article)
    ) WITHOUT ROWID;
    CREATE INDEX item_machine ON item (annotator, article)
      WHERE kind = 'progress' AND instr(body, '"machine":') > 0;
    CREATE TABLE blind_check (   -- a draw from what an annotator accepted many at once: see models/queries/blind_check/
      number INTEGER PRIMARY KEY,
      annotator TEXT NOT NULL,
      seed INTEGER NOT NULL,
      pool INTEGER NOT NULL,     -- how many spans it was drawn from
      upto INTEGER NOT NULL,     -- the last event of the log when it was drawn
      wanted REAL NOT NULL,      -- the share, 0..1, that should be right
      begun TEXT NOT NULL,
      outcome TEXT NOT NULL,     -- open, kept, taken back
      event INTEGER NOT NULL     -- the edit that ended it, 0: none
    );
    CREATE TABLE blind_answer (  -- the spans drawn, as they were then, and what somebody said who did not see the label
      number INTEGER NOT NULL REFERENCES blind_check,
      place INTEGER NOT NULL,
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      span TEXT NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      label TEXT NOT NULL,
      seen TEXT NOT NULL,        -- label, no span, other bounds; empty until it is answered
      given TEXT NOT NULL,       -- the label that was given
      "by" TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (number, place)
    ) WITHOUT ROWID;
    CREATE TABLE trigger_word (  -- what facts were confirmed on, by type
      annotator TEXT NOT NULL,
      type TEXT NOT NULL,
      word TEXT NOT NULL,        -- in lower case
      confirmed INTEGER NOT NULL,
      "right" INTEGER NOT NULL,  -- suggested ones that were confirmed
      decided INTEGER NOT NULL,  -- suggested ones that were confirmed or rejected
      PRIMARY KEY (annotator, type, word)
    ) WITHOUT ROWID;
    -- all that decisions teach is counted from the log's beginning again
    DELETE FROM wording;
    DELETE FROM verdict;
    DELETE FROM fact_verdict;
    UPDATE learning SET upto = 0;
    """,
)
