package dev.storetwin.core.state;

import dev.storetwin.type.SubjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Entries of one kind about one thing, and how often each was made. Immutable; short pages, which are most, are plain lists, and purchases lie in
 * bytes as long as they are not very many.
 */
final class Page {

    private static final int SHORT = 16;

    /** Bytes of purchases that are copied for each one that comes. */
    private static final int SHORT_BYTES = 16_384;

    private static final byte[] NO_PURCHASES = {};

    private final Book.Key key;
    private final List<LedgerEntry> few;
    private final byte[] purchases;
    private final @Nullable PMap<LedgerEntry, Integer> many;

    private Page(Book.Key key, List<LedgerEntry> few, byte[] purchases, @Nullable PMap<LedgerEntry, Integer> many) {
        this.key = key;
        this.few = few;
        this.purchases = purchases;
        this.many = many;
    }

    static Page empty(Book.Key key) {
        return new Page(key, List.of(), NO_PURCHASES, null);
    }

    /** All entries of a short page, as often as they were made. */
    private List<? extends LedgerEntry> few() {
        return key.about() instanceof SubjectId subject && purchases.length > 0
                ? PurchaseForm.all(subject, purchases)
                : few;
    }

    Book.Key key() {
        return key;
    }

    boolean isEmpty() {
        return many == null && few.isEmpty() && purchases.length == 0;
    }

    /** Each once, in no order. */
    Stream<? extends LedgerEntry> entries() {
        return many == null ? few().stream().distinct() : many.keySet().stream();
    }

    /** Each with how often it was made, in no order. */
    void forEach(ObjIntConsumer<LedgerEntry> consumer) {
        var counts = new HashMap<LedgerEntry, Integer>(many == null ? Map.of() : many);
        few().forEach(it -> counts.merge(it, 1, Integer::sum));
        counts.forEach(consumer::accept);
    }

    /** This page with an entry once more, or once less. */
    Page with(LedgerEntry entry, int sign) {
        if (many != null) {
            return counted(many, entry, sign);
        }
        if (sign > 0 && (few.size() == SHORT || purchases.length > SHORT_BYTES)) {
            PMap<LedgerEntry, Integer> all = HashTreePMap.empty();
            for (var each : few()) {
                all = all.plus(each, all.getOrDefault(each, 0) + 1);
            }
            return counted(all, entry, sign);
        }
        if (entry instanceof LedgerEntry.Purchase purchase) {
            var next = sign > 0 ? PurchaseForm.with(purchases, purchase) : PurchaseForm.without(purchases, purchase);
            return new Page(key, List.of(), next, null);
        }
        var next = new ArrayList<>(few);
        if (sign > 0) {
            next.add(entry);
        } else {
            next.remove(entry);
        }
        return new Page(key, List.copyOf(next), NO_PURCHASES, null);
    }

    private Page counted(PMap<LedgerEntry, Integer> before, LedgerEntry entry, int sign) {
        int count = before.getOrDefault(entry, 0) + sign;
        var after = count == 0 ? before.minus(entry) : before.plus(entry, count);
        return new Page(key, List.of(), NO_PURCHASES, after.isEmpty() ? null : after);
    }
}
