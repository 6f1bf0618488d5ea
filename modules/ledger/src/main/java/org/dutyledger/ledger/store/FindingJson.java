package org.dutyledger.ledger.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.Finding.Change;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.codec.InstantReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Findings as compact JSON. The model and the kind of change stand in the row, not in the payload.
 * A field that a later version adds is kept in the bytes and passed over when read.
 */
final class FindingJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(InstantReader.module())
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private static final ObjectWriter WRITE_DUTY = JSON.writerFor(DutyPayload.class);
    private static final ObjectReader READ_DUTY = JSON.readerFor(DutyPayload.class);
    private static final ObjectWriter WRITE_EXPOSURE = JSON.writerFor(ExposurePayload.class);
    private static final ObjectReader READ_EXPOSURE = JSON.readerFor(ExposurePayload.class);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record DutyPayload(Instant time, Finding.Law law, Duty duty, @Nullable Instant since) {}

    private record ExposurePayload(
            Instant time, Finding.Law law, Exposure exposure, List<String> because) {}

    private FindingJson() {}

    static byte[] write(Finding finding) {
        return switch (finding) {
            case DutyChanged(var _, var time, var law, var _, var duty, var since) ->
                    WRITE_DUTY.writeValueAsBytes(new DutyPayload(time, law, duty, since));
            case ExposureChanged(var _, var time, var law, var exposure, var because) ->
                    WRITE_EXPOSURE.writeValueAsBytes(
                            new ExposurePayload(time, law, exposure, because));
        };
    }

    /** Null: the type is not one of a finding. */
    static @Nullable Finding read(ModelId model, StoredEvent event) {
        if (event.type().equals(EventTypes.EXPOSURE_CHANGED)) {
            ExposurePayload p = READ_EXPOSURE.readValue(event.payload());
            return new ExposureChanged(model, p.time, p.law, p.exposure, p.because);
        }
        Change change = EventTypes.change(event.type());
        if (change == null) {
            return null;
        }
        DutyPayload p = READ_DUTY.readValue(event.payload());
        return new DutyChanged(model, p.time, p.law, change, p.duty, p.since);
    }
}
