package dev.storetwin.core;

import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionRecord;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.state.TwinState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was known when decisions were made, and where their models come from, so that they can be made again.
 *
 * <p>How it works: a decision may rest on a model that was worked out at an earlier revision. So on the way forward through the journal a stop is
 * made at each such revision, and its state is held until the last decision that needs it. States share what did not change.
 */
final class DecisionPast {

    private final EarlierStates earlier;
    private final NavigableSet<Long> stops = new TreeSet<>();
    private final Map<Long, Long> lastUse = new TreeMap<>();
    private final Map<Long, TwinState> held = new HashMap<>();

    /**
     * Plans the way.
     *
     * @param decisions that will be asked for, each no earlier than the one before
     * @param earlier   states, walked through once
     */
    DecisionPast(Collection<DecisionRecord> decisions, EarlierStates earlier) {
        this.earlier = earlier;
        decisions.stream()
                .map(DecisionRecord::decision)
                .forEach(decision -> decision.work().models().forEach(origin -> {
                    stops.add(origin.revision());
                    lastUse.merge(origin.revision(), decision.revision(), Math::max);
                }));
    }

    /** What was known when a decision was made; empty when that, or what one of its models comes from, is not kept. */
    Optional<TwinState> at(Decision<?> decision) {
        held.keySet().removeIf(it -> lastUse.getOrDefault(it, 0L) < decision.revision());
        while (!stops.isEmpty() && stops.first() <= decision.revision()) {
            long stop = stops.pollFirst();
            earlier.at(stop).ifPresent(it -> held.put(stop, it));
        }
        boolean isWhole = decision.work().models().stream().allMatch(it -> held.containsKey(it.revision()));
        return isWhole ? earlier.at(decision.revision()) : Optional.empty();
    }

    /** What was known where a model of the decision that was asked for last comes from. */
    TwinState of(ModelOrigin origin) {
        return Optional.ofNullable(held.get(origin.revision()))
                .orElseThrow(() -> new IllegalStateException("%s was not asked for before.".formatted(origin)));
    }
}
