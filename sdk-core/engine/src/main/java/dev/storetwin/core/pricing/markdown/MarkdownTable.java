package dev.storetwin.core.pricing.markdown;

/** The best price of every moment of a season, and what it is worth. */
public final class MarkdownTable implements MarkdownPolicy {

    private final MarkdownSeason season;
    private final int moves;
    private final int pauses;
    private final int stocks;
    private final double[][] values;
    private final byte[][] choices;

    MarkdownTable(MarkdownSeason season, int moves, int pauses, int stocks, double[][] values, byte[][] choices) {
        this.season = season;
        this.moves = moves;
        this.pauses = pauses;
        this.stocks = stocks;
        this.values = values;
        this.choices = choices;
    }

    public MarkdownSeason season() {
        return season;
    }

    /** Expected from the first moment on, at the highest price and free to move. */
    public double value() {
        return value(MarkdownMoment.first(season));
    }

    /** Expected from a moment on: what is sold, what is left at the end, less holding. After the last period only what is left counts. */
    public double value(MarkdownMoment at) {
        return values[at.period()][index(at)];
    }

    @Override
    public int rung(MarkdownMoment at) {
        return choices[at.period()][index(at)];
    }

    /** Expected from a moment on when a rung is asked for this period, and the best one ever after. Rules are not asked whether it may. */
    public double value(MarkdownMoment at, int rung) {
        var asked = season.rules().moved(at, rung);
        var demand = season.demand().at(at.period(), rung);
        int arrival = season.arrival(at.period() + 1);
        double sum = demand.atLeast(at.stock())
                * (season.earned(asked, at.stock()) + value(asked.next(at.stock(), arrival)));
        for (int sold = 0; sold < at.stock() && sold <= demand.last(); sold++) {
            sum += demand.chance(sold) * (season.earned(asked, sold) + value(asked.next(sold, arrival)));
        }
        return sum;
    }

    private int index(MarkdownMoment at) {
        if (at.period() < 0
                || at.period() > season.periods()
                || at.stock() < 0
                || at.stock() > season.reach(at.period())) {
            throw new IllegalArgumentException(
                    """
                    Period %d with %d units is not among %d periods with up to %d units by then.
                    Maybe stock came that was not announced: solve the season again with it.""".formatted(at.period(), at.stock(), season.periods(), season.reach(at.period())));
        }
        int move = Math.max(0, Math.min(at.movesLeft(), moves - 1));
        int pause = Math.min(at.pause(), pauses - 1);
        return ((at.rung() * moves + move) * pauses + pause) * stocks + at.stock();
    }
}
