package dev.storetwin.testing.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A file: what reads see, what was forced, and the changes in between. */
final class FileNode implements Node {

    private final Content seen;
    private final Content safe;
    private final List<FileChange> changes = new ArrayList<>();
    private int lost;

    FileNode() {
        this(new Content(), new Content());
    }

    private FileNode(Content seen, Content safe) {
        this.seen = seen;
        this.safe = safe;
    }

    Content seen() {
        return seen;
    }

    void change(FileChange change) {
        change.applyTo(seen);
        changes.add(change);
    }

    /** Saves what was done since the last force; what a failed force had lost it does not save. */
    void force() {
        changes.subList(lost, changes.size()).forEach(change -> change.applyTo(safe));
        changes.subList(lost, changes.size()).clear();
    }

    /** The operating system takes all changes for saved from now on, and they are not. */
    void failToForce() {
        lost = changes.size();
    }

    /** The same file when the process ended and the machine did not. */
    @Override
    public FileNode afterKill() {
        FileNode next = new FileNode(seen.copy(), safe.copy());
        next.changes.addAll(changes);
        next.lost = lost;
        return next;
    }

    @Override
    public FileNode afterPowerCut(RandomGenerator chance) {
        Content kept = safe.copy();
        for (FileChange change : Change.survivors(changes, chance)) {
            change.torn(chance).applyTo(kept);
        }
        return new FileNode(kept, kept.copy());
    }

    /** A change of a file's bytes. */
    interface FileChange extends Change {

        void applyTo(Content content);

        /** What is left of it when it was not done whole. */
        FileChange torn(RandomGenerator chance);
    }

    /** Bytes that were written. */
    record Written(byte[] bytes, long offset) implements FileChange {

        @Override
        public void applyTo(Content content) {
            content.write(bytes, offset);
        }

        @Override
        public FileChange torn(RandomGenerator chance) {
            if (bytes.length == 0 || chance.nextInt(2) == 0) {
                return this;
            }
            int from = chance.nextInt(2) == 0 ? 0 : chance.nextInt(bytes.length);
            int to = from + chance.nextInt(bytes.length - from + 1);
            return new Written(Arrays.copyOfRange(bytes, from, to), offset + from);
        }
    }

    /** An end that was cut off. */
    record Truncated(long size) implements FileChange {

        @Override
        public void applyTo(Content content) {
            content.truncate(size);
        }

        @Override
        public FileChange torn(RandomGenerator chance) {
            return this;
        }
    }
}
