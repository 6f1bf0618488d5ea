package org.dutyledger.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.contract.codec.Reason;
import org.dutyledger.ledger.IncomingFact;
import org.dutyledger.ledger.Recorder;
import org.dutyledger.ledger.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what arrived at any door into the record: valid facts are recorded, the others kept as
 * rejected, and the door's progress moves, all in one transaction.
 *
 * <p>A failure that comes again with the same fact must not stop a partition. The batch is then
 * halved until the fact is found alone; it is set aside as rejected with the reason {@code
 * engine-error}, and everything else goes on.
 */
class BatchRecorder {

    /** The reason of a fact that is valid and yet cannot be judged: a defect of the ledger. */
    static final String ENGINE_ERROR = "engine-error";

    /** The reason of a fact whose source and id are taken by other content. */
    static final String CONFLICT = "conflict";

    /**
     * Most facts of one batch that are set aside. More failures than this are no fact's fault, and
     * the whole record must not end among the rejected facts.
     */
    private static final int MOST_SET_ASIDE = 10;

    private static final Logger LOG = LoggerFactory.getLogger(BatchRecorder.class);

    private final Recorder recorder;
    private final RejectedFacts rejected;
    private final IntakeMetrics metrics;

    BatchRecorder(Recorder recorder, RejectedFacts rejected, IntakeMetrics metrics) {
        this.recorder = recorder;
        this.rejected = rejected;
        this.metrics = metrics;
    }

    /**
     * Takes a batch in.
     *
     * @return one verdict per arrival, in order
     * @throws FencedException if {@code progress} refused; nothing of the refused part is recorded
     * @throws RuntimeException if the surroundings failed; what {@link Progress#done} was told of
     *     is durable, the rest is not
     */
    List<FactVerdict> record(List<Arrival> arrivals, Progress progress) {
        return new Batch(progress).record(arrivals);
    }

    /** One batch and how many of its facts were set aside so far. */
    private final class Batch {

        private final Progress progress;
        private int setAside;

        Batch(Progress progress) {
            this.progress = progress;
        }

        List<FactVerdict> record(List<Arrival> arrivals) {
            try {
                return together(arrivals);
            } catch (FencedException e) {
                throw e;
            } catch (RuntimeException e) {
                if (Failure.passes(e)) {
                    throw e;
                }
                return arrivals.size() == 1
                        ? List.of(setAside(arrivals.getFirst(), e))
                        : halves(arrivals, e);
            }
        }

        private List<FactVerdict> halves(List<Arrival> arrivals, RuntimeException cause) {
            LOG.debug("{} facts were not recorded together, trying halves", arrivals.size(), cause);
            int middle = arrivals.size() / 2;
            var verdicts = new ArrayList<>(record(arrivals.subList(0, middle)));
            verdicts.addAll(record(arrivals.subList(middle, arrivals.size())));
            return verdicts;
        }

        private List<FactVerdict> together(List<Arrival> arrivals) {
            List<IncomingFact> facts =
                    arrivals.stream()
                            .map(Arrival::reading)
                            .filter(Reading.Read.class::isInstance)
                            .map(Reading.Read.class::cast)
                            .map(read -> new IncomingFact(read.fact(), read.bytes()))
                            .toList();
            var along = new Along(arrivals, progress);
            recorder.record(facts, along);
            progress.done(arrivals);
            metrics.recorded(arrivals, along.verdicts);
            return along.verdicts;
        }

        private FactVerdict setAside(Arrival arrival, RuntimeException cause) {
            if (++setAside > MOST_SET_ASIDE) {
                throw cause;
            }
            var reason =
                    new Reason(
                            "", ENGINE_ERROR, Failure.sentence(cause), "a fact that can be judged");
            FactVerdict verdict =
                    FactVerdict.of(arrival, FactVerdict.Outcome.REJECTED, List.of(reason));
            LOG.error("{} {} is set aside", verdict.source(), verdict.id(), cause);
            recorder.record(
                    List.of(),
                    new Recorder.Along() {
                        @Override
                        public void before() {
                            progress.advance(List.of(arrival));
                        }

                        @Override
                        public void after(List<Verdict> none) {
                            rejected.keep(List.of(new RejectedRows.Kept(arrival, verdict)));
                        }
                    });
            progress.done(List.of(arrival));
            metrics.recorded(List.of(arrival), List.of(verdict));
            return verdict;
        }
    }

    /** What is written beside the facts, and the verdicts of all arrivals. */
    private final class Along implements Recorder.Along {

        private final List<Arrival> arrivals;
        private final Progress progress;
        private List<FactVerdict> verdicts = List.of();

        Along(List<Arrival> arrivals, Progress progress) {
            this.arrivals = arrivals;
            this.progress = progress;
        }

        @Override
        public void before() {
            progress.advance(arrivals);
        }

        @Override
        public void after(List<Verdict> recorded) {
            verdicts = verdicts(recorded);
            var kept = new ArrayList<RejectedRows.Kept>();
            for (int i = 0; i < arrivals.size(); i++) {
                switch (verdicts.get(i).verdict()) {
                    case RECORDED, DUPLICATE -> {}
                    case CONFLICT, REJECTED ->
                            kept.add(new RejectedRows.Kept(arrivals.get(i), verdicts.get(i)));
                }
            }
            rejected.keep(kept);
        }

        private List<FactVerdict> verdicts(List<Verdict> recorded) {
            Iterator<Verdict> next = recorded.iterator();
            var all = new ArrayList<FactVerdict>(arrivals.size());
            for (Arrival arrival : arrivals) {
                all.add(
                        switch (arrival.reading()) {
                            case Reading.Read read -> of(arrival, next.next());
                            case Reading.Refused refused ->
                                    FactVerdict.of(
                                            arrival,
                                            FactVerdict.Outcome.REJECTED,
                                            refused.reasons());
                        });
            }
            return all;
        }
    }

    static FactVerdict of(Arrival arrival, Verdict verdict) {
        return switch (verdict.outcome()) {
            case RECORDED -> FactVerdict.of(arrival, FactVerdict.Outcome.RECORDED, List.of());
            case DUPLICATE -> FactVerdict.of(arrival, FactVerdict.Outcome.DUPLICATE, List.of());
            case CONFLICT ->
                    FactVerdict.of(
                            arrival,
                            FactVerdict.Outcome.CONFLICT,
                            List.of(
                                    new Reason(
                                            "/id",
                                            CONFLICT,
                                            verdict.key().toString(),
                                            "the content first recorded under this source and id, or a new id")));
        };
    }
}
