-- What somebody found out about a finding of the data checks: it is right as it stands, and why.
CREATE TABLE check_notes (
  id TEXT PRIMARY KEY,
  -- Which finding: rule, row, figure and facts in short (domain/checks/finding-id.ts). Other facts are another finding.
  finding TEXT NOT NULL UNIQUE,
  rule TEXT NOT NULL,
  subject TEXT NOT NULL,
  message TEXT NOT NULL,
  note TEXT NOT NULL,
  noted_on TEXT NOT NULL,
  noted_by TEXT NOT NULL
) STRICT;
