-- The services that units give, and the dated editions of their standards.

CREATE TABLE service (
  institution_id integer NOT NULL REFERENCES institution (institution_id),
  service_id id NOT NULL,
  unit_id id NOT NULL,
  code text NOT NULL,
  title_id text NOT NULL,
  title_en text NOT NULL,
  offered flag NOT NULL,
  template_key text NOT NULL,
  version bigint NOT NULL,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (institution_id, service_id),
  UNIQUE (institution_id, code),
  FOREIGN KEY (institution_id, unit_id) REFERENCES unit (institution_id, unit_id)
);
CREATE INDEX service_of_unit ON service (institution_id, unit_id);

-- `content` is the whole edition as canonical JSON; the columns before it repeat parts of it, to search by.
CREATE TABLE standard_edition (
  institution_id integer NOT NULL,
  service_id id NOT NULL,
  number integer NOT NULL,
  state text NOT NULL,
  valid_from text,
  valid_until text,
  content text NOT NULL,
  version bigint NOT NULL,
  changed_by id NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (institution_id, service_id, number),
  FOREIGN KEY (institution_id, service_id) REFERENCES service (institution_id, service_id)
);
CREATE INDEX standard_edition_state ON standard_edition (institution_id, state, changed_at);
