package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.MalformedBytes;
import dev.storetwin.core.binary.UnsupportedBytes;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.event.EventReader;
import dev.storetwin.core.journal.archive.RunRef;
import dev.storetwin.core.journal.archive.SortedRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/**
 * A state as a stream of bytes, for a snapshot: read again it is an equal state, whichever later version reads it.
 *
 * <p>How it works: only what cannot be worked out is written: the settings, the documents as they lie, the views that were counted, and the
 * keys that were seen. Documents in an archive stay there: the image names its runs. The rest is folded again while reading, side by side over
 * the fixed slices of the tables. So a version that folds differently needs no old image of its ledgers. The bytes are a mark, a version, and
 * blocks with a checksum each.
 */
public final class StateImage {

    private static final byte[] MARK = {'S', 'T', 'W', 'I', 'M', 'A', 'G', 'E'};
    private static final int VERSION = 1;

    /** Blocks that are read before they are folded together. */
    private static final int ROUND = 64;

    private StateImage() {}

    /** Finds the runs that an image names. */
    @FunctionalInterface
    public interface Runs {

        /** Of a place that has none. */
        Runs NONE = ref -> {
            throw new IOException(
                    "A state image needs %s.\nMaybe it was taken out of its directory.".formatted(ref.name()));
        };

        /**
         * The run that is meant.
         *
         * @throws IOException when it is not there or cannot be read
         */
        SortedRun find(RunRef ref) throws IOException;
    }

    /** The stream is not closed. */
    public static void write(ShopState state, OutputStream out) throws IOException {
        out.write(new ByteWriter()
                .writeRaw(MARK, 0, MARK.length)
                .writeInt(VERSION)
                .toByteArray());
        var roots = state.roots();
        var block = new ByteWriter(2 * ImageBlock.FULL);
        block.writeString(state.zone().getId()).writeString(state.currency().getCurrencyCode());
        block.writeVarint(roots.revision()).writeVarint(roots.seen().sliceCapacity());
        ImageBlock.write(ImageBlock.Kind.SETTINGS, block, out);
        ImageBlock.write(ImageBlock.Kind.TYPES, block.writeString(EventCodec.types()), out);
        writeRuns(roots.documents().archive(), block, out);
        for (int slice = 0; slice < Table.SLICES; slice++) {
            writeDocuments(roots, slice, block, out);
            CountedViews.write(roots, slice, block, out);
            writeSeen(roots.seen(), slice, block, out);
        }
        ImageBlock.write(
                ImageBlock.Kind.END, block.writeVarint(roots.documents().size()), out);
    }

    private static void writeRuns(Archive archive, ByteWriter block, OutputStream out) throws IOException {
        if (!archive.isEmpty()) {
            block.writeVarint(archive.runs().size());
            archive.refs().forEach(it -> block.writeString(it.name()).writeInt(it.checksum()));
            ImageBlock.write(ImageBlock.Kind.RUNS, block, out);
        }
    }

    private static List<RunRef> readRuns(ByteReader bytes) {
        var refs = new ArrayList<RunRef>();
        for (int count = bytes.readCount(); count > 0; count--) {
            refs.add(new RunRef(bytes.readString(), bytes.readInt()));
        }
        return refs;
    }

    private static void writeDocuments(Roots roots, int slice, ByteWriter block, OutputStream out) throws IOException {
        var documents = new ArrayList<byte[]>();
        roots.documents().forEachInHeap(slice, documents::add);
        for (var document : documents) {
            Document.of(document, roots.codec()).writeTo(block);
            if (block.size() >= ImageBlock.FULL) {
                ImageBlock.write(ImageBlock.Kind.DOCUMENTS, block, out);
            }
        }
        if (block.size() > 0) {
            ImageBlock.write(ImageBlock.Kind.DOCUMENTS, block, out);
        }
    }

    private static void writeSeen(SeenKeys seen, int slice, ByteWriter block, OutputStream out) throws IOException {
        var old = seen.hashes(slice, false);
        var young = seen.hashes(slice, true);
        if (old.length + young.length > 0) {
            block.writeVarint(slice).writeVarint(old.length).writeVarint(young.length);
            Arrays.stream(old).forEach(block::writeLong);
            Arrays.stream(young).forEach(block::writeLong);
            ImageBlock.write(ImageBlock.Kind.SEEN, block, out);
        }
    }

    /** Which runs of the archive an image needs. Only its beginning is read. */
    public static List<RunRef> runs(InputStream in) throws IOException {
        try {
            Reading.checkMark(in);
            Reading.next(ImageBlock.Kind.SETTINGS, in);
            Reading.next(ImageBlock.Kind.TYPES, in);
            var block = ImageBlock.read(in);
            return block.kind() == ImageBlock.Kind.RUNS ? readRuns(block.bytes()) : List.of();
        } catch (MalformedBytes damaged) {
            throw none(damaged);
        }
    }

