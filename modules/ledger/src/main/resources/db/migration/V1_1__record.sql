-- The record: dossiers, the batches they were appended by, and their events.

-- One row per model. Whoever changes a dossier locks its row first (recorder and deadline clock
-- alike, in the order of models), so that no two wait for each other crosswise.
CREATE TABLE ledger.dossier (
    dossier     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model       text NOT NULL COLLATE "C" UNIQUE,
    last_number bigint NOT NULL DEFAULT -1,  -- of its last event: a cached dossier that differs is stale
    recorded    timestamptz,                 -- record time of its last facts; strictly rising
    judged      timestamptz,                 -- up to when its deadlines have been looked at
    next_wake   timestamptz                  -- when its next deadline passes
) WITH (fillfactor = 70);

CREATE INDEX dossier_next_wake ON ledger.dossier (next_wake) WHERE next_wake IS NOT NULL;

-- One row per recording transaction. The public sequence is given to the whole batch at once,
-- after its commit: first_sequence + place is an event's sequence.
CREATE TABLE ledger.append (
    append         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    events         integer NOT NULL CHECK (events > 0),
    first_sequence bigint
) WITH (fillfactor = 70);

CREATE UNIQUE INDEX append_first_sequence ON ledger.append (first_sequence);
CREATE INDEX append_unsequenced ON ledger.append (append) WHERE first_sequence IS NULL;

-- Facts (with source, id and digest) and findings. The payload of a fact is the CloudEvent as it
-- came, its personal fields sealed.
CREATE TABLE ledger.event (
    append   bigint NOT NULL,
    place    integer NOT NULL,
    dossier  integer NOT NULL,
    number   bigint NOT NULL,                -- of the dossier's own, from 0, without a gap
    recorded timestamptz NOT NULL,
    type     text NOT NULL COLLATE "C",      -- CloudEvents type
    source   text COLLATE "C",
    id       text COLLATE "C",
    digest   bytea,                          -- keyed, of the bytes as they came
    payload  bytea NOT NULL,
    PRIMARY KEY (append, place),
    CONSTRAINT event_number UNIQUE (dossier, number)
);

-- What makes a fact count once.
CREATE UNIQUE INDEX event_fact ON ledger.event (source, id) WHERE source IS NOT NULL;

-- The state of a dossier after its event number; an older state or another law is not used.
CREATE TABLE ledger.snapshot (
    dossier integer PRIMARY KEY,
    number  bigint NOT NULL,
    law     text NOT NULL,
    state   bytea NOT NULL
);

-- What a dossier's snapshot need not hold: the files of subjects in which nothing is open.
CREATE TABLE ledger.put_away (
    dossier integer NOT NULL,
    subject text NOT NULL COLLATE "C",
    file    bytea NOT NULL,
    PRIMARY KEY (dossier, subject)
);

-- Keys of data subjects, wrapped by the key-encryption key. Destroying a key (wrapped = NULL)
-- erases what was sealed with it.
CREATE TABLE ledger.subject_key (
    key     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject bytea NOT NULL,                  -- keyed digest: the table names nobody
    wrapped bytea
);

CREATE UNIQUE INDEX subject_key_subject ON ledger.subject_key (subject) WHERE wrapped IS NOT NULL;

-- Tells whether the key-encryption key is the one this record was begun with.
CREATE TABLE ledger.key_check (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    proof bytea NOT NULL
);

-- How far each streaming processor is.
CREATE TABLE ledger.token (
    processor_name text NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);
