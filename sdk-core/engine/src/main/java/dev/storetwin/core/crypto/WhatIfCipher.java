package dev.storetwin.core.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;

/**
 * For a branch, which is never written to disk: it opens what the live cipher sealed and seals under keys that stand, but makes none. Values
 * of owners without a key, who exist only in the branch or were erased, stay as they are, behind a mark that no sealed value begins with.
 */
public final class WhatIfCipher implements PersonalCipher {

    private static final byte[] MARK = "storetwin:whatif".getBytes(UTF_8);

    private final PersonalCipher live;

    public WhatIfCipher(PersonalCipher live) {
        this.live = live;
    }

    @Override
    public byte[] seal(String owner, byte[] context, String value) {
        return live.hasKey(owner) ? live.seal(owner, context, value) : marked(value.getBytes(UTF_8));
    }

    private static byte[] marked(byte[] value) {
        var marked = Arrays.copyOf(MARK, MARK.length + value.length);
        System.arraycopy(value, 0, marked, MARK.length, value.length);
        return marked;
    }

    @Override
    public Optional<String> open(String owner, byte[] context, byte[] sealed) {
        return isMarked(sealed)
                ? Optional.of(new String(sealed, MARK.length, sealed.length - MARK.length, UTF_8))
                : live.open(owner, context, sealed);
    }

    private static boolean isMarked(byte[] sealed) {
        return sealed.length >= MARK.length && Arrays.equals(sealed, 0, MARK.length, MARK, 0, MARK.length);
    }
}
