package dev.storetwin.core.state.quality;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventReader;
import dev.storetwin.state.Defect;
import java.time.Instant;

/** A refused event as it lies in the quarantine: its personal values stay sealed until somebody asks. */
record KeptEvent(long ticket, EncodedEvent event, Refusal refusal, Instant at, long times) {

    KeptEvent again() {
        return new KeptEvent(ticket, event, refusal, at, times + 1);
    }

    KeptEvent repaired(EncodedEvent repair, Refusal reason) {
        return new KeptEvent(ticket, repair, reason, at, times);
    }

    void write(ByteWriter out) {
        out.writeVarint(ticket)
                .writeString(refusal.defect().name())
                .writeString(refusal.reason())
                .writeZigzag(at.getEpochSecond())
                .writeVarint(at.getNano())
                .writeVarint(times)
                .writeBytes(event.toByteArray());
    }

    static KeptEvent read(ByteReader in, EventReader events) {
        long ticket = in.readVarint();
        var refusal = new Refusal(Defect.valueOf(in.readString()), in.readString());
        var at = Instant.ofEpochSecond(in.readZigzag(), in.readVarint());
        long times = in.readVarint();
        var bytes = in.readBytes();
        return new KeptEvent(ticket, events.read(bytes, 0, bytes.length), refusal, at, times);
    }
}
