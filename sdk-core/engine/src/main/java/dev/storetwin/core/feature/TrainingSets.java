package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureSource;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.feature.History;
import dev.storetwin.feature.Label;
import dev.storetwin.feature.LabeledMoment;
import dev.storetwin.feature.TrainingSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes training sets that are point-in-time correct: each row has the numbers that would have been served at its moment, from the state as
 * it was known then, by the same kernels. What arrived later, corrections too, is not in them.
 */
public final class TrainingSets {

    private final History history;
    private final Published published;

    public TrainingSets(History history) {
        this(history, Published.NOTHING);
    }

    /**
     * @param published numbers of rooms, as far back as they are kept
     */
    public TrainingSets(History history, PublishedFeatures published) {
        this(history, (Published) published);
    }

    private TrainingSets(History history, Published published) {
        this.history = history;
        this.published = published;
    }

    /**
     * One row of a training set.
     *
     * @param place  of its moment among those that were asked for
     * @param vector the features as they could have been served then
     */
    public record Row(int place, LabeledMoment moment, FeatureVector vector) {}

    /**
     * One row per moment, in their order.
     *
     * @throws IllegalArgumentException when a feature declares that it looks past the start of the label
     */
    public TrainingSet of(FeatureSet set, Label label, List<LabeledMoment> moments) {
        var vectors = rows(set, label, moments)
                .sorted(Comparator.comparingInt(Row::place))
                .map(Row::vector)
                .toList();
        return new TrainingSet(set, label, moments, vectors);
    }

    /**
     * The same rows one by one, each computed when it is asked for: the earliest moment first, so that a history that is replayed is replayed
     * once.
     *
     * @throws IllegalArgumentException when a feature declares that it looks past the start of the label
     */
    public Stream<Row> rows(FeatureSet set, Label label, List<LabeledMoment> moments) {
        refuseLeaks(set, label);
        var source = new ComputedFeatures(set, published);
        return IntStream.range(0, moments.size())
                .boxed()
                .sorted(Comparator.comparing(place -> moments.get(place).at()))
                .map(place -> new Row(place, moments.get(place), served(source, moments.get(place))));
    }

    private static void refuseLeaks(FeatureSet set, Label label) {
        var leaks = new ArrayList<String>();
        for (var feature : set.features()) {
            DeclaredReach.leak(feature.definition(), label).ifPresent(leaks::add);
        }
        if (!leaks.isEmpty()) {
            throw new IllegalArgumentException(
                    "Features look past the start of the label %s:%n%s%nMaybe their windows need a lag of %d days."
                            .formatted(label.name(), String.join("\n", leaks), Math.max(1, -label.starts())));
        }
    }

    private FeatureVector served(FeatureSource source, LabeledMoment row) {
        return source.read(history.knownAt(row.at()), row.entity(), row.at());
    }
}
