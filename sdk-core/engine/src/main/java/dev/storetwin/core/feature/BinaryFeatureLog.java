package dev.storetwin.core.feature;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.feature.FeatureLog;
import dev.storetwin.feature.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes each served vector as one frame of bytes that can be read without any other: set version, revision, moment, entity, numbers and
 * reasons.
 *
 * <p>How it works: most numbers of a slow seller are zero, so a bit per number says which are not, and only these follow, with all their bits.
 */
public final class BinaryFeatureLog implements FeatureLog {

    /** Format of the frames; a reader refuses any other. */
    static final int FORMAT = 1;

    static final int BITS = Byte.SIZE;

    private final Consumer<byte[]> frames;

    /**
     * @param frames takes each frame whole, from any thread; it keeps frames apart and whole, such as a journal
     */
    public BinaryFeatureLog(Consumer<byte[]> frames) {
        this.frames = frames;
    }

    @Override
    public void append(FeatureVector vector) {
        frames.accept(frame(vector));
    }

    static byte[] frame(FeatureVector vector) {
        var out = new ByteWriter(Long.BYTES * vector.size() / 2 + 64);
        var asOf = vector.asOf();
        out.writeByte(FORMAT)
                .writeLong(Long.parseUnsignedLong(vector.set().version(), 16))
                .writeVarint(vector.revision())
                .writeZigzag(asOf.getEpochSecond())
                .writeVarint(asOf.getNano())
                .writeString(vector.entity().grain().name())
                .writeString(vector.entity().id())
                .writeString(vector.entity().part())
                .writeVarint(vector.size());
        writeValues(vector, out);
        writeReasons(vector, out);
        return out.toByteArray();
    }

    private static void writeValues(FeatureVector vector, ByteWriter out) {
        for (int from = 0; from < vector.size(); from += BITS) {
            int bits = 0;
            for (int place = from; place < Math.min(vector.size(), from + BITS); place++) {
                bits |= Double.doubleToRawLongBits(vector.value(place)) == 0 ? 0 : 1 << (place - from);
            }
            out.writeByte(bits);
        }
        for (int place = 0; place < vector.size(); place++) {
            long bits = Double.doubleToRawLongBits(vector.value(place));
            if (bits != 0) {
                out.writeLong(bits);
            }
        }
    }

    /** Each reason once, then which place has which. */
    private static void writeReasons(FeatureVector vector, ByteWriter out) {
        var reasons = new ArrayList<String>();
        var places = new ArrayList<int[]>();
        for (int place = 0; place < vector.size(); place++) {
            if (vector.isMissing(place)) {
                places.add(new int[] {
                    place, number(reasons, vector.missingReason(place).orElseThrow())
                });
            }
        }
        out.writeVarint(reasons.size());
        reasons.forEach(out::writeString);
        out.writeVarint(places.size());
        places.forEach(it -> out.writeVarint(it[0]).writeVarint(it[1]));
    }

    private static int number(List<String> reasons, String reason) {
        int known = reasons.indexOf(reason);
        if (known < 0) {
            reasons.add(reason);
            return reasons.size() - 1;
        }
        return known;
    }
}
