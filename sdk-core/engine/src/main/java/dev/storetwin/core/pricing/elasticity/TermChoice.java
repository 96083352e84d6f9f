package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.numeric.Beta;
import java.util.ArrayList;
import java.util.List;

/**
 * Which regressors serve a group of series, in order of how much they explain.
 *
 * <p>How it works: forward selection on all series at once. All given columns are taken as they are; that this is too simple has to be plain
 * from how much demand a square, product, wave or what a machine learned explains beside price and columns. Once it is plain, lesser ones follow.
 */
final class TermChoice {

    private static final double LEAST_SHARE_AT_FIRST = .06;
    private static final double LEAST_SHARE_AFTER = .01;
    private static final double CHANCE = 1e-4;
    private static final int MOST_CURVED = 8;

    private final List<Bench> benches = new ArrayList<>();
    private final List<Term> open;
    private final List<Term> chosen = new ArrayList<>();

    private TermChoice(List<SeriesCase> cases, List<Term> open) {
        this.open = new ArrayList<>(open);
        cases.stream()
                .filter(it -> it.size() > it.series().stores() + 2)
                .forEach(it -> benches.add(new Bench(it, open)));
    }

    /** The given terms and those of the others that help. */
    static List<Term> of(List<SeriesCase> cases, List<Term> given, List<Term> others) {
        var all = new ArrayList<>(given);
        all.addAll(others);
        var choice = new TermChoice(cases, all);
        for (int i = 0; i < given.size(); i++) {
            choice.takeBest(given.size() - i, 1, 0);
        }
        double chance = CHANCE / Math.max(1, others.size());
        double least = LEAST_SHARE_AT_FIRST;
        for (int i = 0; i < MOST_CURVED && choice.takeBest(choice.open.size(), chance, least); i++) {
            least = LEAST_SHARE_AFTER;
        }
        return choice.chosen;
    }

    /** Takes the one that explains most among the first; false when none explains enough. */
    private boolean takeBest(int among, double chance, double leastShare) {
        int best = -1;
        var most = Gain.NONE;
        for (int candidate = 0; candidate < among; candidate++) {
            var gain = Gain.NONE;
            for (var bench : benches) {
                gain = gain.plus(bench.gain(candidate));
            }
            if (best < 0 || gain.squares > most.squares) {
                best = candidate;
                most = gain;
            }
        }
        if (best < 0 || most.share() < leastShare || most.probability() > chance) {
            return false;
        }
        int taken = best;
        benches.forEach(it -> it.take(taken));
        chosen.add(open.remove(taken));
        return true;
    }

    /** What a candidate explains, in units of the residual variance. */
    private record Gain(double squares, double series, double freedom) {

        static final Gain NONE = new Gain(0, 0, 0);

        Gain plus(Gain other) {
            return new Gain(squares + other.squares, series + other.series, freedom + other.freedom);
        }

        double share() {
            return freedom == 0 ? 0 : (squares - series) / (freedom + squares);
        }

        double probability() {
            return series == 0 ? 1 : Beta.fisherTail(squares / series, series, freedom);
        }
    }

    /** One series with its candidates, freed of what has been taken. */
    private static final class Bench {

        private final double[] demand;
        private final List<double[]> candidates = new ArrayList<>();
        private final List<Double> sizes = new ArrayList<>();
        private int freedom;

        Bench(SeriesCase one, List<Term> terms) {
            var basis = new Basis();
            basis.add(one.series().within(one.logPrices()));
            demand = basis.residual(one.series().within(one.logUnits()));
            for (var term : terms) {
                var column = one.series().within(term.values(one));
                sizes.add(Basis.dot(column, column));
                candidates.add(basis.residual(column));
            }
            freedom = one.size() - one.series().stores() - basis.size() - 1;
        }

        Gain gain(int candidate) {
            var column = candidates.get(candidate);
            double length = Basis.dot(column, column);
            if (freedom < 1 || !(length > 1e-9 * sizes.get(candidate)) || !(length > 1e-20)) {
                return Gain.NONE;
            }
            double across = Basis.dot(column, demand);
            double explained = across * across / length;
            double rest = Basis.dot(demand, demand) - explained;
            return rest > 0 ? new Gain(explained / rest * freedom, 1, freedom) : Gain.NONE;
        }

        void take(int candidate) {
            boolean says = gain(candidate).series > 0;
            var direction = candidates.remove(candidate);
            sizes.remove(candidate);
            if (says) {
                double norm = Math.sqrt(Basis.dot(direction, direction));
                for (int row = 0; row < direction.length; row++) {
                    direction[row] /= norm;
                }
                Basis.remove(direction, demand);
                candidates.forEach(it -> Basis.remove(direction, it));
                freedom--;
            }
        }
    }
}
