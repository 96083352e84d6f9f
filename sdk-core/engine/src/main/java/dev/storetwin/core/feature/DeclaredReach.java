package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureDefinition;
import dev.storetwin.feature.Label;
import java.time.Duration;
import java.util.Optional;

/** What definitions say of how far features look, held against where a label begins. */
final class DeclaredReach {

    private DeclaredReach() {}

    /** Why a feature may tell what the label is to foretell; empty when its declaration is lawful. */
    static Optional<String> leak(FeatureDefinition definition, Label label) {
        int lag = definition.window().lag();
        if (lag < 0) {
            return Optional.of("%s looks at days up to %d after its moment".formatted(definition, -lag));
        }
        var spare = Duration.ofDays((long) lag + label.starts()).plus(definition.availabilityDelay());
        return spare.isNegative()
                ? Optional.of("%s looks at what happened up to %s after the label began"
                        .formatted(definition, spare.negated()))
                : Optional.empty();
    }
}
