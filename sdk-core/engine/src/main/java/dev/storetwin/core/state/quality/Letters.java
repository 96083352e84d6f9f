package dev.storetwin.core.state.quality;

/** What an identifier may be written with. */
final class Letters {

    private Letters() {}

    /** Whether there is no control character and no half of a surrogate pair, which no file could hold. */
    static boolean areWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isISOControl(letter)) {
                return false;
            }
            if (Character.isSurrogate(letter)) {
                if (!isPair(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }
}
