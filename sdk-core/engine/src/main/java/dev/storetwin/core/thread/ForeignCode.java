package dev.storetwin.core.thread;

/** Code that is not ours and runs inside an answer: the host's guardrails, planners, writers and listeners. */
public final class ForeignCode {

    private ForeignCode() {}

    /**
     * Returns when an answer can be given in spite of what was thrown: a failed assertion, say, a class that cannot be linked, or a stack that ran over and is unwound by now.
     *
     * @throws VirtualMachineError when nobody can go on: memory has run out, or the JVM itself is broken
     */
    public static void outlive(Throwable thrown) {
        if (thrown instanceof VirtualMachineError fatal && !(thrown instanceof StackOverflowError)) {
            throw fatal;
        }
    }
}
