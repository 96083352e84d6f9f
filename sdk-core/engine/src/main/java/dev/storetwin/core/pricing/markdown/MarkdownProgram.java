package dev.storetwin.core.pricing.markdown;

/**
 * The best prices of a season by dynamic programming over period, stock, price that stands, moves left and time to wait. Exact for the ladder and
 * the demand that it is given; prices that only fall follow Gallego and van Ryzin (1994) and Feng and Gallego (1995), "Optimal starting times for
 * end-of-season sales and optimal stopping times for promotional fares".
 *
 * <p>How it works: backwards in time, each rung is played through the period first (sell what is wanted, as far as it is there; pay for what is left),
 * ending in a moment of the next period whose value is known. A moment's value is then the better of staying and of the best allowed move.
 * A move that brings nothing more is not made.
 */
public final class MarkdownProgram {

    private static final double MOST_WORK = 2e10;

    private MarkdownProgram() {}

    /**
     * The best prices of all moments.
     *
     * @throws IllegalArgumentException when there are too many of them
     */
    public static MarkdownTable solve(MarkdownSeason season) {
        return new MarkdownTable(season, layout(season), pass(season).best());
    }

    /**
     * What prices are worth that are best under another demand than the one that comes true.
     *
     * @param season the same as that of the prices but for its demand, which comes true
     */
    static MarkdownTable follow(MarkdownSeason season, MarkdownTable prices) {
        return new MarkdownTable(season, layout(season), pass(season).pass(prices::choice));
    }

    private static MarkdownLayout layout(MarkdownSeason season) {
        return MarkdownLayout.of(season.rules(), season.rungs(), season.periods(), season.supply() + 1);
    }

    private static BackwardPass pass(MarkdownSeason season) {
        var pass = new BackwardPass(season.periods(), season.rules(), layout(season), SingleStock.of(season));
        requireLittleWork(season, pass.layout().count() * season.periods());
        return pass;
    }

    private static void requireLittleWork(MarkdownSeason season, double moments) {
        double widest = season.demand().table().stream()
                .flatMap(it -> it.stream())
                .mapToDouble(it -> Math.min(it.last(), season.supply()) + 1)
                .max()
                .orElse(1);
        if (moments * widest > MOST_WORK) {
            throw new IllegalArgumentException("""
                    %d units with up to %.0f wanted in a period are too many to look at.
                    Maybe count stock and demand in steps of several units, or take longer periods.""".formatted(season.supply(), widest));
        }
    }
}
