package org.dutyledger.app.command;

/** What a command's exit status says (contract, section 6). */
final class ExitStatus {

    static final int DONE = 0;
    static final int ANSWER_IS_NO = 1;
    static final int WRONG_USE = 2;
    static final int BAD_INPUT = 3;
    static final int OUT_OF_REACH = 4;

    /** Not of the contract: this program has a defect (BSD EX_SOFTWARE). */
    static final int DEFECT = 70;

    private ExitStatus() {}
}
