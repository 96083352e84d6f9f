package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureLog;
import dev.storetwin.feature.FeatureVector;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Keeps the newest of what was served, bounded. Holds no request up and fails none: what it cannot keep it counts. */
public interface ServedLog extends FeatureLog, AutoCloseable {

    /** Keeps nothing. */
    ServedLog NONE = new ServedLog() {
        @Override
        public void append(FeatureVector vector) {}

        @Override
        public Frames frames() {
            return Frames.of(List.of());
        }

        @Override
        public long lost() {
            return 0;
        }

        @Override
        public void close() {}
    };

    /** Frames of {@link BinaryFeatureLog}, the oldest first, to be walked through once. */
    interface Frames extends Iterable<byte[]>, AutoCloseable {

        static Frames of(List<byte[]> frames) {
            return new Frames() {
                @Override
                public Iterator<byte[]> iterator() {
                    return frames.iterator();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        void close() throws IOException;
    }

    /** All that is kept, with what was served until now. */
    Frames frames() throws IOException;

    /** Vectors that were not kept, since this was opened. */
    long lost();

    /** Keeps what waits, and nothing any more. */
    @Override
    void close();
}
