package dev.storetwin.cli.weekly;

import dev.storetwin.core.inventory.Shelf;
import dev.storetwin.csv.CsvOutput;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.TimeSeries;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sales, in-stock flags, state and master data of the same pairs, put together to one shelf per line of the state file.
 */
public final class ShelfFiles {

    private static final int WEEKS_OF_A_YEAR = 52;

    private final List<ShelfState> states;
    private final List<Shelf> shelves;
    private final List<String> notes;

    private ShelfFiles(List<ShelfState> states, List<Shelf> shelves, List<String> notes) {
        this.states = states;
        this.shelves = shelves;
        this.notes = notes;
    }

    /**
     * Reads all four files.
     *
     * @throws CsvProblem with file, line and column of what cannot be used
     */
    public static ShelfFiles read(Path sales, Path inStock, Path state, Path master) {
        var units = WideTable.units(sales);
        var flags = WideTable.flags(inStock);
        var groups = MasterTable.read(master);
        var states = ShelfState.read(state);
        refuseStrangers(units, states);
        var shelves = states.stream()
                .map(it ->
                        new Shelf(history(it.pair(), units, flags), groups.of(it.pair()), it.onHand(), it.inTransit()))
                .toList();
        return new ShelfFiles(states, shelves, notes(states, units, flags, groups));
    }

    private static void refuseStrangers(WideTable units, List<ShelfState> states) {
        if (states.stream().noneMatch(it -> units.rows().containsKey(it.pair()))) {
            throw CsvProblem.of(
                    units.file(),
                    "it has none of the stores and products of the state file.",
                    "stores or products are numbered otherwise there, with leading zeros or decimals.");
        }
    }

    private static TimeSeries history(Pair pair, WideTable units, WideTable flags) {
        var values = units.rows().getOrDefault(pair, new double[0]);
        var available = Optional.ofNullable(flags.rows().get(pair));
        var inStock = new boolean[values.length];
        Arrays.fill(inStock, true);
        for (int week = 0; week < values.length; week++) {
            var monday = units.first().plusWeeks(week);
            inStock[week] = available.map(it -> flags.at(it, monday) != 0).orElse(true);
        }
        return TimeSeries.of(pair.toString(), values)
                .withInStock(inStock)
                .withCalendar(PeriodCalendar.weekly(units.first()));
    }

    private static List<String> notes(List<ShelfState> states, WideTable units, WideTable flags, MasterTable groups) {
        var notes = new ArrayList<String>();
        tell(notes, states, units.rows()::containsKey, "have no sales: nothing is ordered for them.");
        tell(notes, states, flags.rows()::containsKey, "have no in-stock flags: they count as always in stock.");
        tell(
                notes,
                states,
                groups.groups()::containsKey,
                "are not in the master data: they form a group of their own.");
        if (units.weeks() < WEEKS_OF_A_YEAR) {
            notes.add("%d weeks of sales are too few to know the season.".formatted(units.weeks()));
        }
        return notes;
    }

    private static void tell(List<String> notes, List<ShelfState> states, Predicate<Pair> known, String what) {
        var strangers = states.stream()
                .map(ShelfState::pair)
                .filter(it -> !known.test(it))
                .toList();
        if (!strangers.isEmpty()) {
            notes.add("%d of %d stores and products, such as %s, %s"
                    .formatted(strangers.size(), states.size(), strangers.get(0), what));
        }
    }

    /** In the order of the state file. */
    public List<Shelf> shelves() {
        return shelves;
    }

    /** What a reader of the orders should know about the input. */
    public List<String> notes() {
        return notes;
    }

    /** {@code Store,Product,Quantity}, one row per shelf. */
    public void writeOrders(long[] quantities, Writer to) {
        try (var table = CsvOutput.to(to, List.of("Store", "Product", "Quantity"))) {
            for (int i = 0; i < quantities.length; i++) {
                var pair = states.get(i).pair();
                table.write(List.of(pair.store(), pair.product(), Long.toString(quantities[i])));
            }
        }
    }
}
