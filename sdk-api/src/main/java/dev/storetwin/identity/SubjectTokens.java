package dev.storetwin.identity;

import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a platform's customer id into a subject token. The same customer of the same source always gives the same token; the id cannot be
 * read off it.
 *
 * <p>Until keys exist the token is a plain SHA-256, so that somebody who already holds a customer id can recognise its token.
 */
public final class SubjectTokens {

    private static final int BYTES = 10;

    /** Values that platforms use for "nobody in particular"; they must not weld strangers into one person. */
    private static final Set<String> NOBODY =
            Set.of("", "0", "null", "none", "nan", "guest", "anonymous", "undefined", "-1");

    private final Source source;

    private SubjectTokens(Source source) {
        this.source = source;
    }

    public static SubjectTokens of(Source source) {
        return new SubjectTokens(source);
    }

    /** Empty when the id names nobody: blank, zero, "guest" and the like. */
    public Optional<SubjectId> token(String platformCustomerId) {
        var id = platformCustomerId.strip();
        if (NOBODY.contains(id.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var digest = sha256(source.value() + '\n' + id);
        return Optional.of(SubjectId.of("s-" + HexFormat.of().formatHex(digest, 0, BYTES)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
