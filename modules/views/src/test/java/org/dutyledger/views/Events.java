package org.dutyledger.views;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.codec.FindingWriter;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent;
import org.jspecify.annotations.Nullable;

/** A record written by hand, numbered from 1. */
final class Events {

    static final ModelId MODEL = new ModelId("acme", "medchat");
    static final Finding.Law LAW =
            new Finding.Law("cn-product", "sha-256:aa", "acme/P1", "sha-256:bb");

    private static final Instant RECORDED = Instant.parse("2026-08-03T00:00:00Z");

    private final List<RecordEntry> all = new ArrayList<>();

    List<RecordEntry> all() {
        return all;
    }

    Events fact(String id, String time, FactData data) {
        return fact(MODEL, id, time, data);
    }

    Events fact(ModelId model, String id, String time, FactData data) {
        Instant at = Instant.parse(time);
        FactKey key = new FactKey("/providers/" + model.provider(), id);
        Fact fact = new Fact(key, model, at, at.plusSeconds(60), data);
        return add(new RecordEvent.FactRecorded(model, fact, new byte[] {'{', '}'}));
    }

    Events duty(Finding.Change change, Duty duty) {
        return duty(MODEL, LAW, change, duty);
    }

    Events duty(ModelId model, Finding.Law law, Finding.Change change, Duty duty) {
        Instant time = Instant.parse("2026-08-01T00:00:00Z");
        return add(
                new RecordEvent.FindingRecorded(
                        model, new Finding.DutyChanged(model, time, law, change, duty)));
    }

    Events duty(Finding.Change change, Duty duty, Instant since) {
        Instant time = Instant.parse("2026-08-01T00:00:00Z");
        return add(
                new RecordEvent.FindingRecorded(
                        MODEL, new Finding.DutyChanged(MODEL, time, LAW, change, duty, since)));
    }

    Events exposure(ModelId model, String likely) {
        BigDecimal amount = new BigDecimal(likely);
        Scenarios scenarios = new Scenarios(new BigDecimal("0.00"), amount, amount);
        Scenarios none =
                new Scenarios(
                        new BigDecimal("0.00"), new BigDecimal("0.00"), new BigDecimal("0.00"));
        Exposure exposure = new Exposure("CNY", scenarios, none, scenarios);
        return add(
                new RecordEvent.FindingRecorded(
                        model,
                        new Finding.ExposureChanged(
                                model,
                                Instant.parse("2026-08-02T00:00:00Z"),
                                LAW,
                                exposure,
                                List.of("harm-1"))));
    }

    private Events add(RecordEvent event) {
        all.add(new Written(all.size() + 1, type(event), RECORDED, event));
        return this;
    }

    private static String type(RecordEvent event) {
        return switch (event) {
            case RecordEvent.FindingRecorded(var _, var finding) -> FindingWriter.type(finding);
            case RecordEvent.FactRecorded(var _, var fact, var _) -> {
                String name = fact.data().getClass().getSimpleName();
                String words = name.replaceAll("(?<=.)([A-Z])", ".$1").toLowerCase(Locale.ROOT);
                yield "org.dutyledger." + words + ".v1";
            }
        };
    }

    static Duty duty(String rule, String about, Duty.Status status, @Nullable String due) {
        return duty(rule, "remediate", about, status, due, List.of("confirmed-" + about));
    }

    static Duty duty(
            String rule,
            String kind,
            String about,
            Duty.Status status,
            @Nullable String due,
            List<String> because) {
        Instant deadline = due == null ? null : Instant.parse(due);
        boolean breach = status == Duty.Status.POLICY_BREACH && deadline != null;
        return new Duty(
                rule,
                kind,
                about,
                status,
                breach,
                Instant.parse("2026-07-01T00:00:00Z"),
                deadline,
                status == Duty.Status.SATISFIED ? Instant.parse("2026-07-02T00:00:00Z") : null,
                null,
                breach ? List.of(new Duty.Breach(deadline, null)) : List.of(),
                because,
                List.of());
    }
}
