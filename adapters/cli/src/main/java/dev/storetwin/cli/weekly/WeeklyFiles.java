package dev.storetwin.cli.weekly;

import dev.storetwin.core.inventory.policy.ReplayItem;
import dev.storetwin.core.inventory.policy.ReplayPanel;
import dev.storetwin.core.inventory.policy.StockTerms;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.TimeSeries;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sales, in-stock flags and master data of the same pairs of store and product. */
public final class WeeklyFiles {

    private static final int WEEKS_OF_A_YEAR = 52;

    private final WideTable units;
    private final WideTable flags;
    private final MasterTable groups;
    private final boolean grouped;

    private WeeklyFiles(WideTable units, WideTable flags, MasterTable groups, boolean grouped) {
        this.units = units;
        this.flags = flags;
        this.groups = groups;
        this.grouped = grouped;
    }

    /**
     * Reads all of them.
     *
     * @param master without it all pairs are of one group
     * @throws CsvProblem with file, line and column of what cannot be used
     */
    public static WeeklyFiles read(Path sales, Path inStock, Optional<Path> master) {
        return new WeeklyFiles(
                WideTable.units(sales),
                WideTable.flags(inStock),
                master.map(MasterTable::read).orElse(MasterTable.NONE),
                master.isPresent());
    }

    /** All pairs that have sales, in the order of their file. */
    List<Pair> pairs() {
        return List.copyOf(units.rows().keySet());
    }

    boolean isSold(Pair pair) {
        return units.rows().containsKey(pair);
    }

    /** Name of the file of sales. */
    String file() {
        return units.file();
    }

    /** Everything that has sales, on the same terms. */
    public ReplayPanel panel(StockTerms terms) {
        if (pairs().isEmpty()) {
            throw CsvProblem.of(
                    units.file(), "there is no line after the header.", "the export was filtered to nothing.");
        }
        return panel(pairs(), terms);
    }

    ReplayPanel panel(List<Pair> pairs, StockTerms terms) {
        return new ReplayPanel(pairs.stream()
                .map(it -> new ReplayItem(history(it), groups.of(it), terms))
                .toList());
    }

    private TimeSeries history(Pair pair) {
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

    /** Monday of a week, counted from 0. */
    public LocalDate monday(int week) {
        return units.first().plusWeeks(week);
    }

    /** What a reader of the results should know about the input. */
    public List<String> notes() {
        return notes(pairs());
    }

    List<String> notes(List<Pair> pairs) {
        var notes = new ArrayList<String>();
        tell(notes, pairs, this::isSold, "have no sales: nothing is ordered for them.");
        tell(notes, pairs, flags.rows()::containsKey, "have no in-stock flags: they count as always in stock.");
        if (grouped) {
            tell(
                    notes,
                    pairs,
                    groups.groups()::containsKey,
                    "are not in the master data: they form a group of their own.");
        }
        int unflagged = weeksWithoutFlags();
        if (unflagged > 0) {
            notes.add("%s has no column for %d of the weeks of sales: they count as in stock."
                    .formatted(flags.file(), unflagged));
        }
        if (units.weeks() < WEEKS_OF_A_YEAR) {
            notes.add("%d weeks of sales are too few to know the season.".formatted(units.weeks()));
        }
        return notes;
    }

    private int weeksWithoutFlags() {
        int count = 0;
        for (int week = 0; week < units.weeks(); week++) {
            count += flags.covers(monday(week)) ? 0 : 1;
        }
        return count;
    }

    private static void tell(List<String> notes, List<Pair> pairs, Predicate<Pair> known, String what) {
        var strangers = pairs.stream().filter(it -> !known.test(it)).toList();
        if (!strangers.isEmpty()) {
            notes.add("%d of %d stores and products, such as %s, %s"
                    .formatted(strangers.size(), pairs.size(), strangers.get(0), what));
        }
    }
}
