-- The lists of the office. A platform that already has such tables can get these columns with a query.
CREATE TABLE entity (
    id text PRIMARY KEY,
    name text NOT NULL,
    class text,
    categories text[],
    district text,
    industry text,
    status text,
    established date,
    exempt text,
    exempt_from text[]
);

CREATE TABLE inspector (
    id text PRIMARY KEY,
    name text NOT NULL,
    department text NOT NULL,
    district text,
    skills text[],
    lead boolean,
    expert boolean,
    max_load integer,
    load integer,
    valid_to date,
    recuse text[]
);

CREATE TABLE visit (
    entity text NOT NULL,
    task text NOT NULL,
    date date NOT NULL,
    kind text,
    by text[],
    inspectors text[]
);

-- One row for each authority. A transaction that seals locks and changes it. A second one at the same time waits, cannot continue
-- from the state that it has read (SQLSTATE 40001), and begins again with the commitment of the first one.
CREATE TABLE authority (
    name text PRIMARY KEY,
    last_commitment text
);

CREATE TABLE plan (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    authority text NOT NULL REFERENCES authority,
    document text NOT NULL
);

-- Documents are text, not jsonb: jsonb changes them.
CREATE TABLE commitment (
    digest text PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY,
    plan bigint NOT NULL REFERENCES plan,
    authority text NOT NULL REFERENCES authority,
    document text NOT NULL,
    drawn boolean NOT NULL DEFAULT false
);

-- The secrets of blinded commitments. They are in a separate table, so that nobody who reads commitments sees them by accident.
CREATE TABLE secret (
    commitment text PRIMARY KEY REFERENCES commitment,
    secret text NOT NULL
);

-- The rows as they were sealed. Without them nobody can draw, amend or verify.
CREATE TABLE sealed_entity (LIKE entity, commitment text NOT NULL REFERENCES commitment, PRIMARY KEY (commitment, id));
CREATE TABLE sealed_inspector (LIKE inspector, commitment text NOT NULL REFERENCES commitment, PRIMARY KEY (commitment, id));
CREATE TABLE sealed_visit (LIKE visit, commitment text NOT NULL REFERENCES commitment);
CREATE INDEX ON sealed_visit (commitment);

-- A source contributes once.
CREATE TABLE contribution (
    commitment text NOT NULL REFERENCES commitment,
    source bigint NOT NULL,
    document text NOT NULL,
    contributed_by text NOT NULL,
    PRIMARY KEY (commitment, source)
);

-- A record is never changed. Amendments are a separate document.
CREATE TABLE record (
    commitment text PRIMARY KEY REFERENCES commitment,
    digest text NOT NULL,
    document text NOT NULL,
    public_form text NOT NULL,
    amendments text
);
