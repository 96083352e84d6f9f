package dev.storetwin.checks;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ModulePathTest {

    @Test
    void the_api_exports_each_of_its_packages() {
        assertThat(exportsOf("dev.storetwin.api")).isEqualTo(packagesOf(HouseClasses.builtIn("sdk-api")));
    }

    @Test
    void the_engine_resolves_on_the_module_path() {
        var graph = Configuration.resolve(
                classPathAsModules(),
                List.of(ModuleLayer.boot().configuration()),
                ModuleFinder.of(),
                Set.of("dev.storetwin.core"));

        assertThat(graph.findModule("dev.storetwin.api")).isPresent();
    }

    @Test
    void the_vault_resolves_on_the_module_path_and_is_offered_there() {
        var graph = Configuration.resolve(
                classPathAsModules(),
                List.of(ModuleLayer.boot().configuration()),
                ModuleFinder.of(),
                Set.of("dev.storetwin.privacy"));

        assertThat(graph.findModule("dev.storetwin.core")).isPresent();
        assertThat(descriptor("dev.storetwin.privacy").provides())
                .extracting(ModuleDescriptor.Provides::service)
                .containsExactly("dev.storetwin.core.crypto.VaultProvider");
        assertThat(descriptor("dev.storetwin.core").uses()).contains("dev.storetwin.core.crypto.VaultProvider");
    }

    @Test
    void the_optimiser_resolves_on_the_module_path_and_is_offered_there() {
        var graph = Configuration.resolve(
                classPathAsModules(),
                List.of(ModuleLayer.boot().configuration()),
                ModuleFinder.of(),
                Set.of("dev.storetwin.optimisers"));

        assertThat(graph.findModule("dev.storetwin.core")).isPresent();
        assertThat(descriptor("dev.storetwin.optimisers").provides())
                .extracting(ModuleDescriptor.Provides::service)
                .containsExactly("dev.storetwin.core.solver.LinearOptimiser");
        assertThat(descriptor("dev.storetwin.core").uses()).contains("dev.storetwin.core.solver.LinearOptimiser");
    }

    @Test
    void the_api_requires_the_jdk_alone() {
        assertThat(descriptor("dev.storetwin.api").requires())
                .filteredOn(requires -> !requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .allMatch(requires -> requires.name().startsWith("java."));
    }

    private static Set<String> exportsOf(String module) {
        return descriptor(module).exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .collect(toSet());
    }

    private static ModuleDescriptor descriptor(String module) {
        return classPathAsModules().find(module).orElseThrow().descriptor();
    }

    private static Set<String> packagesOf(JavaClasses classes) {
        return classes.stream()
                .filter(javaClass -> !javaClass.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(toSet());
    }

    private static ModuleFinder classPathAsModules() {
        return ModuleFinder.of(Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .filter(Files::exists)
                .toArray(Path[]::new));
    }
}
