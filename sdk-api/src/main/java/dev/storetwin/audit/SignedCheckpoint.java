package dev.storetwin.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A checkpoint and who stands for it, as a note of the C2SP specifications tlog-checkpoint and signed-note: name, size and root on a line
 * each, an empty line, and a line with the signature. It may be kept and handed on by anybody.
 *
 * @param checkpoint what was signed
 * @param note       the text, with its line ends
 */
public record SignedCheckpoint(Checkpoint checkpoint, String note) {

    private static final String DASH = "\u2014 ";
    private static final int ID = 4;
    private static final int SIGNATURE = 64;

    /** Signs a checkpoint. */
    public static SignedCheckpoint of(Checkpoint checkpoint, CheckpointSigner signer) {
        var root = HexFormat.of().parseHex(checkpoint.root());
        var body = "%s\n%d\n%s\n".formatted(signer.name(), checkpoint.size(), base64(root));
        var signature = signer.sign(body.getBytes(UTF_8));
        if (!signer.key().verifies(body.getBytes(UTF_8), signature)) {
            throw new IllegalStateException(
                    "What '%s' signed does not fit its public key.\nMaybe the key was replaced in one place only."
                            .formatted(signer.name()));
        }
        var signed = ByteBuffer.allocate(ID + SIGNATURE).put(signer.key().id()).put(signature);
        return new SignedCheckpoint(
                checkpoint, body + "\n" + DASH + signer.name() + " " + base64(signed.array()) + "\n");
    }

    /**
     * Reads a note and checks its signature. Signatures of other keys may stand in it too.
     *
     * @throws IllegalArgumentException when it is no note, or the key did not sign it
     */
    public static SignedCheckpoint verified(String note, CheckpointKey key) {
        int end = note.indexOf("\n\n");
        var body = end < 0 ? "" : note.substring(0, end + 1);
        var lines = body.lines().toList();
        if (lines.size() < 3 || !lines.get(0).equals(key.name())) {
            throw refused("it is no checkpoint of '%s'".formatted(key.name()));
        }
        var isSigned = note.substring(end + 2)
                .lines()
                .map(line -> signature(line, key))
                .flatMap(Optional::stream)
                .anyMatch(it -> key.verifies(body.getBytes(UTF_8), it));
        if (!isSigned) {
            throw refused("'%s' did not sign it".formatted(key.name()));
        }
        return new SignedCheckpoint(Checkpoint.parse(lines.get(1) + ":" + hex(lines.get(2))), note);
    }

    private static Optional<byte[]> signature(String line, CheckpointKey key) {
        var before = DASH + key.name() + " ";
        if (!line.startsWith(before)) {
            return Optional.empty();
        }
        var bytes = decoded(line.substring(before.length()));
        var isOfKey =
                bytes.length == ID + SIGNATURE && ByteBuffer.wrap(bytes, 0, ID).equals(ByteBuffer.wrap(key.id()));
        return isOfKey
                ? Optional.of(
                        ByteBuffer.allocate(SIGNATURE).put(bytes, ID, SIGNATURE).array())
                : Optional.empty();
    }

    private static String hex(String base64) {
        return HexFormat.of().formatHex(decoded(base64));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw refused("'%s' is not Base64".formatted(base64));
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(
                "The signed checkpoint is refused: %s.\nMaybe it was changed, or belongs to another trail."
                        .formatted(why));
    }
}
