package dev.storetwin.benchmarks.memory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads every byte of every file below a directory and says which words stand in them. */
final class ByteScan {

    private static final int CHUNK = 1 << 20;

    private final List<String> words;
    private final int longest;

    ByteScan(List<String> words) {
        this.words = List.copyOf(words);
        this.longest = words.stream().mapToInt(String::length).max().orElseThrow();
    }

    Set<String> found(Path directory) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                scan(file, found);
            }
        }
        return found;
    }

    /** Pieces overlap by a word, so that none hides between two. */
    private void scan(Path file, Set<String> found) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            var rest = "";
            for (byte[] bytes = in.readNBytes(CHUNK); bytes.length > 0; bytes = in.readNBytes(CHUNK)) {
                var text = rest + new String(bytes, StandardCharsets.ISO_8859_1);
                words.stream().filter(text::contains).forEach(found::add);
                rest = text.substring(Math.max(0, text.length() - longest));
            }
        }
    }
}
