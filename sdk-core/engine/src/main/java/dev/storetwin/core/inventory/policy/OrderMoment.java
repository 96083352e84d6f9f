package dev.storetwin.core.inventory.policy;

import dev.storetwin.core.inventory.Shelf;
import dev.storetwin.forecast.DemandForecast;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a period as whoever orders sees it: histories up to then, what is on the shelves and on its way, and what the forecasters
 * make of the histories. It holds no reference to anything later.
 */
public final class OrderMoment {

    private final KnownDemand known;
    private final List<PlayedShelf> stock;

    OrderMoment(KnownDemand known, List<PlayedShelf> stock) {
        this.known = known;
        this.stock = stock;
    }

    /**
     * The present.
     *
     * @param panel   whose history ends now
     * @param review  periods until the next order
     * @param policy  that is going to be asked
     * @param shelves what there is and what is under way, one per item of the panel
     */
    public static OrderMoment now(ReplayPanel panel, int review, OrderingPolicy policy, List<Shelf> shelves) {
        if (shelves.size() != panel.size()) {
            throw new IllegalArgumentException(
                    "%d shelves for %d items; one for each is expected.".formatted(shelves.size(), panel.size()));
        }
        var known = KnownDemand.before(
                panel.periods(),
                panel,
                review,
                policy.forecasters(),
                policy.reach(panel.longestLead(), review),
                Runnable::run,
                new Spent(() -> 0));
        var stock = new ArrayList<PlayedShelf>();
        for (int i = 0; i < shelves.size(); i++) {
            var coming = shelves.get(i).inTransit().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            stock.add(
                    PlayedShelf.of(panel.items().get(i).terms(), shelves.get(i).onHand(), coming));
        }
        return new OrderMoment(known, stock);
    }

    /** How many periods are known. */
    public int periods() {
        return known.periods();
    }

    /** Number of items. */
    public int size() {
        return stock.size();
    }

    /** Periods until the next order. */
    public int review() {
        return known.review();
    }

    public StockTerms terms(int item) {
        return known.terms(item);
    }

    /** History, stock and what is under way. */
    public Shelf shelf(int item) {
        var shelf = stock.get(item);
        return new Shelf(known.history(item), known.groups(item), shelf.onHand(), shelf.inTransit());
    }

    /** Units on the shelf and on their way together. */
    public double position(int item) {
        var shelf = stock.get(item);
        double units = shelf.onHand();
        for (double coming : shelf.inTransit()) {
            units += coming;
        }
        return units;
    }

    /**
     * From the next period on.
     *
     * @throws IllegalArgumentException when the policy did not say that it looks at this forecaster
     */
    public DemandForecast forecast(PanelForecaster by, int item) {
        return known.forecast(by, item);
    }

    /**
     * Futures of demand from the next period on, one row each.
     *
     * @param periods length of a row, not beyond what the policy said that it looks ahead
     */
    public double[][] futures(PanelForecaster by, int item, int periods, int count, long seed) {
        return known.futures(by, item, periods, count, seed);
    }
}
