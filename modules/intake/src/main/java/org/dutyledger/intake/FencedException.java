package org.dutyledger.intake;

/**
 * Another consumer owns the partition by now: what this one read must not be recorded, however late
 * it wakes up.
 */
final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FencedException(String topic, int partition, long epoch) {
        super(
                "%s-%d is read by another consumer; epoch %d is over"
                        .formatted(topic, partition, epoch));
    }
}
