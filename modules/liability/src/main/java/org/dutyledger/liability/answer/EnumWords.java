package org.dutyledger.liability.answer;

import org.dutyledger.contract.FactData.Activity;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.IncidentKind;
import org.dutyledger.contract.FactData.Measure;

/** The fixed words of facts in Chinese; their names are English already. */
final class EnumWords {

    private EnumWords() {}

    /** The word; the name itself for those that are of no kind that facts are told by. */
    static String chinese(Enum<?> value, String name) {
        return switch (value) {
            case Measure it -> measure(it);
            case Activity it -> activity(it);
            case IncidentKind it -> incident(it);
            case Answer it ->
                    switch (it) {
                        case TRUE -> "是";
                        case FALSE -> "否";
                        case CONTESTED -> "有争议";
                    };
            default -> name;
        };
    }

    private static String measure(Measure measure) {
        return switch (measure) {
            case STOP_SERVICE -> "停止服务";
            case STOP_FEATURE -> "停用功能";
            case WITHDRAW_VERSION -> "撤下版本";
            case RECALL -> "召回";
            case CORRECT_MODEL -> "修正模型";
            case REMOVE_DATA -> "删除风险数据";
            case RETRAIN -> "重新训练";
            case FILTER_OUTPUT -> "过滤输出";
            case WARN -> "警示";
            case HOTFIX -> "紧急修复";
        };
    }

    private static String activity(Activity activity) {
        return switch (activity) {
            case DESIGN_PROGRAM -> "设计程序";
            case WRITE_ALGORITHM -> "编写算法";
            case REMOTE_SERVICE -> "远程提供服务";
            case SELL -> "销售";
            case DEPLOY -> "部署";
            case FINE_TUNE -> "微调";
            case NETWORK_ACCESS -> "提供网络接入";
            case TRANSMISSION -> "传输";
            case STORAGE -> "存储";
            case SUPPLY_TRAINING_DATA -> "提供训练数据";
        };
    }

    private static String incident(IncidentKind kind) {
        return switch (kind) {
            case DATA_LEAK -> "数据泄露";
            case HARM -> "损害";
            case CONTENT -> "内容";
            case OUTAGE -> "中断";
            case SAFETY -> "安全";
        };
    }
}
