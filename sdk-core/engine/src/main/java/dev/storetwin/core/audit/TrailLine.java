package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
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

    private static final byte[] BEFORE_ENTRY_TEMPLATE =
            (BEFORE_LEAF + "0".repeat(HASH) + BEFORE_ROOT + "0".repeat(HASH) + BEFORE_ENTRY).getBytes(US_ASCII);

    private final String leaf;
    private final String root;
    private final byte[] entry;

    TrailLine(String leaf, String root, byte[] entry) {
        this.leaf = leaf;
        this.root = root;
        this.entry = entry;
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

    /** The leaf that a line has, which must be one. */
    static byte[] leafOf(byte[] line) {
        var leaf = new byte[MerkleTree.HASH];
        for (int i = 0; i < leaf.length; i++) {
            leaf[i] = (byte) ((value(line[LEAF_AT + 2 * i]) << 4) | value(line[LEAF_AT + 2 * i + 1]));
        }
        return leaf;
    }

    private static int value(byte digit) {
        return digit <= '9' ? digit - '0' : digit - 'a' + 10;
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

    /** How long the line of an entry is, with its line end. */
    static int length(byte[] entry) {
        return ENTRY_AT + entry.length + 2;
    }

    /**
     * Writes a line with its line end; the leaf stands in its array from {@code leafAt} on.
     *
     * @param at where the line begins
     * @return where the next one does
     */
    static int write(byte[] leaves, int leafAt, byte[] root, byte[] entry, byte[] into, int at) {
        System.arraycopy(BEFORE_ENTRY_TEMPLATE, 0, into, at, ENTRY_AT);
        putHash(leaves, leafAt, into, at + LEAF_AT);
        putHash(root, 0, into, at + ROOT_AT);
        System.arraycopy(entry, 0, into, at + ENTRY_AT, entry.length);
        int end = at + length(entry);
        into[end - 2] = '}';
        into[end - 1] = '\n';
        return end;
    }

    private static void putHash(byte[] hash, int from, byte[] into, int at) {
        for (int i = 0; i < MerkleTree.HASH; i++) {
            into[at + 2 * i] = digit(hash[from + i] >> 4);
            into[at + 2 * i + 1] = digit(hash[from + i]);
        }
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
