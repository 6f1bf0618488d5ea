package org.dutyledger.liability.answer;

import java.util.Map;
import java.util.Set;
import org.dutyledger.liability.law.Wording;

/** The contract's names of things as lawyers of both languages say them. */
public final class Terms {

    private static final Map<String, Wording> WORDS =
            Map.ofEntries(
                    // heads of damage
                    term("medical", "medical costs", "医疗费"),
                    term("nursing", "nursing", "护理费"),
                    term("transport", "transport", "交通费"),
                    term("meals", "meals in hospital", "住院伙食补助费"),
                    term("nutrition", "nutrition", "营养费"),
                    term("income", "lost income", "误工费"),
                    term("disability", "disability", "残疾赔偿金"),
                    term("death", "death", "死亡赔偿金"),
                    term("funeral", "funeral", "丧葬费"),
                    term("mental", "mental harm", "精神损害"),
                    term("property", "property", "财产损失"),
                    term("data", "data", "数据损失"),
                    term("reputation", "reputation", "名誉损害"),
                    term("price", "price", "价款"),
                    term("punitive", "punitive damages", "惩罚性赔偿"),
                    term("compensatory", "compensatory damages", "补偿性赔偿"),
                    term("expanded", "expanded damage", "扩大的损害"),
                    term("total", "total", "合计"),
                    // questions of a finding
                    term("fault", "fault", "过错"),
                    term("knew", "that the provider knew", "明知"),
                    term("serious-mental", "serious mental harm", "严重精神损害"),
                    term("defective", "a defect", "缺陷"),
                    term("effective", "that the remedy works", "补救有效"),
                    term("causation", "causation", "因果关系"),
                    term("fraud", "fraud", "欺诈"),
                    term("malice", "malice", "恶意"),
                    term("major-impact", "a major impact", "重大影响"),
                    term("substantial-modification", "a substantial modification", "实质性修改"),
                    term("rebuttal", "a rebuttal", "反证"),
                    term("currency", "an amount in the rulebook's currency", "本规则集币种的金额"),
                    term("base-income", "a base income", "收入基数"),
                    term("estimate", "an estimate in the rulebook's currency", "本规则集币种的估计"),
                    // roles
                    term("producer", "producer", "生产者"),
                    term("modifier", "modifier", "修改者"),
                    term("excluded", "excluded", "被排除"),
                    term("seller", "seller", "销售者"),
                    term("deployer", "deployer", "部署者"),
                    term("other", "other", "其他"),
                    // defects
                    term("design", "design defect", "设计缺陷"),
                    term("warning", "warning defect", "警示缺陷"),
                    term("manufacturing", "manufacturing defect", "制造缺陷"),
                    term("remediation", "remediation defect", "补救缺陷"),
                    term("defect", "a defect", "缺陷"),
                    // states
                    term("open", "open", "未届满"),
                    term("claimed", "claimed in time", "已及时主张"),
                    term("barred", "barred", "已届满"),
                    term("lost", "lost", "丧失"),
                    term("proven", "proven", "成立"),
                    term("available", "available", "可主张"),
                    term("applies", "applies", "适用"),
                    term("candidate", "candidate", "可能适用"),
                    // stages and forums of a claim
                    term("filed", "filed", "已提出"),
                    term("odr", "online dispute resolution", "在线纠纷解决"),
                    term("appraisal", "appraisal", "鉴定"),
                    term("mediation", "mediation", "调解"),
                    term("court", "court", "诉讼"),
                    term("settled", "settled", "和解"),
                    term("judged", "judged", "判决"),
                    term("withdrawn", "withdrawn", "撤回"),
                    term("pre-court", "before it goes to court", "诉前"),
                    term("closed", "closed", "已结案"),
                    // remedies that are no money
                    term("cease", "cessation", "停止侵害"),
                    term("remove-obstruction", "removal of the obstruction", "排除妨碍"),
                    term("eliminate-danger", "elimination of the danger", "消除危险"),
                    term("return-property", "return of the property", "返还财产"),
                    term("restore", "restoration", "恢复原状"),
                    term("repair-redo-replace", "repair, redoing or replacement", "修理、重作、更换"),
                    term("continue-performance", "continued performance", "继续履行"),
                    term("compensate", "compensation", "赔偿损失"),
                    term("pay-agreed-damages", "the damages agreed on", "支付违约金"),
                    term("eliminate-effects", "elimination of the effects", "消除影响"),
                    term("restore-reputation", "restoration of reputation", "恢复名誉"),
                    term("apologise", "an apology", "赔礼道歉"),
                    // what an hour of delay counts
                    term("outputs", "outputs", "输出"),
                    term("unwarned", "outputs without a due warning", "未予应有警示的输出"),
                    // causes of a harm, and what is found of them
                    term("algorithm", "the algorithm", "算法"),
                    term("training-data", "the training data", "训练数据"),
                    term("user-input", "what the user entered", "用户输入"),
                    term("causation-recorded", "as recorded, no finding made", "依记录，尚未认定"),
                    term("causation-found", "found", "已认定成立"),
                    term("causation-refused", "refused", "已认定不成立"),
                    term("causation-contested", "contested", "有争议"),
                    // grades of a cyber incident
                    term("grade-general", "general", "一般事件"),
                    term("grade-relatively-major", "relatively major", "较大事件"),
                    term("grade-major", "major", "重大事件"),
                    term("grade-especially-major", "especially major", "特别重大事件"),
                    // costs of acting
                    term("recall", "recall", "召回"),
                    term("notice", "notice", "通知"),
                    // criteria of quality
                    term("transparency", "transparency of the algorithm", "算法透明度"),
                    term("data-provenance", "source of the data", "数据来源"),
                    term("training-method", "way of training", "训练方式"),
                    term("fairness", "fairness", "公平正义"),
                    // parts of an answer
                    term("exposure", "realised exposure", "已实现敞口"),
                    term("potential", "expected future harm", "预期未来损害"),
                    term("by-risk", "expected future harm by risk", "各风险的预期损害"),
                    term("parties", "parties", "主体"),
                    term("defects", "defects", "缺陷"),
                    term("needs-finding", "open questions", "待认定事项"),
                    term("time-bars", "time bars", "时效与除斥期间"),
                    term("defences", "defences", "抗辩"),
                    term("presumptions", "presumptions", "推定"),
                    term("claims", "claims", "索赔"),
                    term("recourse", "recourse", "追偿"),
                    term("penalties", "penalties", "处罚"),
                    term("costs", "costs of acting", "处置费用"),
                    term("one-more-hour", "one more hour of delay", "再迟延一小时的代价"),
                    term("quality", "quality", "质量"),
                    // kinds of duty
                    term("warn", "warn", "警示"),
                    term("remediate", "remedy", "补救"),
                    term("monitor", "monitor", "监测"),
                    term("report", "report", "报告"),
                    term("label", "label", "标识"),
                    term("retain", "retain", "留存"),
                    term("disclose", "disclose", "披露"));

    private Terms() {}

    /**
     * The words for a name of the contract.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Wording of(String name) {
        Wording words = WORDS.get(name);
        if (words == null) {
            throw new IllegalArgumentException("no words for " + name);
        }
        return words;
    }

    /** The words for a name that anybody may choose; the name itself, if there are none. */
    static Wording orName(String name) {
        return WORDS.getOrDefault(name, new Wording(name, name));
    }

    /** All names that there are words for. */
    public static Set<String> names() {
        return WORDS.keySet();
    }

    private static Map.Entry<String, Wording> term(String name, String en, String zh) {
        return Map.entry(name, new Wording(en, zh));
    }
}
