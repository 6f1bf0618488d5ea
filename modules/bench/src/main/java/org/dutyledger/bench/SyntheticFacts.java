package org.dutyledger.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seeded facts of about 600 bytes: by default 1,000 models, 80 % of the facts on 20 % of them. Each
 * model's first facts declare its party and release its versions, so that every later fact meets
 * real duties; from then on 60 % are windows of coverage. A long history is one of many risks, each
 * with a few facts, as real ones are. The same seed gives the same bytes.
 */
final class SyntheticFacts {

    /** One fact on its way to Kafka or to a raw table. */
    record Sent(
            String model,
            long number,
            String source,
            String id,
            String type,
            Instant time,
            byte[] json) {}

    private static final int BYTES = 600;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> TOPICS =
            List.of("medical", "legal", "finance", "general", "minors");
    private static final int VERSIONS = 5;
    private static final int RISKS = 8;

    /** Facts of a model after which it is about new risks and remedies. */
    private static final int CHAPTER = 200;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SplittableRandom random;
    private final int models;
    private final String tag;
    private final List<String> jurisdictions;
    private final long[] numbers;
    private final Map<String, String> texts = new HashMap<>();
    private long sent;

    private SyntheticFacts(long seed, int models, String tag, List<String> jurisdictions) {
        this.random = new SplittableRandom(seed);
        this.models = models;
        this.tag = tag;
        this.jurisdictions = jurisdictions;
        this.numbers = new long[models];
    }

    /**
     * @param tag begins every id, so that two lists do not meet
     */
    static List<Sent> list(int count, long seed, int models, String tag) {
        return list(count, seed, models, tag, List.of("CN"));
    }

    /**
     * @param jurisdictions in which each version is released
     */
    static List<Sent> list(
            int count, long seed, int models, String tag, List<String> jurisdictions) {
        SyntheticFacts facts = new SyntheticFacts(seed, models, tag, jurisdictions);
        List<Sent> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(facts.next());
        }
        return list;
    }

    private Sent next() {
        int hot = Math.max(1, models / 5);
        boolean popular = models == hot || random.nextInt(100) < 80;
        int model = popular ? random.nextInt(hot) : hot + random.nextInt(models - hot);
        long number = numbers[model]++;
        long index = sent++;
        Instant time = START.plusSeconds(index);
        String provider = "acme" + model % 10;
        ObjectNode data = JSON.createObjectNode();
        String type = "org.dutyledger." + say(data, number, provider, time) + ".v1";
        ObjectNode event = JSON.createObjectNode();
        String source = "/providers/" + provider + "/telemetry/eu-west";
        String id = "%s%08x-%012x".formatted(tag, model, index);
        event.put("specversion", "1.0").put("id", id).put("source", source).put("type", type);
        event.put("subject", "model-" + model).put("time", time.toString());
        event.put("partitionkey", provider + "/model-" + model);
        event.put("datacontenttype", "application/json").set("data", data);
        return new Sent(
                once(provider + "/model-" + model),
                number,
                once(source),
                id,
                once(type),
                time,
                padded(event, data));
    }

    // The facts stand in the heap of the service that is measured: its collector should have little
    // to do with them.
    private String once(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    private String say(ObjectNode data, long number, String provider, Instant time) {
        if (number == 0) {
            data.put("party", provider).putArray("activities").add("design-program");
            return "party.declared";
        }
        if (number <= VERSIONS) {
            ArrayNode released =
                    data.put("version", "4." + number + ".1").putArray("jurisdictions");
            jurisdictions.forEach(released::add);
            data.putArray("topics").add("medical").add("finance");
            return "model.released";
        }
        String version = "4." + (1 + random.nextInt(VERSIONS)) + ".1";
        long chapter = number / CHAPTER;
        String risk = "R-" + chapter + "-" + random.nextInt(RISKS);
        String remedy = "M-" + chapter + "-" + random.nextInt(RISKS);
        int kind = random.nextInt(100);
        if (kind < 60) {
            return coverage(data, version, time);
        }
        if (kind < 72) {
            data.put("risk", risk).put("reporter", "user").put("text", "the dose was wrong");
            return "risk.reported";
        }
        if (kind < 76) {
            data.put("risk", risk).put("severity", "S" + (1 + random.nextInt(4)));
            return "risk.confirmed";
        }
        if (kind < 80) {
            data.put("warning", "W-" + random.nextInt(5)).put("text", "生成内容仅供参考");
            data.put("locale", "zh-CN").put("placement", "at-output");
            return "warning.published";
        }
        if (kind < 84) {
            data.put("remedy", remedy).put("measure", "filter-output").putArray("risks").add(risk);
            return "remedy.applied";
        }
        if (kind < 88) {
            data.put("remedy", remedy).put("risk", risk).put("window", "PT72H");
            data.putObject("before").put("events", 1 + random.nextInt(50)).put("outputs", 100_000);
            data.putObject("after").put("events", random.nextInt(10)).put("outputs", 100_000);
            return "remedy.measured";
        }
        if (kind < 96) {
            data.put("mechanism", "weekly-review");
            return "monitoring.performed";
        }
        return harm(data, version, risk, time);
    }

    private String coverage(ObjectNode data, String version, Instant time) {
        int outputs = 1000 + random.nextInt(9000);
        data.put("version", version).put("topic", TOPICS.get(random.nextInt(TOPICS.size())));
        data.put("surface", "chat").put("locale", "zh-CN");
        data.put("outputs", outputs).put("warned", outputs - random.nextInt(outputs / 95));
        data.put("from", time.toString()).put("to", time.plusSeconds(60).toString());
        return "coverage.observed";
    }

    private String harm(ObjectNode data, String version, String risk, Instant time) {
        data.put("harm", "H-" + sent).put("version", version).put("risk", risk);
        data.put("outputAt", time.toString()).put("harmAt", time.toString());
        ObjectNode item = data.putArray("items").addObject().put("head", "medical");
        item.putObject("amount")
                .put("amount", (100 + random.nextInt(900)) + ".00")
                .put("currency", "CNY");
        return "harm.recorded";
    }

    /** An extra field, which is kept and ignored, fills the fact up. */
    private static byte[] padded(ObjectNode event, ObjectNode data) {
        byte[] bare = JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
        int room = BYTES - bare.length - ",\"note\":\"\"".length();
        return room <= 0
                ? bare
                : JSON.writeValueAsBytes(event.set("data", data.put("note", "x".repeat(room))));
    }
}
