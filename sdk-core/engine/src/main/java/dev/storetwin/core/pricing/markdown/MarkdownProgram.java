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

    private static final double MOST_VALUES = 3e7;
    private static final double MOST_WORK = 2e10;

    private final MarkdownSeason season;
    private final MarkdownLayout layout;
    private final double[][] values;
    private final double[][] played;
    private final byte[][] choices;

    private MarkdownProgram(MarkdownSeason season) {
        this.season = season;
        this.layout = MarkdownLayout.of(season);
        requireFeasible(season, layout.count());
        int moments = (int) layout.count();
        this.values = new double[season.periods() + 1][moments];
        this.played = new double[season.periods()][moments];
        this.choices = new byte[season.periods()][moments];
    }

    private static void requireFeasible(MarkdownSeason season, double moments) {
        double widest = season.demand().table().stream()
                .flatMap(it -> it.stream())
                .mapToDouble(it -> Math.min(it.last(), season.supply()) + 1)
                .max()
                .orElse(1);
        double values = moments * (season.periods() + 1);
        if (values > MOST_VALUES || values * widest > MOST_WORK || season.rungs() > Byte.MAX_VALUE) {
            throw new IllegalArgumentException(
                    """
                    %d periods, %d prices and %d units, with up to %.0f wanted in a period, are too many to look at.
                    Maybe count stock and demand in steps of several units, or take longer periods.""".formatted(season.periods(), season.rungs(), season.supply(), widest));
        }
    }

    /** The best prices of all moments. */
    public static MarkdownTable solve(MarkdownSeason season) {
        return new MarkdownProgram(season).solved((period, moment) -> -1);
    }

    /**
     * What prices are worth that are best under another demand than the one that comes true.
     *
     * @param season the same as that of the prices but for its demand, which comes true
     */
    static MarkdownTable follow(MarkdownSeason season, MarkdownTable prices) {
        return new MarkdownProgram(season).solved(prices::choice);
    }

    /** Which rung is asked; below 0 for the best. */
    private interface Choices {
        int rung(int period, int moment);
    }

    private MarkdownTable solved(Choices given) {
        for (int moment = 0; moment < values[season.periods()].length; moment++) {
            values[season.periods()][moment] = season.salvage() * (moment % layout.stocks());
        }
        for (int period = season.periods() - 1; period >= 0; period--) {
            play(period);
            choose(period, given);
        }
        return new MarkdownTable(season, layout, values, played, choices);
    }

    /** What each moment is worth when its rung is asked; the time to wait is that of the next period. */
    private void play(int period) {
        for (int rung = 0; rung < season.rungs(); rung++) {
            var demand = season.demand().at(period, rung);
            for (int move = 0; move < layout.moves(); move++) {
                for (int pause = 0; pause < layout.pauses(); pause++) {
                    play(period, rung, demand, layout.index(rung, move, pause));
                }
            }
        }
    }

    private void play(int period, int rung, UnitChances demand, int index) {
        var next = values[period + 1];
        int arrival = season.arrival(period + 1);
        double price = season.prices().get(rung);
        double holding = season.holding();
        for (int stock = 0; stock <= layout.reach(period); stock++) {
            int from = index + stock + arrival;
            double sum = demand.atLeast(stock) * (price * stock + next[index + arrival]);
            int most = Math.min(stock - 1, demand.last());
            for (int sold = 0; sold <= most; sold++) {
                sum += demand.chance(sold) * (price * sold - holding * (stock - sold) + next[from - sold]);
            }
            played[period][index + stock] = sum;
        }
    }

    private void choose(int period, Choices given) {
        for (int rung = 0; rung < season.rungs(); rung++) {
            for (int move = 0; move < layout.moves(); move++) {
                for (int pause = 0; pause < layout.pauses(); pause++) {
                    int index = layout.index(rung, move, pause);
                    boolean free = pause == 0 && (move > 0 || !season.rules().isCounted());
                    for (int stock = 0; stock <= layout.reach(period); stock++) {
                        int asked = given.rung(period, index + stock);
                        int best = asked >= 0 ? asked : free ? best(period, rung, move, stock) : rung;
                        choices[period][index + stock] = (byte) best;
                        values[period][index + stock] = played[period][layout.asked(rung, move, pause, best) + stock];
                    }
                }
            }
        }
    }

    private int best(int period, int rung, int move, int stock) {
        int best = rung;
        double value = played[period][layout.asked(rung, move, 0, rung) + stock];
        for (int other = 0; other < season.rungs(); other++) {
            if (other != rung && season.rules().allows(rung, other)) {
                double moved = played[period][layout.asked(rung, move, 0, other) + stock];
                if (moved > value) {
                    value = moved;
                    best = other;
                }
            }
        }
        return best;
    }
}
