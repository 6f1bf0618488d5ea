package org.dutyledger.alerting.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.dutyledger.alerting.alert.Alert;
import org.dutyledger.alerting.alert.Condition;
import org.dutyledger.alerting.alert.Kind;
import org.dutyledger.alerting.delivery.Told.Text;
import org.jspecify.annotations.Nullable;

/** What an alert says in words: what is so, and what to do next. */
enum Wording {
    ENGLISH {
        @Override
        String what(Condition it, String rule, String about) {
            String due = it.due() == null ? "no fixed time" : minute(it.due());
            return switch (it.kind()) {
                case DUE_SOON -> "%s about %s is due at %s".formatted(rule, about, due);
                case BREACHED ->
                        "%s about %s was due at %s and is not done".formatted(rule, about, due);
                case REOPENED ->
                        "%s about %s is open again since %s: what was remedied is not any more"
                                .formatted(rule, about, minute(it.since()));
                case COVERAGE_LOW ->
                        "%s: version %s lacks an adequate warning since %s"
                                .formatted(rule, about, minute(it.since()));
                case MONITORING_MISSED ->
                        "%s: the monitoring of %s was due at %s".formatted(rule, about, due);
                case FINDING_NEEDED ->
                        "%s about %s waits for a finding: %s"
                                .formatted(rule, about, String.join(", ", it.needs()));
                case EXPOSURE_LIMIT ->
                        "the likely exposure of %s is %s, above the limit of %s"
                                .formatted(about, figure(it, 0), figure(it, 1));
                case EXPOSURE_GROWTH ->
                        "the likely exposure of %s grew by %s within %s, above the limit of %s"
                                .formatted(about, figure(it, 0), figure(it, 2), figure(it, 1));
                case FEED_SILENT ->
                        "no fact of %s came since %s, for longer than %s"
                                .formatted(about, minute(it.since()), figure(it, 0));
            };
        }

        @Override
        String next(Kind kind, @Nullable String duty, List<String> needs) {
            return switch (kind) {
                case FINDING_NEEDED ->
                        "decide %s and record finding.made".formatted(String.join(", ", needs));
                case EXPOSURE_LIMIT, EXPOSURE_GROWTH ->
                        "look which harms moved it, and which open duty costs most per hour";
                case FEED_SILENT -> "find out why the provider's systems send nothing";
                case DUE_SOON, BREACHED, REOPENED, COVERAGE_LOW, MONITORING_MISSED ->
                        ACTS.getOrDefault(duty == null ? "" : duty, "do what the rule asks");
            };
        }

        @Override
        String resolved(String what) {
            return "resolved: " + what;
        }
    },
    CHINESE {
        @Override
        String what(Condition it, String rule, String about) {
            String due = it.due() == null ? "未定时间" : minute(it.due());
            return switch (it.kind()) {
                case DUE_SOON -> "%s（%s）将于 %s 到期".formatted(rule, about, due);
                case BREACHED -> "%s（%s）已于 %s 到期，尚未履行".formatted(rule, about, due);
                case REOPENED ->
                        "%s（%s）自 %s 起再次未履行：原补救措施已失效".formatted(rule, about, minute(it.since()));
                case COVERAGE_LOW ->
                        "%s：版本 %s 自 %s 起缺少充分警示".formatted(rule, about, minute(it.since()));
                case MONITORING_MISSED -> "%s：%s 的监测应于 %s 前进行".formatted(rule, about, due);
                case FINDING_NEEDED ->
                        "%s（%s）有待认定：%s".formatted(rule, about, String.join("、", it.needs()));
                case EXPOSURE_LIMIT ->
                        "%s 的可能责任金额为 %s，超过限额 %s".formatted(about, figure(it, 0), figure(it, 1));
                case EXPOSURE_GROWTH ->
                        "%s 的可能责任金额在 %s 内增加 %s，超过限额 %s"
                                .formatted(about, figure(it, 2), figure(it, 0), figure(it, 1));
                case FEED_SILENT ->
                        "自 %s 起未收到 %s 的任何事实，已超过 %s"
                                .formatted(minute(it.since()), about, figure(it, 0));
            };
        }

        @Override
        String next(Kind kind, @Nullable String duty, List<String> needs) {
            return switch (kind) {
                case FINDING_NEEDED ->
                        "就 %s 作出认定并记录 finding.made".formatted(String.join("、", needs));
                case EXPOSURE_LIMIT, EXPOSURE_GROWTH -> "查看由哪些损害引起，以及哪项未履行义务每小时代价最高";
                case FEED_SILENT -> "查明提供者系统为何停止发送";
                case DUE_SOON, BREACHED, REOPENED, COVERAGE_LOW, MONITORING_MISSED ->
                        ACTS_ZH.getOrDefault(duty == null ? "" : duty, "按规则要求履行");
            };
        }

        @Override
        String resolved(String what) {
            return "已解除：" + what;
        }
    };

    private static final Map<String, String> ACTS =
            Map.of(
                    "remediate",
                    "apply a remedy that works in every affected version, or stop the service, and measure it",
                    "warn",
                    "publish a warning that counts for every needed topic and surface, and let answers carry it",
                    "label",
                    "publish the label in every surface",
                    "disclose",
                    "publish the disclosure where users see it",
                    "monitor",
                    "run the monitoring and record monitoring.performed",
                    "report",
                    "send the notice to whom the rule names and record notice.sent");

    private static final Map<String, String> ACTS_ZH =
            Map.of(
                    "remediate",
                    "在所有受影响版本中采取有效补救措施或停止服务，并测量效果",
                    "warn",
                    "对每个必要主题和界面发布有效警示，并使回答附带该警示",
                    "label",
                    "在每个界面发布标识",
                    "disclose",
                    "在用户可见处进行告知",
                    "monitor",
                    "进行监测并记录 monitoring.performed",
                    "report",
                    "向规则指定的对象发送通知并记录 notice.sent");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

    abstract String what(Condition condition, String rule, String about);

    abstract String next(Kind kind, @Nullable String duty, List<String> needs);

    abstract String resolved(String what);

    Text of(Alert alert) {
        Condition it = alert.condition();
        String about =
                it.title() == null ? alert.key().about() : alert.key().about() + " " + it.title();
        String what = what(it, alert.key().rule(), about);
        return new Text(
                alert.open() ? what : resolved(what), next(it.kind(), it.dutyKind(), it.needs()));
    }

    static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    private static String figure(Condition it, int place) {
        return place < it.figures().size() ? it.figures().get(place) : "?";
    }
}
