-- The tables that the statements of this folder read, with types for PostgreSQL, DuckDB, MySQL and Spark (for Oracle and 达梦: VARCHAR2
-- for text, NUMBER for integer). Views with these names and columns work too.

-- For frame.sql
CREATE TABLE registry (id text, class text, district text, industry text, status text, established date, exempt text);
CREATE TABLE registry_categories (id text, category text);
CREATE TABLE registry_exempt_from (id text, task text);
CREATE TABLE history (entity text, task text, day date, kind text);
CREATE TABLE history_by (entity text, task text, day date, kind text, visitor text);
CREATE TABLE task (id text, year integer, established_before date, strata text, unrated_as text);
CREATE TABLE scope (field text, value text);
CREATE TABLE limits (place integer, id text, task text, visits integer, first_day date);
CREATE TABLE limit_classes (id text, class text);
CREATE TABLE limit_by (id text, visitor text);

-- For salts/, with registry
CREATE TABLE secrets (secret text);

-- For draw/
CREATE TABLE frame (id text, stratum text, salt text);
CREATE TABLE takes (stratum text, take integer);
CREATE TABLE draw_keys (draw_key text, order_key text);
