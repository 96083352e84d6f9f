package dev.storetwin.core.state;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Entries of one kind about one thing, and how often each was made. Immutable; short pages, which are most, are plain lists. */
final class Page {

    private static final int SHORT = 16;

    private final Book.Key key;
    private final List<LedgerEntry> few;
    private final @Nullable PMap<LedgerEntry, Integer> many;

    private Page(Book.Key key, List<LedgerEntry> few, @Nullable PMap<LedgerEntry, Integer> many) {
        this.key = key;
        this.few = few;
        this.many = many;
    }

    static Page empty(Book.Key key) {
        return new Page(key, List.of(), null);
    }

    Book.Key key() {
        return key;
    }

    boolean isEmpty() {
        return many == null && few.isEmpty();
    }

    /** Each once, in no order. */
    Stream<LedgerEntry> entries() {
        return many == null ? few.stream().distinct() : many.keySet().stream();
    }

    /** This page with an entry once more, or once less. */
    Page with(LedgerEntry entry, int sign) {
        if (many != null) {
            return counted(many, entry, sign);
        }
        if (sign > 0 && few.size() == SHORT) {
            PMap<LedgerEntry, Integer> all = HashTreePMap.empty();
            for (var each : few) {
                all = all.plus(each, all.getOrDefault(each, 0) + 1);
            }
            return counted(all, entry, sign);
        }
        var next = new ArrayList<>(few);
        if (sign > 0) {
            next.add(entry);
        } else {
            next.remove(entry);
        }
        return new Page(key, List.copyOf(next), null);
    }

    private Page counted(PMap<LedgerEntry, Integer> before, LedgerEntry entry, int sign) {
        int count = before.getOrDefault(entry, 0) + sign;
        var after = count == 0 ? before.minus(entry) : before.plus(entry, count);
        return new Page(key, List.of(), after.isEmpty() ? null : after);
    }
}
