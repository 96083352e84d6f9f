package dev.storetwin.core.crypto;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A new key file, filled with what still counts of an old one: the keys, wrapped anew, and the tombstones. */
final class KeyFileCopy implements AutoCloseable {

    private static final int BATCH = 4096;

    private final KeyFile copy;
    private final List<KeyId> placed = new ArrayList<>();
    private final List<Slot> batch = new ArrayList<>();
    private final KeyIndex index;

    KeyFileCopy(Path path) throws IOException {
        copy = KeyFile.create(path);
        index = new KeyIndex(placed::get);
    }

    void fill(KeyFile old, KeyStore.Rewrapping each) throws IOException {
        for (var slots = new KeyFileRecovery.Slots(old, 0, old.slots()); slots.hasNext(); ) {
            var slot = slots.next();
            switch (slot.kind()) {
                case KEY -> add(Slot.key(slot.owner(), each.apply(slot.owner(), slot.key()), index.find(slot.owner())));
                case TOMBSTONE -> add(Slot.tombstone(slot.owner(), Slot.NONE));
                case DAMAGED, BATCH, DESTROYED -> {}
            }
        }
        flush();
        end();
        copy.force();
    }

    /** An empty batch, so that none with records is the last, which recovery takes for torn when it is damaged. */
    private void end() throws IOException {
        copy.write(List.of());
        copy.added(0);
    }

    private void add(Slot slot) throws IOException {
        if (batch.isEmpty()) {
            placed.add(new KeyId(0, 0));
        }
        index.put(slot.owner(), placed.size());
        placed.add(slot.owner());
        batch.add(slot);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (!batch.isEmpty()) {
            copy.write(batch);
            copy.added(batch.size());
            batch.clear();
        }
    }

    /** Where each owner's newest record lies in the new file. */
    KeyIndex index(IntFunction<KeyId> ownerAt) {
        return index.readingFrom(ownerAt);
    }

    @Override
    public void close() throws IOException {
        copy.close();
    }
}
