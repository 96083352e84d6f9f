package dev.storetwin.guardrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetTest {

    /** A resource of the test, which stands for a rule file of the application. */
    private static final String RESOURCE = "META-INF/LICENSE";

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    @AfterEach
    void put_the_loader_back() {
        thread.setContextClassLoader(before);
    }

    @Test
    void a_thread_whose_class_loader_sees_no_application_finds_its_rules_all_the_same() {
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        var sealedOff = RuleSet.fromClasspath(RESOURCE);
        thread.setContextClassLoader(null);
        var without = RuleSet.fromClasspath(RESOURCE);

        thread.setContextClassLoader(before);
        assertThat(RuleSet.fromClasspath(RESOURCE)).isEqualTo(sealedOff).isEqualTo(without);
    }

    @Test
    void what_the_loader_of_the_thread_sees_comes_first(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        Files.writeString(folder.resolve("rules/own.drl"), "package own");

        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            assertThat(RuleSet.fromClasspath("rules/own.drl").files())
                    .containsExactly(new RuleFile("rules/own.drl", "package own"));
        }
    }

    @Test
    void a_rule_file_is_not_left_out_for_the_capital_letters_of_its_ending(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("FLOOR.DRL"), "package floor");
        Files.writeString(folder.resolve("Limits.Csv"), "limit,scope,value");

        assertThat(RuleSet.fromDirectory(folder).files())
                .extracting(RuleFile::name)
                .containsExactly("FLOOR.DRL", "Limits.Csv");
    }

    @Test
    void a_rule_file_that_is_not_there_is_named_with_what_may_be_wrong() {
        assertThatThrownBy(() -> RuleSet.fromClasspath("rules/none.drl"))
                .hasMessageStartingWith("There is no rule file 'rules/none.drl' on the class path.\nMaybe ");
    }
}
