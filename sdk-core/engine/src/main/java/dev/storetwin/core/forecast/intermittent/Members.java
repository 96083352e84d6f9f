package dev.storetwin.core.forecast.intermittent;

/**
 * The members of the pool after some periods: negative binomial counts around levels of several memories, and sales that happen or
 * not, at rates of several memories, in the sizes seen so far.
 *
 * <p>All recursions run side by side. Each level is a mean with exponentially fading weights, drawn towards the mean of all that was
 * seen as if that had been seen once more; how little it rests on widens its distribution. The scatter about the level follows
 * Taylor's law with power 1.5, between constant orders (1) and mixed rates (2).
 */
final class Members {

    private static final double[] LEVEL_MEMORIES = {.005, .03, .08, .16, .3};
    private static final double[] RATE_MEMORIES = {.02, .08};
    private static final int LEVELS = LEVEL_MEMORIES.length;
    static final int COUNT = LEVELS + RATE_MEMORIES.length;

    private static final double OVERALL = 1;
    /** The first sale says that selling began more than how fast it goes. */
    private static final double FIRST_SALE = .5;

    private static final double MOST_DOUBT = 1;
    private static final double LEAST_SCATTER = .05;

    private final Levels levels;
    private final double[] weights = new double[COUNT];
    private final double[] squaredWeights = new double[COUNT];
    private final double[] sums = new double[COUNT];
    private final double[] sizes;
    private double seen;
    private int known;
    private int sales;
    private double total;
    private double squares;

    Members(History history, Levels levels) {
        this.levels = levels;
        this.sizes = new double[(int) Math.ceil(history.largest()) + 1];
        this.seen = history.waited();
    }

    /** One known period; {@code factor} says how much of the level its season leaves. */
    void see(double count, double factor) {
        double share = known == 0 ? FIRST_SALE : 1;
        for (int i = 0; i < COUNT; i++) {
            double keep = 1 - memory(i);
            double seenThen = isLevel(i) ? count : count > 0 ? 1 : 0;
            weights[i] = weights[i] * keep + factor * share;
            squaredWeights[i] = squaredWeights[i] * keep * keep + factor * share * share;
            sums[i] = sums[i] * keep + share * seenThen;
        }
        known++;
        seen += factor;
        total += count;
        squares += count * count;
        if (count > 0) {
            sales++;
            sizes[(int) Math.rint(count)]++;
        }
    }

    private static boolean isLevel(int member) {
        return member < LEVELS;
    }

    /** Such as {@code level_.08}: what is remembered, and the share of it that a period replaces. */
    static String name(int member) {
        return (isLevel(member) ? "level_" : "rate_") + memory(member);
    }

    private static double memory(int member) {
        return isLevel(member) ? LEVEL_MEMORIES[member] : RATE_MEMORIES[member - LEVELS];
    }

    /** Expected count of a member in a period of usual season. */
    double mean(int member) {
        if (known == 0) {
            return 0;
        }
        return isLevel(member) ? level(member) : rate(member) * total / Math.max(1, sales);
    }

    private double level(int member) {
        double own = (sums[member] + OVERALL * total / seen) / (weights[member] + OVERALL);
        return own > 0 ? levels.drawn(own, scatter() * seen / (total * known)) : 0;
    }

    private double rate(int member) {
        return Math.min(1, (sums[member] + OVERALL * sales / seen) / (weights[member] + OVERALL));
    }

    /** Number of periods that a mean of unequal weights is worth. */
    private double evidence(int member) {
        return (weights[member] * weights[member] + OVERALL) / (squaredWeights[member] + OVERALL);
    }

    /** Variance by mean at the mean of all that was seen. */
    double scatter() {
        double mean = total / known;
        double variance = known < 2 ? 0 : Math.max(0, (squares - total * mean) / (known - 1));
        double usual = levels.scatter(mean);
        double own = mean > 0 ? variance / mean : usual;
        double weight = Math.max(0, known - 1);
        return Math.max(
                LEAST_SCATTER, (own * weight + usual * levels.scatterWeight()) / (weight + levels.scatterWeight()));
    }

    /** Variance of a period of this mean once the level is given. */
    double noise(int member, double mean) {
        if (mean <= 0) {
            return 0;
        }
        if (isLevel(member)) {
            return mean * scatter() * Math.sqrt(mean * known / total);
        }
        double size = total / Math.max(1, sales);
        double rate = Math.min(1, mean / size);
        double sizeVariance = Math.max(0, squares / Math.max(1, sales) - size * size);
        return rate * sizeVariance + rate * (1 - rate) * size * size;
    }

    /** Variance of the level by its square. */
    double doubt(int member) {
        double mean = mean(member);
        if (mean <= 0) {
            return 0;
        }
        double relative = isLevel(member)
                ? noise(member, mean) / (mean * mean)
                : (1 - rate(member)) / Math.max(rate(member), 1e-9);
        return Math.min(MOST_DOUBT, relative / evidence(member));
    }

    /** Adds the cumulative probabilities of one period, times a weight, to a table. */
    void add(int member, double factor, double weight, double[] table) {
        if (isLevel(member)) {
            double mean = mean(member) * factor;
            CountGrid.add(mean, noise(member, mean) + doubt(member) * mean * mean, weight, table);
        } else {
            addSizes(known == 0 ? 0 : Math.min(1, rate(member) * factor), weight, table);
        }
    }

    /** This member as a forecast, given how much of it is left to come. */
    Part part(int member, double share, double left, Profile season, int from, int horizon) {
        var means = new double[horizon];
        var noise = new double[horizon];
        for (int i = 0; i < horizon; i++) {
            means[i] = capped(member, mean(member) * left * season.at(from + i));
            noise[i] = noise(member, means[i]);
        }
        return new Part(share, means, noise, doubt(member), isLevel(member) || sales == 0 ? new double[0] : sizes);
    }

    /** More than one sale in every period cannot be. */
    private double capped(int member, double mean) {
        return isLevel(member) ? mean : Math.min(mean, total / Math.max(1, sales));
    }

    private void addSizes(double rate, double weight, double[] table) {
        double each = weight * rate / Math.max(1, sales);
        double below = weight * (1 - rate);
        for (int k = 0; k < table.length - 1; k++) {
            below += k < sizes.length ? each * sizes[k] : 0;
            table[k] += below;
        }
        table[table.length - 1] += weight;
    }
}
