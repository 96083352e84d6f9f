package dev.storetwin.core.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a key file from front to back and mends what a crash left.
 *
 * <p>How it works: a batch is written only when the one before it is durable. So a batch that does not fit its header, or has a damaged
 * record, and is the last, was never acknowledged and is cut off. Keys of erased owners are overwritten only after their tombstone is
 * durable, so a damaged record that a tombstone leads to is overwritten again. Any other damage is not a crash's, and is refused.
 */
final class KeyFileRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(FileKeyStore.class);
    private static final int CHUNK = 4096;

    private final KeyFile file;
    private final KeyIndex index;
    private final Set<Integer> damaged = new TreeSet<>();
    private final List<Integer> tombstones = new ArrayList<>();
    private int owners;
    private int keys;

    private KeyFileRecovery(KeyFile file, KeyIndex index) {
        this.file = file;
        this.index = index;
    }

    /** Fills the index and says how many owners have a key. */
    static KeyFileRecovery run(KeyFile file, KeyIndex index) throws IOException {
        var recovery = new KeyFileRecovery(file, index);
        recovery.walk();
        recovery.finishErasures();
        recovery.refuseDamage();
        return recovery;
    }

    int owners() {
        return owners;
    }

    /** How many records would go into a new file. */
    int needed() {
        return keys + tombstones.size();
    }

    private void walk() throws IOException {
        int place = 0;
        while (place < file.slots()) {
            var head = file.read(place);
            long end = place + 1L + head.owner().low();
            boolean whole = head.isBatchAt(place) && end <= file.slots();
            if (!whole || (end == file.slots() && hasDamage(place + 1, (int) end))) {
                cutTail(place);
                return;
            }
            take(place + 1, (int) end);
            place = (int) end;
        }
        cutTail(file.slots());
    }

    private boolean hasDamage(int from, int to) throws IOException {
        for (var slots = new Slots(file, from, to); slots.hasNext(); ) {
            if (slots.next().kind() == Slot.Kind.DAMAGED) {
                return true;
            }
        }
        return false;
    }

    private void take(int from, int to) throws IOException {
        var slots = new Slots(file, from, to);
        for (int place = from; place < to; place++) {
            take(place, slots.next());
        }
    }

    private void take(int place, Slot slot) {
        switch (slot.kind()) {
            case DAMAGED -> damaged.add(place);
            case KEY -> {
                keys++;
                owners += index.find(slot.owner()) == Slot.NONE ? 1 : 0;
                index.put(slot.owner(), place);
            }
            case TOMBSTONE -> {
                owners -= index.find(slot.owner()) == Slot.NONE ? 0 : 1;
                index.put(slot.owner(), place);
                tombstones.add(place);
            }
            case DESTROYED, BATCH -> {}
        }
    }

    private void cutTail(int place) throws IOException {
        for (int later = place + 1; later < file.slots(); later++) {
            if (file.read(later).isBatchAt(later)) {
                throw damage(place);
            }
        }
        long cut = file.cut(place);
        if (cut > 0) {
            LOG.warn(
                    "Cut {} bytes off the end of {}: they were being written when the process ended.",
                    cut,
                    file.path());
        }
    }

    /** Overwrites what the keys of erased owners still hold. */
    private void finishErasures() throws IOException {
        boolean changed = false;
        for (int tombstone : tombstones) {
            changed |= overwrite(file, file.read(tombstone), damaged);
        }
        if (changed) {
            file.force();
        }
    }

    /** Overwrites all keys that a tombstone leads to, and says whether there were any. */
    static boolean overwrite(KeyFile file, Slot tombstone, Set<Integer> damaged) throws IOException {
        boolean changed = false;
        for (int place = tombstone.previous(); place != Slot.NONE; ) {
            var slot = file.read(place);
            if (slot.kind() != Slot.Kind.DESTROYED) {
                file.overwrite(place, slot.destroyed());
                damaged.remove(place);
                changed = true;
            }
            place = slot.previous();
        }
        return changed;
    }

    private void refuseDamage() {
        for (int place : damaged) {
            throw damage(place);
        }
    }

    private KeysUnusable damage(int place) {
        return new KeysUnusable("""
                %s is damaged at byte %d, and not by a crash.
                Maybe the disk is failing: bring the file back from a safe copy, then erase again who was erased since.""".formatted(file.path(), KeyFile.offset(place)));
    }

    /** Records that follow each other, read in large pieces. */
    static final class Slots {

        private final KeyFile file;
        private final int end;
        private int next;
        private ByteBuffer chunk = ByteBuffer.allocate(0);

        Slots(KeyFile file, int from, int end) {
            this.file = file;
            this.next = from;
            this.end = end;
        }

        boolean hasNext() {
            return next < end;
        }

        Slot next() throws IOException {
            if (!chunk.hasRemaining()) {
                chunk = file.read(next, Math.min(CHUNK, end - next));
            }
            next++;
            return Slot.readFrom(chunk);
        }
    }
}
