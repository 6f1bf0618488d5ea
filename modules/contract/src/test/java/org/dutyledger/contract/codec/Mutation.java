package org.dutyledger.contract.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes a fact in one place, by chance: its tree or its bytes. */
final class Mutation {

    private static final String[] VALUES = {
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1",
        "1.0",
        "1.5",
        "2",
        "0.5",
        "150",
        "151",
        "-0",
        "1e0",
        "1e2",
        "1e400",
        "1e-400",
        "0e999",
        "1e999999999",
        "9007199254740991",
        "9007199254740992",
        "9007199254740991.0",
        "123456789012345678901234567890",
        "1.0000000000000000000001",
        "\"\"",
        "\" \"",
        "\"x\"",
        "\"CN\"",
        "\"CNY\"",
        "\"CNY\\n\"",
        "\"cny\"",
        "\"S1\"",
        "\"s1\"",
        "\"18.00\"",
        "\"018.00\"",
        "\"-1.00\"",
        "\"1.0000001\"",
        "\"1e3\"",
        "\"999999999999999999.999999\"",
        "\"9999999999999999999\"",
        "\"2027-03-01T00:00:00Z\"",
        "\"2027-03-01T00:00:00+08:00\"",
        "\"2027-03-01t00:00:00z\"",
        "\"2027-03-01T00:00:60Z\"",
        "\"2027-02-29T00:00:00Z\"",
        "\"2028-02-29T00:00:00Z\"",
        "\"2027-03-01T00:00:00\"",
        "\"2027-03-01 00:00:00Z\"",
        "\"2027-03-01T00:00:00.123456789Z\"",
        "\"2027-03-01T00:00:00.1234567890Z\"",
        "\"2027-03-01T00:00:00.Z\"",
        "\"2027-03-01T24:00:00Z\"",
        "\"2027-03-01T00:00:00+24:00\"",
        "\"2027-03-01T00:00:00-23:59\"",
        "\"0000-01-01T00:00:00+01:00\"",
        "\"0000-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59-00:01\"",
        "\"2027-3-01T00:00:00Z\"",
        "\"2027-03-01T00:00:00Z\\n\"",
        "\"PT72H\"",
        "\"P1M\"",
        "\"P\"",
        "\"PT\"",
        "\"P1D\"",
        "\"PT0.5S\"",
        "\"P1DT\"",
        "\"zh\"",
        "\"zh_CN\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\"\\u007f\"",
        "\"a\\nb\"",
        "\"acme/medchat\"",
        "\"/providers/acme\"",
        "\"/providers/acme/a b\"",
        "\"/providers/acme?x#y\"",
        "\"/providers/acme/%zz\"",
        "\"/providers/acme/%C3%A9\"",
        "\"/providers/Acme/x\"",
        "\"/providers//x\"",
        "\"providers/acme\"",
        "\"consumers\"",
        "\"authority:cn-cac\"",
        "\"authority:\"",
        "\"1.0\"",
        "\"application/json\"",
        "\"application/json; charset=utf-8\"",
        "\"text/plain\"",
        "\"org.dutyledger.risk.dismissed.v1\"",
        "\"org.dutyledger.risk.v1\"",
        "{}",
        "[]",
        "[[]]",
        "[\"x\",1]",
        "[\"x\",\"\"]",
        "{\"amount\":\"1\",\"currency\":\"EUR\"}",
        "{\"events\":2,\"outputs\":1}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{\"low\":0,\"likely\":1,\"high\":0.5}",
        "{\"harmRate\":{\"low\":0,\"likely\":1,\"high\":0.5}}",
        "[{\"head\":\"death\"}]",
        "[{\"head\":\"funeral\"}]",
        "[{\"head\":\"medical\"}]",
        "[{\"head\":\"disability\",\"grade\":0.1}]",
        "[{\"amount\":{\"amount\":\"1\",\"currency\":\"EUR\"}}]",
        "{\"x\":1.01}",
        "{\"\":0.5}"
    };

    private static final String[] NAMES = {
        "data_base64",
        "partitionkey",
        "recordedtime",
        "dataschema",
        "datacontenttype",
        "specversion",
        "subject",
        "time",
        "extra",
        "id",
        "text",
        "estimate",
        "shares",
        "age",
        "window",
        "due",
        "topics",
        "from",
        "to",
        "warned",
        "severity",
        "rollout",
        "revision",
        "credible",
        "jurisdiction"
    };

    private final JsonMapper mapper = new JsonMapper();
    private final SplittableRandom random;

    Mutation(SplittableRandom random) {
        this.random = random;
    }

    byte[] of(String fact) {
        return switch (random.nextInt(10)) {
            case 0 -> bytes(Samples.bytes(fact));
            case 1 -> Samples.bytes(text(fact));
            default -> Samples.bytes(tree(fact));
        };
    }

    private String tree(String fact) {
        ObjectNode root = (ObjectNode) mapper.readTree(fact);
        List<JsonNode> inner = new ArrayList<>();
        collect(root, inner);
        JsonNode node = inner.get(random.nextInt(inner.size()));
        String marker = "\u0001";
        UnaryOperator<String> finish = json -> json.replace("\"\\u0001\"", pick(VALUES));
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            boolean add = names.isEmpty() || random.nextInt(4) == 0;
            String name = add ? pick(NAMES) : names.get(random.nextInt(names.size()));
            if (!add && random.nextInt(3) == 0) {
                object.remove(name);
            } else {
                object.put(name, marker);
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty() && random.nextBoolean()) {
            array.set(random.nextInt(array.size()), marker);
        } else if (node instanceof ArrayNode array) {
            array.add(marker);
        }
        return finish.apply(root.toString());
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainer()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }

    /** Changes the text: a name twice, a piece cut out, a value moved. */
    private String text(String fact) {
        int comma = fact.indexOf(',', random.nextInt(fact.length()));
        if (comma < 0) {
            return fact + pick(VALUES);
        }
        return switch (random.nextInt(3)) {
            case 0 -> fact.substring(0, comma) + ",\"id\":" + pick(VALUES) + fact.substring(comma);
            case 1 -> fact.substring(0, comma);
            default -> fact.substring(0, comma) + ",\"x\":" + pick(VALUES) + fact.substring(comma);
        };
    }

    private byte[] bytes(byte[] fact) {
        int at = random.nextInt(fact.length);
        fact[at] = (byte) random.nextInt(256);
        return random.nextInt(4) == 0
                ? new String(fact, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_16)
                : fact;
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
