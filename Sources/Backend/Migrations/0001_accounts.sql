-- Accounts, their sessions, and what limits log-in attempts.

CREATE TABLE accounts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL CONSTRAINT accounts_email_key UNIQUE,
  name text NOT NULL,
  password_hash text NOT NULL,
  role text NOT NULL DEFAULT 'requester' CHECK (role IN ('requester', 'agent', 'admin')),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX accounts_created_at ON accounts (created_at DESC, id DESC);

-- One log-in. Every refresh token of it belongs to it, so one revocation ends them all.
CREATE TABLE session_families (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);

CREATE INDEX session_families_account ON session_families (account_id);

-- Only a token's SHA-256 digest is kept. A used one stays until it expires, to notice its reuse.
CREATE TABLE refresh_tokens (
  digest bytea PRIMARY KEY,
  family_id uuid NOT NULL REFERENCES session_families (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE INDEX refresh_tokens_family ON refresh_tokens (family_id);
CREATE INDEX refresh_tokens_expires_at ON refresh_tokens (expires_at);

-- Attempts in the present window, by account and by address, shared by all instances.
CREATE TABLE login_attempts (
  subject text PRIMARY KEY,
  attempts integer NOT NULL,
  window_ends timestamptz NOT NULL
);

CREATE INDEX login_attempts_window_ends ON login_attempts (window_ends);
