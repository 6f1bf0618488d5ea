package org.dutyledger.contract.codec;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.schema.Schemas;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Writes findings as CloudEvents in structured JSON mode, by the names of the contract's section 4.
 *
 * <p>{@code source} is {@code {ledger}/providers/{provider}}, {@code id} the sequence number,
 * {@code sequence} the same with 19 digits, so that its text sorts as the number does (CloudEvents
 * extension <em>sequence</em>). What is absent is left out, never null.
 */
public final class FindingWriter {

    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);

    private final String ledger;

    /**
     * @param ledger URI reference that names this ledger to its readers, such as {@code
     *     /dutyledger}
     */
    public FindingWriter(String ledger) {
        this.ledger = ledger;
    }

    /** The CloudEvents type of a finding. */
    public static String type(Finding finding) {
        String name;
        if (finding instanceof Finding.DutyChanged changed) {
            name = "duty." + changed.change().wireName();
        } else {
            name = "exposure.changed";
        }
        return "org.dutyledger." + name + ".v1";
    }

    /**
     * Writes one finding.
     *
     * @param sequence its place in the one order, from 1
     */
    public byte[] write(Finding finding, long sequence) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator g = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            ModelId model = finding.model();
            String type = type(finding);
            g.writeStartObject();
            g.writeStringProperty("specversion", "1.0");
            g.writeStringProperty("id", Long.toString(sequence));
            g.writeStringProperty("source", ledger + "/providers/" + model.provider());
            g.writeStringProperty("type", type);
            g.writeStringProperty("subject", model.model());
            g.writeStringProperty("time", Instants.print(finding.time()));
            g.writeStringProperty("sequence", String.format("%019d", sequence));
            g.writeStringProperty("partitionkey", model.toString());
            g.writeStringProperty("datacontenttype", "application/json");
            g.writeStringProperty("dataschema", Schemas.BASE + type + ".json");
            g.writeName("data");
            data(g, finding);
            g.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void data(JsonGenerator g, Finding finding) {
        g.writeStartObject();
        if (finding instanceof Finding.DutyChanged changed) {
            g.writeName("duty");
            duty(g, changed.duty());
            instant(g, "breachesSince", changed.since());
        } else if (finding instanceof Finding.ExposureChanged changed) {
            g.writeName("exposure");
            exposure(g, changed.exposure());
            texts(g, "because", changed.because());
        }
        Finding.Law law = finding.law();
        law(g, "rulebook", law.rulebook(), law.rulebookDigest());
        law(g, "policy", law.policy(), law.policyDigest());
        g.writeEndObject();
    }

    private static void duty(JsonGenerator g, Duty duty) {
        g.writeStartObject();
        g.writeStringProperty("rule", duty.rule());
        g.writeStringProperty("kind", duty.kind());
        g.writeStringProperty("about", duty.about());
        g.writeStringProperty("status", duty.status().name());
        g.writeBooleanProperty("late", duty.late());
        instant(g, "arose", duty.arose());
        instant(g, "due", duty.due());
        instant(g, "satisfied", duty.satisfied());
        if (duty.grade() != null) {
            g.writeStringProperty("grade", duty.grade());
        }
        g.writeArrayPropertyStart("breaches");
        for (Duty.Breach breach : duty.breaches()) {
            breach(g, breach);
        }
        g.writeEndArray();
        texts(g, "because", duty.because());
        texts(g, "needs", duty.needs());
        g.writeEndObject();
    }

    /** An open breach has no length yet: a finding has no {@code asOf}. */
    private static void breach(JsonGenerator g, Duty.Breach breach) {
        g.writeStartObject();
        instant(g, "from", breach.from());
        instant(g, "to", breach.to());
        if (breach.to() != null) {
            g.writeName("hours");
            g.writeNumber(hours(Duration.between(breach.from(), breach.to())));
        }
        g.writeEndObject();
    }

    /** Hours to one decimal, HALF_UP, without a needless zero (semantics rule 59). */
    private static BigDecimal hours(Duration length) {
        BigDecimal seconds =
                BigDecimal.valueOf(length.getSeconds())
                        .add(BigDecimal.valueOf(length.getNano(), 9));
        BigDecimal hours = seconds.divide(SECONDS_OF_AN_HOUR, 1, RoundingMode.HALF_UP);
        return new BigDecimal(hours.stripTrailingZeros().toPlainString());
    }

    private static void exposure(JsonGenerator g, Exposure exposure) {
        g.writeStartObject();
        g.writeStringProperty("currency", exposure.currency());
        scenarios(g, "compensatory", exposure.compensatory());
        scenarios(g, "expanded", exposure.expanded());
        scenarios(g, "punitive", exposure.punitive());
        scenarios(g, "total", exposure.total());
        g.writeEndObject();
    }

    private static void scenarios(JsonGenerator g, String name, Exposure.Scenarios scenarios) {
        g.writeObjectPropertyStart(name);
        g.writeStringProperty("low", sum(scenarios.low()));
        g.writeStringProperty("likely", sum(scenarios.likely()));
        g.writeStringProperty("high", sum(scenarios.high()));
        g.writeEndObject();
    }

    private static String sum(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static void law(JsonGenerator g, String name, String id, String digest) {
        g.writeObjectPropertyStart(name);
        g.writeStringProperty("id", id);
        g.writeStringProperty("digest", digest);
        g.writeEndObject();
    }

    private static void instant(JsonGenerator g, String name, @Nullable Instant instant) {
        if (instant != null) {
            g.writeStringProperty(name, Instants.print(instant));
        }
    }

    private static void texts(JsonGenerator g, String name, List<String> texts) {
        g.writeArrayPropertyStart(name);
        for (String text : texts) {
            g.writeString(text);
        }
        g.writeEndArray();
    }
}
