package dev.storetwin.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The text of a file in UTF-8, unpacked when its first bytes say that it is gzipped, without byte order mark. */
final class TextSource {

    private static final int BUFFER = 1 << 16;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private TextSource() {}

    static Reader open(Path path) {
        try {
            return decoded(unpacked(new BufferedInputStream(Files.newInputStream(path), BUFFER)));
        } catch (NoSuchFileException missing) {
            throw CsvProblem.of(path.toString(), "there is no such file.", "the path is meant from another folder.");
        } catch (IOException unreadable) {
            throw CsvProblem.of(
                    path.toString(),
                    "the file cannot be read: %s.".formatted(unreadable.getMessage()),
                    "it is a folder, or not yours to read.");
        }
    }

    private static InputStream unpacked(BufferedInputStream raw) throws IOException {
        return startsWith(raw, GZIP) ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
    }

    private static Reader decoded(InputStream bytes) throws IOException {
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
}
