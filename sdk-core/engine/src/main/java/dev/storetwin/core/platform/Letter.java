package dev.storetwin.core.platform;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.platform.ParkedMessage;
import dev.storetwin.platform.PlatformMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;

/**
 * A message in the inbox.
 *
 * @param number what it is called for as long as it is there
 * @param place  where it lies in the log now: at its number until it is written anew
 * @param signed whether its signature was checked and fits
 * @param parked why it waits for somebody; empty when it does not
 */
record Letter(long number, long place, PlatformMessage message, boolean signed, Optional<String> parked) {

    /** One that has no place yet. */
    static Letter arriving(PlatformMessage message, boolean signed) {
        return new Letter(0, 0, message, signed, Optional.empty());
    }

    long bytes() {
        return message.size();
    }

    boolean isParked() {
        return parked.isPresent();
    }

    /** Kept for the first time. */
    Letter numbered(long first) {
        return new Letter(first, first, message, signed, parked);
    }

    Letter at(long next) {
        return new Letter(number, next, message, signed, parked);
    }

    Letter parkedFor(String reason) {
        return new Letter(number, place, message, signed, Optional.of(reason));
    }

    Letter repaired(PlatformMessage repair) {
        return new Letter(number, place, repair, signed, Optional.empty());
    }

    ParkedMessage asParked() {
        return new ParkedMessage(number, message.topic(), message.receivedAt(), signed, parked.orElse(""));
    }

    /** What must be sealed: the message. */
    byte[] content() {
        var out = new ByteWriter();
        out.writeString(message.topic().orElse(""));
        out.writeVarint(message.headers().size());
        message.headers().forEach((name, value) -> out.writeString(name).writeString(value));
        var at = message.receivedAt();
        out.writeZigzag(at.getEpochSecond()).writeVarint(at.getNano());
        return out.writeBytes(message.body()).toByteArray();
    }

    static PlatformMessage message(byte[] content) {
        var in = new ByteReader(content);
        var topic = in.readString();
        var headers = new HashMap<String, String>();
        for (int count = in.readCount(); count > 0; count--) {
            headers.put(in.readString(), in.readString());
        }
        var receivedAt = Instant.ofEpochSecond(in.readZigzag(), in.readVarint());
        var message = PlatformMessage.of(headers, in.readBytes(), receivedAt);
        return topic.isEmpty() ? message : message.withTopic(topic);
    }
}
