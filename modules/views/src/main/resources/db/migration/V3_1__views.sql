-- What can be asked. Every row here follows from the record alone: a reset empties these tables and
-- reads the record again. Times are for sorting and filtering; where an answer prints an instant of
-- a duty, it comes from the finding's own text, to the nanosecond.

CREATE TABLE ledger.view_model (
    model         text COLLATE "C" PRIMARY KEY,
    facts         bigint      NOT NULL,
    first_fact    timestamptz,
    last_fact     timestamptz,
    last_recorded timestamptz,
    sequence      bigint      NOT NULL
);

-- What facts said about risks, versions, incidents and notices; read back in fact order, so that
-- neither a late fact nor a withdrawn one needs a rewrite.
CREATE TABLE ledger.view_signal (
    model    text COLLATE "C" NOT NULL,
    source   text COLLATE "C" NOT NULL,
    fact     text COLLATE "C" NOT NULL,
    about    text             NOT NULL,
    subject  text COLLATE "C" NOT NULL,
    type     text             NOT NULL,
    time     timestamptz      NOT NULL,
    recorded timestamptz      NOT NULL,
    detail   text             NOT NULL,
    PRIMARY KEY (model, source, fact, about, subject)
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
    sequence bigint           NOT NULL,
    finding  text             NOT NULL,
    PRIMARY KEY (model, rulebook, rule, about)
);
CREATE INDEX view_duty_about ON ledger.view_duty (model, about);
CREATE INDEX view_duty_due ON ledger.view_duty (due, model, rulebook, rule, about);
CREATE INDEX view_duty_status ON ledger.view_duty (status, due, model, rulebook, rule, about);
CREATE INDEX view_duty_next ON ledger.view_duty (model, rulebook, due) WHERE status = 'PENDING';

CREATE TABLE ledger.view_duty_count (
    model    text COLLATE "C" NOT NULL,
    rulebook text COLLATE "C" NOT NULL,
    status   text             NOT NULL,
    duties   bigint           NOT NULL,
    late     bigint           NOT NULL,
    PRIMARY KEY (model, rulebook, status)
);

CREATE TABLE ledger.view_exposure (
    model    text COLLATE "C" NOT NULL,
    rulebook text COLLATE "C" NOT NULL,
    sequence bigint           NOT NULL,
    finding  text             NOT NULL,
    PRIMARY KEY (model, rulebook)
);
