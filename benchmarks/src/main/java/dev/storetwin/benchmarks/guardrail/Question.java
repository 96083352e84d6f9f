package dev.storetwin.benchmarks.guardrail;

import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.proposal.Action;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * An action to judge and what is known beside it.
 *
 * @param facts in no order that would matter
 */
record Question(Action action, List<Fact> facts) {

    static final Instant NOW = Instant.parse("2025-03-03T10:00:00Z");

    GuardrailContext context() {
        return new GuardrailContext(NOW, ZoneOffset.UTC, facts);
    }

    <F extends Fact> Stream<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }
}
