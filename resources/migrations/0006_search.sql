-- How much an operation did, so that the list of steps does not count its changes anew.
ALTER TABLE operations ADD COLUMN row_count INTEGER NOT NULL DEFAULT 0;
-- Cells of rows that were there before and after; rows born or removed whole are not counted cell by cell.
ALTER TABLE operations ADD COLUMN cell_count INTEGER NOT NULL DEFAULT 0;
UPDATE operations SET
  row_count = (SELECT COUNT(*) FROM (
    SELECT DISTINCT table_name, row_id FROM changes WHERE changes.operation_id = operations.id)),
  cell_count = (SELECT COUNT(*) FROM changes WHERE changes.operation_id = operations.id AND column_name <> '');

-- The texts search looks through, folded (src/main/db/search-index.ts). Made from the other tables by the program
-- in the transaction that changes them, and made anew after every migration; not recorded.
CREATE TABLE search_entries (
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;

-- Undo asks of every row that shall go whether another one refers to it.
CREATE INDEX IF NOT EXISTS enterprises_by_legal_form ON enterprises (legal_form_id);
CREATE INDEX IF NOT EXISTS observations_by_unit ON observations (unit_id);
