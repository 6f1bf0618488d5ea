package org.dutyledger.liability.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.ClaimAdvanced;
import org.dutyledger.contract.FactData.ClaimFiled;
import org.dutyledger.contract.FactData.Counts;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.EvidenceFiled;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.IncidentHandled;
import org.dutyledger.contract.FactData.IncidentSized;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.contract.FactData.MonitoringPerformed;
import org.dutyledger.contract.FactData.NoticeAnswered;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.contract.FactData.QualityAssessed;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.contract.FactData.RemedyPlanned;
import org.dutyledger.contract.FactData.RemedyReverted;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.FactData.WarningPublished;
import org.dutyledger.contract.FactData.WarningShown;
import org.dutyledger.contract.FactData.WarningWithdrawn;
import org.dutyledger.liability.law.Language;
import org.dutyledger.liability.law.Wording;

/** Facts in words. */
final class FactWords {

    private static final Pattern SECOND_WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static final Pattern OPERAND = Pattern.compile("\\{(\\d)}");

    private FactWords() {}

    /** A fact with its id, its type, when it happened and, if later, when it was recorded. */
    static Explanation fact(Fact fact) {
        Wording said = said(fact.data());
        boolean late = fact.recorded().isAfter(fact.time());
        return Explanation.of(
                        "%s %s, %s: %s%s"
                                .formatted(
                                        fact.id(),
                                        type(fact.data()),
                                        fact.time(),
                                        said.en(),
                                        late ? " (recorded " + fact.recorded() + ")" : ""),
                        "%s %s，%s：%s%s"
                                .formatted(
                                        fact.id(),
                                        type(fact.data()),
                                        fact.time(),
                                        said.zh(),
                                        late ? "（记录于" + fact.recorded() + "）" : ""))
                .on(new Explanation.Ground.OfFact(fact.key().source(), fact.id(), fact.time()));
    }

    /** The contract's name of the type: {@code RiskConfirmed} is {@code risk.confirmed}. */
    static String type(FactData data) {
        return SECOND_WORD
                .matcher(data.getClass().getSimpleName())
                .replaceAll(".")
                .toLowerCase(Locale.ROOT);
    }

    private static Wording said(FactData data) {
        return switch (data) {
            case PartyDeclared it ->
                    words("party {0} does {1}", "主体{0}从事{1}", it.party(), words(it.activities()));
            case ModelReleased it ->
                    words(
                            "version {0} enters circulation in {1}",
                            "版本{0}在{1}投入流通", it.version(), it.jurisdictions());
            case ModelWithdrawn it ->
                    words("version {0} leaves service", "版本{0}退出服务", it.version());
            case RiskReported it -> words("a report of risk {0}", "风险{0}的报告", it.risk());
            case RiskConfirmed it ->
                    words(
                            "triage confirmed risk {0} as {1}",
                            "分诊确认风险{0}，严重程度{1}", it.risk(), it.severity());
            case RiskRescored it ->
                    words("risk {0} is {1} from now on", "风险{0}自此为{1}", it.risk(), it.severity());
            case RiskDismissed it ->
                    words("{0} is no risk: {1}", "{0}不构成风险：{1}", it.risk(), it.reason());
            case WarningPublished it ->
                    words(
                            "notice {0} is in force, placed {1}",
                            "提示{0}生效，位置{1}",
                            it.warning(),
                            it.placement() == null ? "?" : it.placement());
            case WarningWithdrawn it ->
                    words("notice {0} is no longer in force", "提示{0}失效", it.warning());
            case WarningShown it ->
                    words("{0} of {1} answers warned", "{1}次输出中{0}次有警示", it.warned(), it.outputs());
            case CoverageObserved it ->
                    words("{0} of {1} answers warned", "{1}次输出中{0}次有警示", it.warned(), it.outputs());
            case RemedyPlanned it ->
                    words(
                            "remedy {0} is planned: {1}",
                            "计划补救{0}：{1}", it.remedy(), word(it.measure()));
            case RemedyApplied it ->
                    words(
                            "remedy {0} is in force: {1}, rollout {2}",
                            "补救{0}实施：{1}，覆盖{2}",
                            it.remedy(),
                            word(it.measure()),
                            it.rollout().toPlainString());
            case RemedyMeasured it ->
                    words(
                            "recurrence of {0}: before {1}, after {2}",
                            "风险{0}复发：此前{1}，此后{2}", it.risk(), rate(it.before()), rate(it.after()));
            case RemedyReverted it ->
                    words("remedy {0} is no longer in force", "补救{0}撤销", it.remedy());
            case NoticeSent it ->
                    words(
                            "notice {0} about {1} to {2}",
                            "通知{0}（关于{1}）发送至{2}", it.notice(), it.about(), it.to());
            case NoticeAnswered it ->
                    words("notice {0}: {1}", "通知{0}：{1}", it.notice(), it.answer());
            case MonitoringPerformed it -> words("supervision {0} ran", "监督{0}已运行", it.mechanism());
            case IncidentDetected it ->
                    words(
                            "incident {0} ({1}) is known",
                            "知悉事件{0}（{1}）", it.incident(), word(it.kind()));
            case IncidentSized it -> words("incident {0} is sized", "事件{0}定量", it.incident());
            case IncidentHandled it ->
                    words("handling of incident {0} ended", "事件{0}处置结束", it.incident());
            case HarmRecorded it ->
                    words(
                            "harm {0} by an output of version {1} at {2}",
                            "损害{0}，由版本{1}于{2}的输出造成", it.harm(), it.version(), it.outputAt());
            case FindingMade it ->
                    words(
                            "finding {0} about {1}: {2}",
                            "关于{1}的认定{0}：{2}", it.question(), it.about(), word(it.answer()));
            case ClaimFiled it -> words("claim {0} for {1}", "索赔{0}，涉及{1}", it.claim(), it.harms());
            case ClaimAdvanced it ->
                    words(
                            "claim {0}, next step: {1}",
                            "索赔{0}进入：{1}", it.claim(), Terms.orName(it.stage()));
            case QualityAssessed it ->
                    words("quality of version {0} is assessed", "版本{0}质量评估", it.version());
            case FactWithdrawn it -> words("fact {0} was wrong", "事实{0}有误", it.fact());
            case EvidenceFiled it -> words("evidence about {0}", "关于{0}的证据", it.about());
        };
    }

    private static Wording words(String en, String zh, Object... operands) {
        return new Wording(fill(en, Language.EN, operands), fill(zh, Language.ZH, operands));
    }

    private static String fill(String text, Language language, Object... operands) {
        return OPERAND.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                shown(operands[Integer.parseInt(found.group(1))], language)));
    }

    private static String shown(Object operand, Language language) {
        return switch (operand) {
            case Wording it -> it.in(language);
            case List<?> it ->
                    it.stream()
                            .map(each -> shown(each, language))
                            .collect(Collectors.joining(language == Language.EN ? ", " : "、"));
            default -> operand.toString();
        };
    }

    /** The contract's name of it, and its words in Chinese. */
    private static Wording word(Enum<?> value) {
        String name = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Wording(name, EnumWords.chinese(value, name));
    }

    private static List<Wording> words(List<? extends Enum<?>> values) {
        return values.stream().map(FactWords::word).toList();
    }

    private static String rate(Counts counts) {
        return counts.events() + "/" + counts.outputs();
    }
}
