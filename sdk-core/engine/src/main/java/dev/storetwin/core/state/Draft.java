package dev.storetwin.core.state;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import java.util.ArrayList;
import java.util.List;

/** One document while a batch goes through it, and what it adds to other keys. */
final class Draft {

    private static final double MOST_UNITS = 1e12;

    private final Entity id;
    private final Folding folding;
    private final List<LedgerEntry> before;
    private final Document first;
    private Document document;
    private List<LedgerEntry> entries;

    Draft(Entity id, Document document, Folding folding) {
        this.id = id;
        this.first = document;
        this.document = document;
        this.folding = folding;
        this.before = document.isEmpty() ? List.of() : DocumentFold.fold(id, document, folding);
        this.entries = before;
    }

    Entity id() {
        return id;
    }

    Document document() {
        return document;
    }

    /** Whether there was anything of it before the batch. */
    boolean wasKnown() {
        return !first.isEmpty();
    }

    boolean hasChanged() {
        return document != first;
    }

    /** Tells the totals what they have to know of it. */
    void countInto(Totals.Changes totals) {
        if (id.kind() == EntityKind.ORDER) {
            first.began().ifPresent(it -> totals.order(folding.day(it), -1));
            document.began().ifPresent(it -> totals.order(folding.day(it), 1));
        } else if (id.kind() == EntityKind.VARIANT) {
            totals.catalog();
        }
    }

    /** Whether an event can change anything; answers before it does. What cannot be added up is refused and leaves no trace. */
    Answer take(EncodedEvent event) {
        if (document.holds(event)) {
            return Answer.KNOWN;
        }
        var changed = document.with(event);
        var come = DocumentFold.fold(id, changed, folding);
        come.forEach(Draft::refuseAbsurd);
        boolean isTold = document.isTold(event) && entries.equals(come);
        document = changed;
        entries = come;
        if (isTold) {
            return Answer.TOLD;
        }
        return changed.stands(event) ? Answer.ACCEPTED : Answer.STALE;
    }

    /** Below this no shop has so many events that their sums overflow, neither here nor when views add them up. */
    private static void refuseAbsurd(LedgerEntry entry) {
        if (Math.abs(entry.units().toDouble()) > MOST_UNITS) {
            throw new ArithmeticException(entry.units() + " units");
        }
    }

    /** What it takes back and what it adds, without what stayed. */
    void settle(List<LedgerEntry> gone, List<LedgerEntry> come) {
        if (before.isEmpty()) {
            come.addAll(entries);
            return;
        }
        var added = new ArrayList<>(entries);
        for (var entry : before) {
            if (!added.remove(entry)) {
                gone.add(entry);
            }
        }
        come.addAll(added);
    }
}
