package org.dutyledger.alerting.delivery;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.alerting.route.Receiver;
import org.jspecify.annotations.Nullable;

/** A message as plain lines, for people. */
final class Plain {

    private Plain() {}

    /** One line that says what it is about. */
    static String subject(Message message, Receiver receiver) {
        List<Told> alerts = message.alerts();
        long open = alerts.stream().filter(each -> !each.isResolved()).count();
        if (alerts.size() == 1) {
            Told only = alerts.getFirst();
            return "[Dutyledger] %s%s: %s"
                    .formatted(
                            only.model(),
                            only.severity() == null ? "" : " " + only.severity(),
                            (receiver.english() ? only.en() : only.zh()).what());
        }
        return receiver.english()
                ? "[Dutyledger] %d alerts, %d resolved".formatted(open, alerts.size() - open)
                : "[Dutyledger] %d 条告警，%d 条已解除".formatted(open, alerts.size() - open);
    }

    /** The alerts, the most severe first, each as its lines; at most so many. */
    static List<List<String>> alerts(Message message, Receiver receiver, int most) {
        return message.alerts().stream()
                .sorted(Plain::urgency)
                .limit(most)
                .map(each -> lines(each, receiver))
                .toList();
    }

    private static int urgency(Told one, Told other) {
        int open = Boolean.compare(one.isResolved(), other.isResolved());
        if (open != 0) {
            return open;
        }
        int severity = rank(one.severity()).compareTo(rank(other.severity()));
        return severity != 0 ? severity : one.id().compareTo(other.id());
    }

    private static String rank(@Nullable String severity) {
        return severity == null ? "S9" : severity;
    }

    private static List<String> lines(Told it, Receiver receiver) {
        List<String> lines = new ArrayList<>();
        String severity = it.severity() == null ? "" : " " + it.severity();
        lines.add("%s%s [%s]".formatted(it.model(), severity, it.kind()));
        if (receiver.english()) {
            lines.add(it.en().what());
            if (!it.isResolved()) {
                lines.add("Next: " + it.en().next());
                cost(it, "One more day costs %s %s of expected harm", lines);
            }
        }
        if (receiver.chinese()) {
            lines.add(it.zh().what());
            if (!it.isResolved()) {
                lines.add("下一步：" + it.zh().next());
                cost(it, "每延迟一天，预期损害增加 %s %s", lines);
            }
        }
        lines.add(it.link());
        return lines;
    }

    private static void cost(Told it, String sentence, List<String> lines) {
        if (it.costPerDay() != null) {
            lines.add(
                    sentence.formatted(
                            it.costPerDay().currency(), it.costPerDay().amount().toPlainString()));
        }
    }

    /** Everything as one text; at most so many alerts, and how many more there are. */
    static String text(Message message, Receiver receiver, int most) {
        StringBuilder text = new StringBuilder(subject(message, receiver));
        for (List<String> each : alerts(message, receiver, most)) {
            text.append("\n\n").append(String.join("\n", each));
        }
        int more = message.alerts().size() - most;
        if (more > 0) {
            text.append((receiver.english() ? "\n\n%d more" : "\n\n另有 %d 条").formatted(more));
        }
        return text.toString();
    }
}
