package dev.storetwin.privacy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The keys that were asked for last, in parts, so that threads seldom wait for each other. One thread at a time makes an owner's key. */
final class OwnerCache {

    private static final int PARTS = 16;

    private final Part[] parts;

    /** @param most keys that are held at most */
    OwnerCache(int most) {
        parts = IntStream.range(0, PARTS).mapToObj(i -> new Part(most / PARTS)).toArray(Part[]::new);
    }

    /** The owner's key, looked up when it is not at hand. What is not found is not kept. */
    Optional<OwnerKey> get(String owner, Function<String, Optional<OwnerKey>> missing) {
        var part = part(owner);
        synchronized (part) {
            var known = part.get(owner);
            if (known != null) {
                return Optional.of(known);
            }
            var found = missing.apply(owner);
            found.ifPresent(it -> part.put(owner, it));
            return found;
        }
    }

    /** Makes another key for an owner while nobody else does. */
    void replace(String owner, Consumer<String> change) {
        var part = part(owner);
        synchronized (part) {
            part.remove(owner);
            change.accept(owner);
        }
    }

    void forget(String owner) {
        var part = part(owner);
        synchronized (part) {
            part.remove(owner);
        }
    }

    void clear() {
        for (var part : parts) {
            synchronized (part) {
                part.clear();
            }
        }
    }

    private Part part(String owner) {
        return parts[Math.floorMod(owner.hashCode(), PARTS)];
    }

    /** Drops who was asked for longest ago. */
    private static final class Part extends LinkedHashMap<String, OwnerKey> {

        private static final long serialVersionUID = 1L;

        private final int most;

        Part(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OwnerKey> eldest) {
            return size() > most;
        }
    }
}
