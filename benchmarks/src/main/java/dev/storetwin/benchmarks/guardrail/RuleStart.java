package dev.storetwin.benchmarks.guardrail;

import dev.storetwin.guardrail.RuleCache;
import dev.storetwin.guardrail.RuleCompiler;
import dev.storetwin.guardrail.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * How long rules take until they have judged for the first time: in this fresh JVM, and once more in the warm one.
 *
 * <p>Arguments: how many rules, and a folder that keeps what was compiled. The first run compiles, every later one finds it there.
 */
public final class RuleStart {

    private RuleStart() {}

    /** Prints the first start, then three in the warm JVM. */
    public static void main(String[] args) throws IOException {
        var rules = MadeUpRules.rules(Integer.parseInt(args[0]));
        var cache = new FolderCache(Files.createDirectories(Path.of(args[1])));
        for (int start = 0; start < 4; start++) {
            long wall = System.nanoTime();
            long cpu = cpu();
            var answer = start(rules, cache);
            System.out.printf(
                    "%s start, %s: %.2f s wall, %.2f s CPU (%s)%n",
                    start == 0 ? "cold" : "warm",
                    cache.found ? "kept" : "compiled",
                    (System.nanoTime() - wall) / 1e9,
                    (cpu() - cpu) / 1e9,
                    answer);
        }
        System.out.printf("the JVM until now: %.2f s CPU%n", cpu() / 1e9);
    }

    private static String start(RuleSet rules, RuleCache cache) {
        var compiler = ServiceLoader.load(RuleCompiler.class).findFirst().orElseThrow();
        try (var compiled = compiler.compile(rules, cache)) {
            return compiled.check(MadeUpRules.change(), MadeUpRules.context())
                    .severity()
                    .name();
        }
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** One file for each image. */
    private static final class FolderCache implements RuleCache {

        private final Path folder;
        private boolean found;

        FolderCache(Path folder) {
            this.folder = folder;
        }

        @Override
        public Optional<byte[]> find(String key) {
            try {
                var file = folder.resolve(key);
                found = Files.exists(file);
                return found ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public void keep(String key, byte[] compiled) {
            try {
                Files.write(folder.resolve(key), compiled);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }
}
