package dev.storetwin.core.memory;

import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.journal.archive.Filed;
import dev.storetwin.core.journal.archive.RunStore;
import dev.storetwin.core.state.Archive;
import dev.storetwin.core.state.ArchivedRun;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several runs of the archive on their way into one. Each piece is a task of its own, so that others come in between. */
final class RunMerging {

    private static final Logger LOG = LoggerFactory.getLogger(RunMerging.class);

    private static final long PIECE = 4 << 20;

    private final RunStore runs;
    private final EventCodec codec;
    private final List<ArchivedRun> from;
    private final Executor executor;
    private final Consumer<Merged> done;
    private final Runnable givenUp;
    private RunStore.@Nullable Draft draft;
    private Iterator<Filed> records = List.<Filed>of().iterator();

    /**
     * @param from    follow each other in the archive, newest first
     * @param done    hears of the run when it is safe
     * @param givenUp hears that there will be none
     */
    RunMerging(
            RunStore runs,
            EventCodec codec,
            List<ArchivedRun> from,
            Executor executor,
            Consumer<Merged> done,
            Runnable givenUp) {
        this.runs = runs;
        this.codec = codec;
        this.from = from;
        this.executor = executor;
        this.done = done;
        this.givenUp = givenUp;
    }

    /** A run that holds what others held. */
    record Merged(ArchivedRun run, List<ArchivedRun> insteadOf) {}

    void begin() {
        try {
            executor.execute(this::piece);
        } catch (RuntimeException | Error notBegun) {
            giveUp(notBegun);
        }
    }

    private void piece() {
        try {
            var open = opened();
            long until = open.writer().size() + PIECE;
            while (records.hasNext() && open.writer().size() < until) {
                open.writer().add(records.next());
            }
            if (records.hasNext()) {
                begin();
            } else {
                var run = open.finish(ArchivedRun.note());
                open.close();
                done.accept(new Merged(ArchivedRun.of(run, codec), from));
            }
        } catch (IOException | RuntimeException | Error failed) {
            giveUp(failed);
        }
    }

    private RunStore.Draft opened() throws IOException {
        var open = draft;
        if (open == null) {
            open = runs.begin(from.stream().mapToLong(ArchivedRun::count).sum());
            draft = open;
            records = Archive.records(from);
        }
        return open;
    }

    /** Then the runs stay as they are; the next one that arrives is an occasion to try again. */
    private void giveUp(Throwable why) {
        if (why instanceof RejectedExecutionException) {
            LOG.debug("{} runs are merged after the next start", from.size(), why);
        } else {
            LOG.warn("{} runs of the archive could not be merged", from.size(), why);
        }
        try {
            if (draft != null) {
                draft.close();
            }
        } catch (IOException | RuntimeException also) {
            LOG.warn("What there was of the merged run could not be removed", also);
        }
        givenUp.run();
    }
}
