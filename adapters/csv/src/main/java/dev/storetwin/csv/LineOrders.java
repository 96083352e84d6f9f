package dev.storetwin.csv;

import dev.storetwin.csv.Reversals.Match;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.ItemsReturned;
import dev.storetwin.event.LineKind;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.OrderTotals;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Channel;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Place;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.TaxMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts lines together to orders and what became of them, one order at a time. */
final class LineOrders {

    private static final int NONE = -1;

    private final SortedLines lines;
    private final LineTable table;
    private final LineSort sort;
    private final TransactionSettings settings;
    private final LineList[] ofOrder;
    private final Map<Integer, List<Match>> undone = new HashMap<>();
    private final OrderId[] ids;

    /** Per order the first line that sells goods, or none. */
    private final int[] firstSale;

    LineOrders(SortedLines lines, LineSort sort, List<Match> matches, TransactionSettings settings) {
        this.lines = lines;
        this.table = lines.table();
        this.sort = sort;
        this.settings = settings;
        this.ofOrder = grouped();
        this.ids = ids();
        this.firstSale = firstSales(table, lines);
        matches.forEach(it -> undone.computeIfAbsent(table.order(it.sale()), order -> new ArrayList<>())
                .add(it));
    }

    private LineList[] grouped() {
        var groups = new LineList[table.orders.size()];
        Arrays.setAll(groups, it -> new LineList());
        for (int line = 0; line < table.size(); line++) {
            if (lines.is(Treatment.SALE, line) || isExtra(line)) {
                groups[table.order(line)].add(line);
            }
        }
        return groups;
    }

    private boolean isExtra(int line) {
        return lines.is(Treatment.SERVICE, line) && table.quantity(line) != 0;
    }

    /** A number that several channels use is told apart by its channel; the first keeps it plain. */
    private OrderId[] ids() {
        var taken = new HashMap<String, Integer>();
        var result = new OrderId[table.orders.size()];
        for (int order = 0; order < result.length; order++) {
            var number = number(table.orders.word(order));
            var first = taken.putIfAbsent(number, order);
            result[order] = OrderId.of(first == null ? number : number + "@" + channelName(table.orders.word(order)));
        }
        return result;
    }

    /** The number within a key of {@code channel/number}. */
    static String number(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    private String channelName(String key) {
        return table.channels.word(Integer.parseInt(key.substring(0, key.indexOf('/'))));
    }

    private static int[] firstSales(LineTable table, SortedLines lines) {
        var first = new int[table.orders.size()];
        Arrays.fill(first, NONE);
        for (int line : lines.inTime()) {
            if (lines.is(Treatment.SALE, line) && first[table.order(line)] == NONE) {
                first[table.order(line)] = line;
            }
        }
        return first;
    }

    /** Orders that sell goods, in order of time. */
    int[] sellingOrders() {
        return Arrays.stream(lines.inTime())
                .filter(line -> firstSale[table.order(line)] == line)
                .map(table::order)
                .toArray();
    }

    private IntStream lines(int order) {
        return IntStream.range(0, ofOrder[order].size()).map(ofOrder[order]::get);
    }

    /** The order, then what was taken back of it. */
    Stream<TwinEvent> events(int order) {
        return Stream.concat(Stream.of(placed(order)), takenBack(order));
    }

    private OrderPlaced placed(int order) {
        int first = firstSale[order];
        var orderLines = new ArrayList<OrderLine>();
        for (int i = 0; i < ofOrder[order].size(); i++) {
            orderLines.add(orderLine(i, ofOrder[order].get(i)));
        }
        var customer =
                lines(order).boxed().flatMap(it -> table.customer(it).stream()).findFirst();
        return new OrderPlaced(
                EventHeader.of(settings.source(), EntityKind.ORDER, ids[order].value(), lines.moment(first)),
                ids[order],
                Channel.of(table.channels.word(table.channel(first))),
                customer,
                table.country(first).map(Place::of),
                TaxMode.UNKNOWN,
                orderLines,
                OrderTotals.UNKNOWN);
    }

    private OrderLine orderLine(int index, int line) {
        var quantity = new Quantity(table.quantity(line));
        var price = table.price(line, settings.currency());
        return new OrderLine(
                lineId(index),
                lines.is(Treatment.SALE, line) ? LineKind.GOODS : sort.kind(line),
                Sku.of(table.skus.word(table.sku(line))),
                quantity.max(quantity.negated()),
                price,
                price.map(it -> Amount.of(it.times(quantity), TaxMode.UNKNOWN)).orElse(Amount.UNKNOWN),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static String lineId(int index) {
        return Integer.toString(index + 1);
    }

    private Stream<TwinEvent> takenBack(int order) {
        var groups = new LinkedHashMap<Undoing, List<LineQuantity>>();
        var moments = new HashMap<Undoing, Instant>();
        for (var match : undone.getOrDefault(order, List.of())) {
            var undoing = new Undoing(table.order(match.reversal()), Reversals.isSoon(lines, match));
            groups.computeIfAbsent(undoing, it -> new ArrayList<>()).add(lineQuantity(order, match));
            moments.putIfAbsent(undoing, lines.moment(match.reversal()));
        }
        return groups.entrySet().stream()
                .map(it -> event(order, it.getKey(), moments.getOrDefault(it.getKey(), Instant.EPOCH), it.getValue()));
    }

    /** All that one credit takes back of one order, in one way. */
    private record Undoing(int credit, boolean soon) {}

    private LineQuantity lineQuantity(int order, Match match) {
        int index = lines(order).boxed().toList().indexOf(match.sale());
        var sku = Sku.of(table.skus.word(table.sku(match.sale())));
        return new LineQuantity(lineId(index), sku, new Quantity(match.thousandths()));
    }

    private TwinEvent event(int order, Undoing undoing, Instant moment, List<LineQuantity> quantities) {
        var id = ids[undoing.credit()] + ">" + ids[order];
        var kind = undoing.soon() ? EntityKind.CANCELLATION : EntityKind.RETURN;
        var header = EventHeader.of(settings.source(), kind + ":" + id, new Entity(kind, id), moment);
        var reason = "reversed by " + number(table.orders.word(undoing.credit()));
        return undoing.soon()
                ? new OrderCancelled(header, ids[order], quantities, reason)
                : new ItemsReturned(header, ids[order], quantities, reason);
    }
}
