-- The append-only journal of each institution: docs/reference/journal-format.md. Rows are only ever added, except for
-- the one row of journal_head and for signatures of witnesses that join a checkpoint.

-- How long the journal is, and the hashes of its tree's right edge (32 bytes each, largest subtree first): all that an
-- append has to know of what came before.
CREATE TABLE journal_head (
  institution_id integer NOT NULL PRIMARY KEY,
  size bigint NOT NULL,
  frontier bytes NOT NULL
);

-- `entry` is what counts; the columns before it repeat parts of it, to search by. `hashes` are those of the full subtrees
-- that end with this entry, the leaf first (32 bytes each), so that every proof is read from O(log n) rows.
-- clustered
CREATE TABLE journal_entry (
  institution_id integer NOT NULL,
  sequence bigint NOT NULL,
  happened_at instant NOT NULL,
  actor id NOT NULL,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  entry bytes NOT NULL,
  hashes bytes NOT NULL,
  PRIMARY KEY (institution_id, sequence)
);
CREATE INDEX journal_entry_time ON journal_entry (institution_id, happened_at, sequence);
CREATE INDEX journal_entry_actor ON journal_entry (institution_id, actor, happened_at, sequence);
CREATE INDEX journal_entry_subject ON journal_entry (institution_id, subject_kind, subject_id, happened_at, sequence);

-- Signed notes over the first `size` entries.
CREATE TABLE journal_checkpoint (
  institution_id integer NOT NULL,
  size bigint NOT NULL,
  note text NOT NULL,
  signed_at instant NOT NULL,
  PRIMARY KEY (institution_id, size)
);
