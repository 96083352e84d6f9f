package dev.storetwin.core.state;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.TwinEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stage one of a batch for one slice of documents and of seen keys. Used by one thread at a time.
 */
final class DocumentSlice {

    static final int NONE = -1;

    /** Takes an entry that came (1) or went (-1). */
    interface Receiver {

        void take(LedgerEntry entry, int sign, int slice);
    }

    private final Roots before;
    private final Folding folding;
    private final Documents.SliceEditor documents;
    private final SeenKeys.SliceEditor seen;
    private final Map<Entity, Draft> drafts = new LinkedHashMap<>();
    private final List<LedgerEntry> come = new ArrayList<>();
    private final List<LedgerEntry> gone = new ArrayList<>();
    private final Totals.Changes totals = new Totals.Changes();
    private int[] comeTo = {};
    private int[] goneFrom = {};

    DocumentSlice(Roots before, Folding folding, Documents.SliceEditor documents, SeenKeys.SliceEditor seen) {
        this.before = before;
        this.folding = folding;
        this.documents = documents;
        this.seen = seen;
    }

    /** An event of which a document is kept. */
    Answer take(EncodedEvent event, TwinEvent decoded) {
        try {
            return draft(decoded.document()).take(event);
        } catch (ArithmeticException tooLarge) {
            return Answer.tooLarge(decoded, tooLarge);
        }
    }

    private Draft draft(Entity id) {
        var draft = drafts.get(id);
        if (draft == null) {
            var bytes = documents.get(id);
            var known = bytes == null ? Document.empty(before.codec()) : Document.of(bytes, before.codec());
            draft = new Draft(id, known, folding);
            drafts.put(id, draft);
        }
        return draft;
    }

    /** A shopper's event that is counted at once. */
    Answer count(TwinEvent event, long hash) {
        if (!seen.add(hash)) {
            return Answer.KNOWN;
        }
        if (event instanceof ProductViewed viewed) {
            long day = folding.day(viewed.header().occurredAt());
            come.add(LedgerEntry.Viewed.once(viewed.sku(), viewed.visit().channel(), day));
        }
        return Answer.ACCEPTED;
    }

    /** Writes the documents and works out what they take back and add. */
    void done() {
        for (var draft : drafts.values()) {
            if (draft.hasChanged()) {
                documents.put(draft.id(), draft.document().toByteArray(), draft.wasKnown());
                draft.settle(gone, come);
                count(draft);
            }
        }
        comeTo = slices(come);
        goneFrom = slices(gone);
    }

    /** Which slice of SKUs each entry belongs to; none, where it is about no SKU. */
    private int[] slices(List<LedgerEntry> entries) {
        var slices = new int[entries.size()];
        for (int i = 0; i < slices.length; i++) {
            slices[i] = entries.get(i) instanceof LedgerEntry.OfSku ofSku
                    ? before.skus().sliceOf(ofSku.sku())
                    : NONE;
        }
        return slices;
    }

    private void count(Draft draft) {
        if (draft.id().kind() == EntityKind.ORDER) {
            totals.orders(draft.grown());
        } else if (draft.id().kind() == EntityKind.VARIANT) {
            totals.catalog();
        }
    }

    /** Hands on what came and went, with the slice of SKUs that it belongs to, or {@link #NONE}. */
    void deal(Receiver receiver) {
        for (int i = 0; i < comeTo.length; i++) {
            receiver.take(come.get(i), 1, comeTo[i]);
        }
        for (int i = 0; i < goneFrom.length; i++) {
            receiver.take(gone.get(i), -1, goneFrom[i]);
        }
    }

    Totals.Changes totals() {
        return totals;
    }
}
