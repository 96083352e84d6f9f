package dev.storetwin.core.forecast.season;

import java.util.Optional;

/**
 * The rise and fall of a year, as far as little more than one year of days tells.
 *
 * <p>A year that was seen twice is found by {@link SeasonFinder}; a shop that waits for that plans two years without. Here one wave is drawn towards none
 * by what is usual: as much as weeks differ by chance, and as much as a level that wanders and a trend would explain it, so much less is believed.
 *
 * <p>How it works: logarithms of whole weeks are a level that walks, a trend and a wave, whose sizes are normal beforehand. A Kalman filter tells the
 * wave and the likelihood for each of a few spreads of chance and of the walk (Harvey 1989); they are averaged by it. The week itself needs no care, as
 * whole weeks have all of its days.
 */
public final class YearWave {

    private static final int WEEK = 7;
    private static final double YEAR = 365.25;
    private static final int FEWEST_WEEKS = 53;
    private static final int MOST_WEEKS = 104;
    private static final double FEWEST_UNITS = 4;

    /** Of one week, in logarithms. */
    private static final double[] CHANCE = {.05, .1, .15, .2, .3, .4, .6, .9};

    /** Of the walk from week to week, as a part of chance. */
    private static final double[] WALK = {0, .05, .1, .2, .4, .8};

    /** Usual sizes, as standard deviations: of the wave's cosine and sine, and of the trend of a year. */
    private static final double USUAL_WAVE = .2;

    private static final double USUAL_TREND = .2;
    private static final double ANY_LEVEL = 3;

    private final int days;
    private final double cosine;
    private final double sine;

    private YearWave(int days, double cosine, double sine) {
        this.days = days;
        this.cosine = cosine;
        this.sine = sine;
    }

    /**
     * Of daily units at one price.
     *
     * @param units oldest first, {@code NaN} for unknown
     * @param whole days on which all that was wanted could be sold
     * @return empty with less than a year and a week, or when too little is sold for weeks to tell anything
     */
    public static Optional<YearWave> of(double[] units, boolean[] whole) {
        var weeks = weeks(units, whole);
        int known = 0;
        double sum = 0;
        for (double week : weeks) {
            known += Double.isNaN(week) ? 0 : 1;
            sum += Double.isNaN(week) ? 0 : week;
        }
        return known < FEWEST_WEEKS || sum < FEWEST_UNITS * known
                ? Optional.empty()
                : Optional.of(averaged(units.length, weeks));
    }

    /** Of whole weeks that end with the history, the oldest first; {@code NaN} where a day is not known. */
    private static double[] weeks(double[] units, boolean[] whole) {
        int count = Math.min(MOST_WEEKS, units.length / WEEK);
        var weeks = new double[count];
        for (int week = 0; week < count; week++) {
            int from = units.length - WEEK * (count - week);
            for (int day = from; day < from + WEEK; day++) {
                weeks[week] += whole[day] ? Math.max(0, units[day]) : Double.NaN;
            }
        }
        return weeks;
    }

    private static YearWave averaged(int days, double[] weeks) {
        double best = Double.NEGATIVE_INFINITY;
        double weight = 0;
        double cosine = 0;
        double sine = 0;
        for (double chance : CHANCE) {
            for (double walk : WALK) {
                var filter = new Filter(chance, walk * chance);
                for (int week = 0; week < weeks.length; week++) {
                    filter.next(weeks[week], week - weeks.length);
                }
                if (filter.likelihood > best) {
                    double lighter = StrictMath.exp(best - filter.likelihood);
                    weight *= lighter;
                    cosine *= lighter;
                    sine *= lighter;
                    best = filter.likelihood;
                }
                double own = StrictMath.exp(filter.likelihood - best);
                weight += own;
                cosine += own * filter.state[2];
                sine += own * filter.state[3];
            }
        }
        return new YearWave(days, cosine / weight, sine / weight);
    }

    private static double angle(double daysFromEnd) {
        return 2 * Math.PI * daysFromEnd / YEAR;
    }

    /** What a day sells as a multiple of an average one, counted from the first day of the history; later days go on. */
    public double factor(int day) {
        double angle = angle(day - days + .5);
        return StrictMath.exp(cosine * StrictMath.cos(angle) + sine * StrictMath.sin(angle));
    }

    /** Level, trend of a year, cosine and sine. */
    private static final class Filter {

        private static final int STATES = 4;

        private final double chance;
        private final double walk;
        private final double[] state = new double[STATES];
        private final double[][] doubt = new double[STATES][STATES];
        private boolean isFirst = true;
        private double likelihood;

        Filter(double chance, double walk) {
            this.chance = chance * chance;
            this.walk = walk * walk;
            doubt[0][0] = ANY_LEVEL * ANY_LEVEL;
            doubt[1][1] = USUAL_TREND * USUAL_TREND;
            doubt[2][2] = USUAL_WAVE * USUAL_WAVE;
            doubt[3][3] = USUAL_WAVE * USUAL_WAVE;
        }

        /** @param week counted from the end of the history, below zero */
        void next(double units, int week) {
            doubt[0][0] += walk;
            if (Double.isNaN(units)) {
                return;
            }
            double seen = StrictMath.log(units + .5);
            state[0] = isFirst ? seen : state[0];
            isFirst = false;
            double middle = WEEK * (week + .5);
            see(seen, new double[] {1, middle / YEAR, StrictMath.cos(angle(middle)), StrictMath.sin(angle(middle))});
        }

        private void see(double seen, double[] by) {
            var gain = new double[STATES];
            double expected = 0;
            double variance = chance;
            for (int i = 0; i < STATES; i++) {
                for (int j = 0; j < STATES; j++) {
                    gain[i] += doubt[i][j] * by[j];
                }
                expected += by[i] * state[i];
                variance += by[i] * gain[i];
            }
            double surprise = seen - expected;
            likelihood -= .5 * (StrictMath.log(variance) + surprise * surprise / variance);
            for (int i = 0; i < STATES; i++) {
                state[i] += gain[i] / variance * surprise;
                for (int j = 0; j < STATES; j++) {
                    doubt[i][j] -= gain[i] * gain[j] / variance;
                }
            }
        }
    }
}
