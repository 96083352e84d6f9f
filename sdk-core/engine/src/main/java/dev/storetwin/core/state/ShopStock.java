package dev.storetwin.core.state;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.StockKind;
import dev.storetwin.state.Inbound;
import dev.storetwin.state.Receipt;
import dev.storetwin.state.StockLevel;
import dev.storetwin.state.StockView;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The stock, read from its accounts. */
final class ShopStock implements StockView {

    private static final Comparator<Inbound> SOONEST_FIRST = Comparator.<Inbound, Instant>comparing(
                    it -> it.expectedAt().orElse(Instant.MAX))
            .thenComparing(Inbound::quantity)
            .thenComparing(it -> it.orderedAt().orElse(Instant.MIN));

    private static final Comparator<Receipt> OLDEST_FIRST = Comparator.comparing(Receipt::orderedAt)
            .thenComparing(Receipt::arrivedAt)
            .thenComparing(it -> it.expectedAt().orElse(Instant.MAX));

    private final Names names;

    ShopStock(Names names) {
        this.names = names;
    }

    @Override
    public boolean isKnown(Sku sku) {
        return accounts(sku).anyMatch(it -> it.knownFrom().isPresent());
    }

    private Stream<StockAccount> accounts(Sku sku) {
        return names.books(sku).flatMap(it -> it.stock().things().stream());
    }

    private Stream<StockAccount> accounts(Sku sku, NodeId node) {
        return names.books(sku).flatMap(it -> Optional.ofNullable(it.stock().get(node)).stream());
    }

    @Override
    public List<NodeId> nodes(Sku sku) {
        var held = names.books(sku)
                .flatMap(it -> it.stock().keys().stream())
                .filter(it -> !it.equals(StockAccount.UNASSIGNED));
        return Stream.concat(held, arrivals(sku).map(LedgerEntry.Arrival::node))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<LedgerEntry.Arrival> arrivals(Sku sku) {
        return names.books(sku).flatMap(it -> it.arrivals().stream());
    }

    @Override
    public StockLevel level(Sku sku, NodeId node) {
        var onOrder = sum(inbound(sku, node).stream().map(Inbound::quantity));
        return new StockLevel(onHand(sku, node, StockKind.SELLABLE), reserved(sku, node), onOrder);
    }

    private Quantity reserved(Sku sku, NodeId node) {
        return sum(accounts(sku, node).map(it -> it.level(Bucket.RESERVED)));
    }

    private static Quantity sum(Stream<Quantity> quantities) {
        return quantities.reduce(Quantity.ZERO, Quantity::plus);
    }

    @Override
    public StockLevel total(Sku sku) {
        var levels = nodes(sku).stream().map(it -> level(sku, it)).reduce(StockLevel.EMPTY, StockLevel::plus);
        return levels.plus(new StockLevel(Quantity.ZERO, unassigned(sku), Quantity.ZERO));
    }

    /** Reservations without a node. Those from before a count of what is available are subtracted in that count already. */
    private Quantity unassigned(Sku sku) {
        var anywhere = accounts(sku, StockAccount.UNASSIGNED).toList();
        if (anywhere.isEmpty()) {
            return Quantity.ZERO;
        }
        var counted =
                accounts(sku).flatMap(it -> it.lastAvailableCount().stream()).max(Comparator.naturalOrder());
        return sum(anywhere.stream().map(it -> unassigned(it, counted)));
    }

    @Override
    public Quantity onHand(Sku sku, NodeId node, StockKind kind) {
        return sum(accounts(sku, node).map(it -> it.level(Bucket.of(kind))));
    }

    @Override
    public List<Inbound> inbound(Sku sku, NodeId node) {
        var arrivals = arrivals(sku).filter(it -> it.node().equals(node)).toList();
        var reported = arrivals.stream()
                .filter(it -> !isOwn(it))
                .map(LedgerEntry.Arrival::since)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return arrivals.stream()
                .filter(it -> !isOwn(it) || it.since().isAfter(reported))
                .map(LedgerEntry.Arrival::inbound)
                .filter(it -> it.quantity().isPositive())
                .sorted(SOONEST_FIRST)
                .toList();
    }

    @Override
    public List<Receipt> receipts(Sku sku, NodeId node) {
        return arrivals(sku)
                .filter(it -> it.node().equals(node) && it.document().kind() == EntityKind.PURCHASE_ORDER)
                .flatMap(it -> it.arrived().stream()
                        .map(at -> new Receipt(it.since(), it.inbound().expectedAt(), at)))
                .filter(it -> !it.arrivedAt().isBefore(it.orderedAt()))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** What the twin has ordered itself counts until the platform reports an order of its own. */
    private static boolean isOwn(LedgerEntry.Arrival arrival) {
        return arrival.document().kind() == EntityKind.DECISION;
    }

    @Override
    public Optional<Quantity> onHandAt(Sku sku, NodeId node, Instant moment) {
        var known = accounts(sku, node)
                .filter(it ->
                        it.knownFrom().filter(from -> !from.isAfter(moment)).isPresent())
                .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(sum(known.stream().map(it -> it.level(Bucket.SELLABLE, moment))));
    }

    @Override
    public List<Optional<Quantity>> onHandAt(Sku sku, NodeId node, List<Instant> moments) {
        var nanos = moments.stream().mapToLong(EpochNanos::nanos).toArray();
        var sums = new long[nanos.length];
        var known = new boolean[nanos.length];
        accounts(sku, node).forEach(it -> it.addSellable(nanos, sums, known));
        return IntStream.range(0, nanos.length)
                .mapToObj(i -> known[i] ? Optional.of(new Quantity(sums[i])) : Optional.<Quantity>empty())
                .toList();
    }

    @Override
    public Optional<Quantity> availableAt(Sku sku, Instant moment) {
        var then = accounts(sku).map(it -> it.upTo(moment)).toList();
        if (then.stream().noneMatch(it -> it.knownFrom().isPresent())) {
            return Optional.empty();
        }
        var counted =
                then.stream().flatMap(it -> it.lastAvailableCount().stream()).max(Comparator.naturalOrder());
        var atNodes = names.books(sku)
                .flatMap(it -> it.stock().keys().stream())
                .filter(it -> !it.equals(StockAccount.UNASSIGNED))
                .distinct()
                .flatMap(it -> accounts(sku, it))
                .map(it -> available(it.upTo(moment)));
        var anywhere = accounts(sku, StockAccount.UNASSIGNED).map(it -> unassigned(it.upTo(moment), counted));
        return Optional.of(sum(atNodes).minus(sum(anywhere)));
    }

    private static Quantity available(StockAccount account) {
        return account.level(Bucket.SELLABLE).minus(account.level(Bucket.RESERVED));
    }

    private static Quantity unassigned(StockAccount account, Optional<Instant> counted) {
        var reserved = account.level(Bucket.RESERVED);
        return counted.map(
                        at -> reserved.minus(account.level(Bucket.RESERVED, at)).orZero())
                .orElse(reserved);
    }

    @Override
    public Optional<Quantity> availableAt(Sku sku, NodeId node, Instant moment) {
        var then = accounts(sku, node).map(it -> it.upTo(moment)).toList();
        return then.stream().anyMatch(it -> it.knownFrom().isPresent())
                ? Optional.of(sum(then.stream().map(ShopStock::available)))
                : Optional.empty();
    }
}
