package dev.storetwin.core.state;

import dev.storetwin.core.event.EventCodec;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;

/**
 * Everything that one state is made of, in persistent maps: a new state shares what a change did not touch.
 *
 * @param revision  events that documents keep
 * @param codec     of the bytes of documents
 * @param documents by their own key, in bytes
 * @param sales     by SKU and channel, under the names that platforms use
 * @param stock     by SKU and node, under the names that platforms use
 * @param book      everything else that documents add to other keys
 */
record Roots(
        long revision,
        EventCodec codec,
        PMap<Entity, byte[]> documents,
        PMap<Sku, PSortedMap<Channel, SalesAccount>> sales,
        PMap<Sku, PSortedMap<NodeId, StockAccount>> stock,
        Book book) {

    static Roots empty(EventCodec codec) {
        return new Roots(0, codec, HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), Book.EMPTY);
    }

    Document document(EntityKind kind, String id) {
        return document(new Entity(kind, id));
    }

    Document document(Entity id) {
        var bytes = documents.get(id);
        return bytes == null ? Document.empty(codec) : Document.of(bytes, codec);
    }

    <T extends TwinEvent> Optional<T> newest(EntityKind kind, String id, Class<T> type) {
        return document(kind, id).newest(type);
    }

    /** Ids of everything of one kind that was described, in order. */
    List<String> known(EntityKind kind) {
        return book.read(LedgerEntry.Known.class, kind)
                .map(it -> it.entity().id())
                .sorted()
                .toList();
    }
}
