package dev.storetwin.guardrail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules that are installed and replaced together. Every decision carries their content hash.
 *
 * @param name      of the whole
 * @param files     in order of name
 * @param isTrusted whether its rules may do whatever code may do; else what a rule may contain is looked at before it is compiled
 */
public record RuleSet(String name, List<RuleFile> files, boolean isTrusted) {

    public RuleSet {
        files = files.stream().sorted().toList();
        if (files.isEmpty()) {
            throw new IllegalArgumentException("""
                Rule set '%s' has no rule file, expected at least one .drl or .csv.
                Maybe the folder is empty or its files end otherwise.\
                """.formatted(name));
        }
    }

    /** Rules that are looked at. */
    public RuleSet(String name, List<RuleFile> files) {
        this(name, files, false);
    }

    /**
     * The same rules, taken as they are. They may read files, start threads and end the process: only for rules that went through the same
     * hands as the host's own code. The audit trail tells of it.
     */
    public RuleSet trusted() {
        return new RuleSet(name, files, true);
    }

    public static RuleSet of(String fileName, String drl) {
        return new RuleSet(fileName, List.of(new RuleFile(fileName, drl)));
    }

    /**
     * Resources of the application, such as {@code rules/margin-floor.drl}: as the calling thread's class loader sees them, or else the
     * twin's own, since threads of a shared pool see little of an application that is packed as jars within a jar.
     */
    public static RuleSet fromClasspath(String... resources) {
        return new RuleSet(
                String.join(",", resources),
                Stream.of(resources).map(RuleSet::resource).toList());
    }

    /**
     * All {@code .drl} files (rules) and {@code .csv} files (limits, tables of rules) of a folder and its subfolders, named by their path
     * within it. Capital letters in the ending do not matter.
     */
    public static RuleSet fromDirectory(Path folder) {
        try (var paths = Files.walk(folder)) {
            var files = paths.filter(RuleSet::holdsRules)
                    .filter(Files::isRegularFile)
                    .map(it -> file(folder, it))
                    .toList();
            return new RuleSet(folder.getFileName().toString(), files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The rule folder %s cannot be read.\nMaybe it does not exist.".formatted(folder), unreadable);
        }
    }

    private static boolean holdsRules(Path path) {
        var name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".drl") || name.endsWith(".csv");
    }

    private static RuleFile file(Path folder, Path path) {
        try {
            var name = folder.relativize(path).toString().replace('\\', '/');
            return new RuleFile(name, Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The rule file %s cannot be read.\nMaybe it is not UTF-8.".formatted(path), unreadable);
        }
    }

    private static RuleFile resource(String name) {
        try (var in = open(name)) {
            return new RuleFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The rule file '%s' cannot be read.".formatted(name), unreadable);
        }
    }

    private static InputStream open(String resource) {
        var loaders = Stream.of(
                Optional.ofNullable(Thread.currentThread().getContextClassLoader()),
                Optional.ofNullable(RuleSet.class.getClassLoader()));
        return loaders.flatMap(Optional::stream)
                .flatMap(it -> Optional.ofNullable(it.getResourceAsStream(resource)).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("""
                        There is no rule file '%s' on the class path.
                        Maybe it belongs under src/main/resources, or the host is a module that does not open its folder.\
                        """.formatted(resource)));
    }

    /** SHA-256 over names and contents, in hexadecimal. */
    public String contentHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                update(digest, file.name());
                update(digest, file.content());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    private static void update(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(bytes);
    }
}
