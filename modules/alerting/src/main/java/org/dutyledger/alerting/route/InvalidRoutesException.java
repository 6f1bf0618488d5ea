package org.dutyledger.alerting.route;

import java.util.List;

/** Routes that cannot be used, with every reason. */
public final class InvalidRoutesException extends RuntimeException {

    private final transient List<String> problems;

    InvalidRoutesException(List<String> problems) {
        super("the routes cannot be used: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Every reason. */
    public List<String> problems() {
        return problems;
    }
}
