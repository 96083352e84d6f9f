package dev.storetwin.cli;

/** How a command ends. */
final class ExitCode {

    /** Done; the answer is yes where there was a question. */
    static final int DONE = 0;

    /** The answer is no: a check failed. */
    static final int NO = 1;

    /** The command or a file cannot be used as it is. */
    static final int BAD_INPUT = 2;

    /** Something broke inside. */
    static final int FAULT = 3;

    private ExitCode() {}
}
