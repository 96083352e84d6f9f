package dev.storetwin.core.pricing.plan;

import dev.storetwin.core.solver.MinimumCut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The best prices of a group, for any price of what it shares with others.
 *
 * <p>How it works. A sum of anything over single prices, under ties by rising functions, is made largest by a minimum cut (Picard 1976; Ishikawa 2003): each price is
 * a chain of questions "at least rung r?", whose yeses bring what the rung brings more than the one below it. A yes needs the yes of the rung below, and by a
 * tie the yes of a rung of the other price. The best set of yeses that needs nothing outside itself is one side of a cheapest cut. Values are
 * whole numbers of a very small part of their range; among equals the present price wins, then the lower one.
 */
final class GroupOptimum {

    private static final double QUANTA = 1L << 40;
    private static final double TIE_BREAK = 1e-4;

    private final PriceGroup group;
    private final BitSet[] domains;
    private final List<PriceGroup.Bound> bounds;
    private final int[] limits;
    private final double[][] scores;
    private final long[][][] uses;

    /**
     * @param domains not empty, as {@link PriceGroup#domains} leaves them
     * @param shared  all limits that many share
     */
    GroupOptimum(PriceGroup group, BitSet[] domains, List<PriceGroup.Bound> bounds, List<ShopLimit> shared) {
        this.group = group;
        this.domains = domains;
        this.bounds = bounds;
        this.limits = limitsOf(group, shared);
        this.scores = new double[group.size()][];
        this.uses = new long[group.size()][limits.length][];
        double forced = forced();
        for (int i = 0; i < scores.length; i++) {
            var member = group.member(i);
            scores[i] = new double[member.count()];
            for (int rung = 0; rung < member.count(); rung++) {
                scores[i][rung] = member.score(rung) - (member.isFewest() && rung != member.present() ? forced : 0);
            }
            for (int l = 0; l < limits.length; l++) {
                var limit = shared.get(limits[l]);
                uses[i][l] = new long[member.count()];
                if (limit.covers(member)) {
                    Arrays.setAll(uses[i][l], rung -> limit.use(member, rung));
                }
            }
        }
    }

    private static int[] limitsOf(PriceGroup group, List<ShopLimit> shared) {
        var found = new ArrayList<Integer>();
        for (int l = 0; l < shared.size(); l++) {
            for (int i = 0; i < group.size(); i++) {
                if (!group.isFixed(i) && shared.get(l).covers(group.member(i))) {
                    found.add(l);
                    break;
                }
            }
        }
        return found.stream().mapToInt(it -> it).toArray();
    }

