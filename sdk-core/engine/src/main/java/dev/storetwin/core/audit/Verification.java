package dev.storetwin.core.audit;

import dev.storetwin.audit.Checkpoint;

/** What became of checking a trail: it is sound, or the first thing that is wrong with it. Lines count from 1, entries from 0. */
public sealed interface Verification {

    /** For people, on one line. */
    String message();

    default boolean isSound() {
        return this instanceof Sound;
    }

    /**
     * Every line follows from the ones before it.
     *
     * @param checkpoint the whole trail in one hash, to be kept elsewhere
     */
    record Sound(Checkpoint checkpoint) implements Verification {
        @Override
        public String message() {
            return checkpoint.toString();
        }
    }

    /** The file does not begin as a trail does. */
    record Foreign(String problem) implements Verification {
        @Override
        public String message() {
            return "line 1: this is no audit trail of version 1, %s".formatted(problem);
        }
    }

    /** A line is not of the form that every line has. */
    record Malformed(long line, long entry, String problem) implements Verification {
        @Override
        public String message() {
            return "line %d, entry %d: malformed, %s".formatted(line, entry, problem);
        }
    }

    /** The last line has no line end: it was cut in the middle, or something was added to it. */
    record Torn(long line, long entry) implements Verification {
        @Override
        public String message() {
            return "line %d, entry %d: torn, the last line does not end with a line feed".formatted(line, entry);
        }
    }

    /** An entry or one of its hashes is not what was written. */
    record Changed(long line, long entry, String problem) implements Verification {
        @Override
        public String message() {
            return "line %d, entry %d: changed, %s".formatted(line, entry, problem);
        }
    }

    /** Entries are missing here and stand nowhere below. */
    record Dropped(long line, long first, long last) implements Verification {
        @Override
        public String message() {
            return first == last
                    ? "line %d, entry %d: dropped, entry %d follows at once".formatted(line, first, last + 1)
                    : "line %d, entry %d: dropped with all up to %d, entry %d follows at once"
                            .formatted(line, first, last, last + 1);
        }
    }

    /** An entry stands further down, and another in its place. */
    record Moved(long line, long entry, long found, long foundAt) implements Verification {
        @Override
        public String message() {
            return "line %d, entry %d: moved, entry %d stands here and entry %d on line %d"
                    .formatted(line, entry, found, entry, foundAt);
        }
    }

    /** An entry from above stands here once more. */
    record Repeated(long line, long entry, long repeated) implements Verification {
        @Override
        public String message() {
            return "line %d, entry %d: repeated, entry %d of line %d stands here again"
                    .formatted(line, entry, repeated, repeated + 2);
        }
    }

    /** A line was put in that calls itself an entry which stands elsewhere. */
    record Inserted(long line, long entry, long claimed) implements Verification {
        @Override
        public String message() {
            return "line %d, entry %d: inserted, this line calls itself entry %d, which stands on line %d and is another"
                    .formatted(line, entry, claimed, claimed + 2);
        }
    }

    /** Every line is right, but there were more when the checkpoint was taken. */
    record Cut(Checkpoint kept, Checkpoint found) implements Verification {
        @Override
        public String message() {
            return "line %d, entry %d: cut, the checkpoint knows %d entries and the file ends after %d"
                    .formatted(found.size() + 2, found.size(), kept.size(), found.size());
        }
    }

    /** Every line is right, but the trail is another one than that of the checkpoint. */
    record Rewritten(Checkpoint kept, Checkpoint found) implements Verification {
        @Override
        public String message() {
            return "rewritten: the first %d entries have root %s, the checkpoint says %s"
                    .formatted(kept.size(), found.root(), kept.root());
        }
    }
}
