package dev.storetwin.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs commands in this process, in a folder of their own. */
final class Shell {

    /** What a command left behind. */
    record Run(int code, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }
    }

    private final Path folder;

    Shell(Path folder) {
        this.folder = folder;
    }

    /** Arguments split at spaces; {@code @name} is a file of the folder. */
    Run run(String line) {
        return command(Stream.of(line.strip().split("\\s+"))
                .map(it -> it.startsWith("@") ? folder.resolve(it.substring(1)).toString() : it)
                .toArray(String[]::new));
    }

    static Run command(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try (var results = new PrintStream(out, true, StandardCharsets.UTF_8);
                var messages = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int code = Main.run(new Console(results, messages, false, () -> 0), args);
            return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    Path write(String name, String text) {
        try {
            var path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    List<String> lines(String name) {
        return read(name).lines().toList();
    }

    /** Names of all files below the folder, in order. */
    List<String> files() {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(it -> folder.relativize(it).toString())
                    .sorted()
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
