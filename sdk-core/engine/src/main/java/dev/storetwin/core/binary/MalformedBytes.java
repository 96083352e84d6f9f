package dev.storetwin.core.binary;

/** Bytes do not say what they should: they are damaged, cut short, or something else altogether. */
public final class MalformedBytes extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    public MalformedBytes(int offset, String expected) {
        super(message(offset, expected));
        this.offset = offset;
    }

    public MalformedBytes(int offset, String expected, RuntimeException cause) {
        super(message(offset, expected), cause);
        this.offset = offset;
    }

    private static String message(int offset, String expected) {
        return "Expected %s at byte %d.\nMaybe the file is damaged, or not one of the twin's."
                .formatted(expected, offset);
    }

    /** Where in the array that was read. */
    public int offset() {
        return offset;
    }
}
