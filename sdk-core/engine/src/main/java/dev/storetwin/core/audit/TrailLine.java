package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** One line of a trail, without its line end: {@code {"leaf":"<hex>","root":"<hex>","entry":<object>}}, byte for byte. */
final class TrailLine {

    /** The first line of every trail. */
    static final String HEADER =
            "{\"format\":\"storetwin-audit\",\"version\":1,\"hash\":\"sha-256\",\"tree\":\"rfc6962\"}";

    /** In bytes. No entry comes near it; a file without line ends stops here instead of filling the memory. */
    static final int LONGEST = 16 << 20;

    /** In bytes. */
    static final int LONGEST_ENTRY = LONGEST - 1024;

    private static final String BEFORE_LEAF = "{\"leaf\":\"";
    private static final String BEFORE_ROOT = "\",\"root\":\"";
    private static final String BEFORE_ENTRY = "\",\"entry\":";
    private static final int HASH = 64;

    /** Where in a line the digits of the leaf begin. */
    static final int LEAF_AT = BEFORE_LEAF.length();

    /** Where in a line the digits of the root begin. */
    static final int ROOT_AT = LEAF_AT + HASH + BEFORE_ROOT.length();

    /** Where in a line the entry begins; it ends one byte before the line does. */
    static final int ENTRY_AT = ROOT_AT + HASH + BEFORE_ENTRY.length();

    private final String leaf;
    private final String root;
    private final byte[] entry;

    TrailLine(String leaf, String root, byte[] entry) {
        this.leaf = leaf;
        this.root = root;
        this.entry = entry;
    }

    static TrailLine of(byte[] leaf, byte[] root, byte[] entry) {
        return new TrailLine(HexFormat.of().formatHex(leaf), HexFormat.of().formatHex(root), entry);
    }

    /** Empty when the bytes have another shape. What stands in the entry is not looked at. */
    static Optional<TrailLine> parse(byte[] line) {
        var wellShaped = isShaped(line, 0, line.length);
        return wellShaped
                ? Optional.of(new TrailLine(
                        new String(line, LEAF_AT, HASH, US_ASCII),
                        new String(line, ROOT_AT, HASH, US_ASCII),
                        Arrays.copyOfRange(line, ENTRY_AT, line.length - 1)))
                : Optional.empty();
    }

    /** Whether the bytes from one place to another have the shape of a line without its line end. */
    static boolean isShaped(byte[] bytes, int from, int end) {
        return end - from > ENTRY_AT + 2
                && holds(bytes, from, BEFORE_LEAF)
                && isHash(bytes, from + LEAF_AT)
                && holds(bytes, from + LEAF_AT + HASH, BEFORE_ROOT)
                && isHash(bytes, from + ROOT_AT)
                && holds(bytes, from + ROOT_AT + HASH, BEFORE_ENTRY)
                && bytes[from + ENTRY_AT] == '{'
                && bytes[end - 2] == '}'
                && bytes[end - 1] == '}';
    }

    /** Whether the digits that begin at {@code at} are those of the hash that begins at {@code hashAt}. */
    static boolean holdsHash(byte[] bytes, int at, byte[] hash, int hashAt) {
        for (int i = 0; i < MerkleTree.HASH; i++) {
            if (bytes[at + 2 * i] != digit(hash[hashAt + i] >> 4) || bytes[at + 2 * i + 1] != digit(hash[hashAt + i])) {
                return false;
            }
        }
        return true;
    }

    private static byte digit(int low4) {
        int value = low4 & 15;
        return (byte) (value < 10 ? '0' + value : 'a' + value - 10);
    }

    /** As the line has it, in lower-case hexadecimal. */
    String leaf() {
        return leaf;
    }

    /** As the line has it, in lower-case hexadecimal. */
    String root() {
        return root;
    }

    /** The bytes that the leaf is the hash of. */
    byte[] entry() {
        return entry;
    }

    /** With its line end. */
    byte[] bytes() {
        var line = new ByteArrayOutputStream(ENTRY_AT + entry.length + 2);
        line.writeBytes((BEFORE_LEAF + leaf + BEFORE_ROOT + root + BEFORE_ENTRY).getBytes(US_ASCII));
        line.writeBytes(entry);
        line.write('}');
        line.write('\n');
        return line.toByteArray();
    }

    private static boolean holds(byte[] line, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (line[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHash(byte[] line, int at) {
        for (int i = at; i < at + HASH; i++) {
            byte digit = line[i];
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }
}
