/**
 * Where enterprises were placed on `:day`, for queries that count by unit: a common table `moved` with those that
 * have been moved since, to be joined as `LEFT JOIN moved ON moved.enterprise_id = e.id`. Of several former places
 * the one that ended first after the day was the place of that day (SQLite takes the row of the MIN).
 */
export const MOVED_SINCE = `moved AS (
  SELECT enterprise_id, unit_id, MIN(until) AS until FROM former_places
  WHERE enterprise_id IS NOT NULL AND until >= :day GROUP BY enterprise_id)`

/** The unit of that day, for a query over `enterprises e` joined with `moved`. */
export const PLACE_THEN = 'IIF(moved.enterprise_id IS NULL, e.unit_id, moved.unit_id)'
