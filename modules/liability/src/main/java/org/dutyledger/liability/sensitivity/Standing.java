package org.dutyledger.liability.sensitivity;

import java.math.BigDecimal;
import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.damage.JudgedDamages.Potential;

/**
 * What of an answer is compared.
 *
 * @param realised compensatory and punitive damages of the harm on record
 * @param potential expected future harm of outputs served
 * @param breached duties that are in breach, as {@code RULE ABOUT}
 */
public record Standing(Scenarios realised, Potential potential, List<String> breached) {

    static Standing of(Assessment answer) {
        return new Standing(
                answer.damages().realised().total(),
                answer.damages().potential(),
                answer.duties().stream()
                        .filter(it -> isBreach(it.status()))
                        .map(it -> it.rule() + " " + it.about())
                        .toList());
    }

    /** The likely damages and the mean of what is still to be expected. */
    BigDecimal likely() {
        return realised.likely().add(potential.mean());
    }

    /** The most that may be found, and the mean of what is still to be expected. */
    BigDecimal high() {
        return realised.high().add(potential.mean());
    }

    static boolean isBreach(Duty.Status status) {
        return status == Duty.Status.BREACH || status == Duty.Status.POLICY_BREACH;
    }
}
