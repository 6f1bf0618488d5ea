package org.dutyledger.liability.answer;

/** The parts of an answer in Chinese; their names are English already. */
final class PartWords {

    private PartWords() {}

    static String of(String part) {
        return switch (part) {
            case "exposure" -> "已实现敞口";
            case "potential" -> "潜在敞口";
            case "parties" -> "主体";
            case "defects" -> "缺陷";
            case "needs-finding" -> "待认定事项";
            case "time-bars" -> "时效与除斥期间";
            case "defences" -> "抗辩";
            case "presumptions" -> "推定";
            case "claims" -> "索赔";
            default -> throw new IllegalArgumentException("no part of an answer: " + part);
        };
    }
}
