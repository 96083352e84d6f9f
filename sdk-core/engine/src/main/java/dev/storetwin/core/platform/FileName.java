package dev.storetwin.core.platform;

import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.type.Source;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What a source is called on disk: hosts name sources with any letters, and file systems take few and mix up some. */
public final class FileName {

    private FileName() {}

    /** 32 hexadecimal digits, other ones for each source, also where names differ only in case or hold half a character. */
    public static String of(Source source) {
        return Fingerprint.of(bytes(source.value())).toString();
    }

    /** Half a character has no UTF-8, so the name is spelled out. No name begins with a zero: these are the bytes of no other. */
    private static byte[] bytes(String name) {
        boolean isWhole = StandardCharsets.UTF_8.newEncoder().canEncode(name);
        return (isWhole ? name : "\0" + spelled(name)).getBytes(StandardCharsets.UTF_8);
    }

    private static String spelled(String name) {
        return name.chars().mapToObj(Integer::toHexString).collect(Collectors.joining(" "));
    }
}
