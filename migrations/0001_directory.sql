-- The tenants and their service units. docs/operations/schema.md says what each table is for.

-- reference: the tenants themselves, written administratively only
CREATE TABLE institution (
  institution_id integer NOT NULL PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  kind text NOT NULL,
  region_code text NOT NULL,
  time_zone text NOT NULL,
  status text NOT NULL,
  details text NOT NULL,
  version bigint NOT NULL,
  changed_at instant NOT NULL
);

CREATE TABLE unit (
  institution_id integer NOT NULL REFERENCES institution (institution_id),
  unit_id id NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  region_code text NOT NULL,
  status text NOT NULL,
  details text NOT NULL,
  version bigint NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (institution_id, unit_id),
  UNIQUE (institution_id, code)
);

-- What an institution (unit_id is all zeros) or a unit was called, belonged to or was, until it changed.
CREATE TABLE directory_history (
  institution_id integer NOT NULL REFERENCES institution (institution_id),
  unit_id id NOT NULL,
  version bigint NOT NULL,
  valid_from text NOT NULL,
  event text NOT NULL,
  name text NOT NULL,
  details text NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (institution_id, unit_id, version)
);
