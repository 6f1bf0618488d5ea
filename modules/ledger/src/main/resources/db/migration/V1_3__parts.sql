-- What is put away of a dossier are parts of its history: a settled risk, a month of coverage. They
-- are kept in the transaction that keeps the snapshot, and are needed only when a fact names them.
ALTER TABLE ledger.put_away RENAME TO part;
ALTER TABLE ledger.part RENAME COLUMN subject TO key;
ALTER TABLE ledger.part RENAME COLUMN file TO body;
