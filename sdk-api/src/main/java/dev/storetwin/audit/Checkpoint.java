package dev.storetwin.audit;

import java.util.regex.Pattern;

/**
 * The trail up to an entry in one hash. Kept elsewhere, it proves later that nothing before was changed or cut.
 *
 * @param size number of entries
 * @param root Merkle tree hash over them as in RFC 6962, in hexadecimal
 */
public record Checkpoint(long size, String root) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /** Reads {@code SIZE:ROOT}. */
    public static Checkpoint parse(String text) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a checkpoint, expected SIZE:ROOT with 64 hexadecimal digits.\nMaybe it was cut when it was copied."
                            .formatted(text.length() > 100 ? text.substring(0, 100) + "..." : text));
        }
        return new Checkpoint(Long.parseLong(match.group(1)), match.group(2));
    }

    @Override
    public String toString() {
        return size + ":" + root;
    }
}
