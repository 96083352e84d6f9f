package dev.storetwin.core.forecast;

import dev.storetwin.core.random.Draw;
import dev.storetwin.state.Inbound;
import dev.storetwin.state.Receipt;
import dev.storetwin.state.SupplierTerms;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long orders take, as a distribution: what the last deliveries took, each as likely as the others.
 *
 * <p>With too few deliveries of the SKU to the node, those to all nodes count; with too few of them, the supplier's terms; without terms, a
 * default. A delivery that took more than four times as long as the usual one counts as four times: an order that was forgotten says little of
 * the next one.
 *
 * @param days     that orders took from order to shelf, ascending, at least one
 * @param lateness days after the promised one that orders came, ascending; negative for early ones; none where too few were promised
 * @param reason   in words
 */
public record LeadTimes(List<Integer> days, List<Integer> lateness, String reason) {

    private static final int FEWEST = 3;
    private static final int MOST = 30;
    private static final int LONGEST_DAYS = 730;
    private static final int OUTLYING = 4;

    public LeadTimes {
        days = days.stream().sorted().toList();
        lateness = lateness.stream().sorted().toList();
        if (days.isEmpty() || days.get(0) < 0) {
            throw new IllegalArgumentException(
                    "Lead times %s must be some, and none below 0.\nMaybe give the default.".formatted(days));
        }
    }

    /** Always so many days. */
    public static LeadTimes certain(int days, String reason) {
        return new LeadTimes(List.of(days), List.of(), reason);
    }

    /**
     * Of a SKU that is ordered for a node.
     *
     * @param fallback days, where neither deliveries nor terms tell anything
     */
    public static LeadTimes of(TwinState state, Sku sku, NodeId node, Instant asOf, int fallback) {
        var receipts = recent(state.stock().receipts(sku, node), asOf);
        var where = "to " + node;
        if (receipts.size() < FEWEST) {
            receipts = recent(
                    state.stock().nodes(sku).stream()
                            .flatMap(it -> state.stock().receipts(sku, it).stream())
                            .toList(),
                    asOf);
            where = "to all nodes";
        }
        return receipts.size() < FEWEST ? told(state, sku, fallback) : seen(receipts, where, state.zone());
    }

    private static List<Receipt> recent(List<Receipt> receipts, Instant asOf) {
        return receipts.stream()
                .filter(it -> !it.arrivedAt().isAfter(asOf)
                        && it.orderedAt().isAfter(asOf.minus(Duration.ofDays(LONGEST_DAYS))))
                .sorted(Comparator.comparing(Receipt::orderedAt).reversed().thenComparing(Receipt::arrivedAt))
                .limit(MOST)
                .toList();
    }

    private static LeadTimes told(TwinState state, Sku sku, int fallback) {
        return state.catalog()
                .terms(sku)
                .flatMap(SupplierTerms::leadTime)
                .filter(it -> !it.isNegative())
                .map(it -> certain(
                        wholeDays(it),
                        "The lead time of %d days is from the supplier's terms".formatted(wholeDays(it))))
                .orElseGet(
                        () -> certain(fallback, "The lead time is not known: %d days are assumed".formatted(fallback)));
    }

    private static int wholeDays(Duration duration) {
        return (int) Math.min(LONGEST_DAYS, duration.plusDays(1).minusNanos(1).toDays());
    }

    private static LeadTimes seen(List<Receipt> receipts, String where, ZoneId zone) {
        var taken = receipts.stream()
                .map(it -> between(it.orderedAt(), it.arrivedAt(), zone))
                .sorted()
                .toList();
        int usual = taken.get(taken.size() / 2);
        int most = Math.max(1, OUTLYING * usual);
        var days = taken.stream().map(it -> Math.min(it, most)).toList();
        var late = new ArrayList<Integer>();
        for (var receipt : receipts) {
            receipt.expectedAt().ifPresent(it -> late.add(Math.min(most, between(it, receipt.arrivedAt(), zone))));
        }
        var reason = "The lead time is seen from %d deliveries %s: %d to %d days, half of them up to %d"
                .formatted(days.size(), where, days.get(0), days.get(days.size() - 1), usual);
        return new LeadTimes(days, late.size() < FEWEST ? List.of() : late, reason);
    }

    private static int between(Instant from, Instant to, ZoneId zone) {
        return Math.toIntExact(ChronoUnit.DAYS.between(day(from, zone), day(to, zone)));
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    public boolean isCertain() {
        return days.get(0).equals(longest());
    }

    public int longest() {
        return days.get(days.size() - 1);
    }

    /** Half of the orders take no longer. */
    public int usual() {
        return days.get((days.size() - 1) / 2);
    }

    public int draw(Draw draw) {
        return isCertain() ? longest() : days.get(draw.nextInt(days.size()));
    }

    /**
     * Days from today until something on its way is there. What has a promise keeps it as promises were kept; what has none takes as long as
     * orders take that are not there after as many days. What should have been there long ago is hoped for tomorrow.
     */
    public int drawArrival(Inbound inbound, LocalDate today, ZoneId zone, Draw draw) {
        var promised = inbound.expectedAt().map(it -> (int) ChronoUnit.DAYS.between(today, day(it, zone)));
        return promised.map(it -> kept(it, draw)).orElseGet(() -> taken(inbound.orderedAt(), today, zone, draw));
    }

    private int kept(int promised, Draw draw) {
        if (lateness.isEmpty()) {
            return promised < 0 ? 1 : promised;
        }
        var possible = lateness.stream().filter(it -> promised + it >= 1).toList();
        return possible.isEmpty() ? 1 : promised + possible.get(draw.nextInt(possible.size()));
    }

    private int taken(Optional<Instant> orderedAt, LocalDate today, ZoneId zone, Draw draw) {
        if (isCertain() || orderedAt.isEmpty()) {
            return longest();
        }
        int age = (int) ChronoUnit.DAYS.between(day(orderedAt.get(), zone), today);
        var possible = days.stream().filter(it -> it > age).toList();
        return possible.isEmpty() ? 1 : possible.get(draw.nextInt(possible.size())) - age;
    }
}
