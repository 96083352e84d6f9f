package dev.storetwin.core.platform;

import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.type.Source;
import java.nio.charset.StandardCharsets;

/** What a source is called on disk: hosts name sources with any letters, and file systems take few and mix up some. */
public final class FileName {

    private FileName() {}

    /** 32 hexadecimal digits, other ones for each source, also where names differ only in case or hold half a character. */
    public static String of(Source source) {
        return Fingerprint.of(bytes(source.value())).toString();
    }

    /** Half a character has no UTF-8. No name begins with a zero, so these are the bytes of no other. */
    private static byte[] bytes(String name) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(name)
                ? name.getBytes(StandardCharsets.UTF_8)
                : ("\0" + name).getBytes(StandardCharsets.UTF_16BE);
    }
}
