package dev.storetwin.core.memory;

import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.journal.archive.RunStore;
import dev.storetwin.core.state.ArchivedRun;
import dev.storetwin.core.state.Documents;
import dev.storetwin.core.state.ShopState;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves documents from the heap to the archive, beside everything else.
 *
 * <p>How it works: whoever makes states shows each one to {@link #tend}. When its fresh documents need more heap than they may, the answer is a
 * state in which these are leaving, and the executor writes them to a run; the first state that is shown after that has them in the archive. Both
 * cost next to nothing, since only references change. Runs of like size are merged on the same executor, a piece at a time, so that nothing else
 * waits for long. What cannot be written stays in the heap and is tried again.
 *
 * <p>States are shown by one thread at a time, each made of the answer to the one before.
 */
final class Archivist {

    private static final Logger LOG = LoggerFactory.getLogger(Archivist.class);

    /** So many times the budget fresh documents may need before a load waits for the disk. */
    private static final int PATIENCE = 2;

    private final RunStore runs;
    private final EventCodec codec;
    private final long budget;
    private final Executor executor;
    private final AtomicReference<RunMerging.@Nullable Merged> merged = new AtomicReference<>();
    private final AtomicBoolean isMerging = new AtomicBoolean();
    private @Nullable CompletableFuture<ArchivedRun> filing;
    private long limit;

    /**
     * @param codec    of the documents
     * @param budget   bytes of heap that fresh documents may need
     * @param executor runs one task at a time
     */
    Archivist(RunStore runs, EventCodec codec, long budget, Executor executor) {
        this.runs = runs;
        this.codec = codec;
        this.budget = budget;
        this.executor = executor;
        this.limit = budget;
    }

    /** The same state with its documents where they belong. Never waits. */
    ShopState tend(ShopState state) {
        var documents = arrived(state.documents());
        if (filing == null && documents.freshBytes() >= limit) {
            documents = documents.areLeaving() ? documents : documents.parting();
            filing = file(documents);
        }
        return documents == state.documents() ? state : state.with(documents);
    }

    /** The same, and waits for the disk where documents come faster than it takes them: of a load only. */
    ShopState tendWaiting(ShopState state) {
        var tended = tend(state);
        var open = filing;
        while (open != null && tended.documents().freshBytes() > PATIENCE * budget) {
            open.handle((run, failed) -> run).join();
            tended = tend(tended);
            open = filing == open ? null : filing;
        }
        return tended;
    }

    /** The same, with nothing on its way any more that could be written: at the end of a load. */
    ShopState settle(ShopState state) {
        var tended = tend(state);
        for (var open = filing; open != null; open = filing) {
            open.handle((run, failed) -> run).join();
            tended = tend(tended);
        }
        return tended;
    }

    private Documents arrived(Documents before) {
        var documents = merged(before);
        var filed = filing;
        if (filed != null && filed.isDone()) {
            filing = null;
            documents = filed.isCompletedExceptionally() ? later(documents) : documents.arrived(filed.join());
        }
        if (documents != before) {
            merge(documents);
        }
        return documents;
    }

    private Documents merged(Documents documents) {
        var done = merged.getAndSet(null);
        if (done == null) {
            return documents;
        }
        isMerging.set(false);
        return documents.over(documents.archive().with(done.run(), done.insteadOf()));
    }

    /** Tried again when a quarter of the budget has come together. */
    private Documents later(Documents documents) {
        limit = documents.freshBytes() + budget / 4 + 1;
        return documents;
    }

    private CompletableFuture<ArchivedRun> file(Documents documents) {
        limit = budget;
        var filed = new CompletableFuture<ArchivedRun>();
        try {
            executor.execute(() -> write(documents, filed));
        } catch (RuntimeException | Error notBegun) {
            failed(filed, documents.leaving().size(), notBegun);
        }
        return filed;
    }

    private void write(Documents documents, CompletableFuture<ArchivedRun> filed) {
        var records = documents.leaving();
        try (var draft = runs.begin(records.size())) {
            for (var record : records) {
                draft.writer().add(record);
            }
            filed.complete(ArchivedRun.of(draft.finish(ArchivedRun.note()), codec));
        } catch (IOException | RuntimeException | Error failed) {
            failed(filed, records.size(), failed);
        }
    }

    /** Whatever it was: somebody may be waiting. */
    private static void failed(CompletableFuture<ArchivedRun> filed, int documents, Throwable why) {
        if (why instanceof RejectedExecutionException) {
            LOG.debug("{} documents stay in the heap while the twin closes", documents, why);
        } else {
            LOG.warn("{} documents stay in the heap and are filed later", documents, why);
        }
        filed.completeExceptionally(why);
    }

    private void merge(Documents documents) {
        List<ArchivedRun> some = documents.archive().mergeable();
        if (!some.isEmpty() && isMerging.compareAndSet(false, true)) {
            new RunMerging(runs, codec, some, executor, merged::set, () -> isMerging.set(false)).begin();
        }
    }
}
