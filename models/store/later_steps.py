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
)
