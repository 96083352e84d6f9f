package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.storetwin.audit.CheckpointSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * A key that signs checkpoints, in a file of two lines in Base64: private (PKCS #8) and public (RFC 8032). Its owner alone may read the
 * file where the file system knows owners.
 *
 * <p>Keep it away from who may write the trail: whoever has both can sign another past. Whoever kept an earlier checkpoint finds that.
 */
public final class SigningKeyFile implements CheckpointSigner {

    private static final int PUBLIC = 32;

    private final String name;
    private final PrivateKey key;
    private final byte[] publicKey;

    private SigningKeyFile(String name, PrivateKey key, byte[] publicKey) {
        this.name = name;
        this.key = key;
        this.publicKey = publicKey;
    }

    /**
     * Reads the key, or makes one when there is no such file.
     *
     * @throws UncheckedIOException     when the file cannot be read or written
     * @throws IllegalArgumentException when it holds something else
     */
    public static SigningKeyFile open(Path file, String name) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return read(Files.readAllLines(file, US_ASCII), file, name);
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "The signing key %s cannot be used: %s.\nMaybe its folder does not exist, or belongs to another user."
                            .formatted(file, unusable.getMessage()),
                    unusable);
        }
    }

    private static SigningKeyFile read(List<String> lines, Path file, String name) {
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)));
            var key = KeyFactory.getInstance("Ed25519").generatePrivate(encoded);
            return new SigningKeyFile(name, key, Base64.getDecoder().decode(lines.get(1)));
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException other) {
            throw new IllegalArgumentException(
                    "%s holds no signing key.\nMaybe it is another file, or was not written to its end."
                            .formatted(file),
                    other);
        }
    }

    private static void make(Path file) throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            var raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC, encoded.length);
            write(file, base64(pair.getPrivate().getEncoded()) + "\n" + base64(raw) + "\n");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(
                    "This Java has no Ed25519.\nMaybe it was made without the module jdk.crypto.ec.", missing);
        }
    }

    private static void write(Path file, String text) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, options, ownerOnly(file))) {
            var bytes = ByteBuffer.wrap(text.getBytes(US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        var knowsOwners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return knowsOwners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A key that was read can sign.", impossible);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "SigningKeyFile[" + name + "]";
    }
}
