package dev.storetwin.cli;

import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that is there whole or not at all: it is written aside and moved into place when it is finished. {@code -} stands for standard output; what
 * exists but is no plain file, such as a pipe, is written to directly.
 */
final class ResultFile {

    private static final String STANDARD_OUTPUT = "-";

    /** So that a name that just fits does so while it is not finished, too. */
    private static final int LONGEST_PART = 60;

    /** Writes the content of a result. */
    interface Content {
        void write(Writer to) throws IOException;
    }

    private final Path path;
    private final Console console;

    ResultFile(Path path, Console console) {
        this.path = path;
        this.console = console;
    }

    /**
     * Refuses a place that cannot be written to, before the work is done: by writing there, for nothing else tells for sure.
     *
     * @throws BadInput when it is a folder, its folder cannot be made, or nothing can be written into that
     */
    ResultFile check() {
        if (path.toString().isEmpty()) {
            throw BadInput.of(
                    "The name of the result is empty, expected a file.", "a variable of a script is not set.");
        }
        if (Files.isDirectory(path)) {
            throw BadInput.of("%s is a folder, expected a file.".formatted(path), "name a file in it.");
        }
        if (!isStandardOutput() && !isSpecial()) {
            tryOut(path);
        }
        return this;
    }

    /** Makes an empty file of that name, and folders for it where they are missing, and takes all of them away again: a run that is refused leaves nothing. */
    static void tryOut(Path path) {
        var missing = new ArrayList<Path>();
        var parent = Optional.ofNullable(path.toAbsolutePath().getParent());
        for (var it = parent;
                it.isPresent() && !Files.exists(it.get());
                it = Optional.ofNullable(it.get().getParent())) {
            missing.add(it.get());
        }
        try {
            parent.ifPresent(ResultFile::makeFolder);
            tryOut(List.of(part(path), path));
        } catch (IOException closed) {
            throw BadInput.of(
                    "%s cannot be written: %s.".formatted(path, reason(closed)),
                    "its folder is not yours to write to, the disk is full, or the name is too long.");
        } finally {
            missing.forEach(it -> it.toFile().delete()); // stays when somebody has put something in it
        }
    }

    private static void tryOut(List<Path> trials) throws IOException {
        for (var trial : trials) {
            if (!Files.exists(trial)) {
                Files.createFile(trial);
                Files.delete(trial);
            }
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof FileSystemException it
                ? Optional.ofNullable(it.getReason()).orElse("access denied")
                : String.valueOf(failure.getMessage());
    }

    /** What exists and is no plain file, such as a pipe. */
    private boolean isSpecial() {
        return Files.exists(path) && !Files.isRegularFile(path);
    }

    /**
     * Refuses a place that something else is read from or written to.
     *
     * @throws BadInput when it is the same file as one of them, however it is spelled
     */
    ResultFile beside(Stream<Path> others) {
        others.filter(it -> !isStandardOutput() && isSame(it)).findFirst().ifPresent(it -> {
            throw BadInput.of(
                    "%s is also %s: writing it would destroy the other.".formatted(path, it),
                    "the result belongs in a file of its own.");
        });
        return this;
    }

    private boolean isSame(Path other) {
        try {
            return path.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || (Files.exists(path) && Files.exists(other) && Files.isSameFile(path, other));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Makes a folder and all above it, where they are missing. */
    static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException impossible) {
            throw BadInput.of(
                    "The folder %s cannot be made: %s."
                            .formatted(folder, Files.exists(folder) ? "it is a file" : reason(impossible)),
                    "a file stands in its place, or it is not yours to write to.");
        }
    }

    private boolean isStandardOutput() {
        return path.toString().equals(STANDARD_OUTPUT);
    }

    void write(Content content) {
        try {
            if (isStandardOutput()) {
                flushed(content, new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
            } else if (isSpecial()) {
                direct(path, content);
            } else {
                aside(content);
            }
        } catch (IOException unwritable) {
            throw failed(path, unwritable);
        } catch (UncheckedIOException unwritable) {
            throw failed(path, Objects.requireNonNull(unwritable.getCause()));
        }
    }

    static UncheckedIOException failed(Path target, IOException unwritable) {
        return new UncheckedIOException(
                "%s cannot be written: %s.\nMaybe the disk is full.".formatted(target, unwritable.getMessage()),
                unwritable);
    }

    /** What writes may close what it writes to, but standard output stays open. */
    private static void flushed(Content content, Writer to) throws IOException {
        var buffered = new BufferedWriter(to);
        content.write(new FilterWriter(buffered) {
            @Override
            public void close() throws IOException {
                flush();
            }
        });
        buffered.flush();
    }

    private static void direct(Path target, Content content) throws IOException {
        try (var to = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            content.write(to);
        }
    }

    private void aside(Content content) throws IOException {
        Optional.ofNullable(path.toAbsolutePath().getParent()).ifPresent(ResultFile::makeFolder);
        var part = part(path);
        try {
            direct(part, content);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A name beside a path, for what is not finished. It goes away even when the process is stopped. */
    static Path part(Path path) {
        var full = String.valueOf(path.getFileName());
        var name = ".%s.%d.part"
                .formatted(
                        full.substring(0, Math.min(LONGEST_PART, full.length())),
                        ProcessHandle.current().pid());
        var part = Optional.ofNullable(path.toAbsolutePath().getParent())
                .map(it -> it.resolve(name))
                .orElseGet(() -> Path.of(name));
        part.toFile().deleteOnExit();
        return part;
    }
}
