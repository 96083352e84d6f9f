package dev.storetwin.csv;

import dev.storetwin.csv.LineTable.Field;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * A shop's history as a file of order lines tells it: orders, what was taken back of them, prices, and notes about everything else in the file.
 *
 * <p>The lines are kept in packed columns; events are made one order at a time while they are read.
 */
public final class Transactions {

    private static final double MOST_UNREADABLE = 0.5;

    private final TransactionSettings settings;
    private final LineTable table;
    private final SortedLines lines;
    private final LineSort sort;
    private final LineOrders orders;
    private final DataNotes notes;

    private Transactions(
            TransactionSettings settings, SortedLines lines, LineSort sort, LineOrders orders, DataNotes notes) {
        this.settings = settings;
        this.table = lines.table();
        this.lines = lines;
        this.sort = sort;
        this.orders = orders;
        this.notes = notes;
    }

    public static Transactions read(Path file, TransactionSettings settings) {
        return read(file, settings, lines -> {});
    }

    /**
     * Reads a whole file.
     *
     * @param progress is told how many lines were read, now and then
     * @throws CsvProblem when a needed column is missing, or more than half of the lines cannot be read
     */
    public static Transactions read(Path file, TransactionSettings settings, LongConsumer progress) {
        try (var table = CsvTable.open(file)) {
            var columns = LineColumns.of(table, settings.columns());
            var notes = new NoteTaker();
            var reader = new LineReader(table.file(), columns, settings, notes);
            table.forEachAsItIs(row -> {
                reader.read(row);
                progress.accept(reader.lines());
            });
            refuseUnreadable(table.file(), reader.lines(), notes);
            return understood(table.file(), columns, reader, settings, notes);
        }
    }

    private static void refuseUnreadable(String file, long lines, NoteTaker notes) {
        if (lines == 0) {
            throw CsvProblem.of(file, "there is no line after the header.", "the export was filtered to nothing.");
        }
        long unreadable = notes.count(NoteKind.QUARANTINED);
        if (unreadable > MOST_UNREADABLE * lines) {
            var examples = notes.notes().stream()
                    .filter(it -> it.kind() == NoteKind.QUARANTINED)
                    .flatMap(it -> it.examples().stream())
                    .toList();
            throw CsvProblem.of(
                    file,
                    "%d of %d lines cannot be read:\n  %s".formatted(unreadable, lines, String.join("\n  ", examples)),
                    "a column plays another role than it seems: name them with --columns role=name,...");
        }
    }

    private static Transactions understood(
            String file, LineColumns columns, LineReader reader, TransactionSettings settings, NoteTaker notes) {
        var table = reader.table();
        var sort = LineSort.of(table);
        var lines = SortedLines.of(table, sort, settings.zone());
        new LineNotes(lines, sort, notes).take();
        var matches = Reversals.match(lines, notes);
        var orders = new LineOrders(lines, sort, matches, settings);
        var sales = Arrays.stream(lines.inTime())
                .filter(it -> lines.is(Treatment.SALE, it))
                .toArray();
        var summary = new DataNotes(
                file,
                columns.toString(),
                reader.lines(),
                sales.length,
                orders.sellingOrders().length,
                Arrays.stream(sales).map(table::sku).distinct().count(),
                Arrays.stream(sales).mapToObj(lines::moment).findFirst(),
                Arrays.stream(sales).mapToObj(lines::moment).reduce((first, second) -> second),
                notes.notes());
        return new Transactions(settings, lines, sort, orders, summary);
    }

    /** What the file holds and how it was understood. */
    public DataNotes notes() {
        return notes;
    }

    /** The SKUs, then their prices, then the orders in order of time, each followed by what was taken back of it. */
    public Stream<TwinEvent> events() {
        var selling = orders.sellingOrders();
        return Stream.of(
                        variants(),
                        new LinePrices(lines, settings).events(),
                        Arrays.stream(selling).boxed().flatMap(orders::events))
                .flatMap(it -> it);
    }

    /** Every SKU that was sold, from its first sale on, named by its most frequent description. */
    private Stream<VariantUpserted> variants() {
        return firstSales().entrySet().stream().map(it -> {
            var sku = Sku.of(table.skus.word(it.getKey()));
            var name = sort.name(it.getKey());
            return VariantUpserted.of(settings.source(), sku, name.isEmpty() ? sku.value() : name, "", it.getValue());
        });
    }

    private Map<Integer, Instant> firstSales() {
        var first = new LinkedHashMap<Integer, Instant>();
        for (int line : lines.inTime()) {
            if (lines.is(Treatment.SALE, line)) {
                first.putIfAbsent(table.number(Field.SKU, line), lines.moment(line));
            }
        }
        return first;
    }

    /** The channels in which each SKU was sold, in order. */
    public Map<Sku, List<Channel>> channels() {
        var places = new HashSet<Long>();
        for (int line : lines.inTime()) {
            if (lines.is(Treatment.SALE, line)) {
                places.add(((long) table.sku(line) << 32) | table.channel(line));
            }
        }
        var channels = new TreeMap<Sku, List<Channel>>();
        for (long place : places) {
            channels.computeIfAbsent(Sku.of(table.skus.word((int) (place >> 32))), it -> new ArrayList<>())
                    .add(Channel.of(table.channels.word((int) place)));
        }
        channels.values().forEach(it -> it.sort(null));
        return channels;
    }
}
