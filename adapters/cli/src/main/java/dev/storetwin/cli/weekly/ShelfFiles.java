package dev.storetwin.cli.weekly;

import dev.storetwin.core.inventory.Shelf;
import dev.storetwin.core.inventory.policy.ReplayPanel;
import dev.storetwin.core.inventory.policy.StockTerms;
import dev.storetwin.csv.CsvOutput;
import dev.storetwin.csv.CsvProblem;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What there is and what is under way, beside the sales, in-stock flags and master data of the same pairs. */
public final class ShelfFiles {

    private final List<ShelfState> states;
    private final List<ShelfState> sold;
    private final WeeklyFiles weekly;

    private ShelfFiles(List<ShelfState> states, WeeklyFiles weekly) {
        this.states = states;
        this.sold = states.stream().filter(it -> weekly.isSold(it.pair())).toList();
        this.weekly = weekly;
    }

    /**
     * Reads the state.
     *
     * @throws CsvProblem with file, line and column of what cannot be used
     */
    public static ShelfFiles read(Path state, WeeklyFiles weekly) {
        var files = new ShelfFiles(ShelfState.read(state), weekly);
        if (files.sold.isEmpty()) {
            throw CsvProblem.of(
                    weekly.file(),
                    "it has none of the stores and products of the state file.",
                    "stores or products are numbered otherwise there, with leading zeros or decimals.");
        }
        return files;
    }

    /** Those lines of the state file that have sales, in their order. */
    public ReplayPanel panel(StockTerms terms) {
        return weekly.panel(sold.stream().map(ShelfState::pair).toList(), terms);
    }

    /** One for each item of the panel. */
    public List<Shelf> shelves(ReplayPanel panel) {
        var shelves = new ArrayList<Shelf>();
        for (int i = 0; i < sold.size(); i++) {
            var item = panel.items().get(i);
            var state = sold.get(i);
            shelves.add(new Shelf(item.sales(), item.groups(), state.onHand(), state.inTransit()));
        }
        return shelves;
    }

    /** What a reader of the orders should know about the input. */
    public List<String> notes() {
        return weekly.notes(states.stream().map(ShelfState::pair).toList());
    }

    /**
     * {@code Store,Product,Quantity}, one row per line of the state file.
     *
     * @param quantities one for each item of the panel; what has no sales gets nothing
     */
    public void writeOrders(long[] quantities, Writer to) {
        try (var table = CsvOutput.to(to, List.of("Store", "Product", "Quantity"))) {
            int next = 0;
            for (var state : states) {
                var pair = state.pair();
                long quantity = weekly.isSold(pair) ? quantities[next++] : 0;
                table.write(List.of(pair.store(), pair.product(), Long.toString(quantity)));
            }
        }
    }
}
