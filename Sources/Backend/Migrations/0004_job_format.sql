-- The form of a queued job, so that a worker leaves alone what a newer version has queued.
-- A constant default is kept beside the table: no row is written anew.
ALTER TABLE escalation_jobs ADD COLUMN format integer NOT NULL DEFAULT 1;
