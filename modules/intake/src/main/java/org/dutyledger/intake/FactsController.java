package org.dutyledger.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.contract.codec.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/facts} (contract, section 6). */
@RestController
class FactsController {

    private static final Logger LOG = LoggerFactory.getLogger(FactsController.class);

    private final FactIntake intake;

    FactsController(FactIntake intake) {
        this.intake = intake;
    }

    /**
     * The answer.
     *
     * @param counts facts by verdict
     * @param facts one verdict per fact, in the order of the request
     */
    record Answer(Map<String, Long> counts, List<Entry> facts) {

        static Answer of(List<FactVerdict> verdicts) {
            var counts = new TreeMap<String, Long>();
            for (FactVerdict.Outcome outcome : FactVerdict.Outcome.values()) {
                counts.put(outcome.text(), 0L);
            }
            verdicts.forEach(each -> counts.merge(each.verdict().text(), 1L, Long::sum));
            return new Answer(counts, verdicts.stream().map(Entry::of).toList());
        }
    }

    /**
     * One fact of the answer.
     *
     * @param verdict {@code recorded}, {@code duplicate}, {@code conflict} or {@code rejected}
     */
    record Entry(
            @Nullable String source, @Nullable String id, String verdict, List<Reason> reasons) {

        static Entry of(FactVerdict verdict) {
            return new Entry(
                    verdict.source(), verdict.id(), verdict.verdict().text(), verdict.reasons());
        }
    }

    @PostMapping("/api/v1/facts")
    ResponseEntity<Answer> accept(HttpServletRequest request) throws IOException {
        if (request.getContentType() == null) {
            throw new UnreadableBodyException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "the request has no Content-Type");
        }
        List<FactVerdict> verdicts =
                intake.accept(request.getContentType(), headers(request), body(request));
        return ResponseEntity.accepted().body(Answer.of(verdicts));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(FactLimits.BODY_BYTES + 1);
        if (body.length > FactLimits.BODY_BYTES) {
            throw new UnreadableBodyException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "the body has more than %d bytes: send it in parts"
                            .formatted(FactLimits.BODY_BYTES));
        }
        return body;
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name ->
                        headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return headers;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(UnreadableBodyException e) {
        return problem(e.status(), e.detail(), new HttpHeaders());
    }

    /** What failed is not the sender's: the same request may be sent again, it counts once. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException e) {
        LOG.warn("facts of a request are not recorded", e);
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "5");
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "not everything was recorded; send the same request again, facts count once",
                headers);
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String detail, HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
