package org.dutyledger.liability.law;

/** A text in both languages of the product. */
public record Wording(String en, String zh) {

    /** The text in one of them. */
    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case ZH -> zh;
        };
    }
}
