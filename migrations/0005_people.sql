-- People: accounts, what they may do, how they sign in. What of it is personal, why it is kept and for how long stands in
-- reference/personal_data/register.yaml; erasing a person empties those columns and keeps the row that others refer to.

CREATE TABLE account (
  institution_id integer NOT NULL REFERENCES institution (institution_id),
  account_id id NOT NULL,
  name text NOT NULL,
  person_name text NOT NULL,
  mail text NOT NULL,
  language text NOT NULL,
  state text NOT NULL,
  commitment_key bytes NOT NULL,
  version bigint NOT NULL,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (institution_id, account_id),
  UNIQUE (institution_id, name)
);

-- reference: finds the institution of whoever signs in; keyed by the SHA-256 of the name, which is unique everywhere
-- clustered
CREATE TABLE sign_in_name (
  name_hash bytes NOT NULL PRIMARY KEY,
  institution_id integer NOT NULL,
  account_id id NOT NULL
);

-- unit_id is all zeros unless the role reaches one unit. holds_in is the institution where the role holds, which may be
-- another one than the account's.
CREATE TABLE role_grant (
  institution_id integer NOT NULL,
  account_id id NOT NULL,
  role text NOT NULL,
  reach text NOT NULL,
  holds_in integer NOT NULL,
  unit_id id NOT NULL,
  granted_by id NOT NULL,
  granted_at instant NOT NULL,
  PRIMARY KEY (institution_id, account_id, role, reach, holds_in, unit_id),
  FOREIGN KEY (institution_id, account_id) REFERENCES account (institution_id, account_id)
);

CREATE TABLE password_credential (
  institution_id integer NOT NULL,
  account_id id NOT NULL,
  password_hash text NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (institution_id, account_id),
  FOREIGN KEY (institution_id, account_id) REFERENCES account (institution_id, account_id)
);

-- `sealed_secret` is encrypted with the installation's key. `last_used_step` is -1 until the first code.
CREATE TABLE second_factor (
  institution_id integer NOT NULL,
  account_id id NOT NULL,
  sealed_secret bytes NOT NULL,
  confirmed flag NOT NULL,
  last_used_step bigint NOT NULL,
  created_at instant NOT NULL,
  PRIMARY KEY (institution_id, account_id),
  FOREIGN KEY (institution_id, account_id) REFERENCES account (institution_id, account_id)
);

-- A row that is used is deleted.
-- clustered
CREATE TABLE recovery_code (
  institution_id integer NOT NULL,
  account_id id NOT NULL,
  code_hash bytes NOT NULL,
  PRIMARY KEY (institution_id, account_id, code_hash),
  FOREIGN KEY (institution_id, account_id) REFERENCES account (institution_id, account_id)
);

-- Keyed by the SHA-256 of the token; the token itself is only in the browser.
-- clustered
CREATE TABLE session (
  institution_id integer NOT NULL,
  token_hash bytes NOT NULL,
  account_id id NOT NULL,
  second_factor flag NOT NULL,
  device text NOT NULL,
  created_at instant NOT NULL,
  last_seen_at instant NOT NULL,
  PRIMARY KEY (institution_id, token_hash),
  FOREIGN KEY (institution_id, account_id) REFERENCES account (institution_id, account_id)
);
CREATE INDEX session_of_account ON session (institution_id, account_id);
CREATE INDEX session_age ON session (institution_id, last_seen_at);

-- Sent by mail or printed in the terminal; used once. Keyed as sessions are.
-- clustered
CREATE TABLE one_time_link (
  institution_id integer NOT NULL,
  token_hash bytes NOT NULL,
  account_id id NOT NULL,
  purpose text NOT NULL,
  created_at instant NOT NULL,
  expires_at instant NOT NULL,
  PRIMARY KEY (institution_id, token_hash),
  FOREIGN KEY (institution_id, account_id) REFERENCES account (institution_id, account_id)
);
CREATE INDEX one_time_link_of_account ON one_time_link (institution_id, account_id);
CREATE INDEX one_time_link_age ON one_time_link (institution_id, expires_at);

-- Whom another provider (OpenID Connect) calls `subject` is this account.
-- clustered
CREATE TABLE outside_identity (
  institution_id integer NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  account_id id NOT NULL,
  linked_at instant NOT NULL,
  PRIMARY KEY (institution_id, issuer, subject),
  FOREIGN KEY (institution_id, account_id) REFERENCES account (institution_id, account_id)
);
CREATE INDEX outside_identity_of_account ON outside_identity (institution_id, account_id);

-- Between "sign in elsewhere" and the answer; taken once. Keyed by the SHA-256 of what the browser's cookie says.
-- clustered
CREATE TABLE outside_sign_in (
  institution_id integer NOT NULL,
  cookie_hash bytes NOT NULL,
  issuer text NOT NULL,
  state text NOT NULL,
  nonce text NOT NULL,
  verifier text NOT NULL,
  return_path text NOT NULL,
  expires_at instant NOT NULL,
  PRIMARY KEY (institution_id, cookie_hash)
);
CREATE INDEX outside_sign_in_age ON outside_sign_in (institution_id, expires_at);

-- Failures of signing in (identity/lockout_rules.h). Belongs to the installation, whose institution_id is 0, since a name
-- that does not exist and a network belong to no institution. The key is a hash and tells neither.
-- clustered
CREATE TABLE attempt_budget (
  institution_id integer NOT NULL,
  kind text NOT NULL,
  budget_key bytes NOT NULL,
  failures bigint NOT NULL,
  last_failure_at instant NOT NULL,
  PRIMARY KEY (institution_id, kind, budget_key)
);
CREATE INDEX attempt_budget_age ON attempt_budget (institution_id, last_failure_at);
