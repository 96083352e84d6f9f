package dev.storetwin.core.pricing.markdown;

/**
 * The dynamic program, whatever the stock is: each rung is played through a period first, then every moment takes the best that rules allow.
 *
 * @param periods how many
 * @param rules   how the price may move
 * @param space   what can be on the shelves
 */
record BackwardPass(int periods, MoveRules rules, MarkdownLayout layout, StockSpace space) {

    private static final double MOST_VALUES = 3e7;

    BackwardPass {
        if (layout.count() * (periods + 1) > MOST_VALUES || layout.rungs() > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("""
                    %d periods, %d prices and %d stocks are too many to look at.
                    Maybe count stock and demand in steps of several units, or take longer periods.""".formatted(periods, layout.rungs(), layout.stocks()));
        }
    }

    /**
     * What comes out, by period and moment.
     *
     * @param values  of moments; one period more, after the last
     * @param played  what a moment is worth when its rung is asked, with the time to wait of the next period
     * @param choices the rung to ask
     */
    record Tables(double[][] values, double[][] played, byte[][] choices) {}

    /** Which rung is asked in a moment; below 0 for the best. */
    interface Choices {
        int rung(int period, int moment);
    }

    /** The best rungs. */
    Tables best() {
        return pass((period, moment) -> -1);
    }

    Tables pass(Choices given) {
        int moments = (int) layout.count();
        var tables =
                new Tables(new double[periods + 1][moments], new double[periods][moments], new byte[periods][moments]);
        for (int moment = 0; moment < moments; moment++) {
            tables.values[periods][moment] = space.atEnd(moment % layout.stocks());
        }
        for (int period = periods - 1; period >= 0; period--) {
            play(period, tables);
            choose(period, given, tables);
        }
        return tables;
    }

    private void play(int period, Tables tables) {
        for (int rung = 0; rung < layout.rungs(); rung++) {
            for (int move = 0; move < layout.moves(); move++) {
                for (int pause = 0; pause < layout.pauses(); pause++) {
                    space.play(
                            period,
                            rung,
                            tables.values[period + 1],
                            tables.played[period],
                            layout.index(rung, move, pause));
                }
            }
        }
    }

    private void choose(int period, Choices given, Tables tables) {
        var played = tables.played[period];
        for (int rung = 0; rung < layout.rungs(); rung++) {
            for (int move = 0; move < layout.moves(); move++) {
                for (int pause = 0; pause < layout.pauses(); pause++) {
                    int index = layout.index(rung, move, pause);
                    boolean free = pause == 0 && (move > 0 || !rules.isCounted());
                    for (int stock = 0; stock <= space.reach(period); stock++) {
                        int asked = given.rung(period, index + stock);
                        int best = asked >= 0 ? asked : free ? best(played, rung, move, stock) : rung;
                        tables.choices[period][index + stock] = (byte) best;
                        tables.values[period][index + stock] = played[layout.asked(rung, move, pause, best) + stock];
                    }
                }
            }
        }
    }

    /** A move that brings nothing more is not made. */
    private int best(double[] played, int rung, int move, int stock) {
        int best = rung;
        double value = played[layout.asked(rung, move, 0, rung) + stock];
        for (int other = 0; other < layout.rungs(); other++) {
            if (other != rung && rules.allows(rung, other)) {
                double moved = played[layout.asked(rung, move, 0, other) + stock];
                if (moved > value) {
                    value = moved;
                    best = other;
                }
            }
        }
        return best;
    }
}
