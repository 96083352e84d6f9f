package dev.storetwin.core.inventory.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * What all policies cost in the same windows.
 *
 * @param windows         how the past was cut
 * @param starts          first period of each window after its warm-up
 * @param length          periods of a window after its warm-up
 * @param reference       the policy that warmed up
 * @param trials          in the order in which the policies were given
 * @param perfect         cost of each window with all demand known; empty where units are not whole
 * @param forecastSeconds processor time by forecaster
 */
public record PolicyTrials(
        RollingWindows windows,
        List<Integer> starts,
        int length,
        PolicyTrial reference,
        List<PolicyTrial> trials,
        List<OptionalDouble> perfect,
        Map<String, Double> forecastSeconds) {

    public PolicyTrials {
        starts = List.copyOf(starts);
        trials = List.copyOf(trials);
        perfect = List.copyOf(perfect);
        forecastSeconds = Collections.unmodifiableSortedMap(new TreeMap<>(forecastSeconds));
    }

    /** The windows that were over, and all their demand known, before a period. */
    public PolicyTrials before(int period) {
        return only(places(it -> it + length <= period));
    }

    /** The windows that start at a period or later. */
    public PolicyTrials from(int period) {
        return only(places(it -> it >= period));
    }

    /** Only some of the policies and windows. */
    PolicyTrials of(List<OrderingPolicy> policies, List<Integer> wanted) {
        var there = only(places(wanted::contains));
        return new PolicyTrials(
                windows,
                there.starts(),
                length,
                there.reference(),
                policies.stream().map(it -> there.trial(it.name())).toList(),
                there.perfect(),
                forecastSeconds);
    }

    /** With later windows; only of the policies of this one. */
    PolicyTrials followedBy(PolicyTrials later) {
        return new PolicyTrials(
                windows,
                joined(starts, later.starts),
                length,
                reference.followedBy(later.reference),
                trials.stream().map(it -> it.followedBy(later.trial(it.name()))).toList(),
                joined(perfect, later.perfect),
                added(forecastSeconds, later.forecastSeconds));
    }

    private static Map<String, Double> added(Map<String, Double> first, Map<String, Double> then) {
        var sum = new TreeMap<>(first);
        then.forEach((forecaster, seconds) -> sum.merge(forecaster, seconds, Double::sum));
        return sum;
    }

    private static <T> List<T> joined(List<T> first, List<T> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private List<Integer> places(IntPredicate wanted) {
        var places = new ArrayList<Integer>();
        for (int place = 0; place < starts.size(); place++) {
            if (wanted.test(starts.get(place))) {
                places.add(place);
            }
        }
        return places;
    }

    private PolicyTrials only(List<Integer> places) {
        return new PolicyTrials(
                windows,
                places.stream().map(starts::get).toList(),
                length,
                reference.only(places),
                trials.stream().map(it -> it.only(places)).toList(),
                places.stream().map(perfect::get).toList(),
                forecastSeconds);
    }

    /** How much less a policy cost than the reference. */
    public Saving saving(PolicyTrial trial, long seed) {
        return saving(trial.totals(), seed);
    }

    /**
     * The same for costs that somebody else has put together.
     *
     * @param totals of each window
     */
    public Saving saving(double[] totals, long seed) {
        return Saving.of(reference.totals(), totals, windows.overlap(), seed);
    }

    /** Of a family the one with the lowest mean cost; empty when none of it was played. */
    public Optional<PolicyTrial> best(String family) {
        return trials.stream()
                .filter(it -> it.policy().family().equals(family))
                .min(Comparator.comparingDouble(it -> it.mean().total()));
    }

    /** By its name. */
    public PolicyTrial trial(String policy) {
        return trials.stream()
                .filter(it -> it.name().equals(policy))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no policy %s.\nMaybe one of %s."
                        .formatted(
                                policy, trials.stream().map(PolicyTrial::name).toList())));
    }

    /** Mean cost with all demand known; empty when that of any window is. */
    public OptionalDouble meanPerfect() {
        return perfect.stream().allMatch(OptionalDouble::isPresent)
                ? perfect.stream().mapToDouble(OptionalDouble::getAsDouble).average()
                : OptionalDouble.empty();
    }
}
