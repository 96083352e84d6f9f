package dev.storetwin.core.feature;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.MalformedBytes;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.feature.Grain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One vector as it was served, read back from its frame. */
final class LoggedVector {

    private static final int MOST_FEATURES = 1 << 16;

    private final String setVersion;
    private final long revision;
    private final Instant asOf;
    private final FeatureEntity entity;
    private final double[] values;
    private final @Nullable String[] reasons;

    /**
     * @throws MalformedBytes when it is no frame of {@link BinaryFeatureLog}, or of a newer format
     */
    LoggedVector(byte[] frame) {
        var in = new ByteReader(frame);
        int format = in.readByte();
        if (format != BinaryFeatureLog.FORMAT) {
            throw new MalformedBytes(
                    0, "a served vector of format %d, found %d".formatted(BinaryFeatureLog.FORMAT, format));
        }
        setVersion = HexFormat.of().toHexDigits(in.readLong());
        revision = in.readVarint();
        asOf = Instant.ofEpochSecond(in.readZigzag(), in.readVarint());
        entity = new FeatureEntity(grain(in), in.readString(), in.readString());
        values = new double[in.readChoice(MOST_FEATURES)];
        reasons = new String[values.length];
        readValues(in);
        readReasons(in);
        in.expectEnd();
    }

    private static Grain grain(ByteReader in) {
        int at = in.position();
        var name = in.readString();
        return Arrays.stream(Grain.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedBytes(at, "a grain"));
    }

    private void readValues(ByteReader in) {
        var bits = in.readRaw((values.length + BinaryFeatureLog.BITS - 1) / BinaryFeatureLog.BITS);
        for (int place = 0; place < values.length; place++) {
            boolean isSet = (bits[place / BinaryFeatureLog.BITS] >> (place % BinaryFeatureLog.BITS) & 1) == 1;
            values[place] = isSet ? Double.longBitsToDouble(in.readLong()) : 0;
        }
    }

    private void readReasons(ByteReader in) {
        var known = new ArrayList<String>();
        for (int left = in.readCount(); left > 0; left--) {
            known.add(in.readString());
        }
        for (int left = in.readCount(); left > 0; left--) {
            int place = in.readChoice(values.length);
            reasons[place] = known.get(in.readChoice(known.size()));
        }
    }

    String setVersion() {
        return setVersion;
    }

    long revision() {
        return revision;
    }

    Instant asOf() {
        return asOf;
    }

    FeatureEntity entity() {
        return entity;
    }

    int size() {
        return values.length;
    }

    /** Whether another vector has the same bits and the same reason at a place. */
    boolean isSame(FeatureVector other, int place) {
        return Double.doubleToRawLongBits(values[place]) == Double.doubleToRawLongBits(other.value(place))
                && other.missingReason(place).equals(Optional.ofNullable(reasons[place]));
    }

    String told(int place) {
        var reason = reasons[place];
        return reason == null ? Double.toString(values[place]) : values[place] + " (" + reason + ")";
    }
}
