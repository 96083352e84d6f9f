package dev.storetwin.core.pricing.markdown;

import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is expected of a season when a policy is followed: the same season played many times.
 *
 * @param periods in order
 * @param left    units after the last
 * @param value   expected, with the season's salvage, less holding
 */
public record MarkdownOutlook(List<Outlook> periods, Spread left, double value) {

    private static final double LOW = .05;
    private static final double HIGH = .95;

    public MarkdownOutlook {
        periods = List.copyOf(periods);
    }

    /**
     * One period.
     *
     * @param price that is asked
     * @param stock at its beginning
     * @param sold  in it
     */
    public record Outlook(Spread price, Spread stock, Spread sold) {}

    /**
     * A number in many courses.
     *
     * @param low  below it are 5 % of the courses
     * @param high above it are 5 % of the courses
     */
    public record Spread(double mean, double low, double high) {

        static Spread of(double[] values) {
            var sorted = values.clone();
            Arrays.sort(sorted);
            return new Spread(
                    Arrays.stream(values).average().orElse(0),
                    sorted[(int) (LOW * (sorted.length - 1))],
                    sorted[(int) Math.ceil(HIGH * (sorted.length - 1))]);
        }
    }

    /**
     * Plays a season in worlds that could be, each as often as is likely.
     *
     * @param season all but the demand
     * @param worlds demand in each
     * @param chances of each world, adding up to 1
     * @param first  moment to play from
     * @param courses how many times, at least 1
     */
    public static MarkdownOutlook of(
            MarkdownSeason season,
            List<SeasonDemand> worlds,
            List<Double> chances,
            MarkdownPolicy policy,
            MarkdownMoment first,
            int courses,
            long seed) {
        var draws = Draws.of(seed);
        var played = new ArrayList<PlayedSeason>();
        for (int course = 0; course < courses; course++) {
            var world = worlds.get(world(chances, (course + .5) / courses));
            var chance = draws.keyed("markdown-course", "", course);
            played.add(PlayedSeason.of(season.withDemand(world), policy, first, chance));
        }
        return of(season, played, season.periods() - first.period());
    }

    private static int world(List<Double> chances, double at) {
        double sum = 0;
        for (int world = 0; world < chances.size() - 1; world++) {
            sum += chances.get(world);
            if (at < sum) {
                return world;
            }
        }
        return chances.size() - 1;
    }

    private static MarkdownOutlook of(MarkdownSeason season, List<PlayedSeason> played, int count) {
        var periods = new ArrayList<Outlook>();
        for (int i = 0; i < count; i++) {
            int period = i;
            periods.add(new Outlook(
                    spread(played, it -> season.prices()
                            .get(it.periods().get(period).at().rung())),
                    spread(played, it -> it.periods().get(period).at().stock()),
                    spread(played, it -> it.periods().get(period).sold())));
        }
        double value =
                played.stream().mapToDouble(PlayedSeason::value).average().orElse(0);
        return new MarkdownOutlook(periods, spread(played, PlayedSeason::left), value);
    }

    private static Spread spread(List<PlayedSeason> played, ToDoubleFunction<PlayedSeason> number) {
        return Spread.of(played.stream().mapToDouble(number).toArray());
    }

    /** Units that are expected to be sold. */
    public double sold() {
        return periods.stream().mapToDouble(it -> it.sold().mean()).sum();
    }
}
