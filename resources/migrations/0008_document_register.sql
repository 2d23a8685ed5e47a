-- What leaves the office: the number it got, the day it was signed, and the file itself as it was issued.
-- A later correction is a document of its own that names the one it corrects.
ALTER TABLE documents ADD COLUMN rule_set TEXT;
-- As it is written: '15', '06b'.
ALTER TABLE documents ADD COLUMN number TEXT;
-- Within which numbers count on: the code of the type ('KH', 'BC', …), '' for letters.
ALTER TABLE documents ADD COLUMN series TEXT;
ALTER TABLE documents ADD COLUMN issued_on TEXT;
-- The issued file, base64: it is recorded as text like every other cell.
ALTER TABLE documents ADD COLUMN content TEXT;
ALTER TABLE documents ADD COLUMN corrects_id TEXT REFERENCES documents (id);
CREATE INDEX documents_by_series ON documents (series, issued_on);
CREATE INDEX documents_by_corrected ON documents (corrects_id) WHERE corrects_id IS NOT NULL;
