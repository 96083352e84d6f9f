package dev.storetwin.core.state;

import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All that views read: the newest state of things, or the one of an earlier moment. Views are the same for both. */
interface Reading {

    Document document(Entity id);

    default Document document(EntityKind kind, String id) {
        return document(new Entity(kind, id));
    }

    default <T extends TwinEvent> Optional<T> newest(EntityKind kind, String id, Class<T> type) {
        return document(kind, id).newest(type);
    }

    /** What is known under one of the names of a SKU. */
    Optional<SkuBook> sku(Sku sku);

    /** Names of SKUs that were ever sold or lie anywhere, in no order. */
    void forEachTraded(Consumer<Sku> consumer);

    /** The entries of one kind about one thing, each once, in no order. */
    <E extends LedgerEntry> Stream<E> read(Class<E> kind, Object about);

    /** Whether there may be entries of a kind. */
    boolean has(Class<? extends LedgerEntry> kind);

    /** How many things entries of one kind are about. */
    int count(Class<? extends LedgerEntry> kind);

    /** Ids of everything of one kind that was described, in order. */
    default List<String> known(EntityKind kind) {
        return read(LedgerEntry.Known.class, kind)
                .map(it -> it.entity().id())
                .sorted()
                .toList();
    }

    /** The list of SKUs, worked out once. */
    List<Sku> catalog(Supplier<List<Sku>> list);

    /** Orders of which any fact stands. */
    long orders();

    /** The first day with sales of any SKU, since 1970. */
    OptionalLong firstDay();

    /** The last day with sales of any SKU, since 1970. */
    OptionalLong lastDay();

    /** Channels in which any SKU was sold, in no order. */
    Collection<Channel> soldIn();

    /** Nodes at which any SKU has an account, in no order. */
    Collection<NodeId> holding();

    /** Carriers that were to deliver anything, in no order. */
    Stream<CarrierId> carriers();
}
