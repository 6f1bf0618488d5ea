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

    /** All names that there are words for. */
    public static Set<String> names() {
        return WORDS.keySet();
    }

    private static Map.Entry<String, Wording> term(String name, String en, String zh) {
        return Map.entry(name, new Wording(en, zh));
    }
}
