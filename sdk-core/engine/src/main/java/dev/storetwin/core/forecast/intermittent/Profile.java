package dev.storetwin.core.forecast.intermittent;

import java.util.Arrays;

/**
 * How much of the usual rate of sales each phase of a season has: 1 throughout when there is no season to be seen.
 *
 * <p>The share of periods with a sale is compared phase by phase. What differs is believed as far as it exceeds chance (shrunk as by
 * James and Stein, with chi-square as the measure); a phase in which sales were all but certain and none came is closed.
 */
final class Profile {

    static final Profile NONE = new Profile(new double[] {1});

    private static final int WEEK = 7;
    private static final double SURELY_A_WEEK = 28;
    private static final double CERTAIN = 7;
    private static final int LONGEST = 400;
    private static final double MOST_OFTEN = .95;

    private final double[] factors;

    private Profile(double[] factors) {
        this.factors = factors;
    }

    double at(int time) {
        return factors[time % factors.length];
    }

    int period() {
        return factors.length;
    }

    /**
     * Of one history, drawn towards that of its peers.
     *
     * @param period of the season; 1 to look for a week and nothing else
     */
    static Profile of(History history, int period, Profile peers) {
        return Tally.of(period).add(history).profile(peers);
    }

    /** Sales by phase, and how many would be expected if all phases were alike. */
    static final class Tally {

        private final double leastEvidence;
        private final double[] sales;
        private final double[] expected;
        private final double[] chance;

        private Tally(int period, double leastEvidence) {
            this.leastEvidence = leastEvidence;
            this.sales = new double[period];
            this.expected = new double[period];
            this.chance = new double[period];
        }

        static Tally of(int period) {
            return period == 1 || period > LONGEST ? new Tally(WEEK, SURELY_A_WEEK) : new Tally(period, 0);
        }

        /** The first sale is left out: where it stands is where the history begins. */
        Tally add(History history) {
            int period = sales.length;
            double total = 0;
            for (int i = 1; i < history.known(); i++) {
                total += history.count(i) > 0 ? 1 : 0;
            }
            double rate = total / Math.max(1, history.known() - 1);
            for (int i = 1; i < history.known(); i++) {
                int phase = history.time(i) % period;
                sales[phase] += history.count(i) > 0 ? 1 : 0;
                expected[phase] += rate;
                chance[phase] += rate * (1 - Math.min(MOST_OFTEN, rate));
            }
            return this;
        }

        Profile profile(Profile base) {
            int period = sales.length;
            var start = base.period() == period ? base : NONE;
            double evidence = 0;
            for (int phase = 0; phase < period; phase++) {
                double gap = sales[phase] - expected[phase] * start.at(phase);
                double variance = chance[phase] * Math.max(.05, start.at(phase));
                evidence += variance > 0 ? gap * gap / variance : 0;
            }
            double chanceEvidence = period - 1 + Math.sqrt(2.0 * (period - 1));
            double least = start.period() == period ? chanceEvidence : Math.max(leastEvidence, chanceEvidence);
            double believed = evidence > least ? 1 - chanceEvidence / evidence : 0;
            if (believed == 0) {
                return start;
            }
            var factors = new double[period];
            for (int phase = 0; phase < period; phase++) {
                double raw = expected[phase] > 0 ? sales[phase] / expected[phase] : start.at(phase);
                boolean closed = sales[phase] == 0 && expected[phase] > CERTAIN;
                factors[phase] = closed ? 0 : start.at(phase) + believed * (raw - start.at(phase));
            }
            return normalised(factors);
        }

        private static Profile normalised(double[] factors) {
            double sum = Arrays.stream(factors).sum();
            for (int phase = 0; phase < factors.length; phase++) {
                factors[phase] *= factors.length / sum;
            }
            return sum > 0 ? new Profile(factors) : NONE;
        }
    }
}
