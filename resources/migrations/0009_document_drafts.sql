-- Documents a clerk composes in the program. Only what he changed is kept: everything else is composed anew from the
-- figures of the day whenever the draft is opened.
CREATE TABLE document_drafts (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES plans (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  -- Figures are of this day; NULL: of the day its type speaks of (a plan, of its first day).
  as_of TEXT,
  -- NULL: the rules its issuer follows on the document's day.
  rule_set TEXT,
  period TEXT,
  union_id TEXT REFERENCES grassroots_unions (id),
  -- Keys of the sections in the clerk's order, parted by spaces; NULL where he moved nothing.
  section_order TEXT,
  -- The file last made from it.
  document_id TEXT REFERENCES documents (id),
  opened_at TEXT NOT NULL
) STRICT;
CREATE INDEX document_drafts_by_plan ON document_drafts (plan_id);
CREATE INDEX document_drafts_by_unit ON document_drafts (unit_id);
CREATE INDEX document_drafts_by_union ON document_drafts (union_id) WHERE union_id IS NOT NULL;
CREATE INDEX document_drafts_by_document ON document_drafts (document_id) WHERE document_id IS NOT NULL;

-- One row a section the clerk reworded, dropped or added. Figures in its text are fields ("{{result:DV_MOI::T@ngay}}");
-- the base is the text as composed when he changed it, so that what changes on either side later is told apart.
CREATE TABLE draft_sections (
  id TEXT PRIMARY KEY,
  draft_id TEXT NOT NULL REFERENCES document_drafts (id),
  section_key TEXT NOT NULL,
  part TEXT NOT NULL
    CHECK (part IN ('subject', 'addressees', 'lead', 'heading', 'article', 'closing', 'recipients', 'annex')),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
  is_added INTEGER NOT NULL CHECK (is_added IN (0, 1)),
  is_dropped INTEGER NOT NULL CHECK (is_dropped IN (0, 1)),
  heading TEXT,
  content TEXT,
  base_heading TEXT,
  base_content TEXT,
  UNIQUE (draft_id, section_key)
) STRICT;
