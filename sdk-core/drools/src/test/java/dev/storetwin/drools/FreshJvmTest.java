package dev.storetwin.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drools remembers its first steps for as long as a JVM lives, so that they need a JVM of their own to be looked at. */
class FreshJvmTest {

    @Test
    void rules_work_whatever_the_class_loader_of_the_first_thread_and_the_characters_of_the_machine(
            @TempDir Path folder) throws Exception {
        var log = folder.resolve("log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

        var process = new ProcessBuilder(java, "-Dfile.encoding=ISO-8859-1", "-cp", classPath, Newcomer.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(process.waitFor()).as(() -> text(log)).isZero();
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
