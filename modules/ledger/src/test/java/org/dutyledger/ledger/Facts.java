package org.dutyledger.ledger;

/** Facts in JSON, as a provider sends them. */
public final class Facts {

    private Facts() {}

    public static String reported(String model, String id, String risk) {
        return fact(model, id, "risk.reported", "\"risk\":\"%s\"".formatted(risk));
    }

    /**
     * @param data the fields of {@code data}, without braces
     */
    public static String fact(String model, String id, String type, String data) {
        return fact(model, id, type, "2026-05-01T00:00:00Z", data);
    }

    public static String fact(String model, String id, String type, String time, String data) {
        return """
        {"specversion":"1.0","id":"%s","source":"/providers/acme/test","subject":"%s",\
        "type":"org.dutyledger.%s.v1","time":"%s","data":{%s}}\
        """
                .formatted(id, model, type, time, data);
    }
}
