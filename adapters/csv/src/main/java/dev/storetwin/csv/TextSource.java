package dev.storetwin.csv;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The text of a file in UTF-8, unpacked when its first bytes say that it is gzipped, without byte order mark. */
final class TextSource {

    private static final int BUFFER = 1 << 16;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] UTF_16_BIG = {(byte) 0xfe, (byte) 0xff};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xff, (byte) 0xfe};

    private TextSource() {}

    static Reader open(Path path) {
        if (Files.isDirectory(path)) {
            throw CsvProblem.of(path.toString(), "it is a folder, expected a file.", "name a file in it.");
        }
        try {
            return decoded(path, unpacked(new BufferedInputStream(Files.newInputStream(path), BUFFER)));
        } catch (NoSuchFileException missing) {
            throw CsvProblem.of(path.toString(), "there is no such file.", "the path is meant from another folder.");
        } catch (AccessDeniedException closed) {
            throw CsvProblem.of(path.toString(), "the file may not be read.", "it belongs to somebody else.");
        } catch (EOFException | ZipException broken) {
            throw CsvProblem.of(
                    path.toString(),
                    "it begins as a gzip file and cannot be unpacked: %s.".formatted(reason(broken)),
                    "it was not copied to its end, or as text.");
        } catch (IOException unreadable) {
            throw CsvProblem.of(
                    path.toString(),
                    "the file cannot be read: %s.".formatted(reason(unreadable)),
                    "the disk it lies on is gone.");
        }
    }

    private static String reason(IOException failure) {
        return Optional.ofNullable(failure.getMessage()).orElse("it breaks off");
    }

    private static InputStream unpacked(BufferedInputStream raw) throws IOException {
        return startsWith(raw, GZIP) ? new BufferedInputStream(new WholeGzip(raw), BUFFER) : raw;
    }

    private static Reader decoded(Path path, InputStream bytes) throws IOException {
        if (startsWith(bytes, UTF_16_BIG) || startsWith(bytes, UTF_16_LITTLE)) {
            throw CsvProblem.of(
                    path.toString(),
                    "the text is UTF-16, expected UTF-8.",
                    "it was saved as Unicode: convert it with iconv -f UTF-16 -t UTF-8.");
        }
        if (startsWith(bytes, BYTE_ORDER_MARK)) {
            bytes.skipNBytes(BYTE_ORDER_MARK.length);
        }
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(bytes, strict);
    }

    private static boolean startsWith(InputStream bytes, byte[] mark) throws IOException {
        bytes.mark(mark.length);
        var first = bytes.readNBytes(mark.length);
        bytes.reset();
        return Arrays.equals(first, mark);
    }

    /** Refuses what follows the packed text and is none itself, where the JDK's passes over it: rows may be lost there. */
    private static final class WholeGzip extends GZIPInputStream {

        private static final int TRAILER = 8;

        private final InputStream raw;

        WholeGzip(InputStream raw) throws IOException {
            super(raw, BUFFER);
            this.raw = raw;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int count = super.read(to, from, length);
            if (count < 0 && (inf.getRemaining() > TRAILER || raw.read() >= 0)) {
                throw new ZipException("after the packed text comes something else");
            }
            return count;
        }
    }
}
