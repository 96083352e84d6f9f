package dev.storetwin.core.state;

import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.state.Customer;
import dev.storetwin.state.CustomerView;
import dev.storetwin.state.Purchase;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.SubjectId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shoppers, read from what their orders add. */
final class ShopCustomers implements CustomerView {

    private static final Comparator<Purchase> OLDEST_FIRST =
            Comparator.comparing(Purchase::at).thenComparing(Purchase::order);

    private final Reading reading;
    private final Folding folding;

    ShopCustomers(Reading reading, Folding folding) {
        this.reading = reading;
        this.folding = folding;
    }

    @Override
    public Optional<Customer> find(SubjectId subject) {
        var orders = reading.read(LedgerEntry.Purchase.class, subject)
                .map(LedgerEntry.Purchase::at)
                .sorted()
                .toList();
        var linked = linked(subject);
        var consents = consents(subject);
        if (orders.isEmpty() && linked.isEmpty() && consents.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Customer(
                subject,
                orders.size(),
                orders.stream().findFirst(),
                orders.stream().reduce((first, second) -> second),
                linked,
                consents));
    }

    @Override
    public List<Purchase> purchases(SubjectId subject) {
        return Stream.concat(Stream.of(subject), linked(subject).stream())
                .flatMap(it -> reading.read(LedgerEntry.Purchase.class, it))
                .map(it -> new Purchase(it.order(), it.at(), folding.money(it.revenue())))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** Everyone who can be reached over links. */
    private Set<SubjectId> linked(SubjectId subject) {
        var reached = new TreeSet<SubjectId>(Set.of(subject));
        var open = new ArrayList<SubjectId>(reached);
        while (!open.isEmpty()) {
            reading.read(LedgerEntry.Link.class, open.remove(open.size() - 1))
                    .map(LedgerEntry.Link::other)
                    .filter(reached::add)
                    .forEach(open::add);
        }
        reached.remove(subject);
        return reached;
    }

    private Map<String, Boolean> consents(SubjectId subject) {
        return reading.read(LedgerEntry.Consent.class, subject)
                .collect(Collectors.toMap(
                        LedgerEntry.Consent::purpose, LedgerEntry.Consent::granted, Boolean::logicalAnd));
    }

    @Override
    public SortedSet<Entity> documents(SubjectId subject) {
        var orders = Stream.concat(
                reading.read(LedgerEntry.Purchase.class, subject).map(LedgerEntry.Purchase::order),
                reading.read(LedgerEntry.CalledOff.class, subject).map(LedgerEntry.CalledOff::order));
        return orders.flatMap(it -> documents(reading, it)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** An order and its parcels. */
    static Stream<Entity> documents(Reading reading, OrderId order) {
        var parcels = reading.document(EntityKind.ORDER, order.value()).facts(ShipmentDispatched.class).stream()
                .map(it -> new Entity(EntityKind.SHIPMENT, it.shipment().value()));
        return Stream.concat(Stream.of(new Entity(EntityKind.ORDER, order.value())), parcels);
    }

    @Override
    public int count() {
        return reading.count(LedgerEntry.Purchase.class);
    }
}
