package dev.storetwin.core.binary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers and strings into a buffer that grows. Not for several threads. */
public final class ByteWriter {

    static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int LONGEST_VARINT = 10;

    /** Smaller letters take one byte in UTF-8, so that a string of these needs no array of its own. */
    private static final char FIRST_LONG = 0x80;

    private static final int MOST = Integer.MAX_VALUE - 16;

    private byte[] bytes;
    private int size;

    public ByteWriter() {
        this(256);
    }

    /** Starts with room for so many bytes. */
    public ByteWriter(int capacity) {
        this.bytes = new byte[capacity];
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            long needed = (long) size + more;
            if (needed > MOST) {
                throw new IllegalStateException(
                        "%d bytes do not fit into one array.\nMaybe write them in several parts.".formatted(needed));
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, Math.max(needed, 2L * bytes.length)));
        }
    }

    public ByteWriter writeByte(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    public ByteWriter writeBoolean(boolean value) {
        return writeByte(value ? 1 : 0);
    }

    /** Four bytes, the highest first. */
    public ByteWriter writeInt(int value) {
        reserve(Integer.BYTES);
        INTS.set(bytes, size, value);
        size += Integer.BYTES;
        return this;
    }

    /** Eight bytes, the highest first. */
    public ByteWriter writeLong(long value) {
        reserve(Long.BYTES);
        LONGS.set(bytes, size, value);
        size += Long.BYTES;
        return this;
    }

    /** One to ten bytes, few for small numbers that are not negative. */
    public ByteWriter writeVarint(long value) {
        reserve(LONGEST_VARINT);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** One to ten bytes, few for numbers near zero on either side. */
    public ByteWriter writeZigzag(long value) {
        return writeVarint((value << 1) ^ (value >> 63));
    }

    /** Its length and its characters in UTF-8. Half a surrogate pair becomes a question mark. */
    public ByteWriter writeString(String value) {
        int start = size;
        int length = value.length();
        writeVarint(length);
        reserve(length);
        for (int i = 0; i < length; i++) {
            char letter = value.charAt(i);
            if (letter >= FIRST_LONG) {
                size = start;
                return writeBytes(value.getBytes(StandardCharsets.UTF_8));
            }
            bytes[size++] = (byte) letter;
        }
        return this;
    }

    /** Their number and the bytes. */
    public ByteWriter writeBytes(byte[] value) {
        return writeVarint(value.length).writeRaw(value, 0, value.length);
    }

    /** The bytes alone: the reader must know how many. */
    public ByteWriter writeRaw(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
        return this;
    }

    /** What another writer wrote: the reader must know how much. */
    public ByteWriter writeRaw(ByteWriter other) {
        return writeRaw(other.bytes, 0, other.size);
    }

    /** Bytes written so far. */
    public int size() {
        return size;
    }

    /** Forgets everything but the room it has. */
    public ByteWriter reset() {
        size = 0;
        return this;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
