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
    private static final String HEX = "0123456789abcdef";
    private static final int HASH = 64;
    private static final int LEAF_AT = BEFORE_LEAF.length();
    private static final int ROOT_AT = LEAF_AT + HASH + BEFORE_ROOT.length();
    private static final int ENTRY_AT = ROOT_AT + HASH + BEFORE_ENTRY.length();

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
        var wellShaped = line.length > ENTRY_AT + 2
                && holds(line, 0, BEFORE_LEAF)
                && isHash(line, LEAF_AT)
                && holds(line, LEAF_AT + HASH, BEFORE_ROOT)
                && isHash(line, ROOT_AT)
                && holds(line, ROOT_AT + HASH, BEFORE_ENTRY)
                && line[ENTRY_AT] == '{'
                && line[line.length - 2] == '}'
                && line[line.length - 1] == '}';
        return wellShaped
                ? Optional.of(new TrailLine(
                        new String(line, LEAF_AT, HASH, US_ASCII),
                        new String(line, ROOT_AT, HASH, US_ASCII),
                        Arrays.copyOfRange(line, ENTRY_AT, line.length - 1)))
                : Optional.empty();
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
            if (HEX.indexOf(line[i]) < 0) {
                return false;
            }
        }
        return true;
    }
}
