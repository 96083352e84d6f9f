package dev.storetwin.guardrail;

import dev.storetwin.proposal.Action;

/** What the guardrails say about one action. */
public sealed interface Verdict<A extends Action> {

    Severity severity();

    /** Why; empty when it is allowed. */
    String reason();

    /** It may be done as proposed. */
    record Allowed<A extends Action>() implements Verdict<A> {
        @Override
        public Severity severity() {
            return Severity.ALLOWED;
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /**
     * It may be done, but otherwise than proposed.
     *
     * @param to what may be done instead
     */
    record Adjusted<A extends Action>(A to, String reason) implements Verdict<A> {
        @Override
        public Severity severity() {
            return Severity.ADJUSTED;
        }
    }

    /** Somebody has to say yes first. */
    record NeedsReview<A extends Action>(String reason) implements Verdict<A> {
        @Override
        public Severity severity() {
            return Severity.NEEDS_REVIEW;
        }
    }

    /** It may not be done. */
    record Blocked<A extends Action>(String reason) implements Verdict<A> {
        @Override
        public Severity severity() {
            return Severity.BLOCKED;
        }
    }
}
