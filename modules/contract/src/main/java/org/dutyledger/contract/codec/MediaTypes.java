package org.dutyledger.contract.codec;

import java.util.Locale;

/** The media types by which the modes of CloudEvents are told apart. */
final class MediaTypes {

    private static final String EVENT = "application/cloudevents";
    private static final String BATCH = "application/cloudevents-batch";

    private MediaTypes() {}

    static boolean isEvent(String contentType) {
        String type = type(contentType);
        return type.equals(EVENT) || type.equals(EVENT + "+json");
    }

    static boolean isBatch(String contentType) {
        String type = type(contentType);
        return type.equals(BATCH) || type.equals(BATCH + "+json");
    }

    /** Whether it is some form of CloudEvents, known here or not. */
    static boolean isSomeEvent(String contentType) {
        return type(contentType).startsWith(EVENT);
    }

    private static String type(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end))
                .trim()
                .toLowerCase(Locale.ROOT);
    }
}
