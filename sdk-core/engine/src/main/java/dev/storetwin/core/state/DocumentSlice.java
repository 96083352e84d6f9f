package dev.storetwin.core.state;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.event.Entity;
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

    /** Takes an entry that came (1) or went (-1). */
    interface Receiver<E> {

        void take(E entry, int sign);
    }

    private final Roots before;
    private final Folding folding;
    private final Documents.SliceEditor documents;
    private final SeenKeys.SliceEditor seen;
    private final Map<Entity, Draft> drafts = new LinkedHashMap<>();
    private final List<LedgerEntry> come = new ArrayList<>();
    private final List<LedgerEntry> gone = new ArrayList<>();
    private final Totals.Changes totals = new Totals.Changes();
    private DealtEntries added = DealtEntries.NONE;
    private DealtEntries takenBack = DealtEntries.NONE;

    DocumentSlice(Roots before, Folding folding, Documents.SliceEditor documents, SeenKeys.SliceEditor seen) {
        this.before = before;
        this.folding = folding;
        this.documents = documents;
        this.seen = seen;
    }

    /** An event of which a document is kept. */
    Answer take(EncodedEvent event, TwinEvent decoded) {
        try {
            var id = decoded.document();
            var answer = draft(id).take(event);
            totals.heard(id.kind(), decoded.header().occurredAt());
            return answer;
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
                draft.countInto(totals);
            }
        }
        added = DealtEntries.of(come, before.skus());
        takenBack = DealtEntries.of(gone, before.skus());
    }

    /** Hands on what came and went in a slice of SKUs. */
    void deal(int slice, Receiver<LedgerEntry.OfSku> receiver) {
        added.forEachIn(slice, it -> receiver.take(it, 1));
        takenBack.forEachIn(slice, it -> receiver.take(it, -1));
    }

    /** Hands on what came and went and is about no SKU. */
    void dealOthers(Receiver<LedgerEntry> receiver) {
        added.others().forEach(it -> receiver.take(it, 1));
        takenBack.others().forEach(it -> receiver.take(it, -1));
    }

    Totals.Changes totals() {
        return totals;
    }
}
