package dev.storetwin.core.forecast.combination;

import dev.storetwin.core.forecast.method.FittedMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Several methods as one: the median of what they say (Petropoulos and Svetunkov 2020), which one wild member cannot move, plain or by
 * weight.
 */
public final class Combined implements FittedMethod {

    private final List<Member> members;
    private final Blend blend;

    /**
     * One of the methods.
     *
     * @param name   prefix of its settings
     * @param weight its share; all weights add up to 1
     */
    public record Member(String name, FittedMethod method, double weight) {

        private Member with(FittedMethod other) {
            return new Member(name, other, weight);
        }
    }

    private Combined(List<Member> members, Blend blend) {
        this.members = members;
        this.blend = blend;
    }

    /** The median of the members; of two in the middle their mean. */
    public static Combined median(List<Member> members) {
        return new Combined(List.copyOf(members), Blend.MEDIAN);
    }

    /** The median of the members by weight; the plain median when all weigh the same. */
    public static Combined weightedMedian(List<Member> members) {
        return new Combined(List.copyOf(members), Blend.WEIGHTED_MEDIAN);
    }

    public List<Member> members() {
        return members;
    }

    @Override
    public int size() {
        return members.get(0).method().size();
    }

    @Override
    public double[] fitted() {
        return blended(FittedMethod::fitted);
    }

    @Override
    public double[] means(int horizon) {
        return blended(it -> it.means(horizon));
    }

    @Override
    public double[] deviations(int horizon) {
        return blended(it -> it.deviations(horizon));
    }

    private double[] blended(Function<FittedMethod, double[]> part) {
        var weights = new double[members.size()];
        var parts = new double[members.size()][];
        for (int i = 0; i < parts.length; i++) {
            weights[i] = members.get(i).weight();
            parts[i] = part.apply(members.get(i).method());
        }
        var blended = new double[parts[0].length];
        var column = new double[parts.length];
        for (int step = 0; step < blended.length; step++) {
            for (int i = 0; i < parts.length; i++) {
                column[i] = parts[i][step];
            }
            blended[step] = blend.of(column, weights);
        }
        return blended;
    }

    @Override
    public FittedMethod append(double value) {
        return each(it -> it.append(value));
    }

    @Override
    public FittedMethod upTo(int size) {
        return each(it -> it.upTo(size));
    }

    private Combined each(Function<FittedMethod, FittedMethod> change) {
        return new Combined(
                members.stream().map(it -> it.with(change.apply(it.method()))).toList(), blend);
    }

    @Override
    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        for (var member : members) {
            settings.put(member.name() + ".weight", Double.toString(member.weight()));
            member.method().settings().forEach((key, value) -> settings.put(member.name() + "." + key, value));
        }
        return settings;
    }

    /** How numbers become one. Those that are {@code NaN} do not take part. */
    private enum Blend {
        MEDIAN {
            @Override
            double of(double[] column, double[] weights) {
                var sorted = Arrays.stream(column)
                        .filter(it -> !Double.isNaN(it))
                        .sorted()
                        .toArray();
                int half = sorted.length / 2;
                if (sorted.length == 0) {
                    return Double.NaN;
                }
                return sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
            }
        },
        WEIGHTED_MEDIAN {
            @Override
            double of(double[] column, double[] weights) {
                return WeightedMedian.of(column, weights);
            }
        };

        abstract double of(double[] column, double[] weights);
    }
}
