package dev.storetwin.audit;

import dev.storetwin.decision.Decision;
import java.time.Instant;

/** One entry of the trail. */
public sealed interface AuditEntry {

    Instant at();

    /** A decision was made. */
    record Decided(Decision<?> decision) implements AuditEntry {
        @Override
        public Instant at() {
            return decision.asOf();
        }
    }

    /** An action had an outcome. */
    record Happened(Outcome outcome) implements AuditEntry {
        @Override
        public Instant at() {
            return outcome.at();
        }
    }

    /** Something else that an auditor must know, such as another rule set. */
    record Noted(Instant at, String what, String detail) implements AuditEntry {}
}
