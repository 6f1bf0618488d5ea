-- Up to which sequence findings have been pushed out, by whom they go to. Of the topic it is only
-- needed where the topic itself is empty: what it holds tells better how far it is.
CREATE TABLE ledger.feed_position (
    follower text COLLATE "C" PRIMARY KEY,
    sequence bigint NOT NULL
) WITH (fillfactor = 50);
