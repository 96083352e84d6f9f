package dev.storetwin.testing;

import dev.storetwin.platform.WriteResult;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What goes wrong with one write.
 *
 * @param stage  at which point
 * @param answer what the caller sees, unless all went well up to the answer
 */
record Trouble(Stage stage, WriteResult answer) {

    /** Where a write can go wrong. */
    enum Stage {
        NOWHERE,
        BEFORE_THE_CHANGE,
        AFTER_THE_CHANGE,
        IN_THE_WEBHOOK
    }

    static final Trouble NONE = new Trouble(Stage.NOWHERE, new WriteResult.Written());
    static final Trouble ECHO_LOST = new Trouble(Stage.IN_THE_WEBHOOK, new WriteResult.Written());
    static final Trouble ANSWER_LOST =
            new Trouble(Stage.AFTER_THE_CHANGE, new WriteResult.Failed("timeout: no answer in time", true));

    static Trouble refused(String reason, boolean retryable) {
        return new Trouble(Stage.BEFORE_THE_CHANGE, new WriteResult.Failed(reason, retryable));
    }

    /** The troubles of the next writes, in order. */
    static final class Line {

        private final Queue<Trouble> waiting = new ArrayDeque<>();

        void add(Trouble trouble) {
            waiting.add(trouble);
        }

        Trouble next() {
            return waiting.isEmpty() ? NONE : waiting.remove();
        }
    }
}
