-- Duties and exposures refer to the finding that says how they stand, by its sequence, instead of
-- repeating it: what changes often is narrow. What was here is read from the record again.

DROP TABLE ledger.view_model, ledger.view_signal, ledger.view_withdrawn, ledger.view_duty,
           ledger.view_duty_count, ledger.view_exposure;
DELETE FROM ledger.token WHERE processor_name = 'views';

-- Up to which sequence the record is in the views: what is not behind it changes nothing.
CREATE TABLE ledger.view_read (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    sequence bigint NOT NULL
);
INSERT INTO ledger.view_read (sequence) VALUES (0);

CREATE TABLE ledger.view_model (
    model         text COLLATE "C" PRIMARY KEY,
    facts         bigint      NOT NULL,
    first_fact    timestamptz,
    last_fact     timestamptz,
    last_recorded timestamptz,
    sequence      bigint      NOT NULL
) WITH (fillfactor = 50);

-- What facts said about risks, versions, incidents and notices; read back in fact order, so that
-- neither a late fact nor a withdrawn one needs a rewrite. Rows are only ever added.
CREATE TABLE ledger.view_signal (
    model    text COLLATE "C" NOT NULL,
    source   text COLLATE "C" NOT NULL,
    fact     text COLLATE "C" NOT NULL,
    about    text             NOT NULL,
    subject  text COLLATE "C" NOT NULL,
    type     text             NOT NULL,
    time     timestamptz      NOT NULL,
    recorded timestamptz      NOT NULL,
    detail   text                      -- null: of this type only counted
);
CREATE INDEX view_signal_subject
    ON ledger.view_signal (model, about, subject, type, time);

CREATE TABLE ledger.view_withdrawn (
    model  text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    fact   text COLLATE "C" NOT NULL,
    PRIMARY KEY (model, source, fact)
);

CREATE TABLE ledger.view_duty (
    model    text COLLATE "C" NOT NULL,
    rulebook text COLLATE "C" NOT NULL,
    rule     text COLLATE "C" NOT NULL,
    about    text COLLATE "C" NOT NULL,
    kind     text             NOT NULL,
    status   text             NOT NULL,
    late     boolean          NOT NULL,
    due      timestamptz      NOT NULL, -- infinity: no deadline, so that it sorts last
    sequence bigint           NOT NULL, -- of the finding that says so
    earlier  text,                      -- breaches told before, which that finding builds on
    PRIMARY KEY (model, rulebook, rule, about)
) WITH (fillfactor = 70);
CREATE INDEX view_duty_about ON ledger.view_duty (model, about);
CREATE INDEX view_duty_status ON ledger.view_duty (status, due, model, rulebook, rule, about);
CREATE INDEX view_duty_next ON ledger.view_duty (model, rulebook, due) WHERE status = 'PENDING';

CREATE TABLE ledger.view_duty_count (
    model    text COLLATE "C" NOT NULL,
    rulebook text COLLATE "C" NOT NULL,
    status   text             NOT NULL,
    duties   bigint           NOT NULL,
    late     bigint           NOT NULL,
    PRIMARY KEY (model, rulebook, status)
) WITH (fillfactor = 50);

CREATE TABLE ledger.view_exposure (
    model    text COLLATE "C" NOT NULL,
    rulebook text COLLATE "C" NOT NULL,
    sequence bigint           NOT NULL, -- of the finding that says so
    PRIMARY KEY (model, rulebook)
) WITH (fillfactor = 70);
