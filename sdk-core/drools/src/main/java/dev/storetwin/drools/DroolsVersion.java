package dev.storetwin.drools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.drools.base.util.Drools;

/** Which Drools this is: what one version compiled, another need not run. */
final class DroolsVersion {

    private static final String WRITTEN_BY_MAVEN = "/META-INF/maven/org.drools/drools-base/pom.properties";

    private DroolsVersion() {}

    /**
     * As Maven wrote it into Drools' jar. Drools itself asks the manifest, which in a merged jar is the application's and in a module none;
     * it is asked here only where the other was left out.
     */
    static String here() {
        try (var in = Drools.class.getResourceAsStream(WRITTEN_BY_MAVEN)) {
            if (in == null) {
                return Drools.getFullVersion();
            }
            var written = new Properties();
            written.load(in);
            return written.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("%s cannot be read.".formatted(WRITTEN_BY_MAVEN), unreadable);
        }
    }
}
