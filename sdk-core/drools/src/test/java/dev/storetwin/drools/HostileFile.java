package dev.storetwin.drools;

import dev.storetwin.guardrail.RuleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A rule file that must be refused, and what must be said of it; its first line tells: {@code // expected: LINE:COLUMN part of the problem}.
 *
 * @param file    as its author wrote it
 * @param place   line and column, with a colon between them
 * @param problem part of it; may be empty
 */
record HostileFile(RuleFile file, String place, String problem) {

    private static final Path FOLDER = Path.of("src/test/resources/hostile");
    private static final Pattern EXPECTED = Pattern.compile("// expected: (\\d+:\\d+) ([^\\n]*)\\n.*", Pattern.DOTALL);

    static List<HostileFile> all() {
        try (var paths = Files.list(FOLDER)) {
            return paths.sorted().map(HostileFile::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static HostileFile read(Path path) {
        try {
            var text = Files.readString(path);
            var expected = EXPECTED.matcher(text);
            if (!expected.matches()) {
                throw new IllegalStateException(path + " does not begin with what is expected of it.");
            }
            var file = new RuleFile(path.getFileName().toString(), text);
            return new HostileFile(file, expected.group(1), expected.group(2));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return file.name();
    }
}
