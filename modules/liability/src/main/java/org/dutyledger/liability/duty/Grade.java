package org.dutyledger.liability.duty;

import java.math.BigDecimal;
import org.dutyledger.contract.Money;
import org.jspecify.annotations.Nullable;

/** Grades of a cyber incident, by persons or by direct loss, the number included (rule 38). */
enum Grade {
    GENERAL("general", 0, 0),
    RELATIVELY_MAJOR("relatively-major", 1_000_000, 5_000_000),
    MAJOR("major", 10_000_000, 20_000_000),
    ESPECIALLY_MAJOR("especially-major", 100_000_000, 100_000_000);

    private final String wireName;
    private final long persons;
    private final BigDecimal loss;

    Grade(String wireName, long persons, long loss) {
        this.wireName = wireName;
        this.persons = persons;
        this.loss = BigDecimal.valueOf(loss);
    }

    String wireName() {
        return wireName;
    }

    /** Whether it makes the incident reportable. */
    boolean counts() {
        return this != GENERAL;
    }

    /** The highest grade reached; a loss in another currency is not graded. */
    static Grade of(@Nullable Long persons, @Nullable Money loss, String currency) {
        Grade reached = GENERAL;
        for (Grade grade : values()) {
            boolean byPersons = persons != null && persons >= grade.persons;
            boolean byLoss =
                    loss != null
                            && loss.currency().equals(currency)
                            && loss.amount().compareTo(grade.loss) >= 0;
            if (byPersons || byLoss) {
                reached = grade;
            }
        }
        return reached;
    }
}
