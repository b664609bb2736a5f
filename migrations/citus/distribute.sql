-- Spreads the tables of a migrated PostgreSQL database over the nodes of Citus 13, once, before there is much data:
--
--   psql "$URL" -v ON_ERROR_STOP=1 -1 -f migrations/citus/distribute.sql
--
-- Every table of institutions is cut by institution_id, and all of them alike, so that the rows of one institution lie
-- together on one node: joins, foreign keys and transactions of one institution stay local. Reference tables are copied
-- to every node. tools/check_sql.py makes sure that each table of migrations/*.sql stands here exactly once.

SELECT create_reference_table('institution');
SELECT create_reference_table('sign_in_name');

SELECT create_distributed_table('unit', 'institution_id');
SELECT create_distributed_table('directory_history', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('request_answer', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('journal_head', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('journal_entry', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('journal_checkpoint', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('service', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('standard_edition', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('account', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('role_grant', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('password_credential', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('second_factor', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('recovery_code', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('session', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('one_time_link', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('outside_identity', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('outside_sign_in', 'institution_id', colocate_with => 'unit');
SELECT create_distributed_table('attempt_budget', 'institution_id', colocate_with => 'unit');
