package org.dutyledger.app.command;

import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an RFC 3339 time on the command line. */
final class Instants implements ITypeConverter<Instant> {

    Instants() {}

    @Override
    public Instant convert(String text) {
        Instant instant = org.dutyledger.contract.codec.Instants.read(text);
        if (instant == null) {
            throw new TypeConversionException(
                    "'%s' is not an RFC 3339 time with offset, such as 2026-09-01T00:00:00Z"
                            .formatted(text));
        }
        return instant;
    }
}
