package org.dutyledger.liability.law;

import java.util.List;
import java.util.stream.Collectors;

/** A rulebook or policy that cannot be used, with everything that is wrong with it at once. */
public final class InvalidLawException extends RuntimeException {

    private final transient List<Problem> problems;

    InvalidLawException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of the document. */
    public List<Problem> problems() {
        return problems;
    }
}
