package dev.storetwin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Several files that appear together: they are written aside, within the folder they are for, and moved into place when all are finished.
 *
 * <p>Closing without {@link #publish()} throws away what was written.
 */
final class ResultFolder implements AutoCloseable {

    private final Path folder;
    private final Path aside;
    private final List<String> names = new ArrayList<>();

    private ResultFolder(Path folder, Path aside) {
        this.folder = folder;
        this.aside = aside;
    }

    /**
     * Makes the folder where it is missing.
     *
     * @throws BadInput when it cannot be made or written into
     */
    static ResultFolder in(Path folder) {
        check(folder);
        ResultFile.makeFolder(folder);
        var aside = ResultFile.part(folder.resolve("results"));
        ResultFile.makeFolder(aside);
        return new ResultFolder(folder, aside);
    }

    /** Refuses a folder that cannot be made or written into, before the work is done. */
    static void check(Path folder) {
        if (folder.toString().isEmpty()) {
            throw BadInput.of(
                    "The name of the folder is empty.", "a variable of a script is not set: . is this folder.");
        }
        ResultFile.tryOut(folder.resolve("results"));
    }

    /** Where a file is written until it is published. */
    Path aside(String name) {
        names.add(name);
        var path = aside.resolve(name);
        path.toFile().deleteOnExit();
        return path;
    }

    void write(String name, ResultFile.Content content) {
        try (Writer to = Files.newBufferedWriter(aside(name), StandardCharsets.UTF_8)) {
            content.write(to);
        } catch (IOException unwritable) {
            throw ResultFile.failed(folder.resolve(name), unwritable);
        } catch (UncheckedIOException unwritable) {
            throw ResultFile.failed(folder.resolve(name), Objects.requireNonNull(unwritable.getCause()));
        }
    }

    /** Moves every file into place, replacing older ones. */
    void publish() {
        for (var name : names) {
            var target = folder.resolve(name);
            try {
                Files.move(
                        aside.resolve(name),
                        target,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException unwritable) {
                throw ResultFile.failed(target, unwritable);
            }
        }
    }

    @Override
    public void close() {
        try {
            for (var name : names) {
                Files.deleteIfExists(aside.resolve(name));
            }
            Files.deleteIfExists(aside);
        } catch (IOException left) {
            throw ResultFile.failed(aside, left);
        }
    }
}
