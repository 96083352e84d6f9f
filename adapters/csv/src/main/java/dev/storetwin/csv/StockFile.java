package dev.storetwin.csv;

import dev.storetwin.event.CountBasis;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.PurchaseOrderPlaced;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.PurchaseOrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of stock: {@code sku,node,on_hand,on_order,expected_date}. What is on hand is free to sell: the orders of the history have left. A SKU and
 * node may stand in several lines when several deliveries are on their way; what is on hand then stands in one of them.
 */
public final class StockFile {

    private static final NodeId DEFAULT = NodeId.of("default");

    /** One line of the file. */
    private record Line(
            Sku sku, NodeId node, Optional<Quantity> onHand, Optional<Quantity> onOrder, Optional<LocalDate> expected) {

        String place() {
            return sku + "@" + node;
        }
    }

    private final List<Line> lines;

    private StockFile(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * Reads a whole file.
     *
     * @throws CsvProblem with file, line and column of the first cell that cannot be used
     */
    public static StockFile read(Path file) {
        try (var table = CsvTable.open(file)) {
            var lines = new ArrayList<Line>();
            var counted = new HashMap<String, Long>();
            table.forEach(row -> {
                var line = line(table, row);
                if (line.onHand().isPresent()) {
                    refuseSecondCount(table, row, counted.putIfAbsent(line.place(), row.line()));
                }
                lines.add(line);
            });
            return new StockFile(lines);
        }
    }

    private static Line line(CsvTable table, CsvRow row) {
        return new Line(
                row.name(table.require("sku"), Sku::of),
                row.findName(table.find("node"), NodeId::of).orElse(DEFAULT),
                row.findQuantity(Optional.of(table.require("on_hand"))),
                onOrder(row, table.find("on_order")),
                row.findDate(table.find("expected_date")));
    }

    private static Optional<Quantity> onOrder(CsvRow row, Optional<Column> column) {
        var quantity = row.findQuantity(column);
        if (quantity.map(Quantity::isNegative).orElse(false)) {
            throw row.problem(
                    column.orElseThrow(),
                    "expected units not below zero, found %s.".formatted(quantity.get()),
                    "it counts what customers have ordered.");
        }
        return quantity.filter(Quantity::isPositive);
    }

    private static void refuseSecondCount(CsvTable table, CsvRow row, @Nullable Long first) {
        if (first != null) {
            throw row.problem(
                    table.require("on_hand"),
                    "this SKU and node were counted in line %d already.".formatted(first),
                    "the lines are batches: add them up, or leave on_hand empty in all but one.");
        }
    }

    /** The nodes that the file names, in order. */
    public List<NodeId> nodes() {
        return lines.stream().map(Line::node).distinct().sorted().toList();
    }

    /** The file as what is true at a moment: a count of each SKU and node, and a purchase order for everything on its way. */
    public Stream<TwinEvent> events(Source source, Instant moment, ZoneId zone) {
        var events = new ArrayList<TwinEvent>();
        var deliveries = new HashMap<String, Integer>();
        for (var line : lines) {
            line.onHand().ifPresent(it -> events.add(counted(line, it, source, moment)));
            line.onOrder().ifPresent(it -> {
                int number = deliveries.merge(line.place(), 1, Integer::sum);
                events.add(onItsWay(line, it, line.place() + ":" + number, source, moment, zone));
            });
        }
        return events.stream();
    }

    private static StockCounted counted(Line line, Quantity quantity, Source source, Instant moment) {
        var header = EventHeader.of(source, EntityKind.STOCK, "count:" + line.place() + "@" + moment, moment);
        return new StockCounted(header, line.sku(), line.node(), StockKind.SELLABLE, CountBasis.AVAILABLE, quantity);
    }

    private static PurchaseOrderPlaced onItsWay(
            Line line, Quantity quantity, String id, Source source, Instant moment, ZoneId zone) {
        var expected = line.expected().map(it -> it.atStartOfDay(zone).toInstant());
        return PurchaseOrderPlaced.of(
                source, PurchaseOrderId.of(id), line.sku(), line.node(), quantity, moment, expected);
    }
}
