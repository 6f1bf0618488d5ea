-- Under which law the record has been judged, each from a record time on. A dossier's findings of
-- the law in force begin there; earlier ones, also of the same law, are history.
CREATE TABLE ledger.law_in_force (
    since timestamptz PRIMARY KEY,
    law   text NOT NULL
);
