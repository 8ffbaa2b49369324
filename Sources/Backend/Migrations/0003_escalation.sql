-- What escalation leaves behind, and the queue that workers share.

CREATE TABLE notifications (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ticket_id uuid NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  level integer NOT NULL,
  -- Who should look: the assignee where there is one, else everyone of the audience.
  recipient_id uuid REFERENCES accounts (id),
  audience text NOT NULL CHECK (audience IN ('agent', 'admin')),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT notifications_once UNIQUE (ticket_id, level)
);

CREATE UNIQUE INDEX ticket_events_escalated_once ON ticket_events (ticket_id, level)
  WHERE kind = 'escalated';

-- A job is one level of one ticket and is deleted with its escalation: the ticket itself is the truth.
CREATE TABLE escalation_jobs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ticket_id uuid NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  level integer NOT NULL,
  state text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  run_at timestamptz NOT NULL DEFAULT now(),
  last_error text,
  CONSTRAINT escalation_jobs_once UNIQUE (ticket_id, level)
);

CREATE INDEX escalation_jobs_ready ON escalation_jobs (run_at, id) WHERE state = 'ready';
