package dev.storetwin.feature;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of one entity at one moment, in the order of their set: a row of doubles, with a reason for each that is missing.
 *
 * <p>It never changes. Two vectors are equal when set, entity, moment, every bit and every reason are.
 */
public final class FeatureVector {

    private final FeatureSet set;
    private final FeatureEntity entity;
    private final Instant asOf;
    private final long revision;
    private final ZoneId zone;
    private final double[] values;
    private final @Nullable String[] reasons;
    private final @Nullable Instant[] described;

    private FeatureVector(
            FeatureSet set,
            FeatureEntity entity,
            Instant asOf,
            long revision,
            ZoneId zone,
            double[] values,
            @Nullable String[] reasons,
            @Nullable Instant[] described) {
        this.set = set;
        this.entity = entity;
        this.asOf = asOf;
        this.revision = revision;
        this.zone = zone;
        this.values = values;
        this.reasons = reasons;
        this.described = described;
    }

    /** Writes down the values of one vector; used once. */
    public static final class Recorder {

        private final FeatureSet set;
        private final double[] values;
        private final @Nullable String[] reasons;
        private @Nullable Instant[] described = {};

        public Recorder(FeatureSet set) {
            this.set = set;
            this.values = new double[set.size()];
            this.reasons = new String[set.size()];
        }

        public void value(int place, double value) {
            values[place] = value;
        }

        /** Not known; the declared default stands in, where there is one. */
        public void missing(int place, String reason) {
            values[place] = set.definition(place).whenMissing().value().orElse(Double.NaN);
            reasons[place] = reason;
        }

        /** Up to when a value counts that does not follow its window, such as a published one. */
        public void describes(int place, Instant moment) {
            if (described.length == 0) {
                described = new Instant[values.length];
            }
            described[place] = moment;
        }

        /**
         * The vector with what was written down.
         *
         * @param revision of the state that was read
         * @param zone     of the shop
         */
        public FeatureVector done(FeatureEntity entity, Instant asOf, long revision, ZoneId zone) {
            return new FeatureVector(set, entity, asOf, revision, zone, values, reasons, described);
        }
    }

    /** The same numbers, asked for at another moment at which they are no others. */
    public FeatureVector at(Instant otherMoment, long otherRevision) {
        return new FeatureVector(set, entity, otherMoment, otherRevision, zone, values, reasons, described);
    }

    public FeatureSet set() {
        return set;
    }

    public FeatureEntity entity() {
        return entity;
    }

    public Instant asOf() {
        return asOf;
    }

    /** Of the state that the numbers were read from. */
    public long revision() {
        return revision;
    }

    public int size() {
        return values.length;
    }

    /** Not a number when it is missing. */
    public double value(int place) {
        return values[place];
    }

    /** Empty when the feature is not part of the vector or has no value. */
    public OptionalDouble value(String name) {
        var place = set.place(name);
        return place.isEmpty() || Double.isNaN(values[place.getAsInt()])
                ? OptionalDouble.empty()
                : OptionalDouble.of(values[place.getAsInt()]);
    }

    /** Whether it could not be known, whatever stands in for it. */
    public boolean isMissing(int place) {
        return reasons[place] != null;
    }

    /** Why it could not be known. */
    public Optional<String> missingReason(int place) {
        return Optional.ofNullable(reasons[place]);
    }

    /** Up to when it counts: the end of its window, or the moment that it was published for. */
    public Instant describes(int place) {
        var own = described.length == 0 ? null : described[place];
        if (own != null) {
            return own;
        }
        var definition = set.definition(place);
        var known = asOf.minus(definition.availabilityDelay());
        return definition.window().days() == 0
                ? known
                : known.atZone(zone)
                        .toLocalDate()
                        .minusDays(definition.window().lag())
                        .atStartOfDay(zone)
                        .toInstant();
    }

    public Duration age(int place) {
        return Duration.between(describes(place), asOf);
    }

    public FeatureValue get(int place) {
        var value = values[place];
        return new FeatureValue(
                set.definition(place),
                Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
                asOf,
                describes(place),
                missingReason(place));
    }

    /** Empty when the feature is not part of the vector. */
    public Optional<FeatureValue> get(String name) {
        var place = set.place(name);
        return place.isEmpty() ? Optional.empty() : Optional.of(get(place.getAsInt()));
    }

    public List<FeatureValue> all() {
        return IntStream.range(0, size()).mapToObj(this::get).toList();
    }

    public double[] toArray() {
        return values.clone();
    }

    /** Whether every number is the same to the bit and missing for the same reason. */
    public boolean hasSameNumbers(FeatureVector other) {
        return set.version().equals(other.set.version())
                && Arrays.equals(values, other.values)
                && Arrays.equals(reasons, other.reasons);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FeatureVector vector
                && entity.equals(vector.entity)
                && asOf.equals(vector.asOf)
                && hasSameNumbers(vector);
    }

    @Override
    public int hashCode() {
        return Objects.hash(entity, asOf, Arrays.hashCode(values));
    }

    @Override
    public String toString() {
        return "%s of %s as of %s".formatted(set.name(), entity, asOf);
    }
}
