package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.numeric.Beta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which regressors serve a group of series, in order of how much they explain.
 *
 * <p>How it works: forward selection on all series at once. All given columns are taken as they are; whether this is too simple, and a square,
 * product, wave or what a machine learned has to come in, is asked by Schwarz's criterion (1978), which finds the true one of two models. Once
 * it is, how many come in is asked by Akaike's (1974), which looks for the model that foretells best. Each series has a coefficient of its own to
 * pay for, and its periods count, not its stores, which share their shocks.
 */
final class TermChoice {

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
            choice.takeBest(given.size() - i, 1, it -> it.squares() >= it.series());
        }
        double chance = CHANCE / Math.max(1, others.size());
        Predicate<Gain> pays = it -> it.likelihood() > it.schwarz();
        for (int i = 0; i < MOST_CURVED && choice.takeBest(choice.open.size(), chance, pays); i++) {
            pays = it -> it.likelihood() > it.akaike();
        }
        return choice.chosen;
    }

    /** Takes the one that explains most among the first; false when none explains enough. */
    private boolean takeBest(int among, double chance, Predicate<Gain> pays) {
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
        if (best < 0 || !pays.test(most) || most.probability() > chance) {
            return false;
        }
        int taken = best;
        benches.forEach(it -> it.take(taken));
        chosen.add(open.remove(taken));
        return true;
    }

    /**
     * What a candidate explains.
     *
     * @param squares    in units of the residual variance
     * @param series     that it says something in
     * @param freedom    that is left
     * @param likelihood twice the gain in log likelihood
     * @param schwarz    what that has to be
     */
    private record Gain(double squares, double series, double freedom, double likelihood, double schwarz) {

        static final Gain NONE = new Gain(0, 0, 0, 0, 0);

        Gain plus(Gain other) {
            return new Gain(
                    squares + other.squares,
                    series + other.series,
                    freedom + other.freedom,
                    likelihood + other.likelihood,
                    schwarz + other.schwarz);
        }

        double akaike() {
            return 2 * series;
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
        private final int periods;
        private int freedom;

        Bench(SeriesCase one, List<Term> terms) {
            periods = one.series().distinctPeriods();
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
            return rest > 0
                    ? new Gain(
                            explained / rest * freedom,
                            1,
                            freedom,
                            periods * StrictMath.log1p(explained / rest),
                            StrictMath.log(periods))
                    : Gain.NONE;
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
