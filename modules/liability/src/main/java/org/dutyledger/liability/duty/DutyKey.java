package org.dutyledger.liability.duty;

/** Which duty: of which rule, about what. In the order of an answer (rule 60). */
record DutyKey(String rule, String about) implements Comparable<DutyKey> {
    @Override
    public int compareTo(DutyKey other) {
        int byRule = rule.compareTo(other.rule);
        return byRule != 0 ? byRule : about.compareTo(other.about);
    }
}
