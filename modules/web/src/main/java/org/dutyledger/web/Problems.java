package org.dutyledger.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dutyledger.alerting.AlertRefusedException;
import org.dutyledger.views.UnknownCursorException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says what went wrong as RFC 9457 problems, and never how the inside looks. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidParameterException e, WebRequest request) {
        Problem problem = Problem.INVALID_PARAMETER;
        ProblemDetail detail = problem.detail(HttpStatus.BAD_REQUEST, sentence(e));
        detail.setProperty("errors", List.of(error(e.parameter(), e.found(), e.expected())));
        return answer(e, detail, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> cursor(UnknownCursorException e, WebRequest request) {
        return invalid(
                new InvalidParameterException(
                        "after", e.cursor(), "the next cursor of a page of this very list"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(AlertRefusedException e, WebRequest request) {
        String why = e.getMessage() == null ? "refused" : e.getMessage();
        return answer(e, Problem.ALERT_REFUSED.detail(HttpStatus.BAD_REQUEST, why), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(NotFoundException e, WebRequest request) {
        String what = e.getMessage() == null ? "not found" : e.getMessage();
        return answer(e, Problem.NOT_FOUND.detail(HttpStatus.NOT_FOUND, what), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> ahead(AheadOfRecordException e, WebRequest request) {
        ProblemDetail detail =
                Problem.AHEAD_OF_RECORD.detail(
                        HttpStatus.CONFLICT, Objects.toString(e.getMessage()));
        detail.setProperty("last", e.last());
        return answer(e, detail, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> crowded(TooManyReadersException e, WebRequest request) {
        return answer(
                e,
                Problem.TOO_MANY_READERS.detail(
                        HttpStatus.SERVICE_UNAVAILABLE, Objects.toString(e.getMessage())),
                request);
    }

    /** A fault of the service: the answer and the log share a number, nothing else goes out. */
    @ExceptionHandler
    ResponseEntity<Object> fault(Exception e, WebRequest request) {
        String number = UUID.randomUUID().toString();
        LOG.error("request failed, number {}: {}", number, request.getDescription(false), e);
        ProblemDetail detail =
                Problem.FAULT.detail(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "the service failed; its log has the cause under number " + number);
        return answer(e, detail, request);
    }

    private ResponseEntity<Object> answer(Exception e, ProblemDetail detail, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        HttpStatusCode status = HttpStatusCode.valueOf(detail.getStatus());
        ResponseEntity<Object> answer =
                handleExceptionInternal(e, detail, headers, status, request);
        return answer == null ? ResponseEntity.status(status).build() : answer;
    }

    private static String sentence(InvalidParameterException e) {
        return e.found() == null
                ? "parameter %s is missing: expected %s".formatted(e.parameter(), e.expected())
                : "parameter %s is not understood: expected %s"
                        .formatted(e.parameter(), e.expected());
    }

    private static Map<String, String> error(
            String parameter, @Nullable String found, String expected) {
        Map<String, String> error = new LinkedHashMap<>();
        error.put("parameter", parameter);
        if (found != null) {
            error.put("found", found);
        }
        error.put("expected", expected);
        return error;
    }
}
