package dev.storetwin.drools;

import dev.storetwin.guardrail.RuleCache;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Compiles an application's rules while it is built, so that it need not when it runs:
 *
 * <pre>java dev.storetwin.drools.CompileRules OUT PATH...</pre>
 *
 * <p>{@code OUT} is the folder of the application's classes; each {@code PATH} a rule file, or a folder of rule files, tables and limits that
 * are one set together. Files that are named one by one are one set. The application loads the same files as ever; what was compiled is found by their
 * content, so a file that was edited since is compiled at start.
 */
public final class CompileRules {

    private CompileRules() {}

    /**
     * Compiles, or ends with an exception that says why not.
     *
     * @throws IllegalArgumentException                when the arguments make no sense
     * @throws dev.storetwin.guardrail.RuleSetRefused when a rule cannot be used; the message names file and line
     */
    public static void main(String[] args) {
        if (args.length < 2) {
            throw new IllegalArgumentException(
                    "Expected: CompileRules OUT PATH...\nOUT is the folder of the application's classes, each PATH a rule file or a folder of rules.");
        }
        var paths = List.of(args).subList(1, args.length).stream().map(Path::of).toList();
        for (var set : sets(paths)) {
            new DroolsRuleCompiler().compile(set, new Output(Path.of(args[0]))).close();
        }
    }

    private static List<RuleSet> sets(List<Path> paths) {
        var folders = paths.stream().filter(Files::isDirectory).map(RuleSet::fromDirectory);
        var files = paths.stream()
                .filter(it -> !Files.isDirectory(it))
                .map(CompileRules::file)
                .toList();
        var together = files.isEmpty() ? Stream.<RuleSet>empty() : Stream.of(new RuleSet("files", files));
        return Stream.concat(folders, together)
                .flatMap(it -> inDrl(it).stream())
                .toList();
    }

    /** As a twin has them compiled, so that the twin finds them; nothing where there are limits alone. */
    private static Optional<RuleSet> inDrl(RuleSet set) {
        return set.files().stream().noneMatch(CompileRules::isTable)
                ? Optional.of(set)
                : tables(set).inDrl(set);
    }

    private static RuleTables tables(RuleSet set) {
        return ServiceLoader.load(RuleTables.class, CompileRules.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("""
                    %s holds tables, and nothing here can read them.
                    Maybe add dev.storetwin:storetwin-core to what the build compiles rules with.\
                    """.formatted(set.name())));
    }

    private static boolean isTable(RuleFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static RuleFile file(Path path) {
        try {
            return new RuleFile(path.toString(), Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The rule file %s cannot be read.\nMaybe it does not exist.".formatted(path), unreadable);
        }
    }

    /** The resources of the application. */
    private record Output(Path classes) implements RuleCache {

        @Override
        public Optional<byte[]> find(String key) {
            return Optional.empty();
        }

        @Override
        public void keep(String key, byte[] compiled) {
            var file = classes.resolve(KeptImages.RESOURCES + key);
            try {
                Files.createDirectories(file.getParent());
                Files.write(file, compiled);
            } catch (IOException full) {
                throw new UncheckedIOException("%s cannot be written: %s".formatted(file, full), full);
            }
        }
    }
}
