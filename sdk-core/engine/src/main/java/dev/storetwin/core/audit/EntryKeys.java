package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.storetwin.audit.AuditQuery;
import dev.storetwin.core.json.JsonObjectWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What an entry can be found by: its decision, SKUs, rules, and the words of its detail, each as a hash.
 *
 * <p>Entries are searched as bytes. Inside a JSON text a quotation mark is always escaped, so {@code ":"} between two quotation marks
 * stands between a name and its text and nowhere else; and as one writer wrote all entries, equal texts are equal bytes.
 */
final class EntryKeys {

    private static final List<byte[]> NAMES =
            List.of(bytes("id"), bytes("decision"), bytes("sku"), bytes("rule"), bytes("detail"));
    private static final int DECISION = 1;
    private static final int SKU = 2;
    private static final int RULE = 3;
    private static final int DETAIL = 4;
    private static final long PRIME = 0x100000001B3L;
    private static final long BASIS = 0xCBF29CE484222325L;

    private EntryKeys() {}

    /** The keys that every entry of an answer has. */
    static long[] of(AuditQuery query) {
        var keys = new ArrayList<Long>();
        query.decision().ifPresent(it -> keys.add(key(DECISION, it.value())));
        query.sku().ifPresent(it -> keys.add(key(SKU, it.value())));
        query.rule().ifPresent(it -> keys.add(key(RULE, it)));
        query.person().ifPresent(it -> keys.add(key(DETAIL, it.value())));
        return keys.stream().mapToLong(Long::longValue).toArray();
    }

    private static long key(int kind, String text) {
        var written = JsonObjectWriter.write(it -> it.text("x", text));
        return hash(kind, written, "{\"x\":\"".length(), written.length - 2);
    }

    /** Hands out the keys of the entry that stands between two places. */
    static void each(byte[] bytes, int from, int to, LongConsumer keys) {
        for (int at = from; at < to - 3; at++) {
            if (bytes[at] == '"' && bytes[at + 1] == ':' && bytes[at + 2] == '"') {
                int end = textEnd(bytes, at + 3, to);
                field(bytes, from, at, end, keys);
                at = end;
            }
        }
    }

    private static void field(byte[] bytes, int from, int nameEnd, int end, LongConsumer keys) {
        int kind = kind(bytes, from, nameEnd);
        if (kind == DETAIL) {
            words(bytes, nameEnd + 3, end, keys);
        } else if (kind >= 0) {
            keys.accept(hash(Math.max(DECISION, kind), bytes, nameEnd + 3, end));
        }
    }

    private static int kind(byte[] bytes, int from, int nameEnd) {
        for (int kind = 0; kind < NAMES.size(); kind++) {
            var name = NAMES.get(kind);
            int start = nameEnd - name.length;
            if (start > from && bytes[start - 1] == '"' && same(bytes, start, name)) {
                return kind;
            }
        }
        return -1;
    }

    private static boolean same(byte[] bytes, int at, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (bytes[at + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private static void words(byte[] bytes, int from, int to, LongConsumer keys) {
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || isBetweenWords(bytes[at])) {
                if (at > start) {
                    keys.accept(hash(DETAIL, bytes, start, at));
                }
                start = at + 1;
            }
        }
    }

    private static boolean isBetweenWords(byte b) {
        return b == ' ' || b == ',' || b == ';' || b == '(' || b == ')';
    }

    /** The place of the quotation mark that ends a text. */
    private static int textEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, to);
    }

    /** FNV-1a, with its bits mixed at the end. */
    private static long hash(int kind, byte[] bytes, int from, int to) {
        long hash = (BASIS ^ kind) * PRIME;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * PRIME;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        return hash ^ (hash >>> 29);
    }

    private static byte[] bytes(String name) {
        return name.getBytes(UTF_8);
    }
}
