package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureDefinition;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.feature.History;
import dev.storetwin.state.TwinState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Compares what was served with what comes out when it is computed again from what was known then: to the bit, and with the same reasons.
 */
public final class ServingCheck {

    /**
     * A number that came out otherwise.
     *
     * @param served     what was served, as text
     * @param recomputed what came out
     */
    public record Difference(
            FeatureEntity entity,
            Instant asOf,
            long revision,
            FeatureDefinition feature,
            String served,
            String recomputed) {}

    /**
     * What was compared.
     *
     * @param vectors     that were computed again
     * @param values      of these vectors
     * @param differences values that came out otherwise
     * @param unknown     vectors of a set that this check does not know, which were not compared
     */
    public record Report(long vectors, long values, long differences, long unknown) {}

    private final History history;
    private final Map<String, ComputedFeatures> sources = new HashMap<>();

    /**
     * @param sets that vectors may be of
     */
    public ServingCheck(History history, List<FeatureSet> sets) {
        this(history, sets, Published.NOTHING);
    }

    /**
     * @param published numbers of rooms, as far back as they are kept
     */
    public ServingCheck(History history, List<FeatureSet> sets, PublishedFeatures published) {
        this(history, sets, (Published) published);
    }

    private ServingCheck(History history, List<FeatureSet> sets, Published published) {
        this.history = history;
        sets.forEach(it -> sources.put(it.version(), new ComputedFeatures(it, published)));
    }

    /**
     * Computes every vector again. Cheapest when frames come in the order in which they were written.
     *
     * @param frames   of {@link BinaryFeatureLog}
     * @param findings gets each difference
     */
    public Report compare(Iterable<byte[]> frames, Consumer<Difference> findings) {
        var tally = new Tally(findings);
        for (var frame : frames) {
            tally.add(new LoggedVector(frame));
        }
        return new Report(tally.vectors, tally.values, tally.differences, tally.unknown);
    }

    /** Counts what one comparison sees. */
    private final class Tally {

        private final Consumer<Difference> findings;
        private long vectors;
        private long values;
        private long differences;
        private long unknown;
        private long revision = -1;
        private TwinState state;

        Tally(Consumer<Difference> findings) {
            this.findings = findings;
            this.state = history.knownAt(0);
        }

        void add(LoggedVector served) {
            var source = sources.get(served.setVersion());
            if (source == null) {
                unknown++;
                return;
            }
            var again = source.read(known(served.revision()), served.entity(), served.asOf());
            vectors++;
            for (int place = 0; place < again.size(); place++) {
                values++;
                compare(served, again, place);
            }
        }

        private TwinState known(long at) {
            if (at != revision) {
                state = history.knownAt(at);
                revision = at;
            }
            return state;
        }

        private void compare(LoggedVector served, FeatureVector again, int place) {
            if (!served.isSame(again, place)) {
                differences++;
                findings.accept(new Difference(
                        served.entity(),
                        served.asOf(),
                        served.revision(),
                        again.set().definition(place),
                        served.told(place),
                        again.get(place).value()
                                + again.missingReason(place)
                                        .map(it -> " (" + it + ")")
                                        .orElse("")));
            }
        }
    }
}
