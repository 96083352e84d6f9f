package dev.storetwin.audit;

import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SubjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of a trail are asked for: those that everything given here holds for.
 *
 * @param decision made or followed up in the entry
 * @param sku      named in the entry, also by an alternative that was not taken
 * @param rule     that had something to say
 * @param person   whose token the entry names
 * @param from     not before this moment
 * @param until    before this moment
 */
public record AuditQuery(
        Optional<DecisionId> decision,
        Optional<Sku> sku,
        Optional<String> rule,
        Optional<SubjectId> person,
        Instant from,
        Instant until) {

    /** Every entry. */
    public static AuditQuery all() {
        return new AuditQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Instant.MIN, Instant.MAX);
    }

    public AuditQuery withDecision(DecisionId one) {
        return new AuditQuery(Optional.of(one), sku, rule, person, from, until);
    }

    public AuditQuery withSku(Sku one) {
        return new AuditQuery(decision, Optional.of(one), rule, person, from, until);
    }

    public AuditQuery withRule(String name) {
        return new AuditQuery(decision, sku, Optional.of(name), person, from, until);
    }

    public AuditQuery withPerson(SubjectId token) {
        return new AuditQuery(decision, sku, rule, Optional.of(token), from, until);
    }

    /** Entries of these moments; {@code end} is not among them. */
    public AuditQuery between(Instant start, Instant end) {
        return new AuditQuery(decision, sku, rule, person, start, end);
    }
}
