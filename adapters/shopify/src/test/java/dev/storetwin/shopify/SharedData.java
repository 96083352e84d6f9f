package dev.storetwin.shopify;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the shared data folder: named by {@code storetwin.shared}, or beside the repository. */
final class SharedData {

    private SharedData() {}

    /** Fails where continuous integration misses it; elsewhere the test is skipped. */
    static Path folder(String name) {
        var folder = candidates()
                .map(it -> it.resolve("data").resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
        if (folder.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("""
                    There is no shared data folder 'data/%s'.
                    Maybe set the environment variable STORETWIN_SHARED.""".formatted(name));
        }
        assumeTrue(folder.isPresent(), "the shared data folder is not here");
        return folder.orElseThrow();
    }

    private static Stream<Path> candidates() {
        return Stream.concat(named().map(Path::of).stream(), beside());
    }

    private static Optional<String> named() {
        return Optional.ofNullable(System.getProperty("storetwin.shared"))
                .or(() -> Optional.ofNullable(System.getenv("STORETWIN_SHARED")));
    }

    private static Stream<Path> beside() {
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, it -> it != null, Path::getParent).map(it -> it.resolve("shared"));
    }
}
