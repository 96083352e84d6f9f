package dev.storetwin.privacy;

import java.math.BigInteger;
import java.util.Arrays;

/** The first 80 bits of a digest as sixteen lower-case letters and digits, in the alphabet of RFC 4648. */
final class Base32 {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BYTES = 10;
    private static final int LETTERS = 16;
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] digest) {
        var number = new BigInteger(1, Arrays.copyOf(digest, BYTES));
        var letters = new StringBuilder(LETTERS);
        for (int left = LETTERS - 1; left >= 0; left--) {
            letters.append(ALPHABET.charAt(number.shiftRight(left * BITS).intValue() & ALPHABET.length() - 1));
        }
        return letters.toString();
    }
}
