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
import java.util.TreeMap;

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
     * One row per moment, in their order.
     *
     * @throws IllegalArgumentException when a feature declares that it looks past the start of the label
     */
    public TrainingSet of(FeatureSet set, Label label, List<LabeledMoment> moments) {
        refuseLeaks(set, label);
        var source = new ComputedFeatures(set, published);
        var vectors = new TreeMap<Integer, FeatureVector>();
        for (var row : inTime(moments)) {
            var moment = moments.get(row);
            vectors.put(row, served(source, moment));
        }
        return new TrainingSet(set, label, moments, List.copyOf(vectors.values()));
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

    /** Oldest first, so that a history that is replayed is replayed once. */
    private static List<Integer> inTime(List<LabeledMoment> moments) {
        var rows = new ArrayList<Integer>();
        for (int row = 0; row < moments.size(); row++) {
            rows.add(row);
        }
        rows.sort(Comparator.comparing(row -> moments.get(row).at()));
        return rows;
    }

    private FeatureVector served(FeatureSource source, LabeledMoment row) {
        return source.read(history.knownAt(row.at()), row.entity(), row.at());
    }
}
