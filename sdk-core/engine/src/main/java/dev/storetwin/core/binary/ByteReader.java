package dev.storetwin.core.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a {@link ByteWriter} wrote from a part of an array. Never reads past its end: whatever the bytes are, the answer is a value or
 * {@link MalformedBytes}. Not for several threads.
 */
public final class ByteReader {

    private final byte[] bytes;
    private final int limit;
    private int position;

    public ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** Reads {@code length} bytes from {@code offset} on. */
    public ByteReader(byte[] bytes, int offset, int length) {
        if ((offset | length) < 0 || length > bytes.length - offset) {
            throw new MalformedBytes(offset, length + " bytes of an array of " + bytes.length);
        }
        this.bytes = bytes;
        this.position = offset;
        this.limit = offset + length;
    }

    /** Where in the array it reads next. */
    public int position() {
        return position;
    }

    /** Bytes left. */
    public int remaining() {
        return limit - position;
    }

    private void need(int count, String what) {
        if (count < 0 || count > limit - position) {
            throw new MalformedBytes(
                    position, "%s of %d bytes, of which %d are left,".formatted(what, count, remaining()));
        }
    }

    public int readByte() {
        if (position == limit) {
            throw new MalformedBytes(position, "one more byte");
        }
        return bytes[position++];
    }

    public boolean readBoolean() {
        int value = readByte();
        if ((value & ~1) != 0) {
            throw new MalformedBytes(position - 1, "0 or 1 instead of " + value);
        }
        return value == 1;
    }

    /** Four bytes, the highest first. */
    public int readInt() {
        need(Integer.BYTES, "a number");
        int value = (int) ByteWriter.INTS.get(bytes, position);
        position += Integer.BYTES;
        return value;
    }

    /** Eight bytes, the highest first. */
    public long readLong() {
        need(Long.BYTES, "a number");
        long value = (long) ByteWriter.LONGS.get(bytes, position);
        position += Long.BYTES;
        return value;
    }

    /** Only the shortest way to write a number is accepted, so that equal numbers are equal bytes. */
    public long readVarint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = readByte();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                if (next == 0 && shift > 0 || shift == 63 && next > 1) {
                    break;
                }
                return value;
            }
        }
        throw new MalformedBytes(position, "the end of a number of at most 64 bits");
    }

    public long readZigzag() {
        long value = readVarint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A number of things, each of which takes at least one byte: never more than bytes are left. */
    public int readCount() {
        long count = readVarint();
        if (count < 0 || count > remaining()) {
            throw new MalformedBytes(position, "no more than %d instead of %d".formatted(remaining(), count));
        }
        return (int) count;
    }

    /** Which of so many choices: 0 to {@code choices - 1}. */
    public int readChoice(int choices) {
        long choice = readVarint();
        if (choice < 0 || choice >= choices) {
            throw new MalformedBytes(position, "a choice of %d instead of %d".formatted(choices, choice));
        }
        return (int) choice;
    }

    public String readString() {
        int length = readCount();
        var value = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return value;
    }

    public byte[] readBytes() {
        return readRaw(readCount());
    }

    public byte[] readRaw(int length) {
        need(length, "a value");
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    public void skip(int length) {
        need(length, "a value");
        position += length;
    }

    /** Skips a string, or bytes with their number. */
    public void skipBytes() {
        skip(readCount());
    }

    /** Refuses bytes that nobody asked for. */
    public void expectEnd() {
        if (remaining() != 0) {
            throw new MalformedBytes(position, "the end instead of %d more bytes".formatted(remaining()));
        }
    }
}
