package org.dutyledger.app.command;

/**
 * A command cannot give its answer: a sentence for the person and an exit status for the script.
 */
final class CommandFailure extends RuntimeException {

    private final int exitStatus;

    private CommandFailure(int exitStatus, String message) {
        super(message, null, false, false);
        this.exitStatus = exitStatus;
    }

    /** What was asked for is not there. */
    static CommandFailure answerIsNo(String message) {
        return new CommandFailure(ExitStatus.ANSWER_IS_NO, message);
    }

    /** The words of the command line make no sense. */
    static CommandFailure wrongUse(String message) {
        return new CommandFailure(ExitStatus.WRONG_USE, message);
    }

    /** A file or an answer cannot be read. */
    static CommandFailure badInput(String message) {
        return new CommandFailure(ExitStatus.BAD_INPUT, message);
    }

    /** Nobody answers. */
    static CommandFailure outOfReach(String message) {
        return new CommandFailure(ExitStatus.OUT_OF_REACH, message);
    }

    int exitStatus() {
        return exitStatus;
    }
}
