-- What was answered to a request that creates something, kept so that the same request sent again is answered the same
-- and creates nothing (Idempotency-Key).
-- clustered
CREATE TABLE request_answer (
  institution_id integer NOT NULL,
  request_key bytes NOT NULL,
  request_hash bytes NOT NULL,
  status integer NOT NULL,
  content_type text NOT NULL,
  location text NOT NULL,
  body text NOT NULL,
  answered_at instant NOT NULL,
  PRIMARY KEY (institution_id, request_key)
);
CREATE INDEX request_answer_age ON request_answer (institution_id, answered_at);
