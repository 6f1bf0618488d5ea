-- How far each webhook has been told, and how it stands with the next attempt.
CREATE TABLE ledger.webhook (
    name          text COLLATE "C" PRIMARY KEY,
    sequence      bigint NOT NULL,      -- everything up to here was taken, or did not pass the filter
    attempts      integer NOT NULL,     -- that failed since
    next_attempt  timestamptz,
    failing_since timestamptz,
    cause         text,
    gone          text                  -- the address that answered 410 and is not told any more
) WITH (fillfactor = 50);
