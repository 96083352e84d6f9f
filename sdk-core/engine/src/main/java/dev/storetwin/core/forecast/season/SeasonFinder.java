package dev.storetwin.core.forecast.season;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells which seasons a series really has, and what they look like.
 *
 * <p>A season is a sum of waves upon a level that wanders ({@link LevelRegression}); how many waves, the corrected information
 * criterion of Akaike says (Hurvich and Tsai 1989), and whether the season adds or multiplies, the likelihood of the values against
 * that of their logarithms. A season that somebody named is believed when chance seldom makes its like, one that nobody named only
 * when chance almost never does and after three cycles. What is believed is drawn towards none by the share of chance in it (James and
 * Stein 1961).
 *
 * <p>Seasons change. They are looked for in the last five cycles, or in more when that is little.
 */
public final class SeasonFinder {

    /** One in a hundred for each number of waves, as the best of several numbers is taken. */
    private static final double NAMED = 2.3263478740408408;

    private static final double UNNAMED = 4;
    private static final int CYCLES_NAMED = 2;
    private static final int CYCLES_UNNAMED = 3;
    private static final int MEMORY_IN_CYCLES = 5;
    private static final int LEAST_MEMORY = 300;
    private static final int MOST_SEASONS = 3;

    private final double[] values;
    private final boolean positive;
    private final boolean nonNegative;

    private SeasonFinder(double[] values) {
        this.values = values;
        this.positive = Arrays.stream(values).noneMatch(it -> it <= 0);
        this.nonNegative = Arrays.stream(values).noneMatch(it -> it < 0);
    }

    /**
     * The seasons among those named that the series has.
     *
     * @param values  oldest first, {@code NaN} for unknown
     * @param periods lengths in periods; a 1 names none
     */
    public static Season named(double[] values, int... periods) {
        return new SeasonFinder(values).among(periods, false);
    }

    /** Beside those named, also a longer one that a calendar suggests: the week in days or hours, the year in weeks or days. */
    public static Season any(double[] values, int... periods) {
        return HeldOut.better(values, waves(values, periods), periods);
    }

    /** The same, as waves alone. */
    static Season waves(double[] values, int... periods) {
        return new SeasonFinder(values).among(periods, true);
    }

    private Season among(int[] periods, boolean alsoUnnamed) {
        var named =
                Arrays.stream(periods).filter(it -> it > 1).sorted().distinct().toArray();
        var found = Seasons.none();
        for (int period : named) {
            found = found.or(strongest(found, Cycle.meant(period), NAMED, CYCLES_NAMED));
        }
        if (alsoUnnamed) {
            found = found.or(strongest(found, Cycle.unnamed(named), UNNAMED, CYCLES_UNNAMED));
            found = found.or(strongest(found, Cycle.above(found.longest()), UNNAMED, CYCLES_UNNAMED));
        }
        return found.season(nonNegative);
    }

    /** The likeliest way to add one of the cycles; nothing when none of them is beyond the threshold. */
    private Seasons strongest(Seasons found, List<Cycle> cycles, double threshold, int fewestCycles) {
        var best = Seasons.none();
        if (found.count() == MOST_SEASONS) {
            return best;
        }
        var candidates = cycles.stream()
                .filter(it -> values.length > fewestCycles * it.length() && it.length() > found.longest())
                .toList();
        double longest = candidates.stream().mapToDouble(Cycle::length).max().orElse(0);
        for (var memory : memories(longest)) {
            for (var candidate : candidates) {
                var tried = Seasons.fit(memory, found, candidate);
                best = tried.evidence() > threshold && tried.isLikelierThan(best) ? tried : best;
            }
        }
        return best;
    }

    private List<Memory> memories(double longest) {
        int size = (int) Math.max(LEAST_MEMORY, MEMORY_IN_CYCLES * longest + 1);
        var memories = new ArrayList<Memory>();
        memories.add(Memory.of(values, size, false));
        if (positive) {
            memories.add(Memory.of(values, size, true));
        }
        return memories;
    }
}
