-- Alerts: who must know now. They have no legal effect, and nothing of the record changes by them.

-- Writing alerts is serialised by one advisory lock, so that their events have one order.
CREATE TABLE ledger.alert (
    id       text PRIMARY KEY COLLATE "C",
    model    text NOT NULL COLLATE "C",
    rulebook text NOT NULL COLLATE "C",
    rule     text NOT NULL COLLATE "C",
    about    text NOT NULL COLLATE "C",
    kind     text NOT NULL,
    severity text,
    state    text NOT NULL,
    due      timestamptz,
    fired    timestamptz NOT NULL,
    wake     timestamptz,                    -- when time alone changes it next
    revision integer NOT NULL,
    body     text NOT NULL
);

CREATE INDEX alert_open ON ledger.alert (fired DESC, id) WHERE state <> 'RESOLVED';
CREATE INDEX alert_wake ON ledger.alert (wake) WHERE wake IS NOT NULL;
CREATE INDEX alert_model ON ledger.alert (model);

-- All that happened to each: its history, never changed.
CREATE TABLE ledger.alert_event (
    alert    text NOT NULL COLLATE "C",
    revision integer NOT NULL,
    at       timestamptz NOT NULL,
    what     text NOT NULL,
    body     text NOT NULL,
    PRIMARY KEY (alert, revision)
);

-- What each receiver was told of an alert, and whether it must be told again. Several changes before
-- it is told are told once.
CREATE TABLE ledger.alert_notice (
    receiver text NOT NULL COLLATE "C",
    alert    text NOT NULL COLLATE "C",
    pending  boolean NOT NULL,
    told     boolean NOT NULL DEFAULT false,
    since    timestamptz NOT NULL,
    PRIMARY KEY (receiver, alert)
);

CREATE INDEX alert_notice_pending ON ledger.alert_notice (receiver, since) WHERE pending;
CREATE INDEX alert_notice_alert ON ledger.alert_notice (alert);

-- What goes out: alerts as they stood, under a key that stays the same however often it is tried.
CREATE TABLE ledger.alert_message (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key      text NOT NULL UNIQUE,
    receiver text NOT NULL COLLATE "C",
    state    text NOT NULL CHECK (state IN ('sending', 'waiting', 'sent', 'dead')),
    attempts integer NOT NULL DEFAULT 0,
    due      timestamptz,                    -- of sending: when the sender counts as lost; of waiting: the next attempt
    created  timestamptz NOT NULL,
    ended    timestamptz,
    error    text,
    alerts   integer NOT NULL,
    body     text NOT NULL
);

CREATE INDEX alert_message_due ON ledger.alert_message (receiver, due) WHERE due IS NOT NULL;
CREATE INDEX alert_message_state ON ledger.alert_message (state, id);

CREATE TABLE ledger.alert_silence (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    until  timestamptz NOT NULL,
    ended  timestamptz,
    body   text NOT NULL
);

-- What alerts must know of the record beside its findings.
CREATE TABLE ledger.alert_risk (
    model    text NOT NULL COLLATE "C",
    risk     text NOT NULL COLLATE "C",
    severity text,
    title    text,
    PRIMARY KEY (model, risk)
);

CREATE TABLE ledger.alert_party (
    model text NOT NULL COLLATE "C",
    party text NOT NULL COLLATE "C",
    PRIMARY KEY (model, party)
);

CREATE TABLE ledger.alert_feed (
    model text PRIMARY KEY COLLATE "C",
    last  timestamptz NOT NULL,
    wake  timestamptz
);

CREATE INDEX alert_feed_wake ON ledger.alert_feed (wake) WHERE wake IS NOT NULL;

CREATE TABLE ledger.alert_exposure (
    model    text NOT NULL COLLATE "C",
    rulebook text NOT NULL COLLATE "C",
    at       timestamptz NOT NULL,
    likely   numeric NOT NULL,
    PRIMARY KEY (model, rulebook, at)
);

-- How far alerts have read the record.
CREATE TABLE ledger.alert_read (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    sequence bigint NOT NULL
);

INSERT INTO ledger.alert_read (sequence) VALUES (0);
