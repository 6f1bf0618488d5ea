package org.dutyledger.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The kinds of problems that have a name of their own; all others are {@code about:blank}. */
enum Problem {
    INVALID_PARAMETER("A parameter is missing or not understood"),
    ALERT_REFUSED("That cannot be done with this alert"),
    NOT_FOUND("There is no such thing"),
    AHEAD_OF_RECORD("The cursor is beyond the end of the record"),
    TOO_MANY_READERS("Too many readers wait"),
    FAULT("The service failed");

    private static final String BASE = "https://dutyledger.org/problems/";

    private final String title;

    Problem(String title) {
        this.title = title;
    }

    /** As in the problem's {@code type}. */
    URI type() {
        return URI.create(BASE + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    ProblemDetail detail(HttpStatus status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(type());
        problem.setTitle(title);
        return problem;
    }
}
