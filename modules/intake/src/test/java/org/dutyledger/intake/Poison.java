package org.dutyledger.intake;

import java.util.LinkedHashMap;
import java.util.Map;

/** What must not be recorded, and the rule it breaks first. */
final class Poison {

    private Poison() {}

    static Map<byte[], String> ofEveryKind() {
        var poison = new LinkedHashMap<byte[], String>();
        String valid = Facts.valid("poison");
        put(poison, valid.substring(0, valid.length() / 2), "json");
        put(poison, valid.replace("\"R-1\"", "17"), "type");
        put(poison, valid.replace("risk.reported", "risk.imagined"), "enum");
        put(poison, valid.replace("{\"risk\"", "{\"x\":1e999999,\"risk\""), "number");
        put(poison, valid.replace("said poison", "x".repeat(300_000)), "too-large");
        poison.put(badUtf8(valid), "utf-8");
        put(poison, valid.replace("\"time\":\"2026-01-05T10:00:00+08:00\",", ""), "required");
        put(poison, moneyWithoutCurrency(), "required");
        put(poison, valid.replace("{\"risk\"", "{\"risk\":\"R-2\",\"risk\""), "duplicate-key");
        put(poison, "", "json");
        put(poison, "null", "type");
        put(poison, "[" + valid + "]", "type");
        return poison;
    }

    private static void put(Map<byte[], String> poison, String text, String rule) {
        poison.put(Facts.bytes(text), rule);
    }

    private static byte[] badUtf8(String valid) {
        byte[] bytes = Facts.bytes(valid.replace("said poison", "said #"));
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '#') {
                bytes[at] = (byte) 0xC3;
            }
        }
        return bytes;
    }

    private static String moneyWithoutCurrency() {
        return """
        {"specversion":"1.0","id":"money","source":"/providers/acme/claims","subject":"medchat",\
        "type":"org.dutyledger.incident.sized.v1","time":"2026-01-05T10:00:00+08:00",\
        "data":{"incident":"I-1","directLoss":{"amount":"5.00"}}}\
        """;
    }
}
