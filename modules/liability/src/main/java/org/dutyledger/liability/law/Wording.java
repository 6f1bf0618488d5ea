package org.dutyledger.liability.law;

/** A text in both languages of the product. */
public record Wording(String en, String zh) {}
