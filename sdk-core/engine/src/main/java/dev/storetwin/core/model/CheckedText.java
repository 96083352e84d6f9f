package dev.storetwin.core.model;

import dev.storetwin.model.ModelAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Lines whose last one is the digest of those before: what was cut off or changed is noticed. */
final class CheckedText {

    private static final String DIGEST = "sha256\t";

    private CheckedText() {}

    static byte[] write(List<String> lines) {
        var text = String.join("\n", lines) + "\n";
        var digest = ModelAddress.of(text.getBytes(StandardCharsets.UTF_8));
        return (text + DIGEST + digest + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Empty when they are not what was written. */
    static Optional<List<String>> read(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.lastIndexOf(DIGEST);
        if (end < 0) {
            return Optional.empty();
        }
        var lines = text.substring(0, end).lines().toList();
        return new String(write(lines), StandardCharsets.UTF_8).equals(text) ? Optional.of(lines) : Optional.empty();
    }
}
