package dev.storetwin.core.feature;

import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.ForcePolicy;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalCursor;
import dev.storetwin.core.journal.JournalRefused;
import dev.storetwin.core.journal.JournalSettings;
import dev.storetwin.feature.FeatureVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was served, in a journal of its own.
 *
 * <p>How it works: a vector is put into a queue, and the executor writes what waits in groups. These are forced to disk when four
 * MiB have gathered, so a loss of power costs the newest of them; a killed process costs what still waited. What the disk refuses is counted as lost,
 * and the next group is tried again.
 */
public final class ServedOnDisk implements ServedLog {

    private static final Logger LOG = LoggerFactory.getLogger(ServedOnDisk.class);

    private static final int GROUP = 256;
    private static final int SEGMENTS = 8;
    private static final long MOST_UNFORCED = 4L << 20;

    private final Optional<Journal> journal;
    private final ServedLogOptions options;
    private final Executor executor;
    private final ConcurrentLinkedQueue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    private final AtomicLong lost = new AtomicLong();
    private long sinceCleared;
    private long sinceForced;
    private boolean isFailing;
    private volatile boolean isClosed;

    private ServedOnDisk(Optional<Journal> journal, ServedLogOptions options, Executor executor) {
        this.journal = journal;
        this.options = options;
        this.executor = executor;
        this.sinceCleared = segmentBytes(options);
    }

    /**
     * Opens a directory of its own, or makes it. One that is damaged is left as it is: then nothing is kept, and the log says so.
     *
     * @param executor writes, one task at a time
     */
    public static ServedOnDisk open(Disk disk, Path directory, ServedLogOptions options, Executor executor)
            throws IOException {
        var settings = JournalSettings.DEFAULT.withForcePolicy(ForcePolicy.OFF).withSegmentBytes(segmentBytes(options));
        try {
            return new ServedOnDisk(Optional.of(Journal.open(disk, directory, settings)), options, executor);
        } catch (JournalRefused damaged) {
            LOG.error(
                    "What is served will not be written down, for {} cannot be read. Maybe move it away.",
                    directory,
                    damaged);
            return new ServedOnDisk(Optional.empty(), options, executor);
        }
    }

    private static long segmentBytes(ServedLogOptions options) {
        return Math.max(1, options.bytes() / SEGMENTS);
    }

    @Override
    public void append(FeatureVector vector) {
        if (isClosed || journal.isEmpty()) {
            lost.incrementAndGet();
            return;
        }
        var frame = BinaryFeatureLog.frame(vector);
        if (waitingBytes.addAndGet(frame.length) > options.waitingBytes()) {
            waitingBytes.addAndGet(-frame.length);
            lost.incrementAndGet();
            return;
        }
        waiting.add(frame);
        schedule();
    }

    private void schedule() {
        if (isScheduled.compareAndSet(false, true)) {
            try {
                executor.execute(this::writeWaiting);
            } catch (RejectedExecutionException closing) {
                isScheduled.set(false);
            }
        }
    }

    private synchronized void writeWaiting() {
        isScheduled.set(false);
        for (var group = next(); !group.isEmpty(); group = next()) {
            write(group);
        }
    }

    private List<byte[]> next() {
        var group = new ArrayList<byte[]>();
        for (var frame = waiting.poll(); frame != null; frame = group.size() < GROUP ? waiting.poll() : null) {
            group.add(frame);
            waitingBytes.addAndGet(-frame.length);
        }
        return group;
    }

    private void write(List<byte[]> group) {
        var log = journal.orElseThrow();
        if (isTaken(log, group)) {
            keepOrder(log, group.stream().mapToLong(it -> it.length).sum());
        } else {
            lost.addAndGet(group.size());
        }
    }

    private boolean isTaken(Journal log, List<byte[]> group) {
        try {
            if (log.hasFailed()) {
                log.rewind();
            }
            log.append(group);
            log.commit();
            isFailing = false;
            return true;
        } catch (IOException | RuntimeException refused) {
            failed("What was served cannot be written down; it is tried again with what is served next", refused);
            return false;
        }
    }

    private void keepOrder(Journal log, long bytes) {
        try {
            force(log, bytes);
            makeRoom(log, bytes);
        } catch (IOException | RuntimeException refused) {
            failed("What was served is kept, but not forced to disk, or more of it than was asked for", refused);
        }
    }

    /** Says it once, until it works again. */
    private void failed(String what, Exception why) {
        if (!isFailing) {
            LOG.warn(what, why);
        }
        isFailing = true;
    }

    private void force(Journal log, long bytes) throws IOException {
        sinceForced += bytes;
        if (sinceForced >= MOST_UNFORCED) {
            log.force();
            sinceForced = 0;
        }
    }

    private void makeRoom(Journal log, long bytes) throws IOException {
        sinceCleared += bytes;
        if (sinceCleared >= segmentBytes(options) / 2) {
            log.deleteDownTo(options.bytes() - segmentBytes(options));
            sinceCleared = 0;
        }
    }

    @Override
    public synchronized Frames frames() {
        if (journal.isEmpty() || isClosed) {
            return Frames.of(List.of());
        }
        writeWaiting();
        return new Walk(journal.get().read(journal.get().firstPosition()));
    }

    /** Frames of the journal, one by one; a disk that fails on the way is an {@link UncheckedIOException}. */
    private record Walk(JournalCursor cursor) implements Frames {

        @Override
        public Iterator<byte[]> iterator() {
            return new Iterator<>() {
                private boolean isRead = true;
                private boolean hasNext;

                @Override
                public boolean hasNext() {
                    if (isRead) {
                        hasNext = advance();
                        isRead = false;
                    }
                    return hasNext;
                }

                @Override
                public byte[] next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    isRead = true;
                    return cursor.record();
                }
            };
        }

        private boolean advance() {
            try {
                return cursor.advance();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() throws IOException {
            cursor.close();
        }
    }

    @Override
    public long lost() {
        return lost.get();
    }

    @Override
    public synchronized void close() {
        if (!isClosed) {
            writeWaiting();
            isClosed = true;
            journal.ifPresent(this::close);
        }
    }

    private void close(Journal log) {
        try {
            log.close();
        } catch (IOException failed) {
            LOG.warn("The newest of what was served may be lost", failed);
        }
    }
}
