package dev.storetwin.core.state;

import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.event.EventReader;
import dev.storetwin.core.journal.archive.Filed;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Makes the tables of a state out of its documents, block by block.
 *
 * <p>How it works: blocks are read and folded side by side; what they add is then dealt to the fixed slices of the tables, and each slice
 * takes its part. Adding up commutes, so neither the order of documents nor the number of threads can be seen in what comes out.
 */
final class Refolding {

    /** Documents of an archive are folded by so many parts of so many at once. */
    private static final int PARTS = 32;

    private static final int PART = 512;

    private final EventCodec codec;
    private final Folding folding;
    private final Roots nothing;
    private final Documents.Editor documents;
    private final Table.Editor<Sku, SkuBook> skus;
    private final Book.Editor book;
    private final Totals.Changes totals = new Totals.Changes();

    /** What one slice of each table gets from a round. */
    private record Share(List<byte[]> documents, SkuSlice skus, BookSlice book) {}

    /** A document and what it adds; views alone have no document. */
    private record Folded(List<byte[]> documents, List<Entity> ids, List<LedgerEntry> entries, Totals.Changes totals) {}

    Refolding(EventCodec codec, Folding folding) {
        this.nothing = Roots.empty(codec, 0);
        this.codec = codec;
        this.folding = folding;
        this.documents = nothing.documents().edit();
        this.skus = nothing.skus().edit();
        this.book = new Book.Editor(nothing.book());
    }

    /** @param events reads what the writer of the blocks wrote */
    void add(List<ImageBlock> blocks, EventReader events, Workers workers) {
        var folded = new Folded[blocks.size()];
        workers.run(folded.length, it -> folded[it] = fold(blocks.get(it), events));
        take(folded, workers);
    }

    private void take(Folded[] folded, Workers workers) {
        var shares = shares();
        for (var part : folded) {
            deal(part, shares);
        }
        workers.run(Table.SLICES, it -> take(shares.get(it)));
        shares.forEach(it -> totals.add(it.skus().totals()));
    }

    private Folded fold(ImageBlock block, EventReader events) {
        var entries = new ArrayList<LedgerEntry>();
        var bytes = new ArrayList<byte[]>();
        var ids = new ArrayList<Entity>();
        var totals = new Totals.Changes();
        if (block.kind() == ImageBlock.Kind.VIEWS) {
            CountedViews.read(block.bytes(), entries::add);
        }
        while (block.bytes().remaining() > 0) {
            var document = Document.read(block.bytes(), codec, events);
            bytes.add(document.toByteArray());
            ids.add(document.id());
            fold(document, entries, totals);
        }
        return new Folded(bytes, ids, entries, totals);
    }

    private List<Share> shares() {
        var shares = new ArrayList<Share>();
        for (int slice = 0; slice < Table.SLICES; slice++) {
            shares.add(new Share(
                    new ArrayList<>(), new SkuSlice(folding, skus, new Totals.Changes()), new BookSlice(book)));
        }
        return shares;
    }

    private void deal(Folded part, List<Share> shares) {
        for (int i = 0; i < part.ids().size(); i++) {
            int slice = Documents.sliceOf(part.ids().get(i));
            shares.get(slice).documents().add(part.documents().get(i));
        }
        part.entries().forEach(it -> deal(it, shares));
        totals.add(part.totals());
    }

    private void deal(LedgerEntry entry, List<Share> shares) {
        if (entry instanceof LedgerEntry.OfSku ofSku) {
            shares.get(nothing.skus().sliceOf(ofSku.sku())).skus().add(ofSku, 1);
        } else {
            for (var key : Book.keys(entry)) {
                shares.get(book.sliceOf(key)).book().add(key, entry, 1);
            }
        }
    }

    private void take(Share share) {
        share.documents().forEach(this::put);
        share.skus().done();
        share.book().done();
    }

    private void put(byte[] document) {
        var id = Document.id(document);
        documents.put(id, document, documents.get(id) != null);
    }

    /** Folds what lies only in an archive, where it stays, and makes the tables of all. */
    Roots done(long revision, SeenKeys seen, Archive archive, Workers workers) {
        var inHeap = documents.done();
        var inAll = inHeap.over(archive, archived(inHeap, archive, workers));
        return new Roots(revision, codec, inAll, skus.done(), book.done(), seen, totals.addedTo(Totals.none()));
    }

    private long archived(Documents inHeap, Archive archive, Workers workers) {
        long count = 0;
        var records = Archive.records(archive.runs());
        while (records.hasNext()) {
            var parts = new ArrayList<List<byte[]>>();
            while (records.hasNext() && parts.size() < PARTS) {
                parts.add(part(records));
            }
            count += addArchived(parts, inHeap, workers);
        }
        return count;
    }

    private static List<byte[]> part(Iterator<Filed> records) {
        var part = new ArrayList<byte[]>(PART);
        while (records.hasNext() && part.size() < PART) {
            part.add(records.next().value());
        }
        return part;
    }

    private long addArchived(List<List<byte[]>> parts, Documents inHeap, Workers workers) {
        var folded = new Folded[parts.size()];
        var counts = new long[parts.size()];
        workers.run(folded.length, it -> {
            var unhidden = parts.get(it).stream().filter(inHeap::isUnhidden).toList();
            counts[it] = unhidden.size();
            folded[it] = fold(unhidden);
        });
        take(folded, workers);
        return Arrays.stream(counts).sum();
    }

    /** What documents add that are not taken themselves. */
    private Folded fold(List<byte[]> bytes) {
        var entries = new ArrayList<LedgerEntry>();
        var totals = new Totals.Changes();
        bytes.forEach(it -> fold(Document.of(it, codec), entries, totals));
        return new Folded(List.of(), List.of(), entries, totals);
    }

    private void fold(Document document, List<LedgerEntry> entries, Totals.Changes totals) {
        var id = document.id();
        entries.addAll(DocumentFold.fold(id, document, folding));
        totals.heard(id.kind(), document.latest());
        if (id.kind() == EntityKind.ORDER) {
            document.began().ifPresent(it -> totals.order(folding.day(it), 1));
        }
    }
}
