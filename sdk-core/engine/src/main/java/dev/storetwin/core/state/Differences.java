package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.state.StateDifference;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SubjectId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two states. What they share is not looked at, so two branches are compared at the cost of what they changed. */
final class Differences {

    /** Documents whose id is a SKU. */
    private static final Set<EntityKind> OF_SKUS =
            EnumSet.of(EntityKind.VARIANT, EntityKind.COST, EntityKind.SUPPLIER_TERMS);

    private final Roots one;
    private final Roots other;
    private final Set<Sku> skus = new TreeSet<>();
    private final Set<OrderId> orders = new TreeSet<>();
    private final Set<SubjectId> subjects = new TreeSet<>();
    private final Set<Entity> others = new TreeSet<>();
    private final ByteWriter out = new ByteWriter(4_096);

    private Differences(Roots one, Roots other) {
        this.one = one;
        this.other = other;
    }

    static StateDifference between(Roots one, Roots other) {
        var differences = new Differences(one, other);
        one.documents().differences(other.documents(), differences::document);
        for (int slice = 0; slice < Table.SLICES; slice++) {
            one.skus().differencesIn(slice, other.skus(), differences::book);
            one.book().pages().differencesIn(slice, other.book().pages(), differences::page);
        }
        return differences.all();
    }

    private StateDifference all() {
        return new StateDifference(skus, orders, subjects, others);
    }

    private void document(byte @Nullable [] before, byte @Nullable [] after) {
        var facts = facts(one, before);
        if (facts.equals(facts(other, after))) {
            return;
        }
        var id = Document.id(present(before, after));
        if (id.kind() == EntityKind.ORDER) {
            orders.add(OrderId.of(id.id()));
        } else {
            others.add(id);
        }
        if (OF_SKUS.contains(id.kind())) {
            add(Sku.of(id.id()));
        }
    }

    private static Set<Object> facts(Roots roots, byte @Nullable [] bytes) {
        var facts = bytes == null
                ? List.<EncodedEvent>of()
                : Document.of(bytes, roots.codec()).encodedFacts();
        var fingerprints = new HashSet<Object>();
        facts.forEach(it -> fingerprints.add(it.factFingerprint()));
        return fingerprints;
    }

    private static <T> T present(@Nullable T before, @Nullable T after) {
        if (before != null) {
            return before;
        }
        if (after == null) {
            throw new IllegalStateException("A difference is between something and something else.");
        }
        return after;
    }

    private void book(@Nullable SkuBook before, @Nullable SkuBook after) {
        if (!told(before).equals(told(after))) {
            add(present(before, after).sku());
        }
    }

    /** Empty when it tells nothing of what is so now. */
    private Optional<Fingerprint> told(@Nullable SkuBook book) {
        return book == null || book.tellsNothing() ? Optional.empty() : Optional.of(FactRoot.fingerprint(book, out));
    }

    /** Under the name that the shop gives it on either side. */
    private void add(Sku sku) {
        skus.add(new Names(one).resolve(sku));
        skus.add(new Names(other).resolve(sku));
    }

    private void page(@Nullable Page before, @Nullable Page after) {
        var key = present(before, after).key();
        if (entries(before).equals(entries(after))) {
            return;
        }
        if (key.about() instanceof SubjectId subject) {
            subjects.add(subject);
        } else if (key.about() instanceof LedgerEntry.Competing.With with) {
            add(with.sku());
        }
    }

    private static Set<LedgerEntry> entries(@Nullable Page page) {
        var entries = new HashSet<LedgerEntry>();
        if (page != null) {
            page.entries().map(LedgerEntry::timeless).forEach(entries::add);
        }
        return entries;
    }
}
