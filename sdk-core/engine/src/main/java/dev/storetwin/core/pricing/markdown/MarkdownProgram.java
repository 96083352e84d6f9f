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
    private final int moves;
    private final int pauses;
    private final int stocks;
    private final double[][] values;
    private final byte[][] choices;

    private MarkdownProgram(MarkdownSeason season) {
        this.season = season;
        this.moves = season.firstMoves() + 1;
        this.pauses = Math.min(season.rules().periodsApart(), season.periods() + 1);
        this.stocks = season.supply() + 1;
        requireFeasible(season, (double) season.rungs() * moves * pauses * stocks);
        int moments = season.rungs() * moves * pauses * stocks;
        this.values = new double[season.periods() + 1][moments];
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

    /** All prices of all moments. */
    public static MarkdownTable solve(MarkdownSeason season) {
        var program = new MarkdownProgram(season);
        program.solve();
        return new MarkdownTable(
                season, program.moves, program.pauses, program.stocks, program.values, program.choices);
    }

    private void solve() {
        for (int moment = 0; moment < values[season.periods()].length; moment++) {
            values[season.periods()][moment] = season.salvage() * (moment % stocks);
        }
        var played = new double[values[0].length];
        for (int period = season.periods() - 1; period >= 0; period--) {
            play(period, played);
            choose(period, played);
        }
    }

    private int index(int rung, int move, int pause) {
        return ((rung * moves + move) * pauses + pause) * stocks;
    }

    /** What each moment is worth when its rung is asked; the time to wait is that of the next period. */
    private void play(int period, double[] played) {
        for (int rung = 0; rung < season.rungs(); rung++) {
            var demand = season.demand().at(period, rung);
            for (int move = 0; move < moves; move++) {
                for (int pause = 0; pause < pauses; pause++) {
                    play(period, rung, demand, index(rung, move, pause), played);
                }
            }
        }
    }

    private void play(int period, int rung, UnitChances demand, int index, double[] played) {
        var next = values[period + 1];
        int arrival = season.arrival(period + 1);
        double price = season.prices().get(rung);
        double holding = season.holding();
        int reach = season.reach(period);
        for (int stock = 0; stock <= reach; stock++) {
            int from = index + stock + arrival;
            double sum = demand.atLeast(stock) * (price * stock + next[index + arrival]);
            int most = Math.min(stock - 1, demand.last());
            for (int sold = 0; sold <= most; sold++) {
                sum += demand.chance(sold) * (price * sold - holding * (stock - sold) + next[from - sold]);
            }
            played[index + stock] = sum;
        }
    }

    private void choose(int period, double[] played) {
        int reach = season.reach(period);
        for (int rung = 0; rung < season.rungs(); rung++) {
            for (int move = 0; move < moves; move++) {
                for (int pause = 0; pause < pauses; pause++) {
                    for (int stock = 0; stock <= reach; stock++) {
                        choose(period, played, rung, move, pause, stock);
                    }
                }
            }
        }
    }

    private void choose(int period, double[] played, int rung, int move, int pause, int stock) {
        int best = rung;
        double value = played[index(rung, move, Math.max(0, pause - 1)) + stock];
        boolean free = pause == 0 && (move > 0 || !season.rules().isCounted());
        for (int other = 0; free && other < season.rungs(); other++) {
            if (other != rung && season.rules().allows(rung, other)) {
                double moved = played[index(other, Math.max(0, move - 1), pauses - 1) + stock];
                if (moved > value) {
                    value = moved;
                    best = other;
                }
            }
        }
        values[period][index(rung, move, pause) + stock] = value;
        choices[period][index(rung, move, pause) + stock] = (byte) best;
    }
}
