package dev.storetwin.state;

import dev.storetwin.type.SubjectId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one shopper without knowing who it is.
 *
 * @param orders     orders placed and not cancelled whole
 * @param firstOrder when the first was placed
 * @param lastOrder  when the last was placed
 * @param linked     tokens of the same person at other sources
 * @param consents   purpose to whether it is allowed
 */
public record Customer(
        SubjectId subject,
        int orders,
        Optional<Instant> firstOrder,
        Optional<Instant> lastOrder,
        Set<SubjectId> linked,
        Map<String, Boolean> consents) {

    public Customer {
        linked = Set.copyOf(linked);
        consents = Map.copyOf(consents);
    }

    /**
     * Whether the data may be used for a purpose: only when consent was given and stands. What was never asked is not allowed, and what
     * another token of the same person allowed does not count here.
     */
    public boolean allows(String purpose) {
        return consents.getOrDefault(purpose, false);
    }
}
