package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.journal.DiskFailed;
import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalSettings;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.Workers;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.TwinState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The state and the journal without a twin around them. While one group is forced to disk the next is folded; a group is part of the state
 * that is shown only once it is forced.
 */
final class JournaledShop implements IngestWay {

    private final int batch;
    private final ExecutorService folders;
    private final ExecutorService forcer;
    private final Workers workers;
    private final Journal journal;
    private ShopState state = ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY);

    private JournaledShop(int batch, int threads, Journal journal) {
        this.batch = batch;
        this.folders = Executors.newFixedThreadPool(threads, it -> new Thread(it, "storetwin-fold"));
        this.forcer = Executors.newSingleThreadExecutor(it -> new Thread(it, "storetwin-force"));
        this.workers = Workers.of(folders, threads);
        this.journal = journal;
    }

    /** Opens the journal of a directory, or begins one, and folds what is in it. */
    static JournaledShop open(Path directory, int batch, int threads) {
        try {
            var shop =
                    new JournaledShop(batch, threads, Journal.open(new FileDisk(), directory, JournalSettings.DEFAULT));
            shop.recover();
            return shop;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private void recover() throws IOException {
        try (var cursor = journal.read(journal.firstPosition())) {
            var events = new ArrayList<EncodedEvent>(batch);
            while (cursor.advance()) {
                events.add(EncodedEvent.of(cursor.record()));
                if (events.size() == batch) {
                    state = state.after(List.copyOf(events), workers).state();
                    events.clear();
                }
            }
            state = state.after(List.copyOf(events), workers).state();
        }
    }

    @Override
    public void take(List<? extends TwinEvent> events) {
        var next = state;
        Future<?> forced = CompletableFuture.completedFuture(0);
        for (int from = 0; from < events.size(); from += batch) {
            var change = next.after(events.subList(from, Math.min(events.size(), from + batch)), workers);
            await(forced);
            forced = forcer.submit(() -> keep(change.kept()));
            next = change.state();
        }
        await(forced);
        state = next;
    }

    private Object keep(List<EncodedEvent> events) throws DiskFailed {
        journal.append(events.stream().map(EncodedEvent::toByteArray).toList());
        return journal.commit();
    }

    private static void await(Future<?> forced) {
        try {
            forced.get();
        } catch (Exception failed) {
            throw new IllegalStateException("A group could not be kept.", failed);
        }
    }

    @Override
    public TwinState state() {
        return state;
    }

    Fingerprint root() {
        return state.root(workers);
    }

    @Override
    public void close() {
        folders.shutdown();
        forcer.shutdown();
        try {
            journal.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
