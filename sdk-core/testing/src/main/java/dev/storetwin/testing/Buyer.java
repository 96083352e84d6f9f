package dev.storetwin.testing;

import dev.storetwin.testing.Purchasing.Purchase;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.PurchaseOrderId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SupplierId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shop's own buyer: once a week and supplier, order up to what the last four weeks sold over lead time and a week, with a little more.
 * They know neither season nor trend and take empty shelves for lack of demand; so there are stock-outs.
 */
final class Buyer {

    private static final int WINDOW = 28;
    private static final int REVIEW = 7;

    private record Shelf(Sku sku, NodeId node) {}

    private final ShopSettings settings;
    private final Assortment assortment;
    private final Shelves shelves;
    private final PriceBoard board;
    private final Purchasing purchasing;
    private final Map<Shelf, long[]> sold = new HashMap<>();
    private int nextPurchase = 1;

    Buyer(ShopSettings settings, Assortment assortment, Shelves shelves, PriceBoard board, Purchasing purchasing) {
        this.settings = settings;
        this.assortment = assortment;
        this.shelves = shelves;
        this.board = board;
        this.purchasing = purchasing;
    }

    void saw(Sale sale, LocalDate day) {
        for (var line : sale.lines()) {
            var days = sold.computeIfAbsent(new Shelf(line.sku(), line.node()), shelf -> new long[WINDOW]);
            days[slot(day)] += line.units();
        }
    }

    private static int slot(LocalDate day) {
        return (int) Math.floorMod(day.toEpochDay(), (long) WINDOW);
    }

    /** A new day begins: what was sold four weeks ago is forgotten. */
    void begin(LocalDate day) {
        sold.values().forEach(days -> days[slot(day)] = 0);
    }

    /** Each supplier has its weekday, from Monday to Friday. */
    void review(LocalDate day) {
        var suppliers = assortment.articles().stream()
                .map(it -> it.supply().supplier())
                .distinct()
                .sorted()
                .toList();
        for (int i = 0; i < suppliers.size(); i++) {
            if (day.getDayOfWeek() == DayOfWeek.of(i % 5 + 1)) {
                review(suppliers.get(i), day);
            }
        }
    }

    private void review(SupplierId supplier, LocalDate day) {
        for (var depot : assortment.depots()) {
            var lines = new ArrayList<Purchase.Line>();
            for (var article : assortment.articles()) {
                if (article.supply().supplier().equals(supplier) && assortment.isStocked(article, depot)) {
                    line(article, depot, day).forEach(lines::add);
                }
            }
            if (!lines.isEmpty()) {
                place(supplier, depot, day, lines);
            }
        }
    }

    private Stream<Purchase.Line> line(Article article, Depot depot, LocalDate day) {
        double rate = rate(article, depot, day);
        double needed = rate * (article.supply().leadDays() + REVIEW);
        long upTo = (long) StrictMath.ceil(needed + StrictMath.sqrt(needed));
        long position = shelves.free(article.sku(), depot.node()) + shelves.onOrder(article.sku(), depot.node());
        if (rate == 0 || position >= needed) {
            return Stream.empty();
        }
        long units = article.supply().orderFor(upTo - position);
        return Stream.of(new Purchase.Line(article.sku(), units, board.cost(article.sku())));
    }

    /** Units a day as the buyer believes: a guess in the first four weeks, then what was sold. */
    private double rate(Article article, Depot depot, LocalDate day) {
        if (day.isBefore(settings.from().plusDays(WINDOW))) {
            return assortment.dailyUnits(article, depot);
        }
        long units = 0;
        for (long each : sold.getOrDefault(new Shelf(article.sku(), depot.node()), new long[0])) {
            units += each;
        }
        return units / (double) WINDOW;
    }

    private void place(SupplierId supplier, Depot depot, LocalDate day, List<Purchase.Line> lines) {
        int leadDays = assortment.articles().stream()
                .filter(it -> it.supply().supplier().equals(supplier))
                .mapToInt(it -> it.supply().leadDays())
                .max()
                .orElseThrow();
        var promised =
                day.plusDays(leadDays).atTime(8, 0).atZone(settings.zone()).toInstant();
        var id = PurchaseOrderId.of(String.format(Locale.ROOT, "PO-%05d", nextPurchase++));
        purchasing.place(new Purchase(id, Optional.of(supplier), depot.node(), promised, lines));
    }
}
