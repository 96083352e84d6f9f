package dev.storetwin.core.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keys in a directory of their own: one file of records of a fixed size, and per owner a few bytes of heap. One process at a time.
 *
 * <p>How it works: new keys wait in memory until {@link #force}, which appends them as one batch. To destroy keys, tombstones are
 * appended and forced, then the keys are overwritten where they lie and that is forced too; a crash between the two is made good when the
 * store is opened. To wrap all keys anew, a new file is written, forced and renamed, and the old one overwritten with zeros.
 *
 * <p>Overwriting reaches the bytes that the file system shows. A disk that moves blocks about may keep a copy that only its firmware can
 * read; it is sealed under the master key, and replacing that makes it void.
 */
public final class FileKeyStore implements KeyStore {

    private static final String FILE = "owners.keys";
    private static final String NEXT = "owners.keys.next";
    private static final String COUNT = "owners.count";
    /** Keys that wait in memory at most. */
    private static final int MOST_FRESH = 1 << 14;
    /** Below this many records a file is not worth rewriting. */
    private static final int SMALL = 1 << 12;

    private final Path directory;
    private final KeyLock lock;
    private final KeyCount count;
    private final Object writing = new Object();
    private final Map<KeyId, WrappedKey> fresh = new LinkedHashMap<>();
    private final Set<KeyId> dying = new HashSet<>();
    private KeyFile file;
    private KeyIndex index;
    private int owners;

    private FileKeyStore(Path directory, KeyLock lock) throws IOException {
        this.directory = directory;
        this.lock = lock;
        OwnerOnly.wipe(directory.resolve(NEXT));
        this.file = Files.exists(directory.resolve(FILE)) ? KeyFile.open(directory.resolve(FILE)) : created();
        this.index = new KeyIndex(this::ownerAt);
        this.count = KeyCount.at(directory.resolve(COUNT));
    }

    /** The file that holds the keys of a directory. */
    public static Path file(Path directory) {
        return directory.resolve(FILE);
    }

    /**
     * Opens the keys in a directory, or makes both.
     *
     * @throws KeysUnusable         when the file is damaged, of another format, or open elsewhere; the message says where
     * @throws UncheckedIOException when the directory cannot be read or written
     */
    public static FileKeyStore open(Path directory) {
        try {
            OwnerOnly.directory(directory);
            var lock = KeyLock.on(directory);
            try {
                return recovered(new FileKeyStore(directory, lock));
            } catch (IOException | RuntimeException unusable) {
                lock.close();
                throw unusable;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The keys in %s cannot be opened.%nMaybe it belongs to another account.".formatted(directory),
                    failed);
        }
    }

    private static FileKeyStore recovered(FileKeyStore store) throws IOException {
        try {
            var found = KeyFileRecovery.run(store.file, store.index);
            store.refuseLostEnd();
            store.owners = found.owners();
            if (isWorthRewriting(store.file.slots(), found.needed())) {
                store.rewrite((owner, key) -> key);
            }
            return store;
        } catch (IOException | RuntimeException unusable) {
            store.count.close();
            store.file.close();
            throw unusable;
        }
    }

    /** Records that were safe once and are not there any more are no work of a crash. */
    private void refuseLostEnd() throws IOException {
        int safe = count.atLeast();
        if (file.slots() < safe) {
            throw new KeysUnusable("""
                    The end of %s is missing: it holds %d of %d records that were safe in it.
                    Maybe it was cut while it was copied: put the whole file back. What was sealed under the missing keys cannot be read without \
                    them; to go on all the same, delete %s.""".formatted(file.path(), file.slots(), safe, count.path()));
        }
    }

    /** Whether more than a third of the records is of no use any more. */
    private static boolean isWorthRewriting(int records, int needed) {
        return records > SMALL && 2L * records > 3L * needed;
    }

    private KeyFile created() throws IOException {
        try (var empty = KeyFile.create(directory.resolve(NEXT))) {
            empty.force();
        }
        OwnerOnly.replace(directory.resolve(NEXT), directory.resolve(FILE));
        return KeyFile.open(directory.resolve(FILE));
    }

    @Override
    public synchronized Optional<WrappedKey> newest(KeyId owner) {
        if (dying.contains(owner)) {
            return Optional.empty();
        }
        var waiting = fresh.get(owner);
        return waiting != null
                ? Optional.of(waiting)
                : lastOf(owner).filter(FileKeyStore::isKey).map(Slot::key);
    }

    @Override
    public synchronized Optional<WrappedKey> find(KeyId owner, int version) {
        if (dying.contains(owner)) {
            return Optional.empty();
        }
        var waiting = fresh.get(owner);
        if (waiting != null && waiting.version() == version) {
            return Optional.of(waiting);
        }
        for (int place = index.find(owner); place != Slot.NONE; ) {
            var slot = slotAt(place);
            if (!isKey(slot)) {
                return Optional.empty();
            }
            if (slot.version() == version) {
                return Optional.of(slot.key());
            }
            place = slot.previous();
        }
        return Optional.empty();
    }

    @Override
    public synchronized boolean isDestroyed(KeyId owner) {
        return dying.contains(owner)
                || lastOf(owner).filter(it -> it.kind() == Slot.Kind.TOMBSTONE).isPresent();
    }

    @Override
    public boolean add(KeyId owner, WrappedKey key) {
        if (mustWait(owner)) {
            force();
        }
        synchronized (this) {
            if (isDestroyed(owner)) {
                return false;
            }
            checkFollows(newest(owner), key);
            fresh.put(owner, key);
            return true;
        }
    }

    /** A batch holds one key of an owner, and not too many. */
    private synchronized boolean mustWait(KeyId owner) {
        return fresh.containsKey(owner) || fresh.size() >= MOST_FRESH;
    }

    private static void checkFollows(Optional<WrappedKey> newest, WrappedKey key) {
        int expected = newest.map(WrappedKey::version).orElse(0) + 1;
        if (key.version() != expected) {
            throw new IllegalArgumentException(
                    "The next key of this owner has version %d, not %d.\nMaybe two vaults share the key store."
                            .formatted(expected, key.version()));
        }
    }

    @Override
    public void force() {
        synchronized (writing) {
            var batch = waiting();
            if (!batch.isEmpty()) {
                io(() -> append(batch));
            }
        }
    }

    private synchronized List<Slot> waiting() {
        return fresh.entrySet().stream()
                .map(it -> Slot.key(it.getKey(), it.getValue(), index.find(it.getKey())))
                .toList();
    }

    /** Writes and forces without holding back readers, then shows them where the records lie. */
    private void append(List<Slot> batch) throws IOException {
        int first = file.write(batch);
        file.force();
        synchronized (this) {
            file.added(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                show(batch.get(i), first + i);
            }
        }
        count.note(file.slots());
    }

    private void show(Slot slot, int place) {
        boolean hadKey = slot.previous() != Slot.NONE;
        if (isKey(slot)) {
            owners += hadKey ? 0 : 1;
        } else {
            owners -= hadKey ? 1 : 0;
        }
        fresh.remove(slot.owner());
        index.put(slot.owner(), place);
    }

    @Override
    public void destroy(Collection<KeyId> erased) {
        var each = new LinkedHashSet<>(erased);
        synchronized (writing) {
            var tombstones = tombstones(each);
            try {
                if (!tombstones.isEmpty()) {
                    io(() -> append(tombstones));
                }
                io(() -> overwrite(each));
            } finally {
                synchronized (this) {
                    dying.removeAll(each);
                }
            }
        }
    }

    /** From now on nobody gets these keys; on disk they stand until their tombstones do. */
    private synchronized List<Slot> tombstones(Collection<KeyId> erased) {
        var living = erased.stream().filter(it -> !isDestroyed(it)).toList();
        dying.addAll(living);
        return living.stream().map(it -> Slot.tombstone(it, index.find(it))).toList();
    }

    private void overwrite(Collection<KeyId> erased) throws IOException {
        boolean changed = false;
        for (var owner : erased) {
            changed |= KeyFileRecovery.overwrite(file, lastOf(owner).orElseThrow(), new TreeSet<>());
        }
        if (changed) {
            file.force();
        }
    }

    @Override
    public void rewrap(Rewrapping each) {
        synchronized (writing) {
            force();
            synchronized (this) {
                io(() -> rewrite(each));
            }
        }
    }

    /** Writes a new file with all that still counts and puts it in the place of the old one. */
    private void rewrite(Rewrapping each) throws IOException {
        var path = file.path();
        var copy = new KeyFileCopy(directory.resolve(NEXT));
        try (copy) {
            copy.fill(file, each);
        }
        count.note(0);
        count.force();
        file.close();
        try {
            OwnerOnly.replace(directory.resolve(NEXT), path);
        } finally {
            file = KeyFile.open(path);
        }
        index = copy.index(this::ownerAt);
        count.note(file.slots());
    }

    private static boolean isKey(Slot slot) {
        return slot.kind() == Slot.Kind.KEY;
    }

    private synchronized Optional<Slot> lastOf(KeyId owner) {
        int place = index.find(owner);
        return place == Slot.NONE ? Optional.empty() : Optional.of(slotAt(place));
    }

    private KeyId ownerAt(int place) {
        return slotAt(place).owner();
    }

    private Slot slotAt(int place) {
        try {
            return file.read(place);
        } catch (IOException failed) {
            throw new UncheckedIOException("A key cannot be read from %s.".formatted(file.path()), failed);
        }
    }

    @Override
    public synchronized int size() {
        return owners
                + (int) fresh.keySet().stream()
                        .filter(it -> index.find(it) == Slot.NONE)
                        .count();
    }

    /** Keys that were added since the last {@link #force} are made durable first. */
    @Override
    public void close() {
        synchronized (writing) {
            try {
                force();
            } finally {
                synchronized (this) {
                    io(() -> {
                        count.close();
                        file.close();
                        lock.close();
                    });
                }
            }
        }
    }

    private void io(Writing step) {
        try {
            step.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "Keys cannot be written to %s.%nMaybe the disk is full: nothing was lost, and the next try writes them."
                            .formatted(file.path()),
                    failed);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    @Override
    public String toString() {
        return "keys in " + directory;
    }
}
