package dev.storetwin.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.storetwin.model.FeatureTable;
import dev.storetwin.model.LearnedModel;
import dev.storetwin.model.Objective;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NativeLibraryTest {

    @Test
    void loads_on_linux_x86_64_where_libgomp_is() {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        assumeTrue(System.getProperty("os.arch").equals("amd64"));
        assumeTrue(hasLibgomp(), "libgomp1 is not installed");

        assertThat(NativeLibrary.bundled().obstacle()).isEmpty();
    }

    private static boolean hasLibgomp() {
        return Stream.of("/lib", "/usr/lib", "/lib64", "/usr/lib64")
                .flatMap(it -> Stream.of(it, it + "/x86_64-linux-gnu"))
                .anyMatch(it -> Files.exists(Path.of(it, "libgomp.so.1")));
    }

    @Test
    void without_it_a_linear_model_stands_in_and_says_so() {
        var learner = new LightGbmLearner(LightGbmSettings.defaults(), () -> Optional.of("it is not here"));

        var model = Tables.learn(learner, Tables.sloped(1000), new Objective.Quantile(.5));

        assertThat(learner.reason()).isEqualTo("linear stands in for lightgbm: it is not here");
        assertThat(model.card().name()).isEqualTo("linear");
        assertThat(model.card().settings()).containsEntry("reason", "linear stands in for lightgbm: it is not here");
        var rows = FeatureTable.builder(2)
                .number("x", -1, 1)
                .category("code", 1, 1)
                .build();
        assertThat(model.predict(rows)[0]).isLessThan(model.predict(rows)[1]);
    }

    @Test
    void a_host_can_forbid_machine_code() {
        System.setProperty(NativeLibrary.SWITCH, "off");
        try {
            assertThat(NativeLibrary.bundled().obstacle()).contains("dev.storetwin.learning.native is off");
        } finally {
            System.clearProperty(NativeLibrary.SWITCH);
        }
    }

    /** The class path of this test, without the jar of lightgbm4j. */
    @Test
    void without_the_jar_of_lightgbm_a_linear_model_stands_in() throws Exception {
        var urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(it -> !it.contains("lightgbm4j"))
                .map(NativeLibraryTest::url)
                .toArray(URL[]::new);

        try (var bare = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            var name = bare.loadClass(WithoutLightGbm.class.getName())
                    .getDeclaredMethod("learn")
                    .invoke(null);

            assertThat(name.toString())
                    .startsWith("linear: linear stands in for lightgbm")
                    .contains("NoClassDefFoundError");
        }
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (java.net.MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Runs inside the class loader without the jar. */
    public static final class WithoutLightGbm {

        private WithoutLightGbm() {}

        public static String learn() {
            LearnedModel model = Tables.learn(new LightGbmLearner(), Tables.sloped(500), new Objective.SquaredError());
            return model.card().name() + ": " + model.card().settings().get("reason");
        }
    }
}
