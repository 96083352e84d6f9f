package dev.storetwin.type;

/** What all identifiers have in common: they are not blank, not endless and hold no control character. */
final class Identifier {

    private static final int LONGEST = 512;

    private Identifier() {}

    static void check(String kind, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("""
                    A %s must not be blank.
                    Maybe the field is empty in the source: leave the record out or name it by its platform id.""".formatted(kind));
        }
        if (value.length() > LONGEST || holdsControl(value)) {
            throw new IllegalArgumentException("""
                    A %s has at most %d characters and no control characters, this one has %d.
                    Maybe a whole line or body was taken for an identifier.""".formatted(kind, LONGEST, value.length()));
        }
    }

    /** A plain loop: identifiers are made more often than anything else. */
    private static boolean holdsControl(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
