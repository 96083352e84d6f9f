package dev.storetwin.core.golden;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.Moments;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.event.IdentityClaimed;

/** Writes an event byte by byte as a version did that had a component less here and one more there. */
final class OlderWriter {

    private static final double CONFIDENCE = 0.5;

    private OlderWriter() {}

    static byte[] claimed(IdentityClaimed event) {
        var out = new ByteWriter().writeBoolean(false);
        out.writeVarint(EventCodec.PLAIN.encode(event).toByteArray()[1]);
        header(event, out);
        out.writeLong(Double.doubleToLongBits(CONFIDENCE));
        out.writeVarint(event.claims().size());
        for (var claim : event.claims()) {
            var value = new ByteWriter().writeString("subject/" + event.subject());
            var plain = claim.value().reveal().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            out.writeBytes(value.writeRaw(plain, 0, plain.length).toByteArray());
            out.writeVarint(claim.kind().ordinal());
        }
        return out.writeString(event.subject().value()).toByteArray();
    }

    private static void header(IdentityClaimed event, ByteWriter out) {
        var header = event.header();
        out.writeString(header.key().source().value()).writeString(header.key().eventId());
        out.writeVarint(header.entity().kind().ordinal())
                .writeString(header.entity().id());
        out.writeZigzag(header.version().value());
        Moments.write(header.occurredAt(), out);
        Moments.write(header.receivedAt(), out);
    }
}
