-- Where reading of each partition goes on, and who may say so. Written in the transaction that
-- records the facts. The epoch grows with every assignment: an older one writes nothing any more.
CREATE TABLE ledger.intake_offset (
    topic text NOT NULL,
    part int NOT NULL,
    next_offset bigint NOT NULL,
    epoch bigint NOT NULL,
    PRIMARY KEY (topic, part)
);

-- What arrived and was not recorded, with its reasons. Holds what senders wrote in plain text, which
-- may name persons: rows are deleted when their retention is over.
CREATE TABLE ledger.rejected_fact (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    verdict text NOT NULL CHECK (verdict IN ('rejected', 'conflict')),
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'retried')),
    reasons text NOT NULL,
    source text,
    fact text,
    type text,
    model text,
    bytes bytea NOT NULL,
    size bigint NOT NULL,
    digest bytea NOT NULL,
    door text NOT NULL CHECK (door IN ('kafka', 'http')),
    topic text,
    part int,
    position bigint,
    received timestamptz NOT NULL,
    published timestamptz,
    -- The same message read again is the same rejected fact.
    UNIQUE NULLS NOT DISTINCT (door, topic, part, position, digest)
);

-- What the topic dutyledger.rejected has not been told yet. A flag and not a position: numbers of a
-- PostgreSQL sequence do not become visible in their order, and a reader with a position would
-- skip the late ones.
CREATE INDEX rejected_fact_unpublished ON ledger.rejected_fact (id) WHERE published IS NULL;

CREATE INDEX rejected_fact_received ON ledger.rejected_fact (received);
