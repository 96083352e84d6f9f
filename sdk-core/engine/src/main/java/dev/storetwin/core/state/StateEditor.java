package dev.storetwin.core.state;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.event.Entity;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Takes events into a state and makes the next one of it. Used by one thread at a time; what it has not published nobody sees.
 */
final class StateEditor {

    private static final double MOST_UNITS = 1e12;

    private record SalesKey(Sku sku, Channel channel) {}

    private record StockKey(Sku sku, NodeId node) {}

    private final Roots before;
    private final Folding folding;
    private final Map<Entity, Document> documents = new HashMap<>();
    private final Map<SalesKey, SalesAccount.Editor> sales = new HashMap<>();
    private final Map<StockKey, List<StockEntry>> stock = new HashMap<>();
    private final Book.Editor book = new Book.Editor();
    private final List<EncodedEvent> kept = new ArrayList<>();

    StateEditor(Roots before, Folding folding) {
        this.before = before;
        this.folding = folding;
    }

    /** The events that got a position, in order: all that documents now hold and did not before. */
    List<EncodedEvent> kept() {
        return List.copyOf(kept);
    }

    private long revision() {
        return before.revision() + kept.size();
    }

    /** Whether an event of such content can change anything; answers before it does. */
    Acceptance accept(EncodedEvent event) {
        var id = event.document();
        var old = Objects.requireNonNullElseGet(documents.get(id), () -> before.document(id));
        if (old.holds(event)) {
            return new Acceptance.Duplicate();
        }
        var changed = old.with(event);
        documents.put(id, changed);
        var gone = DocumentFold.fold(id, old, folding);
        var come = DocumentFold.fold(id, changed, folding);
        come.forEach(StateEditor::refuseAbsurd);
        kept.add(event);
        if (old.isTold(event) && gone.equals(come)) {
            return new Acceptance.Duplicate();
        }
        gone.forEach(it -> apply(it, -1));
        come.forEach(it -> apply(it, 1));
        return changed.stands(event) ? new Acceptance.Accepted(revision(), Optional.empty()) : new Acceptance.Stale();
    }

    /** Below this no shop has so many events that their sums overflow, neither here nor when views add them up. */
    private static void refuseAbsurd(LedgerEntry entry) {
        if (Math.abs(entry.units().toDouble()) > MOST_UNITS) {
            throw new ArithmeticException(entry.units() + " units");
        }
    }

    private void apply(LedgerEntry entry, int sign) {
        if (entry instanceof LedgerEntry.Sale sale) {
            account(sale.sku(), sale.channel())
                    .sold(sale.day(), sign * sale.units().thousandths(), sign * sale.revenue());
        } else if (entry instanceof LedgerEntry.Return back) {
            account(back.sku(), back.channel())
                    .returned(back.day(), sign * back.units().thousandths());
        } else if (entry instanceof LedgerEntry.Stock moved) {
            change(account(moved.sku(), moved.node()), moved.entry(), sign);
        } else {
            book.add(entry, sign);
        }
    }

    private SalesAccount.Editor account(Sku sku, Channel channel) {
        return sales.computeIfAbsent(new SalesKey(sku, channel), key -> {
            var channels = before.sales().get(sku);
            var account = channels == null ? SalesAccount.EMPTY : channels.getOrDefault(channel, SalesAccount.EMPTY);
            return new SalesAccount.Editor(account);
        });
    }

    private List<StockEntry> account(Sku sku, NodeId node) {
        return stock.computeIfAbsent(new StockKey(sku, node), key -> {
            var nodes = before.stock().get(sku);
            return new ArrayList<>(
                    nodes == null
                            ? List.of()
                            : nodes.getOrDefault(node, StockAccount.EMPTY).entries());
        });
    }

    /** Keeps the account sorted; most entries belong at its end. */
    private static void change(List<StockEntry> account, StockEntry entry, int sign) {
        int place = Collections.binarySearch(account, entry);
        if (sign > 0) {
            account.add(place < 0 ? -place - 1 : place, entry);
        } else if (place >= 0) {
            account.remove(place);
        } else {
            throw new IllegalStateException("A stock entry is taken back that was never made: " + entry);
        }
    }

    /** The next state. */
    Roots publish() {
        var nextSales = before.sales();
        for (var change : sales.entrySet()) {
            var account = change.getValue().done();
            nextSales =
                    with(nextSales, change.getKey().sku(), change.getKey().channel(), account, SalesAccount::isEmpty);
        }
        var nextStock = before.stock();
        for (var change : stock.entrySet()) {
            var account = new StockAccount(List.copyOf(change.getValue()));
            nextStock = with(nextStock, change.getKey().sku(), change.getKey().node(), account, StockAccount::isEmpty);
        }
        return new Roots(
                revision(), before.codec(), nextDocuments(), nextSales, nextStock, book.done(before.book()));
    }

    private PMap<Entity, byte[]> nextDocuments() {
        var changed = new HashMap<Entity, byte[]>();
        documents.forEach((id, document) -> changed.put(id, document.toByteArray()));
        return before.documents().plusAll(changed);
    }

    /** An account from which all was taken back is gone: what a state lists must not tell in which order its events came. */
    private static <K extends Comparable<K>, A> PMap<Sku, PSortedMap<K, A>> with(
            PMap<Sku, PSortedMap<K, A>> accounts, Sku sku, K key, A account, Predicate<A> isEmpty) {
        PSortedMap<K, A> of = accounts.getOrDefault(sku, TreePMap.empty());
        var changed = isEmpty.test(account) ? of.minus(key) : of.plus(key, account);
        return changed.isEmpty() ? accounts.minus(sku) : accounts.plus(sku, changed);
    }
}
