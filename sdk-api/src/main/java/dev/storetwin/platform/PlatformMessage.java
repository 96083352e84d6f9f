package dev.storetwin.platform;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a platform sent, exactly as it came: a webhook, or a body read from its API. The bytes are never decoded and encoded again, since
 * the signature is over them.
 */
public final class PlatformMessage {

    private final Optional<String> topic;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Instant receivedAt;

    private PlatformMessage(Optional<String> topic, Map<String, String> headers, byte[] body, Instant receivedAt) {
        this.topic = topic;
        this.headers = headers;
        this.body = body;
        this.receivedAt = receivedAt;
    }

    /**
     * A message whose topic, if any, stands in a header. The case of names does not matter; one that comes twice has both values, with a
     * comma between, as if it had come once.
     *
     * @param receivedAt by the host's clock
     */
    public static PlatformMessage of(Map<String, String> headers, byte[] body, Instant receivedAt) {
        var ignoringCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        new TreeMap<>(headers).forEach((name, value) -> ignoringCase.merge(name, value, PlatformMessage::both));
        return new PlatformMessage(Optional.empty(), ignoringCase, body.clone(), receivedAt);
    }

    /** So what it says does not depend on which the host happens to name last; two signatures fit nothing. */
    private static String both(String one, String other) {
        return one.equals(other) ? one : one + ", " + other;
    }

    /** The same message, its topic known from elsewhere: from the address it came to, or from the call it answers. */
    public PlatformMessage withTopic(String known) {
        return new PlatformMessage(Optional.of(known), headers, body, receivedAt);
    }

    /** The topic as the host knows it. */
    public Optional<String> topic() {
        return topic;
    }

    /** A header, whatever the case of its name. Blank is absent. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** All headers as they came, for whoever keeps the message. They hold secrets. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** A copy of the exact bytes. */
    public byte[] body() {
        return body.clone();
    }

    /** Bytes of the body and letters of the headers: what keeping it takes, about. */
    public int size() {
        long letters = headers.entrySet().stream()
                .mapToLong(it -> (long) it.getKey().length() + it.getValue().length())
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, body.length + letters);
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Says nothing of headers and body, which are secret and personal. */
    @Override
    public String toString() {
        return "PlatformMessage[%s, %d bytes, %s]".formatted(topic.orElse("no topic"), body.length, receivedAt);
    }
}
