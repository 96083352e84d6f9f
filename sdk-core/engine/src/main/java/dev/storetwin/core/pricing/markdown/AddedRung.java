package dev.storetwin.core.pricing.markdown;

import java.util.List;

/** The moments of one price more in a solved season whose prices only fall. From it rungs below are asked, whose worth is known, or it stands. */
final class AddedRung {

    private static final byte STAYS = -1;

    private final MarkdownTable table;
    private final MarkdownLayout layout;
    private final SingleStock shelf;
    private final double price;
    private final List<UnitChances> demand;
    private final int below;
    private final double[][] played;
    private final byte[][] choices;

    private AddedRung(MarkdownTable table, double price, List<UnitChances> demand) {
        this.table = table;
        this.layout = table.layout();
        this.shelf = SingleStock.of(table.season());
        this.price = price;
        this.demand = demand;
        this.below = below(table.season().prices(), price);
        this.played = new double[demand.size()][layout.momentsOfRung()];
        this.choices = new byte[demand.size()][layout.momentsOfRung()];
    }

    /** The first rung that brings less. */
    private static int below(List<Double> prices, double price) {
        int below = 0;
        while (below < prices.size() && prices.get(below) >= price) {
            below++;
        }
        return below;
    }

    /**
     * With the rungs below that are best while it stands.
     *
     * @param price  what a unit brings
     * @param demand at it, for each period
     */
    static AddedRung best(MarkdownTable table, double price, List<UnitChances> demand) {
        if (!table.season().rules().fallingOnly()) {
            throw new IllegalArgumentException(
                    "Where prices may rise again, one price more changes what all others are worth.\nMaybe solve the season with it.");
        }
        var added = new AddedRung(table, price, demand);
        added.pass(added::best);
        return added;
    }

    /** The same price in another demand, followed by the same rungs. */
    AddedRung follow(MarkdownTable world, List<UnitChances> comesTrue) {
        var followed = new AddedRung(world, price, comesTrue);
        followed.pass((period, moment, move, stock) -> choices[period][moment]);
        return followed;
    }

    /** Expected when this price is asked in a moment of another one, and then what was chosen. */
    double value(MarkdownMoment at) {
        return played[at.period()][
                layout.index(0, Math.max(0, layout.move(at.movesLeft()) - 1), layout.pauses() - 1) + at.stock()];
    }

    private interface Choice {
        int rung(int period, int moment, int move, int stock);
    }

    private void pass(Choice choice) {
        var values = new double[layout.momentsOfRung()];
        for (int moment = 0; moment < values.length; moment++) {
            values[moment] = shelf.atEnd(moment % layout.stocks());
        }
        for (int period = demand.size() - 1; period >= 0; period--) {
            for (int from = 0; from < values.length; from += layout.stocks()) {
                shelf.play(period, price, demand.get(period), values, played[period], from);
            }
            choose(period, choice, values);
        }
    }

    private void choose(int period, Choice choice, double[] values) {
        for (int move = 0; move < layout.moves(); move++) {
            for (int pause = 0; pause < layout.pauses(); pause++) {
                boolean free =
                        pause == 0 && (move > 0 || !table.season().rules().isCounted());
                int from = layout.index(0, move, pause);
                for (int stock = 0; stock <= shelf.reach(period); stock++) {
                    int rung = free ? choice.rung(period, from + stock, move, stock) : STAYS;
                    choices[period][from + stock] = (byte) rung;
                    values[from + stock] = worth(period, move, pause, stock, rung);
                }
            }
        }
    }

    private double worth(int period, int move, int pause, int stock, int rung) {
        return rung == STAYS
                ? played[period][layout.index(0, move, Math.max(0, pause - 1)) + stock]
                : table.played(period, layout.asked(STAYS, move, 0, rung) + stock);
    }

    /** A move that brings nothing more is not made. */
    private int best(int period, int moment, int move, int stock) {
        int best = STAYS;
        double value = worth(period, move, 0, stock, STAYS);
        for (int rung = below; rung < layout.rungs(); rung++) {
            double moved = worth(period, move, 0, stock, rung);
            if (moved > value) {
                value = moved;
                best = rung;
            }
        }
        return best;
    }
}
