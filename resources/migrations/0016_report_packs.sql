-- What the units of a calendar year reported, a row for each unit, so that a view over years reads some thousand rows and
-- not a figure each (src/main/db/report-packs.ts, docs/adr/0047). Made from reports and report_values in the transaction
-- that changes them; not recorded, and no part of what travels.
CREATE TABLE report_packs (
  unit_id TEXT NOT NULL,
  -- Of the reports' last day.
  year INTEGER NOT NULL,
  -- Counts up with every making, so that whoever holds packs finds those made since; 0: to be made anew, and not to be read.
  stamp INTEGER NOT NULL,
  -- How many reports the unit has in the year, also those that do not count: packs that lack some are found by it.
  reports INTEGER NOT NULL,
  forms TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (year, unit_id)
) STRICT;
CREATE INDEX report_packs_by_stamp ON report_packs (stamp, reports);

CREATE TABLE report_pack_state (
  -- Of the form packs are written in; those of another one are made anew.
  version INTEGER NOT NULL,
  stamp INTEGER NOT NULL
) STRICT;
INSERT INTO report_pack_state (version, stamp) VALUES (0, 0);

INSERT INTO report_packs (unit_id, year, stamp, reports, forms, body)
SELECT DISTINCT unit_id, CAST(substr(as_of, 1, 4) AS INTEGER), 0, 0, '', '' FROM reports;

-- Whoever writes (the program, an undo, an import, a program of tomorrow): the packs it touches are not read any more.
CREATE TRIGGER packs_report_insert AFTER INSERT ON reports BEGIN
  INSERT INTO report_packs (unit_id, year, stamp, reports, forms, body)
  VALUES (NEW.unit_id, CAST(substr(NEW.as_of, 1, 4) AS INTEGER), 0, 0, '', '')
  ON CONFLICT (year, unit_id) DO UPDATE SET stamp = 0 WHERE stamp <> 0;
END;
CREATE TRIGGER packs_report_delete AFTER DELETE ON reports BEGIN
  INSERT INTO report_packs (unit_id, year, stamp, reports, forms, body)
  VALUES (OLD.unit_id, CAST(substr(OLD.as_of, 1, 4) AS INTEGER), 0, 0, '', '')
  ON CONFLICT (year, unit_id) DO UPDATE SET stamp = 0 WHERE stamp <> 0;
END;
CREATE TRIGGER packs_report_update AFTER UPDATE OF id, unit_id, from_date, as_of, basis, status ON reports BEGIN
  INSERT INTO report_packs (unit_id, year, stamp, reports, forms, body)
  VALUES (OLD.unit_id, CAST(substr(OLD.as_of, 1, 4) AS INTEGER), 0, 0, '', ''),
    (NEW.unit_id, CAST(substr(NEW.as_of, 1, 4) AS INTEGER), 0, 0, '', '')
  ON CONFLICT (year, unit_id) DO UPDATE SET stamp = 0 WHERE stamp <> 0;
END;
CREATE TRIGGER packs_value_insert AFTER INSERT ON report_values BEGIN
  INSERT INTO report_packs (unit_id, year, stamp, reports, forms, body)
  SELECT unit_id, CAST(substr(as_of, 1, 4) AS INTEGER), 0, 0, '', '' FROM reports WHERE id = NEW.report_id
  ON CONFLICT (year, unit_id) DO UPDATE SET stamp = 0 WHERE stamp <> 0;
END;
CREATE TRIGGER packs_value_delete AFTER DELETE ON report_values BEGIN
  INSERT INTO report_packs (unit_id, year, stamp, reports, forms, body)
  SELECT unit_id, CAST(substr(as_of, 1, 4) AS INTEGER), 0, 0, '', '' FROM reports WHERE id = OLD.report_id
  ON CONFLICT (year, unit_id) DO UPDATE SET stamp = 0 WHERE stamp <> 0;
END;
CREATE TRIGGER packs_value_update
AFTER UPDATE OF report_id, indicator_id, value, qualifier, qualifier_word, stated_percent ON report_values BEGIN
  INSERT INTO report_packs (unit_id, year, stamp, reports, forms, body)
  SELECT unit_id, CAST(substr(as_of, 1, 4) AS INTEGER), 0, 0, '', '' FROM reports WHERE id IN (OLD.report_id, NEW.report_id)
  ON CONFLICT (year, unit_id) DO UPDATE SET stamp = 0 WHERE stamp <> 0;
END;
