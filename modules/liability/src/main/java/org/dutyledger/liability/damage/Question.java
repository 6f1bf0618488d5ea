package org.dutyledger.liability.damage;

/** What a court, an expert or the provider must decide before an amount stands (rules 42, 54). */
public enum Question {
    CAUSATION("causation", Column.COMPENSATORY),
    DEFECTIVE("defective", Column.COMPENSATORY),
    FAULT("fault", Column.COMPENSATORY),
    FRAUD("fraud", Column.PUNITIVE),
    KNEW("knew", Column.PUNITIVE),
    MAJOR_IMPACT("major-impact", Column.PUNITIVE),
    MALICE("malice", Column.PUNITIVE),
    REBUTTAL("rebuttal", Column.COMPENSATORY),
    SERIOUS_MENTAL("serious-mental", Column.COMPENSATORY),
    SUBSTANTIAL_MODIFICATION("substantial-modification", Column.COMPENSATORY);

    private final String wireName;
    private final Column column;

    Question(String wireName, Column column) {
        this.wireName = wireName;
        this.column = column;
    }

    /** As a finding and an answer write it. */
    public String wireName() {
        return wireName;
    }

    /** The column whose change is shown. */
    public Column column() {
        return column;
    }

    /** A column of the exposure. */
    public enum Column {
        COMPENSATORY("compensatory"),
        PUNITIVE("punitive");

        private final String wireName;

        Column(String wireName) {
            this.wireName = wireName;
        }

        /** As an answer writes it. */
        public String wireName() {
            return wireName;
        }
    }
}
