package dev.storetwin.packaging.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules say the same however the application is packed, whoever compiled them and when. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LayoutsTest {

    /** Drools does some things otherwise from ten rules on. The shipped ones were compiled while the application was built. */
    private static final String[] RULE_SETS = {"shipped", "9", "10", "11", "50", "500"};

    private HostProcess first;

    @BeforeAll
    void on_the_class_path(@TempDir Path folder) throws Exception {
        first = HostProcess.run(Layout.CLASS_PATH, folder, RULE_SETS);
        startsAgainWithoutCompiling(Layout.CLASS_PATH, folder);
    }

    @Test
    void the_rules_speak_and_more_rules_say_more() {
        assertThat(first.lines()).hasSameSizeAs(RULE_SETS).doesNotHaveDuplicates();
        assertThat(first.lines()).allMatch(it -> it.contains("ALLOWED=") && it.contains("ADJUSTED="));
        assertThat(first.lines().get(RULE_SETS.length - 1)).contains("NEEDS_REVIEW=", "BLOCKED=");
        assertThat(first.classesOfCompilers()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"MODULE_PATH", "SHADED", "BOOT_3", "BOOT_4"})
    void every_layout_judges_as_the_class_path_does(Layout layout, @TempDir Path folder) throws Exception {
        assertThat(HostProcess.run(layout, folder, RULE_SETS).lines()).isEqualTo(first.lines());

        startsAgainWithoutCompiling(layout, folder);
    }

    @Test
    void what_is_no_module_may_stay_on_the_class_path(@TempDir Path folder) throws Exception {
        var mixed = HostProcess.run(Layout.NAMED_MODULES_AND_CLASS_PATH, folder, "shipped", "9");

        assertThat(mixed.lines()).isEqualTo(first.lines().subList(0, 2));
    }

    /** The made-up rules lie in the data directory then, the shipped ones in the application. */
    private void startsAgainWithoutCompiling(Layout layout, Path folder) throws Exception {
        var again = HostProcess.run(layout, folder, RULE_SETS);

        assertThat(again.lines()).isEqualTo(first.lines());
        assertThat(again.classesOfCompilers()).isEmpty();
        assertThat(kept(folder)).hasSize(RULE_SETS.length - 1);
    }

    private static List<Path> kept(Path folder) throws Exception {
        try (var files = Files.list(folder.resolve("data/rules"))) {
            return files.filter(it -> it.toString().endsWith(".rules")).toList();
        }
    }
}
