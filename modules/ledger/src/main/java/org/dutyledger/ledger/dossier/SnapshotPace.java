package org.dutyledger.ledger.dossier;

/** When a dossier's next snapshot is due: after so many events that writing it does not weigh. */
final class SnapshotPace {

    /** Of a snapshot, that each event since the last may answer for. */
    private static final int BYTES_PER_EVENT = 256;

    private final int every;
    private long number;
    private int bytes;

    /**
     * @param every events, at least
     * @param number of the last event in the last snapshot, -1: there is none
     * @param bytes of the last snapshot
     */
    SnapshotPace(int every, long number, int bytes) {
        this.every = every;
        this.number = number;
        this.bytes = bytes;
    }

    /** Whether none was taken yet, of what this dossier was built from. */
    boolean isFirst() {
        return number < 0;
    }

    boolean isDue(long lastNumber) {
        return lastNumber - number >= Math.max(every, bytes / BYTES_PER_EVENT);
    }

    void taken(long lastNumber, int length) {
        number = lastNumber;
        bytes = length;
    }
}
