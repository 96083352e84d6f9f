package dev.storetwin.proposal;

import dev.storetwin.model.ModelOrigin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much work went into an answer. It is written down with the answer, since it depends on what had been spent by then.
 *
 * @param effort what was done
 * @param models that were worked out earlier and used again; none but at {@link Effort#CACHED}
 */
public record Work(Effort effort, List<ModelOrigin> models) {

    /** Nothing was spared. */
    public static final Work FULL = of(Effort.FULL);

    public Work {
        models = List.copyOf(models);
        if (models.isEmpty() == (effort == Effort.CACHED)) {
            throw new IllegalArgumentException(
                    "Cached work has models of earlier moments, other work has none; this is %s with %s."
                            .formatted(effort, models));
        }
    }

    /** Without models of earlier moments. */
    public static Work of(Effort effort) {
        return new Work(effort, List.of());
    }

    /** Where a model comes from; empty when it was worked out anew, or none was used. */
    public Optional<ModelOrigin> origin(String model) {
        return models.stream().filter(it -> it.model().equals(model)).findFirst();
    }

    /** What was spared, for people; empty where nothing was. */
    public String inWords() {
        return switch (effort) {
            case FULL -> "";
            case CACHED ->
                "To save cost, models of before were used: "
                        + models.stream().map(ModelOrigin::toString).collect(Collectors.joining(", "));
            case SIMPLE -> "To save cost, a simple method was used in the place of models";
            case NOTHING -> "To save cost, nothing was worked out: what stands is kept";
        };
    }
}
