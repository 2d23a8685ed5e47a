-- Campaigns and their phases.
-- Reports are read by the calendar year of their last day.
CREATE INDEX reports_by_day ON reports (as_of);
