package dev.storetwin.core.journal.archive;

import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.DiskFailed;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes one run. It lies under another name until it is whole and safe, so that there is never half a run.
 *
 * <p>The file: a header, blocks of records, then a footer (how many records, a note, the checksum of all blocks, where they lie, the filter)
 * and at the very end where the footer lies and its checksum.
 */
public final class RunWriter implements Closeable {

    static final long MAGIC = 0x53544F52_5452554EL;
    static final int VERSION = 1;
    static final int HEADER = Long.BYTES + Integer.BYTES;
    static final int TRAILER = Long.BYTES + 2 * Integer.BYTES + Long.BYTES;
    static final String UNFINISHED = ".new";

    private static final int BLOCK = 8 << 10;

    private final Disk disk;
    private final Path target;
    private final Path unfinished;
    private final Disk.OpenFile file;
    private final BloomFilter filter;
    private final BlockIndex index = new BlockIndex();
    private final CRC32C content = new CRC32C();
    private ByteBuffer block = ByteBuffer.allocate(2 * BLOCK);
    private @Nullable Fingerprint last;
    private long position = HEADER;
    private long count;
    private boolean isFinished;

    private RunWriter(Disk disk, Path target, Path unfinished, Disk.OpenFile file, long atMost) {
        this.disk = disk;
        this.target = target;
        this.unfinished = unfinished;
        this.file = file;
        this.filter = BloomFilter.forEntries(atMost);
    }

    /**
     * Begins a run.
     *
     * @param atMost how many records may come
     */
    public static RunWriter create(Disk disk, Path target, long atMost) throws DiskFailed {
        var unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        try {
            disk.delete(unfinished);
            var writer = new RunWriter(disk, target, unfinished, disk.create(unfinished), atMost);
            writer.begin();
            return writer;
        } catch (IOException failed) {
            throw DiskFailed.of(unfinished, "begun", failed);
        }
    }

    private void begin() throws IOException {
        try {
            file.write(
                    ByteBuffer.allocate(HEADER).putLong(MAGIC).putInt(VERSION).flip(), 0);
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** Fingerprints come in rising order; different things may share one. */
    public void add(Filed filed) throws DiskFailed {
        if (last != null && last.compareTo(filed.key()) > 0) {
            throw new IllegalArgumentException(
                    "%s comes after %s, expected rising fingerprints.".formatted(filed.key(), last));
        }
        last = filed.key();
        if (block.position() == 0) {
            index.add(filed.key(), position);
            block.position(Block.HEADER);
        }
        room(Block.size(filed.value()));
        Block.put(block, filed);
        filter.add(filed.key());
        count++;
        if (block.position() >= BLOCK) {
            endBlock();
        }
    }

    private void room(int bytes) {
        if (block.remaining() < bytes) {
            block = ByteBuffer.allocate(block.position() + bytes).put(block.flip());
        }
    }

    private void endBlock() throws DiskFailed {
        block.flip();
        var records = block.slice(Block.HEADER, block.limit() - Block.HEADER);
        block.putInt(0, records.remaining()).putInt(Integer.BYTES, Block.checksum(records));
        content.update(block.duplicate().limit(Block.HEADER));
        write(block);
        block.clear();
    }

    private void write(ByteBuffer bytes) throws DiskFailed {
        int length = bytes.remaining();
        try {
            file.write(bytes, position);
        } catch (IOException failed) {
            throw DiskFailed.of(unfinished, "written at offset " + position, failed);
        }
        position += length;
    }

    /** Bytes so far. */
    public long size() {
        return position;
    }

    /**
     * Makes the run whole and safe under its name.
     *
     * @param note what the reader of the run wants to know of it
     */
    public void finish(byte[] note) throws DiskFailed {
        if (block.position() > 0) {
            endBlock();
        }
        var footer = footer(note);
        var trailer = ByteBuffer.allocate(TRAILER).putLong(position).putInt(footer.limit());
        trailer.putInt(Block.checksum(footer)).putLong(MAGIC).flip();
        write(footer);
        write(trailer);
        try {
            file.force();
            file.close();
            disk.rename(unfinished, target);
            isFinished = true;
            disk.forceDirectory(Objects.requireNonNull(target.getParent(), "a run lies in a directory"));
        } catch (IOException failed) {
            throw DiskFailed.of(target, "made safe", failed);
        }
    }

    private ByteBuffer footer(byte[] note) {
        var footer = ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + note.length + index.size() + filter.size());
        footer.putLong(count).putInt(note.length).put(note).putInt((int) content.getValue());
        index.write(footer);
        filter.write(footer);
        return footer.flip();
    }

    /** Lets the file go, and removes what was not finished. */
    @Override
    public void close() throws IOException {
        file.close();
        if (!isFinished) {
            disk.delete(unfinished);
        }
    }
}
