package dev.storetwin.core.state;

import dev.storetwin.core.journal.archive.Filed;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All documents of a state by their keys, wherever they lie. Immutable: the next one shares what a change did not touch.
 *
 * <p>How it works: what is read all the time (variants, nodes, decisions) is kept in the heap. Everything else begins among the fresh ones. When
 * these are many they become the leaving ones, as a whole and at once, and new fresh ones begin; while the leaving ones are written to a run of
 * the archive they are read from the heap as before. A document that is changed is fresh again, and hides what lies of it elsewhere: fresh before
 * leaving before archive, and there the newest run first.
 *
 * <p>Reading what lies on disk may fail with an {@link UnreadableDocument}, and after the twin was closed
 * with an {@link IllegalStateException}.
 */
public final class Documents {

    /** What views look at all the time, or what is few. */
    private static final Set<EntityKind> KEPT = EnumSet.of(
            EntityKind.PRODUCT,
            EntityKind.VARIANT,
            EntityKind.LISTING,
            EntityKind.COST,
            EntityKind.SUPPLIER_TERMS,
            EntityKind.CHANNEL,
            EntityKind.NODE,
            EntityKind.PROMOTION,
            EntityKind.OUTAGE,
            EntityKind.CUT_OFF,
            EntityKind.DECISION,
            EntityKind.EXPERIMENT,
            EntityKind.TWIN);

    /** What a document in the heap needs besides its bytes: its header and its place in the table. */
    private static final int AROUND = 48;

    private static final Table<Entity, byte[]> NONE = Table.empty(new DocumentKeying());

    static final Documents EMPTY = new Documents(NONE, NONE, NONE, Archive.EMPTY, 0, 0);

    private final Table<Entity, byte[]> kept;
    private final Table<Entity, byte[]> fresh;
    private final Table<Entity, byte[]> leaving;
    private final Archive archive;
    private final long size;
    private final long freshBytes;

    private Documents(
            Table<Entity, byte[]> kept,
            Table<Entity, byte[]> fresh,
            Table<Entity, byte[]> leaving,
            Archive archive,
            long size,
            long freshBytes) {
        this.kept = kept;
        this.fresh = fresh;
        this.leaving = leaving;
        this.archive = archive;
        this.size = size;
        this.freshBytes = freshBytes;
    }

    private static boolean isKept(Entity id) {
        return KEPT.contains(id.kind());
    }

    byte @Nullable [] get(Entity id) {
        if (isKept(id)) {
            return kept.get(id);
        }
        var found = fresh.get(id);
        return found == null ? behind(id) : found;
    }

    private byte @Nullable [] behind(Entity id) {
        var found = leaving.get(id);
        return found == null ? archive.get(id) : found;
    }

    /** How many there are, each counted once. */
    public long size() {
        return size;
    }

    /** About how much heap those need that may leave and are not on their way. */
    public long freshBytes() {
        return freshBytes;
    }

    /** Whether some are on their way to the archive. */
    public boolean areLeaving() {
        return leaving.size() > 0;
    }

    public Archive archive() {
        return archive;
    }

    /** The fresh ones are to leave; none may be on their way already. */
    public Documents parting() {
        if (areLeaving()) {
            throw new IllegalStateException("%d documents are leaving already.".formatted(leaving.size()));
        }
        return new Documents(kept, NONE, fresh, archive, size, 0);
    }

    /** Those on their way, as records in rising order. */
    public List<Filed> leaving() {
        var records = new ArrayList<Filed>();
        leaving.forEach(it -> records.add(new Filed(ArchivedRun.key(Document.id(it)), it)));
        records.sort(Comparator.comparing(Filed::key));
        return records;
    }

    /** Those that were on their way have arrived in a run. */
    public Documents arrived(ArchivedRun run) {
        return new Documents(kept, fresh, NONE, archive.with(run), size, freshBytes);
    }

