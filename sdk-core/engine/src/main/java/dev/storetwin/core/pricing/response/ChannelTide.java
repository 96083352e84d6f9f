package dev.storetwin.core.pricing.response;

/**
 * How a whole channel sells by day of the week and from week to week: what moves all its SKUs together is not an answer to one price.
 *
 * <p>Every SKU counts by its sales relative to its own mean, cut at a few times that, so that neither a big seller nor a giant order is
 * the tide. When the tide is put to one SKU, that SKU is taken out of it. What is left is believed as far as it moves by more than
 * the scatter of its members explains: in a shop of five SKUs little, in one of five hundred nearly all.
 */
final class ChannelTide {

    static final int WEEK = 7;

    private static final double GIANT = 5;
    private static final double LEAST = .05;

    private final double[] soldByDay = new double[WEEK];
    private final double[] offeredByDay = new double[WEEK];
    private final Moments weeks;

    ChannelTide(int weeks) {
        this.weeks = new Moments(new double[weeks], new double[weeks], new double[weeks]);
    }

    void add(PricedSales sales) {
        double pace = sales.pace();
        if (pace == 0) {
            return;
        }
        for (int day = 0; day < sales.units().length; day++) {
            if (sales.usable()[day]) {
                soldByDay[day % WEEK] += Math.min(GIANT * WEEK, sales.units()[day] / pace);
                offeredByDay[day % WEEK]++;
            }
        }
        weeks.add(sales, pace, 1);
    }

    /** Shares of the days of the week, 1 on average, Monday first. */
    double[] days() {
        double sold = 0;
        double offered = 0;
        for (int day = 0; day < WEEK; day++) {
            sold += soldByDay[day];
            offered += offeredByDay[day];
        }
        var days = new double[WEEK];
        for (int day = 0; day < WEEK; day++) {
            boolean known = sold > 0 && offeredByDay[day] > 0;
            days[day] = known ? Math.max(LEAST, soldByDay[day] / offeredByDay[day] / (sold / offered)) : 1;
        }
        return days;
    }

    /** How much higher each week was than usual, without the SKU itself. */
    double[] weeksWithout(PricedSales own) {
        var others = weeks.copy();
        double pace = own.pace();
        if (pace > 0) {
            others.add(own, pace, -1);
        }
        double trust = others.trust();
        var levels = new double[others.counts().length];
        for (int week = 0; week < levels.length; week++) {
            levels[week] = StrictMath.pow(Math.max(LEAST, others.mean(week)), trust);
        }
        return levels;
    }

    /**
     * Sums over SKUs of their sales in a week relative to their usual week.
     *
     * @param counts  of SKUs on offer
     * @param sums    of relative sales
     * @param squares of relative sales
     */
    private record Moments(double[] counts, double[] sums, double[] squares) {

        Moments copy() {
            return new Moments(counts.clone(), sums.clone(), squares.clone());
        }

        /** @param sign 1 to put a SKU in, -1 to take it out */
        void add(PricedSales sales, double pace, int sign) {
            for (int week = 0; week < counts.length; week++) {
                double sold = 0;
                int offered = 0;
                for (int day = week * WEEK; day < (week + 1) * WEEK; day++) {
                    sold += sales.usable()[day] ? sales.units()[day] : 0;
                    offered += sales.usable()[day] ? 1 : 0;
                }
                if (offered > 0) {
                    double relative = Math.min(GIANT, sold / offered / pace);
                    counts[week] += sign;
                    sums[week] += sign * relative;
                    squares[week] += sign * relative * relative;
                }
            }
        }

        double mean(int week) {
            return counts[week] < 1 ? 1 : sums[week] / counts[week];
        }

        /** The share of the movement from week to week that chance does not explain. */
        double trust() {
            double chance = 0;
            double sum = 0;
            double square = 0;
            int known = 0;
            for (int week = 0; week < counts.length; week++) {
                if (counts[week] > 1) {
                    double mean = mean(week);
                    double spread = Math.max(0, squares[week] - counts[week] * mean * mean) / (counts[week] - 1);
                    chance += spread / counts[week];
                    sum += mean;
                    square += mean * mean;
                    known++;
                }
            }
            if (known < 2) {
                return 0;
            }
            double movement = (square - sum * sum / known) / (known - 1);
            return movement > 0 ? Math.max(0, 1 - chance / known / movement) : 0;
        }
    }
}
