package dev.storetwin.learning;

import com.microsoft.ml.lightgbm.lightgbmlib;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Loads LightGBM from a folder of this process's own.
 *
 * <p>How it works: lightgbm4j unpacks its library when its class is initialized, under a fixed name in {@code java.io.tmpdir}, over one that is there.
 * Another process that runs from that file then dies. So it is shown a new folder while it is initialized, and never again; the files go
 * when the process ends.
 */
final class UnpackedLibrary {

    private static final String TEMPORARY = "java.io.tmpdir";
    private static final Optional<String> OBSTACLE = load();

    private UnpackedLibrary() {}

    /** Why the library cannot be used; empty when it can. */
    static Optional<String> obstacle() {
        return OBSTACLE;
    }

    /*
     * lightgbm4j only logs that it could not load. So one call is tried. What fails differs: a library that it needs is missing, there is
     * none for this machine, or the folder cannot be written to.
     */
    private static Optional<String> load() {
        var before = System.getProperty(TEMPORARY);
        try {
            var folder = Files.createTempDirectory("storetwin-lightgbm");
            folder.toFile().deleteOnExit();
            System.setProperty(TEMPORARY, folder.toString());
            if (!LGBMBooster.isNativeLoaded()) {
                LGBMBooster.loadNative();
            }
            leaveWithProcess(folder);
            lightgbmlib.delete_intp(lightgbmlib.new_intp());
            return Optional.empty();
        } catch (LinkageError | IOException missing) {
            return Optional.of("its native library cannot be loaded (%s); linux needs libgomp1".formatted(missing));
        } finally {
            System.setProperty(TEMPORARY, before);
        }
    }

    private static void leaveWithProcess(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            files.forEach(it -> it.toFile().deleteOnExit());
        }
    }
}
