package dev.storetwin.core.state;

import dev.storetwin.core.event.PersonalOwner;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.IdentityEvent;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.ShopperEvent;
import dev.storetwin.event.SubjectsLinked;
import dev.storetwin.event.SubjectsUnlinked;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Customer;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.SessionId;
import dev.storetwin.type.SubjectId;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where personal values of one subject lie: under its own key, and under those of its orders, their shipments and its visits.
 *
 * <p>Only of the subject that was asked for. Other tokens of the same person are named, so that the caller can ask for them too.
 *
 * @param documents its orders and their shipments
 * @param sessions  its visits, as far as they were looked for: state does not keep them
 * @param linked    other tokens of the same person
 */
public record PersonalHoldings(
        SubjectId subject, SortedSet<Entity> documents, SortedSet<SessionId> sessions, Set<SubjectId> linked) {

    public PersonalHoldings {
        documents = Collections.unmodifiableSortedSet(new TreeSet<>(documents));
        sessions = Collections.unmodifiableSortedSet(new TreeSet<>(sessions));
        linked = Set.copyOf(linked);
    }

    /** What state knows: without visits, which it does not keep. A search of a visitor who was known then lies under the subject's own key. */
    public static PersonalHoldings of(TwinState state, SubjectId subject) {
        var customers = state.customers();
        var linked = customers.find(subject).map(Customer::linked).orElse(Set.of());
        return new PersonalHoldings(subject, customers.documents(subject), new TreeSet<>(), linked);
    }

    /**
     * With what only events tell: the visits in which the subject became known, for what was done in them before that is theirs too; orders
     * that were taken back or never let in; and the parcels of all these orders.
     *
     * @param events may be those of others too
     */
    public PersonalHoldings with(Collection<TwinEvent> events, ShopState state) {
        var orders = new TreeSet<>(documents);
        var visits = new TreeSet<>(sessions);
        for (var event : events) {
            if (event instanceof ShopperEvent shopper && isOf(event)) {
                visits.add(shopper.visit().session());
            } else if (event instanceof OrderPlaced order && isOf(event)) {
                orders.addAll(state.documentsOf(order.order()));
            }
        }
        for (var event : events) {
            if (event instanceof ShipmentDispatched parcel && orders.contains(parcel.document())) {
                orders.add(new Entity(EntityKind.SHIPMENT, parcel.shipment().value()));
            }
        }
        return new PersonalHoldings(subject, orders, visits, linked);
    }

    /** Whose keys are to be destroyed to forget the subject. */
    public SortedSet<String> owners() {
        var owners = new TreeSet<String>();
        owners.add(PersonalOwner.of(subject));
        documents.forEach(it -> owners.add(PersonalOwner.of(it)));
        sessions.forEach(it -> owners.add(PersonalOwner.of(it)));
        return owners;
    }

    /** Whether an event tells of the subject. */
    public boolean covers(TwinEvent event) {
        return documents.contains(event.document()) || isOf(event);
    }

    private boolean isOf(TwinEvent event) {
        if (event instanceof SubjectsLinked link && link.other().equals(subject)) {
            return true;
        }
        if (event instanceof SubjectsUnlinked link && link.other().equals(subject)) {
            return true;
        }
        if (event instanceof IdentityEvent identity) {
            return identity.subject().equals(subject);
        }
        if (event instanceof ShopperEvent shopper) {
            return shopper.visit().subject().filter(subject::equals).isPresent()
                    || sessions.contains(shopper.visit().session());
        }
        return event instanceof OrderPlaced order
                && order.subject().filter(subject::equals).isPresent();
    }
}
