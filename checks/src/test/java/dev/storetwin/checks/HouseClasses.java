package dev.storetwin.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;

/** The compiled classes that the rules look at: the whole house, or one deliberately bad corner of it. */
final class HouseClasses {

    /** Modules that must be in the house, by the folder that Maven builds them in. */
    static final String[] FOLDERS = {
        "sdk-api",
        "sdk-core/engine",
        "sdk-core/drools",
        "sdk-core/learning",
        "sdk-core/optimisers",
        "sdk-core/privacy",
        "sdk-core/testing",
        "adapters/csv",
        "adapters/shopify",
        "adapters/cli",
        "rules-examples"
    };

    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(HouseClasses::isMainCode).importPackages("dev.storetwin");

    private HouseClasses() {}

    /** Every main class of every module. */
    static JavaClasses all() {
        return HOUSE;
    }

    /** The classes that were built in one folder, whether they come from there as a jar or as single files. */
    static JavaClasses builtIn(String folder) {
        return HOUSE.that(new Predicate("built in " + folder, javaClass -> isBuiltIn(folder, javaClass)));
    }

    /** A deliberately bad corner: test classes below {@code dev.storetwin.checks.fixture}. */
    static JavaClasses fixture(String name) {
        return new ClassFileImporter().importPackages(fixturePackage(name));
    }

    static String fixturePackage(String name) {
        return "dev.storetwin.checks.fixture." + name;
    }

    private static boolean isBuiltIn(String folder, JavaClass javaClass) {
        return javaClass
                .getSource()
                .map(source -> builtIn(folder, source.getUri()))
                .orElse(false);
    }

    private static boolean builtIn(String folder, URI uri) {
        return uri.toString().contains("/" + folder + "/target/");
    }

    private static boolean isMainCode(Location location) {
        return !location.contains("/test-classes/");
    }
}
