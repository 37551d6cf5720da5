-- The tables that the statements of this folder read, in types that PostgreSQL, DuckDB, MySQL and Spark know (Oracle, 达梦: VARCHAR2
-- for text, NUMBER for integer). An office has its own tables: views with these names and columns do as well.

-- What frame.sql reads
CREATE TABLE registry (id text, class text, district text, industry text, status text, established date);
CREATE TABLE registry_categories (id text, category text);
CREATE TABLE history (entity text, task text, day date, kind text);
CREATE TABLE task (id text, year integer, annual_cap integer, per_year integer, established_before date, strata text, unrated_as text);
CREATE TABLE scope (field text, value text);

-- What salts/ reads, beside registry
CREATE TABLE secrets (secret text);

-- What draw/ reads
CREATE TABLE frame (id text, stratum text, salt text);
CREATE TABLE takes (stratum text, take integer);
CREATE TABLE draw_keys (draw_key text, order_key text);
