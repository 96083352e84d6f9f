package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.feature.Features;
import dev.storetwin.feature.History;
import dev.storetwin.feature.ServedDifference;
import dev.storetwin.state.TwinState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares what was served with what comes out when it is computed again from what was known then: to the bit, and with the same reasons.
 */
public final class ServingCheck {

    /**
     * What was compared.
     *
     * @param vectors     that were computed again
     * @param values      of these vectors that were compared
     * @param told        of these vectors' values, those that rooms had published, where this check does not know what was published
     * @param differences values that came out otherwise
     * @param unknown     vectors of a set that this check does not know, which were not compared
     * @param forgotten   vectors of a state that the history does not reach
     */
    public record Report(long vectors, long values, long told, long differences, long unknown, long forgotten) {}

    private final History history;
    private final Published published;
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
        this.published = published;
        sets.forEach(it -> sources.put(it.version(), new ComputedFeatures(it, published)));
    }

    /**
     * Computes every vector again. Cheapest when frames come in the order in which they were written.
     *
     * @param frames   of {@link BinaryFeatureLog}
     * @param findings gets each difference
     */
    public Report compare(Iterable<byte[]> frames, Consumer<ServedDifference> findings) {
        var tally = new Tally(findings);
        for (var frame : frames) {
            tally.add(new LoggedVector(frame));
        }
        return tally.report();
    }

    /** Counts what one comparison sees. */
    private final class Tally {

        private final Consumer<ServedDifference> findings;
        private long vectors;
        private long values;
        private long told;
        private long differences;
        private long unknown;
        private long forgotten;
        private long revision = -1;
        private Optional<TwinState> state = Optional.empty();

        Tally(Consumer<ServedDifference> findings) {
            this.findings = findings;
        }

        Report report() {
            return new Report(vectors, values, told, differences, unknown, forgotten);
        }

        void add(LoggedVector served) {
            var source = sources.get(served.setVersion());
            if (source == null) {
                unknown++;
                return;
            }
            var known = known(served.revision());
            if (known.isEmpty()) {
                forgotten++;
                return;
            }
            var again = source.read(known.get(), served.entity(), served.asOf());
            vectors++;
            for (int place = 0; place < again.size(); place++) {
                compare(served, again, place);
            }
        }

        private Optional<TwinState> known(long at) {
            if (at != revision) {
                state = asKnown(at);
                revision = at;
            }
            return state;
        }

        private Optional<TwinState> asKnown(long at) {
            try {
                return Optional.of(history.knownAt(at));
            } catch (IllegalArgumentException notKept) {
                return Optional.empty();
            }
        }

        private void compare(LoggedVector served, FeatureVector again, int place) {
            if (isTold(again, place)) {
                told++;
                return;
            }
            values++;
            if (!served.isSame(again, place)) {
                differences++;
                findings.accept(new ServedDifference(
                        served.entity(),
                        served.asOf(),
                        served.revision(),
                        again.set().definition(place),
                        served.told(place),
                        told(again, place)));
            }
        }

        private boolean isTold(FeatureVector vector, int place) {
            return published == Published.NOTHING
                    && vector.set().definition(place).kernel().equals(Features.PUBLISHED);
        }

        private static String told(FeatureVector vector, int place) {
            var reason = vector.missingReason(place).map(it -> " (" + it + ")").orElse("");
            return vector.value(place) + reason;
        }
    }
}
