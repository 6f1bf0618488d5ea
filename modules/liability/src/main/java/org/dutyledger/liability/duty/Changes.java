package org.dutyledger.liability.duty;

import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.Finding.Change;
import org.jspecify.annotations.Nullable;

/** What is said when a verdict changes. */
final class Changes {

    private Changes() {}

    /** Whether a duty is worth telling of that nobody was told of before. */
    static boolean isOfNote(Duty duty) {
        return duty.late() || !isRest(duty.status());
    }

    /** What a duty is when there is no such duty any more. */
    static Duty none(Duty before) {
        return new Duty(
                before.rule(),
                before.kind(),
                before.about(),
                Status.NOT_APPLICABLE,
                false,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** What happened to a duty that is another now; null before: nobody was told of it. */
    static Change between(@Nullable Duty before, Duty after) {
        if (isBreach(after.status())) {
            return before == null || !isBreach(before.status())
                    ? Change.BREACHED
                    : Change.SUPERSEDED;
        }
        if (isRest(after.status())) {
            return Change.SUPERSEDED;
        }
        if (before == null || isRest(before.status())) {
            return Change.AROSE;
        }
        return after.status() == Status.SATISFIED && before.status() != Status.SATISFIED
                ? Change.DISCHARGED
                : Change.SUPERSEDED;
    }

    private static boolean isBreach(Status status) {
        return status == Status.BREACH || status == Status.POLICY_BREACH;
    }

    private static boolean isRest(Status status) {
        return status == Status.NOT_YET || status == Status.NOT_APPLICABLE;
    }
}
