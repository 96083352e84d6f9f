package dev.storetwin.core.binary;

/** 64 well mixed bits of a text, quickly and without garbage; the same in every run. Not for somebody who looks for two texts of one hash. */
public final class TextHash {

    private static final long START = 0xcbf29ce484222325L;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private TextHash() {}

    public static long of(String text) {
        return finished(mixed(START, text));
    }

    /** Of two texts, which are not the same as the one that they make together. */
    public static long of(String first, String second) {
        return finished(mixed(mixed(START, first), second));
    }

    private static long mixed(long before, String text) {
        long hash = (before ^ text.length()) * FACTOR;
        for (int i = 0; i < text.length(); i++) {
            hash = (Long.rotateLeft(hash, 23) ^ text.charAt(i)) * FACTOR;
        }
        return hash;
    }

    private static long finished(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
