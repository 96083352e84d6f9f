package dev.storetwin.packaging.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One life of the application in a JVM of its own.
 *
 * @param lines   what it printed
 * @param classes what the JVM loaded, one class a line
 */
record HostProcess(List<String> lines, List<String> classes) {

    /** A short life: compiled quickly rather than well. */
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms1g", "-Xmx1g", "-Xmn640m");

    HostProcess {
        lines = List.copyOf(lines);
        classes = List.copyOf(classes);
    }

    /**
     * Starts the application, waits for its end, and fails with what it complained of when it ends badly.
     *
     * @param folder with its data from an earlier life, or without
     */
    static HostProcess run(Layout layout, Path folder, String... ruleSets) throws IOException, InterruptedException {
        var out = folder.resolve("out");
        var complaints = folder.resolve("complaints");
        var classes = folder.resolve("classes");
        var command = Stream.of(
                        Stream.of(java(), "-Xlog:class+load:file=" + classes),
                        OPTIONS.stream(),
                        layout.start().stream(),
                        Stream.of(folder.resolve("data").toString()),
                        Stream.of(ruleSets))
                .flatMap(it -> it)
                .toList();

        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(complaints.toFile())
                .start();
        try {
            assertThat(process.waitFor()).as(Files.readString(complaints)).isZero();
        } finally {
            process.destroyForcibly();
        }
        return new HostProcess(Files.readAllLines(out), Files.readAllLines(classes));
    }

    /** That of the build, unless another is named: what one Java compiled another runs. */
    private static String java() {
        var home = System.getProperty("packaging.java.home", System.getProperty("java.home"));
        return Path.of(home, "bin", "java").toString();
    }

    /** Those that turn rules into classes: Drools' parser and generator, and the Java compiler that it brings. */
    List<String> classesOfCompilers() {
        return classes.stream()
                .filter(it -> it.contains("org.drools.drl.parser.")
                        || it.contains("org.drools.model.codegen.")
                        || it.contains("org.eclipse.jdt."))
                .toList();
    }
}
