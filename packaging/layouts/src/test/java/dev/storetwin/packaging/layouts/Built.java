package dev.storetwin.packaging.layouts;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the build made of the application, and the libraries that the application names in its manifest. */
final class Built {

    static final String MAIN = "dev.storetwin.packaging.host.Host";
    static final String MODULE = "dev.storetwin.packaging.host/" + MAIN;

    private Built() {}

    /** The application as one of the modules beside this one packed it. */
    static Path jar(String module) {
        var own = Path.of("").toAbsolutePath();
        return own.resolveSibling(module).resolve(own.relativize(folder())).resolve("host.jar");
    }

    /** The application and its libraries. */
    static List<Path> all() {
        var libraries = librariesOfHost();
        var onTestClassPath = Stream.of(testClassPath().split(File.pathSeparator))
                .map(Path::of)
                .filter(it -> libraries.contains(it.getFileName().toString()));
        return Stream.concat(Stream.of(jar("host")), onTestClassPath).toList();
    }

    /** Those that say themselves which modules they are, and what these need. */
    static List<Path> modules() {
        return all().stream().filter(Built::belongsToModules).toList();
    }

    static List<Path> rest() {
        return all().stream().filter(Predicate.not(Built::belongsToModules)).toList();
    }

    static String path(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean belongsToModules(Path jar) {
        return ModuleFinder.of(jar).findAll().stream()
                .map(it -> it.descriptor())
                .anyMatch(it -> !it.isAutomatic() || it.name().equals("com.google.crypto.tink"));
    }

    private static Set<String> librariesOfHost() {
        try (var host = new JarFile(jar("host").toFile())) {
            var named = host.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return Set.of(named.split(" "));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String testClassPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Where this module is built: {@code target}, or a folder in it. */
    private static Path folder() {
        try {
            var classes = Built.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(classes.toURI()).getParent();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
