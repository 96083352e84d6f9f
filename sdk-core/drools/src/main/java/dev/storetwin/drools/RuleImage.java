package dev.storetwin.drools;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rules that were checked and compiled, as bytes that can be kept.
 *
 * @param classes     what runs
 * @param hasGuard    whether any rule speaks
 * @param wakingRules names of the rules that make others look again
 * @param builtOn     the types of the API and the host that they were compiled against
 */
record RuleImage(RuleClasses classes, boolean hasGuard, Set<String> wakingRules, TypeSignatures builtOn) {

    private static final int DIGEST = 32;

    RuleImage {
        wakingRules = Set.copyOf(wakingRules);
    }

    /** The content, then its SHA-256: a file that was damaged is no image. */
    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, classes.models());
            out.writeInt(classes.classes().size());
            for (var entry : classes.classes().entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
            out.writeBoolean(hasGuard);
            write(out, new TreeSet<>(wakingRules));
            write(out, builtOn.types());
            out.writeUTF(builtOn.digest());
        } catch (IOException impossible) {
            throw new IllegalStateException("An array has room.", impossible);
        }
        var content = bytes.toByteArray();
        bytes.writeBytes(Sha256.of(content));
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            out.writeUTF(text);
        }
    }

    /** Empty when the bytes are no whole image. */
    static Optional<RuleImage> read(byte[] bytes) {
        if (bytes.length < DIGEST) {
            return Optional.empty();
        }
        var content = Arrays.copyOf(bytes, bytes.length - DIGEST);
        var digest = Arrays.copyOfRange(bytes, bytes.length - DIGEST, bytes.length);
        return Arrays.equals(Sha256.of(content), digest) ? Optional.of(readWhole(content)) : Optional.empty();
    }

    private static RuleImage readWhole(byte[] content) {
        try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
            var models = texts(in);
            Map<String, byte[]> classes = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                classes.put(in.readUTF(), in.readNBytes(in.readInt()));
            }
            boolean hasGuard = in.readBoolean();
            var waking = Set.copyOf(texts(in));
            return new RuleImage(
                    new RuleClasses(classes, models), hasGuard, waking, new TypeSignatures(texts(in), in.readUTF()));
        } catch (IOException impossible) {
            throw new IllegalStateException("Its digest was right.", impossible);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        var texts = new ArrayList<String>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
