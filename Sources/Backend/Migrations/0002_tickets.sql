-- Tickets and their history.

CREATE TABLE tickets (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  title text NOT NULL,
  description text NOT NULL,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'assigned', 'resolved')),
  priority text NOT NULL CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  requester_id uuid NOT NULL REFERENCES accounts (id),
  assignee_id uuid REFERENCES accounts (id),
  due_at timestamptz NOT NULL,
  escalation_level integer NOT NULL DEFAULT 0 CHECK (escalation_level BETWEEN 0 AND 3),
  -- When the next level is reached; null once the ticket is resolved or at the last level.
  next_escalation_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  resolved_at timestamptz,
  CHECK ((status = 'resolved') = (resolved_at IS NOT NULL))
);

CREATE INDEX tickets_created_at ON tickets (created_at DESC, id DESC);
CREATE INDEX tickets_requester ON tickets (requester_id, created_at DESC, id DESC);
CREATE INDEX tickets_assignee ON tickets (assignee_id, created_at DESC, id DESC);
CREATE INDEX tickets_next_escalation ON tickets (next_escalation_at)
  WHERE next_escalation_at IS NOT NULL;

CREATE TABLE ticket_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ticket_id uuid NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  kind text NOT NULL
    CHECK (kind IN ('created', 'updated', 'assigned', 'commented', 'resolved', 'escalated')),
  -- Null where the program itself acted.
  actor_id uuid REFERENCES accounts (id),
  body text,
  level integer,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX ticket_events_ticket ON ticket_events (ticket_id, id);
