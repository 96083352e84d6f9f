package dev.storetwin.core.experiment;

import dev.storetwin.core.numeric.Normal;
import dev.storetwin.proposal.Belief;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How probable it is for each of some beliefs to have the highest value.
 *
 * <p>How it works: all rest on one doubt z, a standard normal number, so each value is a straight line over z. The best at each z is the upper
 * envelope of the lines: in order of their slopes each new line takes over from those that lie below it from there on. The chance of a line is
 * the probability of the stretch of z on which it lies on top. That is exact, without drawing.
 */
final class ChanceOfBest {

    private final List<Belief> lines;

    /** Lines on top, in order of their slopes, and from which z on. */
    private final List<Integer> top = new ArrayList<>();

    private final List<Double> from = new ArrayList<>();

    private ChanceOfBest(List<Belief> lines) {
        this.lines = lines;
    }

    /** In the order of the beliefs; they sum to one. Of equal beliefs the first has all. */
    static List<Double> of(List<Belief> beliefs) {
        var chances = new ChanceOfBest(beliefs);
        IntStream.range(0, beliefs.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(
                                it -> beliefs.get(it).deviation())
                        .thenComparing(it -> -beliefs.get(it).mean()))
                .forEach(chances::add);
        return chances.chances();
    }

    private void add(int line) {
        if (!top.isEmpty() && slope(last()) == slope(line)) {
            return;
        }
        double crossing = Double.NEGATIVE_INFINITY;
        while (!top.isEmpty()) {
            crossing = crossing(last(), line);
            if (crossing > from.get(from.size() - 1)) {
                break;
            }
            top.remove(top.size() - 1);
            from.remove(from.size() - 1);
            crossing = Double.NEGATIVE_INFINITY;
        }
        top.add(line);
        from.add(crossing);
    }

    private int last() {
        return top.get(top.size() - 1);
    }

    private double slope(int line) {
        return lines.get(line).deviation();
    }

    /** Where the steeper line begins to be higher. */
    private double crossing(int flat, int steep) {
        return (lines.get(flat).mean() - lines.get(steep).mean()) / (slope(steep) - slope(flat));
    }

    private List<Double> chances() {
        var chances = new Double[lines.size()];
        Arrays.fill(chances, 0.0);
        double below = 0;
        for (int i = 0; i < top.size(); i++) {
            double until = i + 1 < top.size() ? Normal.cdf(from.get(i + 1)) : 1;
            chances[top.get(i)] = until - below;
            below = until;
        }
        return List.of(chances);
    }
}