    /** Over other runs of the same documents. */
    public Documents over(Archive same) {
        return new Documents(kept, fresh, leaving, same, size, freshBytes);
    }

    /** Over an archive of which so many documents are not hidden. */
    Documents over(Archive more, long unhidden) {
        return new Documents(kept, fresh, leaving, more, size + unhidden, freshBytes);
    }

    /** Whether what lies of a document in the archive counts. */
    boolean isUnhidden(byte[] archived) {
        var id = Document.id(archived);
        return fresh.get(id) == null && leaving.get(id) == null;
    }

    /** Which slice of an editor a document belongs to. */
    static int sliceOf(Entity id) {
        return NONE.sliceOf(id);
    }

    /** Those in the heap. */
    void forEachInHeap(int slice, Consumer<byte[]> consumer) {
        kept.forEachIn(slice, consumer);
        fresh.forEachIn(slice, consumer);
        leaving.forEachIn(slice, it -> {
            if (fresh.get(Document.id(it)) == null) {
                consumer.accept(it);
            }
        });
    }

    /** Those that lie only in the archive, by one of {@link Archive#PARTS}. */
    void forEachArchived(int part, Consumer<byte[]> consumer) {
        archive.forEachIn(part, it -> {
            if (isUnhidden(it)) {
                consumer.accept(it);
            }
        });
    }

    void forEach(Consumer<byte[]> consumer) {
        for (int slice = 0; slice < Table.SLICES; slice++) {
            forEachInHeap(slice, consumer);
        }
        for (int part = 0; part < Archive.PARTS; part++) {
            forEachArchived(part, consumer);
        }
    }

    /**
     * Pairs of what may not be the same in both, of which one may be missing. What both share is not looked at: tables, and runs of the archive.
     * A pair may come more than once, and be of equal bytes.
     */
    void differences(Documents other, BiConsumer<byte @Nullable [], byte @Nullable []> consumer) {
        BiConsumer<byte @Nullable [], byte @Nullable []> either = (one, another) -> {
            var id = Document.id(one == null ? Objects.requireNonNull(another) : one);
            consumer.accept(get(id), other.get(id));
        };
        for (int slice = 0; slice < Table.SLICES; slice++) {
            kept.differencesIn(slice, other.kept, consumer);
            fresh.differencesIn(slice, other.fresh, either);
            leaving.differencesIn(slice, other.leaving, either);
        }
        archive.unshared(other.archive).forEachRemaining(it -> either.accept(it.value(), null));
        other.archive.unshared(archive).forEachRemaining(it -> either.accept(it.value(), null));
    }

    Editor edit() {
        return new Editor(this);
    }

    /** The next documents in the making. Those of different slices may be edited by different threads at once. */
    static final class Editor {

        private final Documents before;
        private final Table.Editor<Entity, byte[]> kept;
        private final Table.Editor<Entity, byte[]> fresh;
        private final AtomicLong grown = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();

        private Editor(Documents before) {
            this.before = before;
            this.kept = before.kept.edit();
            this.fresh = before.fresh.edit();
        }

        byte @Nullable [] get(Entity id) {
            if (isKept(id)) {
                return kept.get(id);
            }
            var found = fresh.get(id);
            return found == null ? before.behind(id) : found;
        }

        /**
         * Sets a document in the place of the one with its key.
         *
         * @param isKnown whether {@link #get} has one, wherever it lies
         */
        void put(Entity id, byte[] document, boolean isKnown) {
            if (!isKnown) {
                grown.incrementAndGet();
            }
            if (isKept(id)) {
                kept.put(id, document);
                return;
            }
            var replaced = fresh.put(id, document);
            bytes.addAndGet(document.length - (replaced == null ? -AROUND : replaced.length));
        }

        Documents done() {
            return new Documents(
                    kept.done(),
                    fresh.done(),
                    before.leaving,
                    before.archive,
                    before.size + grown.get(),
                    before.freshBytes + bytes.get());
        }
    }
}
