package dev.storetwin.core;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.event.Forgotten;
import dev.storetwin.core.event.PersonalOwner;
import dev.storetwin.core.memory.Storage;
import dev.storetwin.core.memory.StorageUnavailable;
import dev.storetwin.core.state.PersonalHoldings;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.ShopperEvent;
import dev.storetwin.event.SubjectErased;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys the keys of all that belongs to forgotten persons, whatever tells that it does, and whenever.
 *
 * <p>How it works: that a person is forgotten is written down first, so that from then on nothing of before gets a key. Then the keys of what
 * is held go: as state knows it, as the events of the journal tell (visits in which the person became known, orders that were taken back),
 * and as the quarantine does. What comes later may tell that something else was theirs: that is looked for in every group of events.
 */
final class Erasing {

    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);

    private final Storage storage;
    private final QualityGate gate;
    private final Forgotten forgotten;
    private final EventCodec codec;

    Erasing(Storage storage, QualityGate gate) {
        this.storage = storage;
        this.gate = gate;
        this.forgotten = storage.forgotten();
        this.codec = storage.codec();
    }

    /** From now on nothing of before gets a key. Why that could not be written down, where it could not. */
    Optional<String> begin(Collection<SubjectId> subjects, Instant at) {
        if (storage.place().isEmpty()) {
            return Optional.empty();
        }
        try {
            forgotten.add(subjects, at);
            return Optional.empty();
        } catch (IOException unwritten) {
            LOG.error("That {} persons are forgotten could not be written down", subjects.size(), unwritten);
            return Optional.of("""
                    It could not be written down that the person is forgotten, so what is still told of their past may be kept: %s
                    Erase them again when the disk takes it.""".formatted(unwritten.getMessage()));
        }
    }

    /**
     * Destroys the keys of what is held.
     *
     * @param state with all events that came before {@link #begin}
     */
    Left finish(ShopState state, Collection<SubjectId> subjects) {
        var told = new ArrayList<TwinEvent>();
        var unread = read(subjects, told);
        told.addAll(gate.refusedEvents());
        var owners = new TreeSet<String>();
        for (var subject : subjects) {
            owners.addAll(forgotten.owners(subject));
            owners.addAll(PersonalHoldings.of(state, subject).with(told, state).owners());
        }
        return new Left(storage.erase(owners), unread);
    }

    /**
     * What is left.
     *
     * @param standing why the keys stand; empty when they are destroyed
     * @param unread   why there may be keys that nobody knows of
     */
    record Left(Optional<String> standing, Optional<String> unread) {

        Optional<String> why() {
            return standing.or(() -> unread);
        }
    }

    private Optional<String> read(Collection<SubjectId> subjects, List<TwinEvent> told) {
        try {
            storage.eachNaming(subjects, told::add);
            return Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            LOG.error("The journal could not be searched for forgotten persons", unreadable);
            return Optional.of("""
                    The journal could not be searched for visits of the person, whose searches may be readable: %s
                    Erase them again when it can be read.""".formatted(unreadable.getMessage()));
        }
    }

    /**
     * Looks at events before they are kept. Whom a platform wants forgotten is forgotten before its wish counts as heard; and what late
     * events tell to be a forgotten person's loses its key.
     *
     * @param state  before the events
     * @param kept   those of them that will be kept
     * @param moment asked when somebody is to be forgotten
     */
    void meet(ShopState state, List<EncodedEvent> events, List<EncodedEvent> kept, Supplier<Instant> moment)
            throws StorageUnavailable {
        if (storage.place().isPresent()) {
            grant(state, wishes(kept), moment);
            if (!forgotten.isEmpty()) {
                var decoded = events.stream().map(codec::decode).toList();
                destroy(decoded.stream().flatMap(it -> late(it, state)));
                destroy(decoded.stream().flatMap(this::parcel));
            }
        }
    }

    private List<SubjectErased> wishes(List<EncodedEvent> events) {
        return events.stream()
                .filter(it -> it.is(SubjectErased.class))
                .map(it -> (SubjectErased) codec.decode(it))
                .filter(it -> !forgotten.since(it.subject(), it.header().occurredAt()))
                .toList();
    }

    private void grant(ShopState state, List<SubjectErased> wishes, Supplier<Instant> moment)
            throws StorageUnavailable {
        if (wishes.isEmpty()) {
            return;
        }
        var subjects = wishes.stream().map(SubjectErased::subject).collect(Collectors.toCollection(TreeSet::new));
        var wished = wishes.stream().map(it -> it.header().occurredAt());
        var at = Stream.concat(Stream.of(moment.get()), wished)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        refuse(begin(subjects, at));
        refuse(finish(state, subjects).why());
    }

    private static void refuse(Optional<String> why) throws StorageUnavailable {
        if (why.isPresent()) {
            throw new StorageUnavailable(why.get(), new IOException(why.get()));
        }
    }

    /** Whose keys go, now that an event tells that they are a forgotten person's. */
    private Stream<String> late(TwinEvent event, ShopState state) {
        if (codec.forgottenIn(event).isEmpty()) {
            return Stream.empty();
        }
        if (event instanceof ShopperEvent shopper) {
            return Stream.of(PersonalOwner.of(shopper.visit().session()));
        }
        return event instanceof OrderPlaced order
                ? state.documentsOf(order.order()).stream().map(PersonalOwner::of)
                : Stream.empty();
    }

    /** A parcel of an order whose key is gone. */
    private Stream<String> parcel(TwinEvent event) {
        if (event instanceof ShipmentDispatched parcel
                && parcel.order().filter(this::isErased).isPresent()) {
            return Stream.of(PersonalOwner.of(
                    new Entity(EntityKind.SHIPMENT, parcel.shipment().value())));
        }
        return Stream.empty();
    }

    private boolean isErased(OrderId order) {
        return isErased(PersonalOwner.of(new Entity(EntityKind.ORDER, order.value())));
    }

    private boolean isErased(String owner) {
        return storage.place().filter(it -> it.vault().isErased(owner)).isPresent();
    }

    private void destroy(Stream<String> owners) throws StorageUnavailable {
        var standing = owners.filter(it -> !isErased(it)).distinct().toList();
        if (!standing.isEmpty()) {
            refuse(storage.erase(standing));
        }
    }
}
