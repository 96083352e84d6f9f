package dev.storetwin.identity;

import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tokens by plain SHA-256: short ids can be found by trying them all. */
record RecognisableTokens() implements SubjectTokens {

    private static final int BYTES = 10;

    @Override
    public SubjectId tokenOf(Source source, String customerId) {
        var digest = sha256(source.value() + '\n' + customerId);
        return SubjectId.of("s-" + HexFormat.of().formatHex(digest, 0, BYTES));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