    /** Reads an image that needs no archive. */
    public static ShopState read(InputStream in, EventCodec codec, Workers workers) throws IOException {
        return read(in, codec, workers, Runs.NONE);
    }

    /**
     * Reads an image to its end, and all documents of the archive once.
     *
     * @param codec opens what is personal in it; the state goes on with it
     * @param runs  where the archive is
     * @throws IOException      when the image is damaged or cut off, or a run of the archive is
     * @throws UnsupportedBytes when a newer version wrote it
     */
    public static ShopState read(InputStream in, EventCodec codec, Workers workers, Runs runs) throws IOException {
        try {
            return new Reading(in, codec, workers, runs).state();
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        } catch (MalformedBytes damaged) {
            throw none(damaged);
        }
    }

    private static IOException none(MalformedBytes damaged) {
        return new IOException("A state image holds what is none: " + damaged.getMessage(), damaged);
    }

    /** One image on its way in. */
    private static final class Reading {

        private final InputStream in;
        private final Workers workers;
        private final Folding folding;
        private final long revision;
        private final EventReader events;
        private final Refolding refolding;
        private final EventCodec codec;
        private final Runs runs;
        private SeenKeys seen;
        private Archive archive = Archive.EMPTY;

        Reading(InputStream in, EventCodec codec, Workers workers, Runs runs) throws IOException {
            this.in = in;
            this.codec = codec;
            this.runs = runs;
            this.workers = workers;
            checkMark(in);
            var settings = next(ImageBlock.Kind.SETTINGS, in);
            this.folding = new Folding(ZoneId.of(settings.readString()), Currency.getInstance(settings.readString()));
            this.revision = settings.readVarint();
            this.seen = SeenKeys.ofSlices(Math.toIntExact(settings.readVarint()));
            this.events = codec.reader(next(ImageBlock.Kind.TYPES, in).readString());
            this.refolding = new Refolding(codec, folding);
        }

        private static void checkMark(InputStream in) throws IOException {
            if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
                throw new IOException("This is no state image: it does not begin like one.\nMaybe it is another file.");
            }
            int version = new ByteReader(in.readNBytes(Integer.BYTES)).readInt();
            if (version > VERSION) {
                throw new UnsupportedBytes("""
                        The state image has format %d, this version reads up to %d.
                        Maybe a newer version wrote it: use that one or a later one.""".formatted(version, VERSION));
            }
        }

        private static ByteReader next(ImageBlock.Kind expected, InputStream in) throws IOException {
            var block = ImageBlock.read(in);
            if (block.kind() != expected) {
                throw new IOException("Expected %s in a state image, found %s.\nMaybe it was put together by hand."
                        .formatted(expected, block.kind()));
            }
            return block.bytes();
        }

        ShopState state() throws IOException {
            var round = new ArrayList<ImageBlock>();
            var block = ImageBlock.read(in);
            while (block.kind() != ImageBlock.Kind.END) {
                if (block.kind() == ImageBlock.Kind.SEEN) {
                    readSeen(block.bytes());
                } else if (block.kind() == ImageBlock.Kind.RUNS) {
                    archive = open(readRuns(block.bytes()));
                } else {
                    round.add(block);
                }
                if (round.size() == ROUND) {
                    fold(round);
                }
                block = ImageBlock.read(in);
            }
            fold(round);
            var roots = refolding.done(revision, seen, archive, workers);
            long expected = block.bytes().readVarint();
            if (roots.documents().size() != expected) {
                throw new IOException("A state image holds %d documents and says %d.\nMaybe a part is missing."
                        .formatted(roots.documents().size(), expected));
            }
            return ShopState.of(roots, folding);
        }

        private Archive open(List<RunRef> refs) throws IOException {
            var opened = new ArrayList<ArchivedRun>();
            for (var ref : refs) {
                opened.add(ArchivedRun.of(runs.find(ref), codec));
            }
            return Archive.of(opened);
        }

        private void fold(List<ImageBlock> round) {
            refolding.add(round, events, workers);
            round.clear();
        }

        private void readSeen(ByteReader bytes) {
            int slice = bytes.readChoice(Table.SLICES);
            long[] old = new long[bytes.readCount()];
            long[] young = new long[bytes.readCount()];
            Arrays.setAll(old, it -> bytes.readLong());
            Arrays.setAll(young, it -> bytes.readLong());
            seen = seen.with(slice, old, young);
        }
    }
}
