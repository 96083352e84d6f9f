package dev.storetwin.core.forecast.learned;

import dev.storetwin.core.forecast.combination.Combined;
import dev.storetwin.core.forecast.combination.Combined.Member;
import dev.storetwin.core.forecast.combination.SeasonedFit;
import dev.storetwin.core.forecast.features.MethodWeights;
import dev.storetwin.core.forecast.features.SeriesFeatures;
import dev.storetwin.core.forecast.method.FittedMethod;
import dev.storetwin.core.forecast.method.MethodFitter;
import dev.storetwin.core.forecast.season.Season;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The median of several methods, each weighed by what the series looks like (after feature-based forecast model averaging,
 * Montero-Manso, Athanasopoulos, Hyndman and Talagala 2020, who take the mean; a median by weight keeps what makes the plain median
 * hard to beat, that one wild member cannot move it). Where the series is unlike all that the weights were learned from, or there are no
 * weights, the plain median of the usual four stands in.
 */
public final class LearnedCombination {

    private static final String RESOURCE = "learned-combination.txt";

    /** A method of less weight is not worth fitting. */
    private static final double LEAST_WEIGHT = .02;

    private final Optional<MethodWeights> weights;

    private LearnedCombination(Optional<MethodWeights> weights) {
        this.weights = weights;
    }

    /**
     * By weights of one's own.
     *
     * @throws IllegalArgumentException when they name a method that is none of {@link SingleMethods}
     */
    public static LearnedCombination of(MethodWeights weights) {
        for (var name : weights.methods()) {
            if (SingleMethods.named(name).isEmpty()) {
                throw new IllegalArgumentException("The weights are of a method '%s', which is none of %s."
                        .formatted(name, names(SingleMethods.all())));
            }
        }
        return new LearnedCombination(Optional.of(weights));
    }

    /** By the weights that come with the engine; where a host has left them out of its jar, by none. */
    public static LearnedCombination shipped() {
        return Shipped.COMBINATION;
    }

    /** Read once, when it is first asked for. */
    private static final class Shipped {
        static final LearnedCombination COMBINATION =
                shippedWeights().map(LearnedCombination::of).orElseGet(LearnedCombination::withoutWeights);
    }

    /** The median, always. */
    static LearnedCombination withoutWeights() {
        return new LearnedCombination(Optional.empty());
    }

    static Optional<MethodWeights> shippedWeights() {
        try (var in = LearnedCombination.class.getResourceAsStream(RESOURCE)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(MethodWeights.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What the weights go by.
     *
     * @param values oldest first, {@code NaN} for unknown
     * @param season that was found in them; the shortest counts
     */
    public static SeriesFeatures features(double[] values, Season season) {
        return SeriesFeatures.of(values, season.isNone() ? 1 : season.periods().get(0));
    }

    /**
     * A method and why it is that one.
     *
     * @param isWeighed whether the weights spoke
     */
    public record Choice(FittedMethod method, boolean isWeighed, String reason) {

        /** Without weights. */
        public static Choice of(FittedMethod method, String reason) {
            return new Choice(method, false, reason);
        }
    }

    /**
     * Fits what has weight.
     *
     * @param seasoned of the values
     * @param values   oldest first, {@code NaN} for unknown, at least one known
     */
    public Choice fit(SeasonedFit seasoned, double[] values) {
        if (weights.isEmpty()) {
            return median(seasoned, "no learned weights are at hand");
        }
        return weights.get()
                .weigh(features(values, seasoned.season()))
                .map(shares -> weighted(seasoned, weights.get().methods(), shares))
                .orElseGet(() -> median(seasoned, "the series is unlike those that weights were learned from"));
    }

    private static Choice median(SeasonedFit seasoned, String because) {
        var methods = SingleMethods.combined();
        return Choice.of(seasoned.median(methods), "the median of %s, as %s".formatted(names(methods), because));
    }

    private static Choice weighted(SeasonedFit seasoned, List<String> names, double[] shares) {
        double enough = Math.min(LEAST_WEIGHT, Arrays.stream(shares).max().orElse(0));
        double kept = Arrays.stream(shares).filter(it -> it >= enough).sum();
        var members = new ArrayList<Member>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] >= enough) {
                var method = SingleMethods.named(names.get(i)).orElseThrow();
                members.add(new Member(method.name(), seasoned.fit(method), shares[i] / kept));
            }
        }
        return new Choice(
                Combined.weightedMedian(members), true, "weighed by what the series looks like: " + described(members));
    }

    private static String described(List<Member> members) {
        return members.stream()
                .sorted((one, other) -> Double.compare(other.weight(), one.weight()))
                .map(it -> String.format(Locale.ROOT, "%.0f %% %s", 100 * it.weight(), it.name()))
                .collect(Collectors.joining(", "));
    }

    private static String names(List<MethodFitter> methods) {
        return methods.stream().map(MethodFitter::name).collect(Collectors.joining(", "));
    }
}
