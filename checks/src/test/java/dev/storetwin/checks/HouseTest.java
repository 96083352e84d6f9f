package dev.storetwin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules look at something: a rule over no class would be kept by anyone. */
class HouseTest {

    @ParameterizedTest
    @FieldSource("dev.storetwin.checks.HouseClasses#FOLDERS")
    void classes_of_each_module_are_seen(String folder) {
        assertThat(HouseClasses.builtIn(folder)).isNotEmpty();
    }
}
