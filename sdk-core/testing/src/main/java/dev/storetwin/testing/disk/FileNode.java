package dev.storetwin.testing.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A file: what reads see, what was forced, and the changes in between. */
final class FileNode implements Node {

    private final Content seen;
    private final Content safe;
    private final List<Step> steps = new ArrayList<>();

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
        steps.add(new Step(change, Fate.UNFORCED));
    }

    /** Saves what was done since the last force; what a failed force had lost it does not save. */
    void force() {
        steps.replaceAll(step -> step.from(Fate.UNFORCED, Fate.FORCED));
        while (!steps.isEmpty() && steps.get(0).fate() == Fate.FORCED) {
            steps.remove(0).change().applyTo(safe);
        }
    }

    /** The operating system takes all changes for saved from now on, and they are not. */
    void failToForce() {
        steps.replaceAll(step -> step.from(Fate.UNFORCED, Fate.LOST));
    }

    /** The same file when the process ended and the machine did not. */
    @Override
    public FileNode afterKill() {
        FileNode next = new FileNode(seen.copy(), safe.copy());
        next.steps.addAll(steps);
        return next;
    }

    @Override
    public FileNode afterPowerCut(RandomGenerator chance) {
        var unsure = steps.stream().filter(step -> step.fate() != Fate.FORCED).toList();
        var survivors = Change.survivors(unsure, chance);
        Content kept = safe.copy();
        for (Step step : steps) {
            if (step.fate() == Fate.FORCED) {
                step.change().applyTo(kept);
            } else if (survivors.contains(step)) {
                step.change().torn(chance).applyTo(kept);
            }
        }
        return new FileNode(kept, kept.copy());
    }

    private enum Fate {
        UNFORCED,
        FORCED,
        LOST
    }

    /** A change and what became of it; no two are equal. */
    private static final class Step implements Change {

        private final FileChange change;
        private final Fate fate;

        Step(FileChange change, Fate fate) {
            this.change = change;
            this.fate = fate;
        }

        FileChange change() {
            return change;
        }

        Fate fate() {
            return fate;
        }

        Step from(Fate before, Fate after) {
            return fate == before ? new Step(change, after) : this;
        }
    }

    /** A change of a file's bytes. */
    interface FileChange {

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
