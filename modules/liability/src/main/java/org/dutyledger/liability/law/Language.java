package org.dutyledger.liability.law;

/** The languages of the product's texts. */
public enum Language {
    /** English. */
    EN,
    /** 简体中文. */
    ZH
}
