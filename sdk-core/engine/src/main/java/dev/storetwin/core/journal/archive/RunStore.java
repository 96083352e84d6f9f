package dev.storetwin.core.journal.archive;

import dev.storetwin.core.journal.Directories;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.DiskFailed;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of one directory.
 *
 * <p>How it works: a run is open as long as anybody holds it, which the collector of garbage tells: an old state goes on reading runs that were
 * merged into others long ago. The file of a run that nobody holds any more is closed, and removed by the next {@link #keep} unless it is named
 * there. For many threads.
 */
public final class RunStore implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);
    private static final Pattern NAME = Pattern.compile("(\\d{10})\\.run");

    private final Disk disk;
    private final Path directory;
    private final Map<String, Held> held = new HashMap<>();
    private final ReferenceQueue<SortedRun> unheld = new ReferenceQueue<>();
    private final Set<Draft> drafts = new HashSet<>();
    private long lastNumber;
    private boolean closed;

    private RunStore(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /** A run that was opened, and its file, which outlives it. */
    private static final class Held extends WeakReference<SortedRun> {

        private final String name;
        private final Disk.OpenFile file;

        Held(SortedRun run, String name, Disk.OpenFile file, ReferenceQueue<SortedRun> queue) {
            super(run, queue);
            this.name = name;
            this.file = file;
        }

        void close() throws IOException {
            var run = get();
            if (run == null) {
                file.close();
            } else {
                run.close();
            }
        }
    }

    /** Opens a directory, which is made when missing. What a crash left unfinished is removed. */
    public static RunStore open(Disk disk, Path directory) throws IOException {
        Directories.make(disk, directory);
        var store = new RunStore(disk, directory);
        for (Path file : disk.list(directory)) {
            var name = file.getFileName().toString();
            var number = NAME.matcher(name);
            if (number.matches()) {
                store.lastNumber = Math.max(store.lastNumber, Long.parseLong(number.group(1)));
            } else if (name.endsWith(RunWriter.UNFINISHED)) {
                disk.delete(file);
            }
        }
        return store;
    }

    /** A run in the making. */
    public final class Draft implements Closeable {

        private final String name;
        private final RunWriter writer;

        private Draft(String name, RunWriter writer) {
            this.name = name;
            this.writer = writer;
        }

        public RunWriter writer() {
            return writer;
        }

        /** Makes it whole and safe, and opens it. */
        public SortedRun finish(byte[] note) throws IOException {
            writer.finish(note);
            synchronized (RunStore.this) {
                return opened(name);
            }
        }

        @Override
        public void close() throws IOException {
            synchronized (RunStore.this) {
                drafts.remove(this);
            }
            writer.close();
        }
    }

    /**
     * Begins a new run.
     *
     * @param atMost how many records may come
     */
    public Draft begin(long atMost) throws DiskFailed {
        String name;
        synchronized (this) {
            requireOpen();
            name = "%010d.run".formatted(++lastNumber);
        }
        var draft = new Draft(name, RunWriter.create(disk, directory.resolve(name), atMost));
        synchronized (this) {
            drafts.add(draft);
        }
        return draft;
    }

    /**
     * The run that is meant.
     *
     * @throws IOException when it is not there, is another one, or is damaged
     */
    public synchronized SortedRun find(RunRef ref) throws IOException {
        requireOpen();
        var known = held.get(ref.name());
        var run = known == null ? null : known.get();
        var found = run == null ? opened(ref.name()) : run;
        if (!found.ref().equals(ref)) {
            throw new IOException("%s is not the run that is asked for.\nMaybe files of two directories were mixed."
                    .formatted(directory.resolve(ref.name())));
        }
        return found;
    }

    private SortedRun opened(String name) throws IOException {
        requireOpen();
        closeUnheld();
        var before = held.remove(name);
        if (before != null) {
            before.close();
        }
        var file = disk.openToRead(directory.resolve(name));
        var run = SortedRun.open(file, directory.resolve(name));
        held.put(name, new Held(run, name, file, unheld));
        return run;
    }

    private void closeUnheld() throws IOException {
        for (var gone = polled(); gone != null; gone = polled()) {
            gone.file.close();
            held.remove(gone.name, gone);
        }
    }

    private @Nullable Held polled() {
        return (Held) unheld.poll();
    }

    /**
     * Removes what is neither named nor held by anybody.
     *
     * @param named runs that snapshots refer to
     */
    public synchronized void keep(Collection<RunRef> named) throws DiskFailed {
        try {
            closeUnheld();
            var kept = named.stream().map(RunRef::name).collect(Collectors.toSet());
            for (Path file : disk.list(directory)) {
                var name = file.getFileName().toString();
                if (NAME.matcher(name).matches() && !kept.contains(name) && !held.containsKey(name)) {
                    disk.delete(file);
                }
            }
            disk.forceDirectory(directory);
        } catch (IOException failed) {
            throw DiskFailed.of(directory, "tidied", failed);
        }
    }

    /** Whether every byte of a run can be read and is as it was written. */
    public boolean isWhole(RunRef ref) {
        try {
            find(ref).records().forEachRemaining(it -> {});
            return true;
        } catch (IOException | UncheckedIOException damaged) {
            LOG.warn("{} is not whole, and what lies before the snapshots that need it is kept", ref.name(), damaged);
            return false;
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The archive %s is closed.".formatted(directory));
        }
    }

    /** Closes every run, also those that somebody still holds, and gives up those in the making. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        for (var draft : List.copyOf(drafts)) {
            draft.close();
        }
        for (var run : List.copyOf(held.values())) {
            run.close();
        }
        held.clear();
        for (var gone = polled(); gone != null; gone = polled()) {
            gone.file.close();
        }
    }
}
