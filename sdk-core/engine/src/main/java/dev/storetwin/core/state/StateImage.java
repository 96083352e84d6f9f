package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.MalformedBytes;
import dev.storetwin.core.binary.UnsupportedBytes;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.event.EventReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/**
 * A state as a stream of bytes, for a snapshot: read again it is an equal state, whichever later version reads it.
 *
 * <p>How it works: only what cannot be worked out is written: the settings, the documents as they lie, the views that were counted, and the
 * keys that were seen. The rest is folded again while reading, side by side over the fixed slices of the tables. So a version that folds
 * differently needs no old image of its ledgers. The bytes are a mark, a version, and blocks with a checksum each.
 */
public final class StateImage {

    private static final byte[] MARK = {'S', 'T', 'W', 'I', 'M', 'A', 'G', 'E'};
    private static final int VERSION = 1;

    /** Blocks that are read before they are folded together. */
    private static final int ROUND = 64;

    private StateImage() {}

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
        for (int slice = 0; slice < Table.SLICES; slice++) {
            writeDocuments(roots, slice, block, out);
            CountedViews.write(roots, slice, block, out);
            writeSeen(roots.seen(), slice, block, out);
        }
        ImageBlock.write(
                ImageBlock.Kind.END, block.writeVarint(roots.documents().size()), out);
    }

    private static void writeDocuments(Roots roots, int slice, ByteWriter block, OutputStream out) throws IOException {
        var documents = new ArrayList<byte[]>();
        roots.documents().forEachIn(slice, documents::add);
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

    /**
     * Reads an image to its end.
     *
     * @param codec opens what is personal in it; the state goes on with it
     * @throws IOException      when the image is damaged or cut off
     * @throws UnsupportedBytes when a newer version wrote it
     */
    public static ShopState read(InputStream in, EventCodec codec, Workers workers) throws IOException {
        try {
            return new Reading(in, codec, workers).state();
        } catch (MalformedBytes damaged) {
            throw new IOException("A state image holds what is none: " + damaged.getMessage(), damaged);
        }
    }

    /** One image on its way in. */
    private static final class Reading {

        private final InputStream in;
        private final Workers workers;
        private final Folding folding;
        private final long revision;
        private final EventReader events;
        private final Refolding refolding;
        private SeenKeys seen;

        Reading(InputStream in, EventCodec codec, Workers workers) throws IOException {
            this.in = in;
            this.workers = workers;
            checkMark(in);
            var settings = next(ImageBlock.Kind.SETTINGS);
            this.folding = new Folding(ZoneId.of(settings.readString()), Currency.getInstance(settings.readString()));
            this.revision = settings.readVarint();
            this.seen = SeenKeys.ofSlices(Math.toIntExact(settings.readVarint()));
            this.events = codec.reader(next(ImageBlock.Kind.TYPES).readString());
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

        private ByteReader next(ImageBlock.Kind expected) throws IOException {
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
                } else {
                    round.add(block);
                }
                if (round.size() == ROUND) {
                    fold(round);
                }
                block = ImageBlock.read(in);
            }
            fold(round);
            var roots = refolding.done(revision, seen);
            long expected = block.bytes().readVarint();
            if (roots.documents().size() != expected) {
                throw new IOException("A state image holds %d documents and says %d.\nMaybe a part is missing."
                        .formatted(roots.documents().size(), expected));
            }
            return ShopState.of(roots, folding);
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