    /** More than any prices of the group can bring over others: where a change is only made when it is forced. */
    private double forced() {
        double range = 1;
        for (int i = 0; i < group.size(); i++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int rung = 0; rung < group.member(i).count(); rung++) {
                low = Math.min(low, group.member(i).score(rung));
                high = Math.max(high, group.member(i).score(rung));
            }
            range += high - low;
        }
        return range;
    }

    /** Numbers of the limits that it is under. */
    int[] limits() {
        return limits;
    }

    PriceGroup group() {
        return group;
    }

    /** The best at these prices of all limits. */
    GroupAnswer at(double[] prices) {
        return best(weights(1, prices));
    }

    /** What takes least of the limits together, each in parts of itself, and of these the best. */
    GroupAnswer least(double[] parts) {
        return best(weights(TIE_BREAK / forced(), parts));
    }

    /** All members as they are: what they bring. */
    GroupAnswer asIs() {
        var rungs = new int[group.size()];
        Arrays.setAll(rungs, i -> Math.max(0, group.member(i).present()));
        return answer(rungs);
    }

    private double[][] weights(double ofScores, double[] prices) {
        var weights = new double[scores.length][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = new double[scores[i].length];
            for (int rung = 0; rung < weights[i].length; rung++) {
                weights[i][rung] = ofScores * scores[i][rung];
                for (int l = 0; l < limits.length; l++) {
                    weights[i][rung] -= prices[limits[l]] * uses[i][l][rung];
                }
            }
        }
        return weights;
    }

    private GroupAnswer best(double[][] weights) {
        var rungs = new int[weights.length];
        var whole = whole(weights);
        if (group.isAlone()) {
            rungs[0] = best(whole[0], domains[0]);
        } else {
            cut(whole, rungs);
        }
        return answer(rungs);
    }

    GroupAnswer answer(int[] rungs) {
        double value = 0;
        var used = new long[limits.length];
        for (int i = 0; i < rungs.length; i++) {
            value += scores[i][rungs[i]];
            for (int l = 0; l < used.length; l++) {
                used[l] += uses[i][l][rungs[i]];
            }
        }
        return new GroupAnswer(rungs, value, used);
    }

    /** With one part more for the present price. */
    private long[][] whole(double[][] weights) {
        double range = 0;
        for (int i = 0; i < weights.length; i++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int rung = domains[i].nextSetBit(0); rung >= 0; rung = domains[i].nextSetBit(rung + 1)) {
                low = Math.min(low, weights[i][rung]);
                high = Math.max(high, weights[i][rung]);
            }
            range = Math.max(range, high - low);
        }
        double scale = range > 0 ? QUANTA / range : 0;
        var whole = new long[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            var of = weights[i];
            int present = group.member(i).present();
            double base = of[domains[i].nextSetBit(0)];
            whole[i] = new long[of.length];
            for (int rung = domains[i].nextSetBit(0); rung >= 0; rung = domains[i].nextSetBit(rung + 1)) {
                whole[i][rung] = 2 * Math.round((of[rung] - base) * scale) + (rung == present ? 1 : 0);
            }
        }
        return whole;
    }

    private static int best(long[] weights, BitSet domain) {
        int best = domain.nextSetBit(0);
        for (int rung = best; rung >= 0; rung = domain.nextSetBit(rung + 1)) {
            if (weights[rung] > weights[best]) {
                best = rung;
            }
        }
        return best;
    }

    private void cut(long[][] weights, int[] rungs) {
        var steps = new int[weights.length][];
        var first = new int[weights.length];
        int nodes = 2;
        for (int i = 0; i < weights.length; i++) {
            steps[i] = domains[i].stream().toArray();
            first[i] = nodes - 1;
            nodes += steps[i].length - 1;
        }
        var cut = new MinimumCut(nodes);
        for (int i = 0; i < weights.length; i++) {
            for (int step = 1; step < steps[i].length; step++) {
                long more = weights[i][steps[i][step]] - weights[i][steps[i][step - 1]];
                cut.add(more > 0 ? 0 : first[i] + step, more > 0 ? first[i] + step : 1, Math.abs(more));
                if (step > 1) {
                    cut.add(first[i] + step, first[i] + step - 1, MinimumCut.UNBREAKABLE);
                }
            }
        }
        bounds.forEach(it -> tie(it, steps, first, cut));
        var yes = cut.sideOf(0, 1);
        for (int i = 0; i < rungs.length; i++) {
            int step = 0;
            while (step + 1 < steps[i].length && yes[first[i] + step + 1]) {
                step++;
            }
            rungs[i] = steps[i][step];
        }
    }

    /** Whoever is above what a rung of the other allows needs the other on its next rung. */
    private static void tie(PriceGroup.Bound bound, int[][] steps, int[] first, MinimumCut cut) {
        var low = steps[bound.low()];
        var high = steps[bound.high()];
        int above = 1;
        for (int step = 0; step + 1 < high.length; step++) {
            while (above < low.length && low[above] <= bound.most()[high[step]]) {
                above++;
            }
            if (above == low.length) {
                return;
            }
            cut.add(first[bound.low()] + above, first[bound.high()] + step + 1, MinimumCut.UNBREAKABLE);
        }
    }

    /** Every way that is worth so much at these prices; empty when there are too many to look at. */
    List<GroupAnswer> near(double[] prices, double least, int most) {
        return new NearAnswers(this, weights(1, prices), least, most).found();
    }

    BitSet[] domains() {
        return domains;
    }

    List<PriceGroup.Bound> bounds() {
        return bounds;
    }
}
