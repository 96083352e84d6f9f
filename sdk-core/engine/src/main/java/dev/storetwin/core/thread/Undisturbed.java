package dev.storetwin.core.thread;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Carries a step with files through on a thread that may be interrupted: channels close themselves then. The thread is interrupted as before
 * when the step is done.
 */
public final class Undisturbed {

    private Undisturbed() {}

    /** A step that opens what it uses, so that it can be done once more. */
    @FunctionalInterface
    public interface Step {

        void run() throws IOException;
    }

    /** Does the step, once more where an interrupt broke it off. */
    public static void run(Step step) throws IOException {
        boolean wasInterrupted = Thread.interrupted();
        try {
            while (!isDone(step)) {
                wasInterrupted |= Thread.interrupted();
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isDone(Step step) throws IOException {
        try {
            step.run();
            return true;
        } catch (ClosedByInterruptException disturbed) {
            return false;
        }
    }
}
