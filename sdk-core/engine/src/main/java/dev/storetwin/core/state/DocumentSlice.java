package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.event.Entity;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.TwinEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stage one of a batch for one slice of documents and of seen keys, or for a small batch as a whole. Used by one thread at a time.
 */
final class DocumentSlice {

    /** Takes an entry that came (1) or went (-1). */
    interface Receiver {

        void take(LedgerEntry entry, int sign);
    }

    private final Roots.Editor next;
    private final Folding folding;
    private final Map<Entity, Draft> drafts = new LinkedHashMap<>();
    private final List<LedgerEntry> come = new ArrayList<>();
    private final List<LedgerEntry> gone = new ArrayList<>();
    private final Totals.Changes totals;

    /** @param totals are told of what changes */
    DocumentSlice(Roots.Editor next, Folding folding, Totals.Changes totals) {
        this.next = next;
        this.folding = folding;
        this.totals = totals;
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
            var bytes = next.documents().get(id);
            var codec = next.before().codec();
            var known = bytes == null ? Document.empty(codec) : Document.of(bytes, codec);
            draft = new Draft(id, known, folding);
            drafts.put(id, draft);
        }
        return draft;
    }

    /** A shopper's event that is counted at once. */
    Answer count(TwinEvent event, long hash) {
        if (!next.seen().add(hash)) {
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
        var room = new ByteWriter();
        for (var draft : drafts.values()) {
            if (draft.hasChanged()) {
                next.documents().put(draft.id(), draft.document().toByteArray(room), draft.wasKnown());
                draft.settle(gone, come);
                draft.countInto(totals);
            }
        }
    }

    /** Hands on all that came and went. */
    void forEachEntry(Receiver receiver) {
        come.forEach(it -> receiver.take(it, 1));
        gone.forEach(it -> receiver.take(it, -1));
    }

    /** What was added. */
    List<LedgerEntry> come() {
        return come;
    }

    /** What was taken back. */
    List<LedgerEntry> gone() {
        return gone;
    }

    Totals.Changes totals() {
        return totals;
    }
}
